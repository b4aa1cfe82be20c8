import AsciiDoc

// Slots that are filled from a programme.
extension Day {
    /// A slot at the end of the day for a session: heading, who talks, abstract, as far as the day's layout has them.
    ///
    /// - Parameter typed: the times that were typed; they win over the programme's.
    /// - Returns: its position.
    package mutating func appendSlot(for session: ProgrammeSession, typed: SlotHeading? = nil) throws(DayError) -> Int {
        var heading = SlotHeading(session, fields: learnedLayout().heading.fields)
        if let start = typed?.start {
            // Another start than announced: the announced end may be before it.
            heading.start = start
            if let end = heading.end, !start.canEnd(at: end) { heading.end = nil }
        }
        if let end = typed?.end { heading.end = end }
        let position = try appendSlot(heading)
        if !session.speakers.isEmpty { try setSpeakers(session.speakerList, of: position) }
        if !session.abstract.isEmpty { try appendAbstract(of: session, to: position) }
        return position
    }

    /// The programme's abstract, where the slot has none.
    package mutating func appendAbstract(of session: ProgrammeSession, to slot: Int?) throws(DayError) {
        let lines = session.abstract.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        _ = try append(.abstract, body: .lines(lines), to: slot)
    }

    /// Takes a slot away as a whole.
    package mutating func remove(slot position: Int) throws(DayError) { try apply(try planRemoving(position)) }

    private func planRemoving(_ position: Int) throws(DayError) -> Edits {
        guard let slot = slot(at: position) else { throw .noSlot }
        return try planned { () throws(EditRefusal) in try document.remove(slot.section) }
    }

    /// The bytes of a slot, to see later whether somebody changed it.
    package func source(ofSlot position: Int?) -> [UInt8]? {
        slot(at: position).map { Array(document.source[$0.section.range]) }
    }

    /// What a slot's heading says.
    package func slotText(_ slot: Slot) -> SlotMatcher.SlotText {
        let source = slot.sectionTitle
        // Only a title with a reference is shown otherwise than it is written.
        guard source.contains("&"), let node = slot.section.first(.heading) else {
            return SlotMatcher.SlotText(text: source, heading: slot.heading)
        }
        let text = document.visibleLine(of: node)
        return SlotMatcher.SlotText(text: text, heading: SlotHeading(reading: text))
    }
}

extension SlotHeading {
    /// The heading of a session, in a layout that has these fields.
    init(_ session: ProgrammeSession, fields: some Sequence<Field>) {
        let fields = Set(fields)
        self.init(start: session.start.time, end: session.end?.time, title: session.title.asWritten)
        if let end, !session.start.time.canEnd(at: end) { self.end = nil }
        if fields.contains(.track), !session.track.isEmpty { track = session.track.asWritten }
        if fields.contains(.room), !session.room.isEmpty { room = session.room.asWritten }
        if fields.contains(.kind), SlotKind.isKnown(session.format) { kind = session.format }
        if fields.contains(.date) { date = DayOfYear(session.day) }
        if fields.contains(.weekday) { weekday = Weekday(of: session.day) }
    }
}

extension ProgrammeSession {
    /// `Ada Lovelace (Analytical Engines), Grace Hopper`
    package var speakerList: String { speakers.map(\.shown).joined(separator: ", ") }
}

extension String {
    /// The text in one line, as it must be written to be shown as it is: a programme's signs are no markup.
    fileprivate var asWritten: String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let document = Document(parsing: Array(line.utf8))
        if let node = document.root.children.first, document.visibleLine(of: node) == line { return line }
        return escape(line, for: .sectionTitle, mode: .literal)
    }
}

extension Day {
    /// Whether the document's first level are the days of an event, not the slots of one.
    package var isOfSeveralDays: Bool {
        document.sections.contains { section in
            section.first(.heading).map { PartHeading(reading: text($0.contentRange)).isDay } ?? false
        }
    }
}
