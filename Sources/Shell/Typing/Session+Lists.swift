import Notebook

// What the notebook remembers beside its days.
extension Session {
    /// A list that cannot be read is empty: typing goes on without it.
    var abbreviations: Abbreviations {
        if let known = knownAbbreviations { return known }
        let read = Abbreviations(lines(.abbreviations))
        knownAbbreviations = read
        return read
    }

    /// The people of the whole notebook, the newest first.
    var people: [KnownPerson] {
        if let known = knownPeople { return known }
        let read = lines(.people).flatMap { KnownPerson.read(line: $0) }
        knownPeople = read
        return read
    }

    private func lines(_ name: NotebookLists.Name) -> [String] {
        do throws(StoreError) { return try services.lists.read(name) } catch { return [] }
    }

    /// Another shell on the notebook may have added to the list: it is read again before.
    func change(_ body: (inout Abbreviations) -> Void) throws(StoreError) {
        var list = Abbreviations(try services.lists.read(.abbreviations))
        body(&list)
        try services.lists.write(.abbreviations, list.lines)
        knownAbbreviations = list
    }

    /// Remembers who talks, for whom, and where they were seen.
    func remember(_ speakers: [Speaker]) throws(StoreError) {
        guard !speakers.isEmpty else { return }
        let known = try services.lists.read(.people).flatMap { KnownPerson.read(line: $0) }
        let people = KnownPerson.adding(speakers, at: eventLabel, to: known)
        knownPeople = people
        if people != known { try services.lists.write(.people, people.map(\.line)) }
    }
}
