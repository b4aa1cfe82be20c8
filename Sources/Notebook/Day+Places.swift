import AsciiDoc

// What stands where.
extension Day {
    /// The day's parts, slots and their sub-sections, in the order of the document.
    package var entries: [SlotOutline.Entry] { outline.entries }

    /// Number of the day's slots.
    package var slotCount: Int { outline.slots.count }

    /// The day's slots, in the order of the document.
    package var slots: [Slot] {
        outline.slots(inPart: nil).enumerated().map { offset, position in
            Slot(position: position, number: offset + 1, section: node(at: position), day: self)
        }
    }

    /// The slot that a position is of, or is in; nil: it is in none.
    package func slot(at position: Int?) -> Slot? {
        guard let slot = outline.slot(around: position) else { return nil }
        let number = outline.entries[...slot].count { $0.kind == .slot }
        return Slot(position: slot, number: number, section: node(at: slot), day: self)
    }

    /// Position of the part around a position, or of itself.
    package func part(around position: Int?) -> Int? { outline.part(around: position) }

    /// The heading at a position, as it stands in the document; the day's title before the first.
    package func heading(at position: Int?) -> String {
        entry(at: position)?.title ?? title ?? ""
    }

    func entry(at position: Int?) -> SlotOutline.Entry? {
        guard let position, outline.entries.indices.contains(position) else { return nil }
        return outline.entries[position]
    }

    /// The section at a position; the document before the first.
    func node(at position: Int?) -> Node { document.node(entry(at: position)?.node ?? 0) }

    /// Where what belongs to a position stands: a slot or sub-section as a whole, of a part and of the document what comes
    /// before their first section.
    package func range(at position: Int?) -> Range<Int> {
        let node = node(at: position)
        guard isAboveSlots(position) else { return node.range }
        let end = node.children.first { $0.kind == .section }?.range.lowerBound
        return node.range.lowerBound..<(end ?? node.range.upperBound)
    }

    /// Whether a position is a part, or before the first one: slots stand below it, and are not its own.
    func isAboveSlots(_ position: Int?) -> Bool { entry(at: position).map { $0.kind == .part } ?? true }

    /// Positions of what has notes of its own: before the first, the parts, and the slots with their sub-sections.
    package var notePlaces: [Int?] {
        [nil]
            + outline.entries.indices.filter { position in
                let kind = outline.entries[position].kind
                return kind != .section || outline.slot(around: position) == nil
            }
    }

    /// Position of the innermost heading whose section contains the byte at `offset`; nil: it lies before the first one.
    package func position(containing offset: Int) -> Int? {
        outline.entries.lastIndex { document.node($0.node).range.lowerBound <= offset }
    }

    // MARK: Finding

    /// Finds what is meant by `query`: a slot by its number as `:slots` shows it, by its start, or by text of its heading
    /// that no other one has (accents and case do not matter); a part or a sub-section by such a text.
    ///
    /// - Parameter place: of what fits equally well, what is nearest there is meant.
    package func find(_ query: String, near place: Int? = nil) throws(DayError) -> Int {
        let slots = slots
        let wanted = query.trimmingBlanks
        if let number = Int(wanted), wanted.utf8.count < 3 {
            guard slots.indices.contains(number - 1) else { throw .slotNotFound(wanted) }
            return slots[number - 1].position
        }
        if case .time(let time) = TimeOfDay.read(wanted) {
            let starting = slots.filter { $0.heading.start == time }
            let near = starting.filter { outline.part(around: $0.position) == outline.part(around: place) }
            let fitting = near.count == 1 ? near : starting
            if !fitting.isEmpty { return try only(fitting, query: wanted) }
        }
        let folded = wanted.folded
        let exact = slots.filter { $0.isCalled(folded) }
        if !exact.isEmpty { return try only(exact, query: wanted) }
        let containing = slots.filter { $0.sectionTitle.folded.contains(folded) }
        if containing.count == 1 { return containing[0].position }
        if let other = heading(folded, near: place) { return other }
        let shown = containing.isEmpty ? slots.filter { $0.isShown(as: wanted) } : containing
        return try only(shown, query: wanted)
    }

    private func only(_ slots: [Slot], query: String) throws(DayError) -> Int {
        guard let slot = slots.first else { throw .slotNotFound(query) }
        guard slots.count == 1 else { throw .slotAmbiguous(query, slots.map(\.number)) }
        return slot.position
    }

    /// A part or sub-section: the one with just that title, else one that has it, within the slot at hand before others.
    private func heading(_ folded: String, near place: Int?) -> Int? {
        let others = outline.entries.indices.filter { outline.entries[$0].kind != .slot }
        let own = others.filter { position in
            outline.slot(around: place).map { outline.slot(around: position) == $0 } ?? false
        }
        for candidates in [own, others] {
            let exact = candidates.filter { outline.entries[$0].title.folded == folded }
            if exact.count == 1 { return exact[0] }
            let containing = candidates.filter { outline.entries[$0].title.folded.contains(folded) }
            if containing.count == 1 { return containing[0] }
        }
        return nil
    }
}

extension Slot {
    /// Whether that is its heading, its title, or what the prompt shows of it.
    fileprivate func isCalled(_ folded: String) -> Bool {
        let heading = heading
        return [sectionTitle, heading.title ?? "", heading.short].contains { $0.folded == folded }
    }

    /// Whether a query is its start and text of its heading, which may be cut with `…` as the prompt has it.
    fileprivate func isShown(as query: String) -> Bool {
        let ends = query.indices.filter { query[$0] == " " }.reversed()
        for end in ends {
            guard case .time(let time) = TimeOfDay.read(query[..<end]) else { continue }
            let text = query[end...].trimmingBlanks.prefix { $0 != "…" }.folded
            return heading.start == time && sectionTitle.folded.contains(text)
        }
        return false
    }
}
