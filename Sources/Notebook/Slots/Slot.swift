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

    /// The block that the slot calls its abstract, wherever it stands.
    package var abstract: Node? {
        blocks.first { block in
            block.kind.hasOwnText && block.title.map { AbstractTitle.isKnown(day.text($0)) } == true
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

    /// Whether it is something that is still to be checked: a bullet with an empty box.
    package var isFollowUp: Bool { node.isChecked == false }

    /// The notes that a block is made of: itself, or a list's items with the items below them.
    static func all(in block: Node) -> [Note] {
        guard block.kind.isList else { return [Note(node: block, depth: nil)] }
        return block.children.filter { $0.kind == .listItem }.flatMap { item in
            [Note(node: item, depth: item.depth)] + item.children.filter(\.kind.isList).flatMap(all)
        }
    }
}

extension NodeKind {
    /// What is a note, and not a line about notes.
    package var isNote: Bool { isBlock && self != .commentBlock }

    /// Blocks that an abstract may be.
    fileprivate var hasOwnText: Bool { isNote && !isList && self != .table && self != .blockMacro }
}

extension Node {
    /// The blocks of a section or the document, those of its subsections included, in order.
    var blocks: [Node] {
        children.flatMap { child in child.kind == .section ? child.blocks : child.kind.isNote ? [child] : [] }
    }
}
