package import AsciiDoc

/// A talk, a break, or any part of the notes with a heading of its own, at whatever level.
package struct Slot {
    /// Position in the day's outline, from 0. Times repeat (two talks at 18h30), so this is what tells slots apart.
    package let position: Int
    /// Its number among the day's slots, from 1: how it is shown and meant.
    package let number: Int
    /// Its section; the document where the file is one talk.
    package let section: Node
    private let day: Day

    init(position: Int, number: Int, section: Node, day: Day) {
        (self.position, self.number, self.section, self.day) = (position, number, section, day)
    }

    /// The heading's own line.
    package var headingLine: Node? { section.first(.heading) ?? section.first(.header)?.first(.documentTitle) }

    /// The section's title as it stands in the document.
    package var sectionTitle: String { titleRange.map(day.text) ?? "" }

    /// Where the section's title stands.
    package var titleRange: Range<Int>? { headingLine?.contentRange }

    package var heading: SlotHeading { day.heading(reading: sectionTitle) }

    /// The blocks of the slot's body, those of its subsections included, in order.
    package var blocks: [Node] {
        guard section.kind == .document else { return section.blocks }
        // Other talks may have come to a file that is one.
        let others = Set(day.entries.filter { $0.kind == .slot && $0.node > 0 }.map(\.node))
        return section.children.flatMap { child in
            child.kind == .section
                ? others.contains(child.position) ? [] : child.blocks : child.isNote ? [child] : []
        }
    }

    /// The block that the slot calls its abstract, wherever it stands.
    package var abstract: Node? {
        let titled = blocks.first { block in
            block.kind.hasOwnText && block.title.map { AbstractTitle.isKnown(day.text($0)) } == true
        }
        return titled ?? abstractSection?.children.first { $0.kind.hasOwnText }
    }

    /// The sub-section that is called an abstract.
    private var abstractSection: Node? {
        section.children.first { child in
            guard child.kind == .section, let heading = child.first(.heading) else { return false }
            return AbstractTitle.isKnown(heading.text)
        }
    }

    /// Who talks, by the line or block that says so and the participants that the abstract lists.
    package var speakers: [Speaker] {
        let listed = abstract.map { Speaker.read(abstract: $0.text) } ?? []
        return (speakerBlock?.speakers ?? []) + listed
    }

    /// What says who talks.
    package var speakerLine: Node? { speakerBlock?.node }

    /// The notes of the slot: every bullet and every block but the speaker line and the abstract, in order.
    package var notes: [Note] {
        let (line, abstract) = (speakerLine?.range, abstract?.range)
        return blocks.filter { $0.range != line && $0.range != abstract }.flatMap(Note.all)
    }

    /// Whether it has any; a long list is not gone through for it.
    var hasNotes: Bool {
        let (line, abstract) = (speakerLine?.range, abstract?.range)
        return blocks.contains { $0.range != line && $0.range != abstract }
    }
}

/// Any block of a slot's body; each bullet is one.
package struct Note {
    package let node: Node
    /// Depth of a bullet, from 1; nil for another block.
    package let depth: Int?

    /// How many notes a bullet and those below it are.
    static func all(of item: Node) -> Int { 1 + item.children.filter(\.kind.isList).flatMap(all).count }

    /// The notes that a block is made of: itself, or a list's items with the items below them.
    static func all(in block: Node) -> [Note] {
        guard block.kind.isList else { return [Note(node: block, depth: nil)] }
        return block.children.filter { $0.kind == .listItem }.flatMap { item in
            [Note(node: item, depth: item.depth)] + item.children.filter(\.kind.isList).flatMap(all)
        }
    }
}

extension NodeKind {
    /// Blocks that an abstract may be.
    fileprivate var hasOwnText: Bool {
        isBlock && !isList && self != .commentBlock && self != .table && self != .blockMacro
    }
}

extension Node {
    /// Whether the node is a note, and not a line about notes or a comment.
    package var isNote: Bool { kind.isBlock && !isComment }

    /// The blocks of a section or the document, those of its subsections included, in order.
    var blocks: [Node] {
        children.flatMap { child in child.kind == .section ? child.blocks : child.isNote ? [child] : [] }
    }
}
