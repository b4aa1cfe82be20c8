package import AsciiDoc

/// A day's parts and slots, in the order of the document: what its headings say, wherever they stand.
///
/// A slot is a section with a time, at whatever level; what stands above it is a part, what stands below it is the slot's.
/// Sections beside slots, at their level, are slots, too: a break, a visit, the notes of an afternoon. Where the times stand
/// in the title of the document, the file is one talk. In files without times, the level is that of most speaker lines and
/// abstracts, or else the first; in a file that has nothing but what its template begins with, that of the template.
package struct SlotOutline: Sendable {
    /// A part or a slot.
    package struct Entry: Sendable {
        package let kind: Kind
        /// Its section; the document where the file is one talk.
        package let node: Node
        /// 0 for the document.
        package let level: Int
        /// The heading as it stands in the document.
        package let title: String
        /// Whether the heading has a time.
        package let isTimed: Bool

        package enum Kind: Sendable { case part, slot }
    }

    package let entries: [Entry]
    /// Where slots stand.
    package let place: Layout.SlotPlace

    package var slots: [Entry] { entries.filter { $0.kind == .slot } }

    /// - Parameter house: where slots stand in the template that the day was made of.
    package init(of document: Document, house: Layout.SlotPlace = .sections(level: 1)) {
        let headings = Heading.all(in: document)
        place = Self.place(of: headings, house)
        entries = Self.entries(of: headings, place)
    }

    private static func place(of headings: [Heading], _ house: Layout.SlotPlace) -> Layout.SlotPlace {
        let sections = headings.filter { $0.level > 0 }
        if let level = sections.filter(\.isTimed).mostCommonLevel { return .sections(level: level) }
        if headings.contains(where: { $0.level == 0 && $0.isTimed }) { return .document }
        if let level = sections.filter(\.isTalk).mostCommonLevel { return .sections(level: level) }
        let fits =
            switch house {
            case .document: sections.allSatisfy { $0.title.folded == "notes" || AbstractTitle.isKnown($0.title) }
            case .sections(let level):
                sections.allSatisfy { $0.level == level || $0.level < level && PartHeading(reading: $0.title).isDay }
            }
        return fits ? house : .sections(level: 1)
    }

    private static func entries(of headings: [Heading], _ place: Layout.SlotPlace) -> [Entry] {
        guard case .sections(let level) = place else {
            return headings.filter { $0.level == 0 }.prefix(1).map { $0.entry(.slot) }
        }
        var entries: [Entry] = []
        // The slot that the next headings belong to, by its level.
        var slot = Int.max
        for heading in headings where heading.level > 0 {
            if heading.level > slot { continue }
            slot = Int.max
            let isSlot = heading.isTimed || heading.level == level
            if isSlot { slot = heading.level }
            // A section between the levels of parts and slots, or below them, that is neither.
            guard isSlot || heading.level < level else { continue }
            entries.append(heading.entry(isSlot ? .slot : .part))
        }
        return entries
    }
}

/// A heading with what its section shows.
private struct Heading {
    let node: Node
    let level: Int
    let title: String
    let isTimed: Bool
    /// Whether a speaker line or an abstract stands right below it.
    let isTalk: Bool

    static func all(in document: Document) -> [Heading] {
        var headings: [Heading] = []
        if let title = document.root.first(.header)?.first(.documentTitle) {
            headings.append(Heading(document.root, level: 0, title: document.text(title.contentRange), isTalk: false))
        }
        add(document.root, document, to: &headings)
        return headings
    }

    private static func add(_ node: Node, _ document: Document, to headings: inout [Heading]) {
        for section in node.children where section.kind == .section {
            let title = section.first(.heading).map { document.text($0.contentRange) } ?? ""
            let isTalk = section.showsTalk(in: document)
            headings.append(Heading(section, level: section.level ?? 1, title: title, isTalk: isTalk))
            add(section, document, to: &headings)
        }
    }

    init(_ node: Node, level: Int, title: String, isTalk: Bool) {
        (self.node, self.level, self.title, self.isTalk) = (node, level, title, isTalk)
        isTimed = HeadingReader(title, from: .file).reading.fields[.start] != nil
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

extension Node {
    /// Whether a speaker line or an abstract stands among the section's first blocks.
    fileprivate func showsTalk(in document: Document) -> Bool {
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
