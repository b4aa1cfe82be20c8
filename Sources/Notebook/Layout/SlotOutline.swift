package import AsciiDoc

/// What the headings of a day say, in the order of the document: its parts, its slots, and what stands below those.
///
/// A slot is a section with a time, at whatever level; what stands above it is a part, what stands below it is the slot's.
/// Sections beside slots, at their level, are slots, too: a break, a visit, the notes of an afternoon. Where the times stand
/// in the title of the document, the file is one talk. In files without times, the level is that of most speaker lines and
/// abstracts, or else the first; in a file that has nothing but what its template begins with, that of the template.
package struct SlotOutline: Sendable {
    /// A heading with the section below it.
    package struct Entry: Hashable, Sendable {
        package let kind: Kind
        /// Its section among the document's nodes: see `Document.node(_:)`. 0 where the file is one talk.
        package let node: Int
        /// 0 for the document, and for the parts of a book.
        package let level: Int
        /// The heading as it stands in the document.
        package let title: String
        /// Whether the heading has a time.
        package let isTimed: Bool

        package enum Kind: Sendable {
            case part, slot
            /// Below a slot or a part, and neither.
            case section
        }
    }

    /// Every heading below the document's title; that one, too, where the file is one talk.
    package private(set) var entries: [Entry]
    /// Where slots stand.
    package let place: Layout.SlotPlace
    /// Titles of headings that begin a part because somebody said so: nothing in the document shows it yet.
    private var begunParts: Set<String> = []

    package var slots: [Entry] { entries.filter { $0.kind == .slot } }

    /// - Parameter house: where slots stand in the template that the day was made of.
    package init(of document: Document, house: Layout.SlotPlace = .sections(level: 1)) {
        let headings = Heading.all(in: document)
        place = Self.place(of: headings, in: document, house)
        entries = Self.entries(of: headings, place, [])
    }

    private static func place(
        of headings: [Heading], in document: Document, _ house: Layout.SlotPlace
    ) -> Layout.SlotPlace {
        let sections = headings.filter { !$0.isDocument && $0.level > 0 }
        let timed = sections.filter(\.isTimed)
        let isTalk = headings.contains { $0.isDocument && $0.isTimed }
        // A talk that came to a file of another one makes no slots of that one's sections.
        if isTalk, timed.count < sections.count(where: { $0.level == 1 && !$0.isTimed }) { return .document }
        if let level = timed.mostCommonLevel { return .sections(level: level) }
        if isTalk { return .document }
        let talks = sections.filter { document.node($0.node).showsTalk }
        if let level = talks.mostCommonLevel { return .sections(level: level) }
        let fits =
            switch house {
            case .document: sections.allSatisfy { $0.title.folded == "notes" || AbstractTitle.isKnown($0.title) }
            case .sections(let level):
                sections.allSatisfy { $0.level == level || $0.level < level && PartHeading(reading: $0.title).isDay }
            }
        if fits, house != .sections(level: 1) { return house }
        // Days without anything below them yet are no slots.
        let areDays = sections.allSatisfy { heading in
            PartHeading(reading: heading.title).isDay
                && !document.node(heading.node).children.contains { $0.kind.isBlock }
        }
        return .sections(level: areDays && !sections.isEmpty ? 2 : 1)
    }

    private static func entries(
        of headings: [Heading], _ place: Layout.SlotPlace, _ begunParts: Set<String>
    ) -> [Entry] {
        guard case .sections(let level) = place else {
            return headings.map { $0.entry($0.isDocument || $0.isTimed && $0.level == 1 ? .slot : .section) }
        }
        let headings = headings.filter { !$0.isDocument }
        var entries: [Entry] = []
        // The slot that the next headings belong to, by its level.
        var slot = Int.max
        for (index, heading) in headings.enumerated() {
            if heading.level > slot {
                entries.append(heading.entry(.section))
                continue
            }
            slot = Int.max
            // What has times below it is no slot itself.
            let isAbove =
                begunParts.contains(heading.title)
                || headings[(index + 1)...].prefix { $0.level > heading.level }.contains(where: \.isTimed)
            let isSlot = heading.isTimed || heading.level == level && !isAbove
            if isSlot { slot = heading.level }
            let isPart = heading.level < level || isAbove
            entries.append(heading.entry(isSlot ? .slot : isPart ? .part : .section))
        }
        return entries
    }

    /// The outline after changes of the document: slots stand where they stood.
    mutating func follow(_ document: Document, after changes: [Change]) {
        if changes.isEmpty || changes.count == 1 && !document.mayHaveOtherHeadings(after: changes[0]) { return }
        read(document)
    }

    /// Takes the heading of that title for the one of a part, whatever stands below it.
    mutating func beginPart(_ title: String, in document: Document) {
        begunParts.insert(title)
        read(document)
    }

    private mutating func read(_ document: Document) {
        let known = Dictionary(entries.map { ($0.title, $0.isTimed) }) { first, _ in first }
        entries = Self.entries(of: Heading.all(in: document, known), place, begunParts)
    }
}

// Positions: those of the entries, from 0. None is before the first one.
extension SlotOutline {
    /// Position of the slot that an entry is, or stands in; nil in a part or before everything.
    func slot(around position: Int?) -> Int? {
        guard var index = position, entries.indices.contains(index) else { return nil }
        while entries[index].kind == .section {
            guard let above = heading(above: index) else { return nil }
            index = above
        }
        return entries[index].kind == .slot ? index : nil
    }

    /// Position of the heading right above one; nil: it is at the top.
    func heading(above position: Int) -> Int? {
        guard entries.indices.contains(position) else { return nil }
        return entries[..<position].lastIndex { $0.level < entries[position].level }
    }

    /// Position of the part that an entry is, or stands in; nil where it is in none.
    func part(around position: Int?) -> Int? {
        guard let position, entries.indices.contains(position) else { return nil }
        if entries[position].kind == .part { return position }
        let level = entries[slot(around: position) ?? position].level
        return entries[..<position].lastIndex { $0.kind == .part && $0.level < level }
    }

    /// Positions of the sub-sections right below an entry.
    func sections(below position: Int) -> [Int] {
        guard entries.indices.contains(position) else { return [] }
        var (found, level): ([Int], Int) = ([], .max)
        for index in entries.indices.dropFirst(position + 1) {
            guard entries[index].level > entries[position].level else { break }
            guard entries[index].level <= level else { continue }
            level = entries[index].level
            if entries[index].kind == .section { found.append(index) }
        }
        return found
    }

    /// Positions of the slots of a part; of the document for nil.
    func slots(inPart part: Int?) -> [Int] {
        let range: Range<Int>
        if let part {
            let level = entries[part].level
            let end = entries[(part + 1)...].firstIndex { $0.kind == .part && $0.level <= level || $0.level < level }
            range = (part + 1)..<(end ?? entries.count)
        } else {
            range = entries.indices
        }
        return range.filter { entries[$0].kind == .slot }
    }
}

/// A heading with what decides what it is.
private struct Heading {
    /// Position of its section.
    let node: Int
    let level: Int
    let title: String
    let isTimed: Bool
    var isDocument: Bool { node == 0 }

    /// - Parameter known: of titles that were read before, whether they have a time.
    static func all(in document: Document, _ known: [String: Bool] = [:]) -> [Heading] {
        var headings: [Heading] = []
        if let title = document.root.first(.header)?.first(.documentTitle) {
            headings.append(Heading(0, level: 0, title: title.text, known))
        }
        func add(_ sections: some Sequence<Node>) {
            for section in sections {
                let title = section.first(.heading).map(\.text) ?? ""
                headings.append(Heading(section.position, level: section.level ?? 1, title: title, known))
                add(section.children.lazy.filter { $0.kind == .section })
            }
        }
        add(document.sections)
        return headings
    }

    private init(_ node: Int, level: Int, title: String, _ known: [String: Bool]) {
        (self.node, self.level, self.title) = (node, level, title)
        isTimed = known[title] ?? (HeadingReader(title, from: .file).reading.fields[.start] != nil)
    }

    func entry(_ kind: SlotOutline.Entry.Kind) -> SlotOutline.Entry {
        SlotOutline.Entry(kind: kind, node: node, level: level, title: title, isTimed: isTimed)
    }
}

extension [Heading] {
    /// The level that most of them have; of as many, the one nearer to the top.
    fileprivate var mostCommonLevel: Int? {
        Dictionary(grouping: self, by: \.level).max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    }
}

extension Document {
    /// Whether there may be other headings than before a change, or at other places: only what was added at the end, and
    /// the line before it, is looked at.
    fileprivate func mayHaveOtherHeadings(after change: Change) -> Bool {
        let edit = change.edit
        guard edit.range.isEmpty, edit.range.lowerBound + edit.replacement.count == source.count,
            change.scannedByteCount <= edit.replacement.count
        else { return true }
        // A title may be underlined by what was added.
        let line = source[..<max(0, edit.range.lowerBound - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        var position = nodeCount - 1
        while position > 0 {
            let node = node(position)
            if node.range.lowerBound < line { return false }
            if node.kind == .section || node.kind == .heading || node.kind == .header { return true }
            position -= 1
        }
        return true
    }
}

extension Node {
    /// Whether a speaker line or an abstract stands among the section's first blocks.
    fileprivate var showsTalk: Bool {
        children.filter(\.kind.isBlock).prefix(3).contains { block in
            block.title.map { AbstractTitle.isKnown(document.text($0)) } == true || block.isSpeakerLine(in: document)
        }
    }

    /// Whether a paragraph's first line says who talks.
    func isSpeakerLine(in document: Document) -> Bool {
        kind == .paragraph && SpeakerLine.read(document.visibleLine(of: self)) != nil
    }
}

/// What people call an abstract.
enum AbstractTitle {
    private static let words: Set<String> = [
        "abstract", "resume", "summary", "description", "pitch", "synopsis", "presentation", "sujet", "le sujet",
    ]

    static func isKnown(_ text: some StringProtocol) -> Bool {
        words.contains(String(text.trimmingSpaces.prefix { $0 != ":" }).trimmingSpaces.folded)
    }
}
