// What of the notebook's own is kept when a programme is read again.
extension Programme {
    /// Gives each session an id where its format has none, so that a line of the user's own, without an id, is known as one.
    package mutating func nameSessions() {
        for index in sessions.indices where sessions[index].id.isEmpty {
            sessions[index].id = Self.generatedMark + String(sessions[index].identity.checksum, radix: 36)
        }
    }

    private static let generatedMark = "~"

    /// Takes over what an old version has and a new one cannot have: lines of the user's own, and of a pasted page the days
    /// that another file or page is of.
    package mutating func keepOwn(of old: Programme) {
        let (known, days) = (Set(sessions.map(\.identity)), Set(sessions.map(\.day)))
        let isOfOneDay = comesDayByDay(with: old)
        let kept = old.sessions.filter { session in
            !known.contains(session.identity) && (session.id.isEmpty || isOfOneDay && !days.contains(session.day))
        }
        guard !kept.isEmpty else { return }
        sessions += kept
        for room in kept.map(\.room) where !room.isEmpty && !rooms.contains(room) { rooms.append(room) }
        sort()
    }

    /// The source of a programme that was pasted.
    package static let pageSource = "pasted page"

    /// The sources whose files are of one day of the event: those of another day are added.
    private static let sourcesOfOneDay: Set<String> = [pageSource, "Devoxx", "cfp.dev"]

    /// How many talks this programme has in common with the one before, where those are so few that it is likely another
    /// event's; nil where it is another version, or another day of it.
    package func sessionsInCommon(withAnother old: Programme) -> Int? {
        guard talks.count >= 3, old.talks.count >= 3 else { return nil }
        if comesDayByDay(with: old), isNear(old) { return nil }
        let titles = Set(old.talks.map(\.title.folded))
        let common = talks.count { titles.contains($0.title.folded) }
        return common * 10 < min(talks.count, old.talks.count) ? common : nil
    }

    /// Whether each file is of one day of the event, as that of another programme was.
    func comesDayByDay(with other: Programme) -> Bool {
        source == other.source && Self.sourcesOfOneDay.contains(source)
    }

    /// Whether its days are within a week of another programme's.
    private func isNear(_ other: Programme) -> Bool {
        days.contains { day in other.days.contains { abs($0.days(until: day)) <= 7 } }
    }

    /// Whether it is a calendar of some talks of a programme that has more: what a user starred there.
    package func isSelection(of other: Programme) -> Bool {
        guard source == "iCalendar", other.source != source, !sessions.isEmpty,
            // Nobody stars most of a programme: a calendar of nearly all talks is another form of it.
            sessions.count * 3 < other.talks.count * 2
        else { return false }
        let unknown = other.starring(self).unknown
        return unknown.count * 4 <= sessions.count
    }

    /// The talks whose room, track, title or speakers have words that begin so; the one whose title it is, alone.
    package func talks(with words: String) -> [ProgrammeSession] {
        let query = words.folded.split { !$0.isLetter && !$0.isNumber }
        guard !query.isEmpty else { return [] }
        let talks = talks
        let exact = talks.filter { $0.title.folded == words.folded.trimmingSpaces }
        return exact.isEmpty ? talks.filter { $0.fits(query) } : exact
    }
}

extension ProgrammeSession.Identity {
    /// The same in every run; FNV-1a.
    fileprivate var checksum: UInt32 {
        "\(day.compact) \(minute) \(room)\n\(title)".utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
