import AsciiDoc

// Where the writer is, and where what is typed there goes.
//
// Invariant: the next note goes below the heading that the place is of, after what stands there and before its
// sub-sections; where one of those is called `Notes`, it goes there: that one holds its notes.
extension Day {
    /// The section to whose end the next note of a position goes.
    func container(of position: Int?) -> Node {
        guard let position, !isAboveSlots(position) else { return node(at: position) }
        return node(at: notesSection(of: position) ?? position)
    }

    /// Where the notes lie that a position has itself, without those of its sub-sections.
    func ownRange(of position: Int?) -> Range<Int> {
        let container = container(of: position)
        let end = container.children.first { $0.kind == .section }?.range.lowerBound
        return container.range.lowerBound..<(end ?? container.range.upperBound)
    }

    /// Position of the sub-section that holds the notes of a slot or section; nil: they stand right below its heading.
    func notesSection(of position: Int) -> Int? { outline.sections(below: position).last { isOfNotes($0) } }

    private func isOfNotes(_ position: Int) -> Bool { heading(at: position).folded == "notes" }

    /// Whether a sub-section is no place of its own: the slot's notes, or its abstract, which notes come after.
    private func isSlotsOwn(_ position: Int) -> Bool {
        isOfNotes(position) || AbstractTitle.isKnown(heading(at: position))
    }

    /// Where one goes on who goes to a heading: there; below its last sub-section where only those have notes.
    package func placeOfNotes(at position: Int?) -> Int? {
        guard let position, !isAboveSlots(position), notesSection(of: position) == nil else { return position }
        guard let last = outline.sections(below: position).last, !isSlotsOwn(last), !hasOwnNotes(position) else {
            return position
        }
        return placeOfNotes(at: last)
    }

    private func hasOwnNotes(_ position: Int) -> Bool {
        let range = ownRange(of: position)
        let slot = entry(at: position)?.kind == .slot ? slot(at: position) : nil
        let others = [slot?.speakerLine?.range, slot?.abstract?.range]
        return node(at: position).children.contains { node in
            node.isNote && range.contains(node.range.lowerBound) && !others.contains(node.range)
        }
    }

    /// Where what stands at a position ends: in its last sub-section, if it has any.
    package func end(of position: Int?) -> Int? {
        guard let position, !isAboveSlots(position), let last = outline.sections(below: position).last else {
            return position
        }
        if AbstractTitle.isKnown(heading(at: last)) { return position }
        let end = end(of: last)
        return end == last && isOfNotes(last) ? position : end
    }

    /// Where what follows the byte at `offset` goes on; who changed a slot's heading or speakers stays where that was done.
    func placeAfter(_ offset: Int, from here: Landmark?) -> Int? {
        let found = position(containing: offset).map(owner)
        if let here, document.root.first(.header)?.range.contains(offset) == true { return position(of: here) }
        guard let slot = slot(at: found) else { return found }
        if let here = here.flatMap(position(of:)), outline.slot(around: here) == slot.position,
            [slot.headingLine, slot.speakerLine].contains(where: { $0?.range.contains(offset) == true })
        {
            return here
        }
        return found
    }

    /// The heading whose notes or abstract a sub-section holds; itself, where it is a place of its own.
    private func owner(of position: Int) -> Int {
        guard isSlotsOwn(position), let above = outline.heading(above: position), !isAboveSlots(above) else {
            return position
        }
        return above
    }

    /// Position where the next note goes when nobody says otherwise: the end of the last slot, or the last part.
    package var lastPlace: Int? {
        end(of: outline.entries.lastIndex { $0.kind == .slot }) ?? outline.entries.lastIndex { $0.kind == .part }
    }
}
