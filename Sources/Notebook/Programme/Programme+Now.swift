extension Programme {
    /// Where somebody is, and when.
    package struct Whereabouts: Hashable, Sendable {
        package var date: CalendarDate
        package var time: TimeOfDay
        /// The room of the last talk; empty where there was none.
        package var room: String
        /// What already has a slot: offered last.
        package var taken: Set<ProgrammeSession.Identity>

        package init(
            date: CalendarDate, time: TimeOfDay, room: String = "", taken: Set<ProgrammeSession.Identity> = []
        ) {
            self.date = date
            self.time = time
            self.room = room
            self.taken = taken
        }

        package var minutes: Int { DayNumber(date).value * 1440 + time.minutes }
    }

    /// How many minutes before its start a talk counts as on: people open their slot while others sit down.
    package static let lead = 10

    /// The talks that are on, the best first: not yet taken, starred, not too early, in the room of the last talk, begun
    /// last, in the order of the programme.
    package func on(_ here: Whereabouts) -> [ProgrammeSession] {
        let now = here.minutes
        // An end that must be looked for is asked last: no estimate is longer than three hours.
        let running = talks.filter {
            $0.start.minutes - Self.lead <= now && now < $0.end?.minutes ?? ($0.start.minutes + 180)
                && now < end(of: $0)
        }
        let beginning = Set(running.filter { $0.start.minutes > now }.map(\.room))
        let busy = Set(running.filter { $0.start.minutes <= now && !isClosing($0, now) }.map(\.room))
        let open = running.filter { $0.start.minutes > now || !beginning.contains($0.room) || busy.contains($0.room) }
        return ranked(open, here, busy: busy)
    }

    /// Whether a talk is in its last minutes, when what is about to begin in its room is what is meant.
    private func isClosing(_ session: ProgrammeSession, _ now: Int) -> Bool {
        let end = end(of: session)
        return end - now <= min(Self.lead, (end - session.start.minutes) / 2)
    }

    /// - Parameter busy: Rooms in which a talk goes on for a while: the next one there is not yet meant.
    private func ranked(
        _ sessions: [ProgrammeSession], _ here: Whereabouts, busy: Set<String> = []
    ) -> [ProgrammeSession] {
        let coming = sessions.filter { $0.start.minutes > here.minutes }
        let nearest = Dictionary(coming.map { ($0.room, $0.start.minutes) }, uniquingKeysWith: min)
        func rank(_ session: ProgrammeSession) -> [Int] {
            // Of what has not begun, only the next one of a room that is about to be free is meant.
            let isEarly =
                session.start.minutes > here.minutes
                && (busy.contains(session.room) || session.start.minutes != nearest[session.room])
            let isHere = !here.room.isEmpty && session.room.folded == here.room.folded
            return [
                here.taken.contains(session.identity) ? 1 : 0, session.isStarred ? 0 : 1, isEarly ? 1 : 0,
                isHere ? 0 : 1, -session.start.minutes,
            ]
        }
        let ranks = sessions.map(rank)
        return sessions.indices.sorted {
            ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0].lexicographicallyPrecedes(ranks[$1])
        }.map { sessions[$0] }
    }

    /// What follows: the talks of the next start after now, the best first. With `room`, only there.
    package func next(_ here: Whereabouts, room: String? = nil) -> [ProgrammeSession] {
        let later = talks.filter {
            $0.start.minutes > here.minutes && (room == nil || $0.room.folded == room?.folded)
                && DayNumber($0.day).value <= DayNumber(here.date).value
        }
        guard let start = later.map(\.start.minutes).min() else { return [] }
        return ranked(later.filter { $0.start.minutes == start }, here)
    }

    /// What `:new 14h00 souv` means: talks at that time all of whose words are found, the best first; none where nothing
    /// of the programme fits, so that what was typed is written as typed.
    ///
    /// - Parameters:
    ///   - time: The start that was typed; nil for now.
    ///   - words: Beginnings of words of the room, track, title or speakers, without regard to accents and case.
    package func matches(time: TimeOfDay?, words: String, _ here: Whereabouts) -> [ProgrammeSession] {
        let query = words.folded.split { !$0.isLetter && !$0.isNumber }
        guard time != nil || !query.isEmpty else { return on(here) }
        var found = talks.filter { session in
            DayNumber(session.day).value == DayNumber(here.date).value && session.fits(query)
        }
        if let time {
            // A talk is announced for a time, not somewhere about it; a quarter of an hour is a change of plan.
            let distances = found.map { abs($0.start.time.minutes - time.minutes) }
            guard let nearest = distances.min(), nearest <= 15 else { return [] }
            found = zip(found, distances).filter { $1 == nearest }.map(\.0)
        } else {
            found.sort { abs($0.start.minutes - here.minutes) < abs($1.start.minutes - here.minutes) }
            return found
        }
        let here = Whereabouts(date: here.date, time: time ?? here.time, room: here.room, taken: here.taken)
        let titled = found.filter { $0.title.folded.fits(query) }
        return ranked(titled, here) + ranked(found.filter { !$0.title.folded.fits(query) }, here)
    }

    /// Titles and speakers that begin with what was typed, for completion: sorted, each once.
    package func completions(for typed: String) -> [String] {
        let query = typed.folded
        let names = talks.flatMap { [$0.title] + $0.speakers.map(\.name) }
        return Set(names.filter { $0.folded.hasPrefix(query) }).sorted()
    }
}

extension ProgrammeSession {
    fileprivate func fits(_ query: [Substring]) -> Bool {
        guard !query.isEmpty else { return true }
        return ([room, track, title] + speakers.map(\.name)).joined(separator: " ").folded.fits(query)
    }
}

extension String {
    /// Whether each of the words begins a word of this text; both folded.
    fileprivate func fits(_ query: [Substring]) -> Bool {
        let words = split { !$0.isLetter && !$0.isNumber }
        return query.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
}
