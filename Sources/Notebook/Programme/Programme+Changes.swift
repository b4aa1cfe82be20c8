/// What differs between two versions of a programme.
package enum ProgrammeChange: Hashable, Sendable {
    /// Another day, start, end or room.
    case moved(from: ProgrammeSession, to: ProgrammeSession)
    case renamed(from: ProgrammeSession, to: ProgrammeSession)
    case cancelled(ProgrammeSession)
    case new(ProgrammeSession)

    /// The session that is elsewhere or at another time now; nil for another change.
    package var moved: ProgrammeSession.Identity? {
        if case .moved(_, let session) = self { return session.identity }
        return nil
    }
}

extension Programme {
    /// This programme, read again, with the stars of the old version, and what has changed since.
    ///
    /// Sessions are found again by identity, then by id where it is one session's only in both versions, then by title and
    /// speakers. Changes are in the order of the new programme; what was cancelled comes last.
    package func updating(_ old: Programme) -> (programme: Programme, changes: [ProgrammeChange]) {
        let pairs = pairs(with: old)
        var (result, changes) = (self, [ProgrammeChange]())
        // The first file of a day is no change of it.
        let days = comesDayByDay(with: old) ? Set(old.days) : nil
        for (index, session) in sessions.enumerated() {
            guard let before = pairs[index].map({ old.sessions[$0] }) else {
                if session.kind == .talk, days?.contains(session.day) ?? true { changes.append(.new(session)) }
                continue
            }
            result.sessions[index].isStarred = session.isStarred || before.isStarred
            result.sessions[index].ownCells = before.ownCells
            let now = result.sessions[index]
            if before.isElsewhere(than: now) { changes.append(.moved(from: before, to: now)) }
            if before.title != now.title { changes.append(.renamed(from: before, to: now)) }
        }
        let kept = Set(pairs.compactMap { $0 })
        changes += old.sessions.indices.filter { !kept.contains($0) && old.sessions[$0].kind == .talk }
            .map { .cancelled(old.sessions[$0]) }
        return (result, changes)
    }

    /// For each session the index of the same one in the old programme, or nil; no old session is named twice.
    private func pairs(with old: Programme) -> [Int?] {
        var pairs = [Int?](repeating: nil, count: sessions.count)
        var used: Set<Int> = []
        func pair<Key: Hashable>(_ key: (ProgrammeSession) -> Key?) {
            let before = Self.unique(old.sessions, except: used, by: key)
            let now = Self.unique(sessions, except: Set(pairs.indices.filter { pairs[$0] != nil }), by: key)
            for (key, index) in now {
                guard let match = before[key] else { continue }
                pairs[index] = match
                used.insert(match)
            }
        }
        pair(\.identity)
        pair { $0.id.isEmpty ? nil : $0.id }
        pair { [$0.title.folded] + $0.speakers.map(\.name.folded).sorted() }
        pair { $0.title.folded }
        return pairs
    }

    /// The sessions that are the only one with their key.
    private static func unique<Key: Hashable>(
        _ sessions: [ProgrammeSession], except used: Set<Int>, by key: (ProgrammeSession) -> Key?
    ) -> [Key: Int] {
        var found: [Key: Int] = [:]
        var repeated: Set<Key> = []
        for (index, session) in sessions.enumerated() where !used.contains(index) {
            guard let key = key(session) else { continue }
            if found.updateValue(index, forKey: key) != nil { repeated.insert(key) }
        }
        return found.filter { !repeated.contains($0.key) }
    }

    /// The programme with a star for each session that `favourites` lists (a calendar of the user's stars), and those of
    /// them that it does not have.
    package func starring(_ favourites: Programme) -> (programme: Programme, unknown: [ProgrammeSession]) {
        let pairs = favourites.pairs(with: self)
        var (result, unknown) = (self, [ProgrammeSession]())
        for (index, favourite) in favourites.sessions.enumerated() {
            // A calendar's title has the speakers after it: compared with the programme where nothing else fits.
            let match =
                pairs[index]
                ?? sessions.firstIndex {
                    $0.start.minutes == favourite.start.minutes && favourite.title.hasPrefix($0.title)
                }
            if let match { result.sessions[match].isStarred = true } else { unknown.append(favourite) }
        }
        return (result, unknown)
    }
}

extension ProgrammeSession {
    fileprivate func isElsewhere(than other: ProgrammeSession) -> Bool {
        day != other.day || start.minutes != other.start.minutes || end?.minutes != other.end?.minutes
            || room != other.room
    }
}
