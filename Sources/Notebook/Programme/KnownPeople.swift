/// People who have talked, remembered for later events: a line each, `Rayed Benbrahim (MongoDB); DevFest Nantes 2025`.
package struct KnownPeople: Hashable, Sendable {
    package struct Person: Hashable, Sendable {
        package var speaker: Speaker
        /// Events, in the order in which they were met.
        package var seenAt: [String]
    }

    package private(set) var people: [Person]

    /// Reads the list's lines; empty ones are left out.
    package init(lines: [String] = []) {
        people = []
        for line in lines {
            let parts = Cell.speakers(line)
            guard let first = parts.first else { continue }
            remember(first, at: parts.dropFirst().map(Cell.whole))
        }
    }

    package var lines: [String] {
        people.map { person in
            ([person.speaker] + person.seenAt.map { Speaker(name: $0) }).map(Cell.speaker).joined(separator: "; ")
        }
    }

    /// Remembers somebody who talked at an event; the newest company counts.
    package mutating func remember(_ speaker: Speaker, at events: [String]) {
        let name = speaker.name.folded
        guard let index = people.firstIndex(where: { $0.speaker.name.folded == name }) else {
            people.append(Person(speaker: speaker, seenAt: events))
            return
        }
        if let affiliation = speaker.affiliation { people[index].speaker.affiliation = affiliation }
        people[index].seenAt += events.filter { !people[index].seenAt.contains($0) }
    }

    /// Those whose name, or one word of it, begins with what was typed.
    package func matching(_ typed: String) -> [Speaker] {
        let query = typed.folded
        return people.map(\.speaker).filter { speaker in
            let name = speaker.name.folded
            return name.hasPrefix(query) || name.split(separator: " ").contains { $0.hasPrefix(query) }
        }
    }
}

extension Cell {
    /// What was read as a name and an affiliation, as it was written: an event's name may end in parentheses.
    fileprivate static func whole(_ speaker: Speaker) -> String {
        speaker.affiliation.map { "\(speaker.name) (\($0))" } ?? speaker.name
    }
}
