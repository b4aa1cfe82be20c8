extension Programme {
    /// Where somebody is, and when.
    package struct Whereabouts: Hashable, Sendable {
        package var date: CalendarDate
        package var time: TimeOfDay
        /// The programme's day that notes are taken of: in the night still the day before, and another one where somebody
        /// prepares or writes up.
        package var day: CalendarDate
        /// The room of the last talk; empty where there was none.
        package var room: String
        /// What already has a slot: offered last.
        package var taken: Set<ProgrammeSession.Identity>

        package init(
            date: CalendarDate, time: TimeOfDay, day: CalendarDate? = nil, room: String = "",
            taken: Set<ProgrammeSession.Identity> = []
        ) {
            self.date = date
            self.time = time
            self.day = day ?? date
            self.room = room
            self.taken = taken
        }

        package var minutes: Int { DayNumber(date).value * 1440 + time.minutes }

        /// Whether the day is going on: until its night's end.
        package var isThatDay: Bool { (0...1).contains(day.days(until: date)) }
    }

    /// How many minutes before its start a talk counts as on: people open their slot while others sit down.
    package static let lead = 10

    /// The talks that are on, the best first: not yet taken, starred, not too early, in the room of the last talk, begun
    /// last, in the order of the programme.
    package func on(_ here: Whereabouts) -> [ProgrammeSession] {
        let now = here.minutes
        // An end that must be looked for is asked last: no estimate is longer than three hours.
        let running = sessions.filter {
            $0.kind == .talk && $0.start.minutes - Self.lead <= now
                && now < $0.end?.minutes ?? ($0.start.minutes + 180) && now < end(of: $0)
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
        let later = sessions.filter {
            $0.kind == .talk && $0.start.minutes > here.minutes && (room == nil || $0.room.folded == room?.folded)
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
        // What is cheap to ask comes first: the words of a thousand sessions take longer than writing the slot.
        let today = sessions.indices.filter { sessions[$0].kind == .talk && sessions[$0].day == here.day }
        guard let time else {
            let title = words.folded.trimmingSpaces
            let found = today.map { sessions[$0] }.filter {
                isNear($0, here) ? $0.fits(query) : $0.title.folded == title
            }
            return found.sorted { abs($0.start.minutes - here.minutes) < abs($1.start.minutes - here.minutes) }
        }
        // A talk is announced for a time, not somewhere about it. With its words, a quarter of an hour is a change of plan.
        func distance(_ session: ProgrammeSession) -> Int { abs(session.start.time.minutes - time.minutes) }
        let widest = query.isEmpty ? 5 : 15
        let near = today.filter { distance(sessions[$0]) <= widest }.map { sessions[$0] }.filter { $0.fits(query) }
        let nearest = near.map(distance).min()
        let found = near.filter { distance($0) == nearest }
        let here = Whereabouts(date: here.day, time: time, room: here.room, taken: here.taken)
        let exact = found.filter { $0.title.folded == words.folded.trimmingSpaces }
        if !exact.isEmpty { return ranked(exact, here) }
        let titled = found.filter { $0.title.folded.fits(query) }
        return ranked(titled, here) + ranked(found.filter { !$0.title.folded.fits(query) }, here)
    }

    /// Whether words alone can mean a talk: it is on, or soon; a slot's title that is typed in the morning is not the talk
    /// of the afternoon that has the same word.
    private func isNear(_ session: ProgrammeSession, _ here: Whereabouts) -> Bool {
        guard here.isThatDay else { return true }
        return session.start.minutes - 60 <= here.minutes && here.minutes < end(of: session) + 30
    }

    /// Titles and speakers that begin with what was typed, for completion: sorted, each once.
    package func completions(for typed: String) -> [String] {
        let query = typed.folded
        let names = talks.flatMap { [$0.title] + $0.speakers.map(\.name) }
        return Set(names.filter { $0.folded.hasPrefix(query) }).sorted()
    }
}

extension ProgrammeSession {
    /// Whether each of the words begins a word of the room, track, title or speakers.
    func fits(_ query: [Substring]) -> Bool {
        guard !query.isEmpty else { return true }
        return ([room, track, title] + speakers.map(\.name)).joined(separator: " ").folded.fits(query)
    }
}

extension String {
    /// Whether each of the words begins a word of this text; both folded.
    fileprivate func fits(_ query: [Substring]) -> Bool {
        let words = unicodeScalars.split { !$0.isPartOfWord }
        return query.allSatisfy { part in words.contains { $0.starts(with: part.unicodeScalars) } }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter or a digit; most are ASCII, of which a table need not be asked.
    var isPartOfWord: Bool {
        switch self {
        case "a"..."z", "0"..."9", "A"..."Z": true
        default: value >= 0x80 && (properties.isAlphabetic || properties.numericType != nil)
        }
    }
}
