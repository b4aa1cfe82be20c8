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
}

// Who talks.
extension Day {
    /// Who talks, under the slot's heading; what says it already is changed. Returns the line.
    @discardableResult
    package mutating func setSpeakers(_ text: String, of position: Int?) throws(DayError) -> String {
        let layout = learnedLayout()
        guard let slot = slot(at: position) else { throw .noSlot }
        guard let form = slot.speakerBlock?.form else {
            try apply(try planSpeakers(text, of: position, layout))
            return layout.speakers.text(of: text)
        }
        let line = line(of: text, of: position, layout.speakers)
        guard form == .list else {
            try apply(try planSpeakerLine(line, of: position))
            return line
        }
        try setItems(Layout.SpeakerForm.names(in: text), of: position, layout.style)
        return line
    }

    /// The line that names speakers in the place of the one that does: as the layout has it, or with the label that it has.
    private func line(of text: String, of position: Int?, _ form: Layout.SpeakerForm) -> String {
        guard let old = slot(at: position)?.speakerBlock else { return form.text(of: text) }
        switch (old.form, form.place) {
        case (.line, .line), (.title, .title): return form.text(of: text)
        case (.line, _), (.title, _):
            guard let label = SpeakerLine.read(old.line)?.label, SpeakerLine.read(text) == nil else { return text }
            return label + text
        case (.paragraph, _), (.list, _): return text
        }
    }

    private func planSpeakers(_ text: String, of position: Int?, _ layout: Layout) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        return try planned { () throws(EditRefusal) in
            guard let heading = slot.headingAboveSpeakers(layout) else { throw .noHeading }
            return try document.insert(
                layout.speakers.blocks(of: text), after: heading.asNeighbour, style: layout.style)
        }
    }

    private func planSpeakerLine(_ line: String, of position: Int?) throws(DayError) -> Edits {
        guard let block = slot(at: position)?.speakerBlock else { throw .noSlot }
        return try planned { () throws(EditRefusal) in
            if block.form == .title { return try document.setTitle(of: block.node, to: line) }
            return try document.setText(of: block.node, to: line)
        }
    }

    /// The names of a list, one an item: what stands below those that stay, stays.
    private mutating func setItems(_ names: [String], of position: Int?, _ style: Style) throws(DayError) {
        let count = slot(at: position)?.speakerBlock?.items.count ?? 0
        for index in 0..<max(count, names.count) {
            let name = index < names.count ? names[index] : nil
            // Those that are too many go one after the other.
            try apply(try planItem(min(index, names.count), name, of: position, style))
        }
    }

    private func planItem(
        _ index: Int, _ name: String?, of position: Int?, _ style: Style
    ) throws(DayError) -> Edits {
        guard let block = slot(at: position)?.speakerBlock else { throw .noSlot }
        let items = block.items
        return try planned { () throws(EditRefusal) in
            guard let name else { return try document.remove(items[index]) }
            guard index < items.count else {
                return try document.append(Block.Item(name), to: block.node, style: style)
            }
            return try document.setText(of: items[index], to: name)
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
