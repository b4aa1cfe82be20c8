package import AsciiDoc

/// A level-1 section of a day: a talk, a break, or any part of the notes with a heading of its own.
package struct Slot {
    /// Position among the day's slots, from 0. Times repeat (two talks at 18h30), so this is what tells slots apart.
    package let position: Int
    package let section: Node
    private let day: Day

    init(position: Int, section: Node, day: Day) {
        self.position = position
        self.section = section
        self.day = day
    }

    /// The section's title as it stands in the document.
    package var sectionTitle: String { titleRange.map(day.text) ?? "" }

    /// Where the section's title stands.
    package var titleRange: Range<Int>? { section.first(.heading)?.contentRange }

    package var heading: SlotHeading { SlotHeading(reading: sectionTitle) }

    /// The blocks of the slot's body, those of its subsections included, in order.
    package var blocks: [Node] { section.blocks }

    /// The line that says who talks: the first paragraph, when it begins with `By`.
    package var speakerLine: Node? {
        guard let first = blocks.first, first.kind == .paragraph, first.title == nil else { return nil }
        return Speaker.read(line: day.document.visibleLine(of: first)) == nil ? nil : first
    }

    /// The listing titled `Abstract`.
    package var abstract: Node? {
        blocks.prefix(3).first { block in
            block.kind == .listing && block.title.map { day.text($0).folded } == "abstract"
        }
    }

    /// Who talks, by the speaker line and the participants that the abstract lists.
    package var speakers: [Speaker] {
        let line = speakerLine.flatMap { Speaker.read(line: day.document.visibleLine(of: $0)) } ?? []
        let listed = abstract.map { Speaker.read(abstract: day.text($0.contentRange)) } ?? []
        return line + listed
    }

    /// The notes of the slot: every bullet and every block but the speaker line and the abstract, in order.
    package var notes: [Note] {
        let (line, abstract) = (speakerLine?.range, abstract?.range)
        return blocks.filter { $0.range != line && $0.range != abstract }.flatMap(Note.all)
    }
}

/// Any block of a slot's body; each bullet is one.
package struct Note {
    package let node: Node
    /// Depth of a bullet, from 1; nil for another block.
    package let depth: Int?

    /// The notes that a block is made of: itself, or a list's items with the items below them.
    static func all(in block: Node) -> [Note] { all(in: block, depth: 1) }

    private static func all(in block: Node, depth: Int) -> [Note] {
        guard block.kind.isList else { return [Note(node: block, depth: nil)] }
        return block.children.filter { $0.kind == .listItem }.flatMap { item in
            [Note(node: item, depth: depth)]
                + item.children.filter(\.kind.isList).flatMap { all(in: $0, depth: depth + 1) }
        }
    }
}
