package import AsciiDoc

/// One event on one date: an AsciiDoc document, read as a conference day.
package struct Day {
    package internal(set) var document: Document
    /// What was done to the document since somebody asked.
    var changes: [Change] = []
    /// How the day is written, once somebody asked.
    var learned: Layout?

    package init(_ document: Document) { self.document = document }

    /// The day's title, `DataOps.Rocks by Saagie 2022/05/24`; nil where the document has none.
    package var title: String? {
        document.root.first(.header)?.first(.documentTitle).map { text($0.contentRange) }
    }

    /// The document's bytes in `range` as text; invalid UTF-8 shows as U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: document.source[range], as: UTF8.self)
    }

    /// Number of the day's slots.
    package var slotCount: Int { hasParts ? sections.count : document.sections.count }

    /// The day's slots, in the order of the document.
    package var slots: [Slot] {
        sections.enumerated().map { Slot(position: $0.offset, section: $0.element, day: self) }
    }

    /// The slot at a position from 0; nil where there is none.
    package func slot(at position: Int?) -> Slot? {
        guard let position, let section = section(at: position) else { return nil }
        return Slot(position: position, section: section, day: self)
    }

    /// Typing a line asks for one section: the others are passed over without looking at them.
    private func section(at position: Int) -> Node? {
        guard hasParts else {
            return document.sections.indices.contains(position) ? document.sections[position] : nil
        }
        let sections = sections
        return sections.indices.contains(position) ? sections[position] : nil
    }

    /// Whether the document is a book: after its first level-0 section everything stands below one.
    private var hasParts: Bool { document.sections.last?.level == 0 }

    /// Level-1 sections; those of a book stand below its parts.
    private var sections: [Node] {
        document.sections.flatMap { node in
            node.level == 0 ? node.children.filter { $0.kind == .section } : [node]
        }
    }

    /// Position of the slot that contains the byte at `offset`; nil: it lies before the first one.
    package func slotPosition(containing offset: Int) -> Int? {
        sections.lastIndex { $0.range.lowerBound <= offset }
    }

    /// Finds the slot that is meant by `query`: its number as `:slots` shows it, its start, text of its heading that no
    /// other slot has (accents and case do not matter), or both, as the prompt shows them.
    package func findSlot(_ query: String) throws(DayError) -> Int {
        let slots = slots
        let wanted = query.trimmingBlanks
        if let number = Int(wanted), wanted.utf8.count < 3 {
            guard slots.indices.contains(number - 1) else { throw .slotNotFound(wanted) }
            return number - 1
        }
        if case .time(let time) = TimeOfDay.read(wanted) {
            let starting = slots.filter { $0.heading.start == time }
            if !starting.isEmpty { return try only(starting, query: wanted) }
        }
        let folded = wanted.folded
        let exact = slots.filter { $0.sectionTitle.folded == folded || $0.heading.title?.folded == folded }
        if !exact.isEmpty { return try only(exact, query: wanted) }
        let containing = slots.filter { $0.sectionTitle.folded.contains(folded) }
        if !containing.isEmpty { return try only(containing, query: wanted) }
        return try only(slots.filter { $0.isShown(as: wanted) }, query: wanted)
    }

    private func only(_ slots: [Slot], query: String) throws(DayError) -> Int {
        guard let slot = slots.first else { throw .slotNotFound(query) }
        guard slots.count == 1 else { throw .slotAmbiguous(query, slots.map(\.position)) }
        return slot.position
    }
}

extension Slot {
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
