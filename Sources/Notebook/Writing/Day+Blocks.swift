import AsciiDoc

extension Day {
    /// A block at the end of a slot, or, for an abstract, after its heading and speaker line.
    ///
    /// - Returns: where the block lies then: what is typed next into the same block replaces it.
    package mutating func append(
        _ block: NoteBlock, body: NoteBody, to slot: Int?
    ) throws(DayError) -> Range<Int> {
        guard block != .abstract else { return try appendAbstract(body, to: slot) }
        try beginNotes(in: slot)
        let layout = learnedLayout()
        let edits = try planAppending(block, body, to: slot, layout)
        return try apply(edits).written ?? 0..<0
    }

    private func planAppending(
        _ block: NoteBlock, _ body: NoteBody, to position: Int?, _ layout: Layout
    ) throws(DayError) -> Edits {
        try planned { () throws(EditRefusal) in
            try document.append(block.blocks(body, layout), to: container(of: position), style: layout.style)
        }
    }

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
            let title = section.document.text(heading.contentRange)
            return Layout.SpeakerForm.Section(below: title, abstract: layout.abstract) == layout.speakers.section
        }
        return below?.first(.heading) ?? headingLine
    }
}
