/// Which sessions of a programme the slots of a day are, told by what the slots' headings say.
///
/// A slot keeps no id: a heading may be typed, moved and edited by other programs, and still says what it was.
package struct SlotMatcher {
    private let programme: Programme
    private let day: CalendarDate
    /// The day's sessions by the minute of their start.
    private let byStart: [Int: [Int]]
    /// The day's sessions by the signs of their titles; made when a slot's start is none of theirs.
    private var byTitle: [String: [Int]]?
    /// The signs of titles that were asked for.
    private var keys: [Int: String] = [:]
    /// What was found for headings, by their bytes in the document: a day's slots are asked for again and again.
    private var known: [String: ProgrammeSession?] = [:]

    /// What a heading says: its text as it is shown, and how it is read.
    package struct SlotText {
        package let text: String
        package let heading: SlotHeading

        package init(text: String, heading: SlotHeading) { (self.text, self.heading) = (text, heading) }
    }

    package init(_ programme: Programme, day: CalendarDate) {
        self.programme = programme
        self.day = day
        let today = programme.sessions.indices.filter { programme.sessions[$0].day == day }
        byStart = Dictionary(grouping: today) { programme.sessions[$0].start.time.minutes }
    }

    /// The session that a slot of a day was opened for; nil where it is none of the programme.
    package mutating func session(of slot: Slot, in day: Day) -> ProgrammeSession? {
        let title = slot.sectionTitle
        if let session = known[title] { return session }
        let session = session(of: day.slotText(slot))
        known[title] = .some(session)
        return session
    }

    /// The session that a slot was opened for; nil where it is none of the programme.
    package mutating func session(of slot: SlotText) -> ProgrammeSession? {
        let atStart = slot.heading.start.flatMap { byStart[$0.minutes] } ?? []
        if !atStart.isEmpty {
            let text = slot.text.titleKey
            let found = atStart.filter { text.hasSuffix(key($0), orHas: 8) }
            // One title may be the end of another one.
            if let best = found.max(by: { length($0) < length($1) }) { return programme.sessions[best] }
        }
        let titles = [slot.heading.title, slot.heading.label, slot.text].compactMap { $0?.titleKey }
        for title in titles where !title.isEmpty {
            guard let found = sessions(titled: title), let first = found.first else { continue }
            let start = slot.heading.start?.minutes ?? 0
            let nearest = found.min { distance($0, start) < distance($1, start) }
            return programme.sessions[nearest ?? first]
        }
        return nil
    }

    private mutating func key(_ index: Int) -> String {
        if let key = keys[index] { return key }
        let key = programme.sessions[index].title.titleKey
        keys[index] = key
        return key
    }

    private func length(_ index: Int) -> Int { programme.sessions[index].title.utf8.count }
    private func distance(_ index: Int, _ start: Int) -> Int {
        abs(programme.sessions[index].start.time.minutes - start)
    }

    private mutating func sessions(titled key: String) -> [Int]? {
        if let byTitle { return byTitle[key] }
        let today = byStart.values.joined().sorted()
        let titles = Dictionary(grouping: today) { programme.sessions[$0].title.titleKey }
        byTitle = titles
        return titles[key]
    }
}

extension String {
    /// Letters and digits alone, folded: headings are written with other dashes and spaces than programmes.
    fileprivate var titleKey: String {
        String(String.UnicodeScalarView(folded.unicodeScalars.filter(\.isPartOfWord)))
    }

    /// Whether it ends with `text`, or has it anywhere where that is long enough to be no chance.
    fileprivate func hasSuffix(_ text: String, orHas length: Int) -> Bool {
        guard !text.isEmpty else { return false }
        return hasSuffix(text) || text.utf8.count >= length && contains(text)
    }
}
