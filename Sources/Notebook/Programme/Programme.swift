/// What an event publishes of its sessions, read from a file of whatever format.
package struct Programme: Hashable, Sendable {
    /// What the times stand for.
    package enum Times: Hashable, Sendable {
        /// The clock on the wall, as far as can be known.
        case local
        /// As written, but the file labels them UTC or contradicts its own zone: they may be off by hours.
        case doubtful
        /// The user has said that what is written is the clock on the wall.
        case asWritten
        /// Converted to the zone of this name.
        case converted(String)
    }

    /// The event's name; empty where the file has none.
    package var event: String
    /// The format it was read from: `pretalx`, `frab`, `iCalendar`.
    package var source: String
    /// The zone that the file states: `Europe/Paris`; empty where it states none.
    package var zone: String
    package var times: Times
    /// In the order of day, start, room, as `sort` leaves them.
    package var sessions: [ProgrammeSession]
    /// In the order of the file.
    package var rooms: [String]

    package init(
        event: String = "", source: String = "", zone: String = "", times: Times = .local,
        sessions: [ProgrammeSession] = []
    ) {
        self.event = event
        self.source = source
        self.zone = zone
        self.times = times
        self.sessions = sessions
        var seen: Set<String> = []
        rooms = sessions.map(\.room).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    package var talks: [ProgrammeSession] { sessions.filter { $0.kind == .talk } }

    /// The days that have talks, in order.
    package var days: [CalendarDate] { Set(talks.map(\.day)).sorted() }

    /// Puts the sessions into the order of day, start, room; of equal ones, the file's order stands.
    package mutating func sort() {
        let places = Dictionary(rooms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        // Sessions are large: their keys are sorted, and each session is moved once.
        let keys = sessions.enumerated().map { index, session in
            (DayNumber(session.day).value, session.start.minutes, places[session.room] ?? rooms.count, index)
        }
        guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return }
        sessions = keys.sorted { $0 < $1 }.map { sessions[$0.3] }
    }

    /// When a session ends: as stated, else when the next one of its room begins that day, else after an hour.
    package func end(of session: ProgrammeSession) -> Int {
        if let end = session.end { return end.minutes }
        let start = session.start.minutes
        let next = sessions.lazy.filter { $0.day == session.day && $0.room == session.room }
            .map(\.start.minutes).filter { $0 > start }.min()
        return min(next ?? start + 60, start + 180)
    }

    /// Whether nobody can hear both sessions whole.
    package func overlap(_ one: ProgrammeSession, _ other: ProgrammeSession) -> Bool {
        one.start.minutes < end(of: other) && other.start.minutes < end(of: one)
    }

    /// The first and the last start of a day, to be shown where the times are in doubt.
    package func hours(of day: CalendarDate) -> (first: ProgrammeMoment, last: ProgrammeMoment)? {
        let starts = sessions.lazy.filter { $0.kind == .talk && $0.day == day }.map(\.start)
        guard let first = starts.min(), let last = starts.max() else { return nil }
        return (first, last)
    }
}
