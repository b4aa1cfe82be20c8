import AsciiDoc

extension Day {
    /// The abstract of a slot, after its heading and speaker line, in the layout's form.
    ///
    /// - Returns: where it lies then.
    mutating func appendAbstract(_ body: NoteBody, to position: Int?) throws(DayError) -> Range<Int> {
        try apply(try planAbstract(body, to: position, learnedLayout())).written ?? 0..<0
    }

    private func planAbstract(_ body: NoteBody, to position: Int?, _ layout: Layout) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        guard slot.abstract == nil else { throw .abstractExists }
        guard let above = slot.speakerLine ?? slot.headingLine else { throw .noSlot }
        let blocks = layout.abstract.blocks(body)
        let isSection = if case .section = layout.abstract { true } else { false }
        return try planned { () throws(EditRefusal) in
            guard isSection else { return try document.insert(blocks, after: above.asNeighbour, style: layout.style) }
            guard let first = slot.section.children.first(where: { $0.kind == .section }) else {
                return try document.append(blocks, to: slot.section, style: layout.style)
            }
            return try document.insert(blocks[0], before: first, style: layout.style)
        }
    }

    /// Before a note is put at the end of a slot: where the layout has notes below a heading of their own, or nothing but
    /// the abstract's heading comes before them, theirs is written.
    mutating func beginNotes(in position: Int?) throws(DayError) {
        guard let title = missingNotesSection(of: position), let slot = slot(at: position)?.section else { return }
        let style = learnedLayout().style
        let edits = try planned { () throws(EditRefusal) in
            try document.append(.section(level: slot.levelBelow, title: title, []), to: slot, style: style)
        }
        try apply(edits)
    }

    /// The title of the heading that a slot's notes need and do not have. Asked before every note: the slot's notes are looked
    /// at where the layout has such a heading only.
    private func missingNotesSection(of position: Int?) -> String? {
        guard let position, entry(at: position)?.kind == .slot else { return nil }
        let layout = learnedLayout()
        let last = node(at: position).children.last { $0.kind != .blankLines }
        if let last, last.kind == .section {
            let title = last.first(.heading).map(\.text) ?? ""
            return AbstractTitle.isKnown(title) ? layout.notesSection ?? "Notes" : nil
        }
        // A break among talks has no such heading.
        guard let title = layout.notesSection,
            entry(at: position)?.isTimed == true || !outline.slots.contains(where: \.isTimed),
            slot(at: position)?.notes.isEmpty == true
        else { return nil }
        return title
    }
}

extension Layout.AbstractForm {
    /// The blocks of an abstract; a section is at the level that its place has.
    func blocks(_ body: NoteBody) -> [Block] {
        switch self {
        case .block(let form, let title):
            let blocks = form.blocks(body)
            guard let title, let first = blocks.first else { return blocks }
            return [.titled(title, first)] + blocks.dropFirst()
        case .section(let title, let form):
            return [.section(level: 1, title: title, form.blocks(body))]
        }
    }
}

extension Layout.BodyForm {
    fileprivate func blocks(_ body: NoteBody) -> [Block] {
        switch self {
        case .paragraph: body.paragraphs
        case .listing: [.listing(body.lines)]
        case .literal: [.verbatim(.literal, body.lines)]
        case .open: [.compound(.open, body.blocks)]
        case .example: [.compound(.example, body.blocks)]
        case .quote: [.compound(.quote(attribution: nil, source: nil), body.blocks)]
        case .sidebar: [.compound(.sidebar, body.blocks)]
        }
    }
}

extension Node {
    /// The level of sections right below a section or the document.
    fileprivate var levelBelow: Int { kind == .document ? 1 : (level ?? 0) + 1 }

    /// What stands beside blocks: of the document's title, the header.
    var asNeighbour: Node { kind == .documentTitle ? parent ?? self : self }
}
