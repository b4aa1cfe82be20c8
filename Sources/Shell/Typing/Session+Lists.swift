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
    var people: [Speaker] {
        if let known = knownPeople { return known }
        let read = lines(.people).flatMap { Speaker.read(list: $0) }
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

    /// Remembers who talks, and for whom.
    func remember(_ speakers: [Speaker]) throws(StoreError) {
        let known = try services.lists.read(.people).flatMap { Speaker.read(list: $0) }
        let named = speakers.map { speaker in
            speaker.affiliation == nil ? known.first { $0.isSamePerson(as: speaker) } ?? speaker : speaker
        }
        let others = known.filter { person in !named.contains { $0.isSamePerson(as: person) } }
        knownPeople = named + others
        if named + others != known { try services.lists.write(.people, (named + others).map(\.shown)) }
    }
}

extension Speaker {
    fileprivate func isSamePerson(as other: Speaker) -> Bool { name.folded == other.name.folded }
}
