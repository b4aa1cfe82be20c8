import AsciiDoc

extension Day {
    /// A block at the end of a slot, or, for an abstract, after its heading and speaker line; in the last bullet where the
    /// next one would stand below that.
    ///
    /// - Parameter depth: of the next bullet.
    /// - Returns: where the block lies then: what is typed next into the same block replaces it.
    package mutating func append(
        _ block: NoteBlock, body: NoteBody, depth: Int = 1, to slot: Int?
    ) throws(DayError) -> Range<Int> {
        guard block != .abstract else { return try appendAbstract(body, to: slot) }
        let isBelow = isBelowLastBullet(depth, in: slot)
        if !isBelow { try beginNotes(in: slot) }
        let edits = try planAppending(block, body, to: slot, isBelow: isBelow, learnedLayout())
        return try apply(edits).written ?? 0..<0
    }

    private func planAppending(
        _ block: NoteBlock, _ body: NoteBody, to position: Int?, isBelow: Bool, _ layout: Layout
    ) throws(DayError) -> Edits {
        let container = container(of: position)
        let place = isBelow ? container.openLists.last?.item ?? container : container
        return try planned { () throws(EditRefusal) in
            try document.append(block.blocks(body, layout), to: place, style: layout.style)
        }
    }

    /// Whether what is written at a depth belongs to the bullet that ends a slot: it is below it.
    package func isBelowLastBullet(_ depth: Int, in slot: Int?) -> Bool { depth > 1 && depth > bulletDepth(in: slot) }

    /// The block in `range` with a longer body. Returns where it lies then.
    package mutating func replace(
        _ range: Range<Int>, by block: NoteBlock, body: NoteBody
    ) throws(DayError) -> Range<Int> {
        let layout = learnedLayout()
        let edits = try planned { () throws(EditRefusal) in
            try document.replace(range, by: block.blocks(body, layout), style: layout.style)
        }
        return try apply(edits).written ?? range
    }

    /// Who talks, under the slot's heading; the line that says it already is changed. Returns the line.
    @discardableResult
    package mutating func setSpeakers(_ text: String, of position: Int?) throws(DayError) -> String {
        let layout = learnedLayout()
        let line = layout.speakers.text(of: text)
        try apply(try planSpeakers(line, of: position, layout))
        return line
    }

    private func planSpeakers(_ line: String, of position: Int?, _ layout: Layout) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        return try planned { () throws(EditRefusal) in
            if let old = slot.speakerLine { return try document.setText(of: old, to: line) }
            guard let heading = slot.headingAboveSpeakers(layout) else { throw .noHeading }
            return try document.insert(.paragraph([line]), after: heading.asNeighbour, style: layout.style)
        }
    }
}

extension Slot {
    /// The heading right below which the layout has the speakers; the slot's own, where that one is not there.
    fileprivate func headingAboveSpeakers(_ layout: Layout) -> Node? {
        guard layout.speakers.section != .slot else { return headingLine }
        let below = section.children.first { child in
            guard child.kind == .section, let heading = child.first(.heading) else { return false }
            let title = heading.text
            return Layout.SpeakerForm.Section(below: title, abstract: layout.abstract) == layout.speakers.section
        }
        return below?.first(.heading) ?? headingLine
    }
}
