/// Somebody whom the notebook remembers, as a line of `.steno/people`: the name, the company, and after a tab the events.
///
///     Rayed Benbrahim (MongoDB)	dataops-rocks 2022/05/24, devoxx 2024/04/17
package struct KnownPerson: Hashable, Sendable {
    package var speaker: Speaker
    /// The events where they talked, the newest first.
    package var seenAt: [String]

    package init(_ speaker: Speaker, seenAt: [String] = []) {
        self.speaker = speaker
        self.seenAt = seenAt
    }

    /// The people of a line; somebody may have written several.
    package static func read(line: some StringProtocol) -> [KnownPerson] {
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        let events = parts.dropFirst().flatMap { $0.split(separator: ",").map(\.trimmingBlanks) }.filter { !$0.isEmpty }
        return Speaker.read(list: parts.first ?? "").map { KnownPerson($0, seenAt: events) }
    }

    package var line: String { seenAt.isEmpty ? speaker.shown : speaker.shown + "\t" + seenAt.joined(separator: ", ") }

    package func isSamePerson(as other: Speaker) -> Bool { speaker.name.folded == other.name.folded }

    /// Events that are kept of a person.
    package static let mostEvents = 12

    /// The people with others seen at an event: those first, each with the company that was named last.
    package static func adding(_ speakers: [Speaker], at event: String?, to known: [KnownPerson]) -> [KnownPerson] {
        var named: [KnownPerson] = []
        for speaker in speakers where !named.contains(where: { $0.isSamePerson(as: speaker) }) {
            var person = known.first { $0.isSamePerson(as: speaker) } ?? KnownPerson(speaker)
            if speaker.affiliation != nil || person.speaker.affiliation == nil { person.speaker = speaker }
            if let event {
                person.seenAt = Array(([event] + person.seenAt.filter { $0 != event }).prefix(mostEvents))
            }
            named.append(person)
        }
        return named + known.filter { person in !named.contains { $0.isSamePerson(as: person.speaker) } }
    }
}
