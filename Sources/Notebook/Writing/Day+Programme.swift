import AsciiDoc

// Slots that are filled from a programme.
extension Day {
    /// A slot for a session, where its time has it: heading, who talks and abstract as the day's layout writes them.
    ///
    /// - Parameters:
    ///   - typed: the times that were typed; they win over the programme's.
    ///   - place: the slot is in the part around it.
    package mutating func addSlot(
        for session: ProgrammeSession, typed: SlotHeading? = nil, near place: Int?
    ) throws(DayError) -> WrittenHeading {
        let layout = learnedLayout()
        let heading = SlotHeading(session, typed: typed, fields: layout.heading.fields)
        // Written at once, a slot at the day's end is an append; a file that is one talk has its heading already.
        if outline.place != .document, layout.speakers.section == .slot {
            return try addSlot(heading, near: place, holding: session.blocks(layout))
        }
        let written = try addSlot(heading, near: place)
        if !session.speakers.isEmpty { try setSpeakers(session.speakerList, of: written.position) }
        if !session.abstract.isEmpty { try appendAbstract(of: session, to: written.position) }
        return written
    }

    /// Position of the slot that is the session's already.
    package func slot(for session: ProgrammeSession, typed: SlotHeading? = nil, near place: Int?) -> Int? {
        slot(like: SlotHeading(session, typed: typed, fields: learnedLayout().heading.fields), near: place)
    }

    /// The programme's abstract, where the slot has none.
    package mutating func appendAbstract(of session: ProgrammeSession, to slot: Int?) throws(DayError) {
        _ = try append(.abstract, body: .structured(session.abstract), to: slot)
    }

    /// The bytes of a slot, to see later whether somebody changed it.
    package func source(ofSlot position: Int?) -> [UInt8]? {
        slot(at: position).map { Array(document.source[$0.section.range]) }
    }

    /// What a slot's heading says.
    package func slotText(_ slot: Slot) -> SlotMatcher.SlotText {
        let source = slot.sectionTitle
        // Only a title with a reference is shown otherwise than it is written.
        guard source.contains("&"), let node = slot.headingLine else {
            return SlotMatcher.SlotText(text: source, heading: slot.heading)
        }
        let text = document.visibleLine(of: node)
        return SlotMatcher.SlotText(text: text, heading: SlotHeading(reading: text, pattern: learnedLayout().heading))
    }

    /// Whether the document has days of an event as its parts.
    package var isOfSeveralDays: Bool {
        entries.contains { $0.kind == .part && PartHeading(reading: $0.title).isDay }
    }
}

extension SlotHeading {
    /// The heading of a session, in a layout that has these fields.
    init(_ session: ProgrammeSession, typed: SlotHeading?, fields: some Sequence<Field>) {
        let fields = Set(fields)
        self.init(start: typed?.start ?? session.start.time, title: session.title.asWritten(.sectionTitle))
        // Of another start than announced, the announced end may be before it.
        end = typed?.end ?? session.end?.time
        if let start, let end, typed?.end == nil, !start.canEnd(at: end) { self.end = nil }
        if fields.contains(.track), !session.track.isEmpty { track = session.track.asWritten(.sectionTitle) }
        if fields.contains(.room), !session.room.isEmpty { room = session.room.asWritten(.sectionTitle) }
        if fields.contains(.kind), SlotKind.isKnown(session.format) { kind = session.format }
        if fields.contains(.date) { date = DayOfYear(session.day) }
        if fields.contains(.weekday) { weekday = Weekday(of: session.day) }
    }
}

extension ProgrammeSession {
    /// `Ada Lovelace (Analytical Engines), Grace Hopper`
    package var speakerList: String { speakers.map(\.shown).joined(separator: ", ") }

    /// What stands below its heading.
    fileprivate func blocks(_ layout: Layout) -> [Block] {
        let line = speakers.isEmpty ? [] : layout.speakers.blocks(of: speakerList)
        return abstract.isEmpty ? line : line + layout.abstract.blocks(.structured(abstract))
    }
}

extension [AbstractBlock] {
    /// The blocks of a document that say the same; its words are no markup.
    var blocks: [Block] {
        var blocks: [Block] = []
        var rest = self[...]
        while let first = rest.first {
            switch first {
            case .paragraph(let text):
                blocks.append(.paragraph(text.split(separator: "\n").map { String($0).asWritten(.paragraph) }))
                rest = rest.dropFirst()
            case .code(let lines):
                blocks.append(.listing(lines))
                rest = rest.dropFirst()
            case .item(_, let depth, let isNumbered):
                // Items of the other kind at the first level are another list.
                let items = rest.prefix { $0.isItem(above: depth) || $0.isItem(at: depth, isNumbered) }
                blocks.append(.list(isNumbered ? .ordered : .unordered, Self.items(items)))
                rest = rest.dropFirst(items.count)
            }
        }
        return blocks
    }

    /// Items, each with those below it.
    private static func items(_ blocks: SubSequence) -> [Block.Item] {
        var items: [Block.Item] = []
        var rest = blocks
        while case .item(let text, let depth, _)? = rest.popFirst() {
            let below = rest.prefix { $0.isItem(above: depth) }
            rest = rest.dropFirst(below.count)
            let isNumbered = if case .item(_, _, true)? = below.first { true } else { false }
            let list: Block.List = isNumbered ? .ordered : .unordered
            items.append(Block.Item(text.asWritten(.listItem), self.items(below), list))
        }
        return items
    }
}

extension AbstractBlock {
    fileprivate func isItem(above depth: Int) -> Bool {
        if case .item(_, let own, _) = self { return own > depth }
        return false
    }

    fileprivate func isItem(at depth: Int, _ isNumbered: Bool) -> Bool {
        if case .item(_, depth, isNumbered) = self { return true }
        return false
    }
}

extension String {
    /// The text in one line, as it must be written to be shown as it is: a programme's signs are no markup.
    fileprivate func asWritten(_ context: EscapeContext) -> String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let document = Document(parsing: line)
        if let node = document.root.children.first, document.visibleLine(of: node) == line { return line }
        return escape(line, for: context, mode: .literal)
    }
}
