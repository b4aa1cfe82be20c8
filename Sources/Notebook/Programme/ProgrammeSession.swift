/// One entry of an event's programme.
package struct ProgrammeSession: Hashable, Sendable {
    /// What an entry is; only talks are offered as slots.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case talk
        /// Registration, coffee, lunch.
        case pause = "break"
        /// Lasts the whole day or has no time.
        case allDay = "all-day"
        /// Longer than six hours: a theme, an opening time.
        case long
        /// Far from the event's dates.
        case outside
    }

    /// What makes two entries the same one. No format's id does: they repeat.
    package struct Identity: Hashable, Sendable {
        package let day: CalendarDate
        /// Minutes since the midnight that `day` begins with.
        package let minute: Int
        package let room: String
        package let title: String

        package init(day: CalendarDate, minute: Int, room: String, title: String) {
            (self.day, self.minute, self.room, self.title) = (day, minute, room, title)
        }
    }

    /// The format's own id, to find the session again in another version of the programme; may repeat or be empty.
    package var id: String
    /// The day of the programme. A session at 00:15 may belong to the day before its date.
    package var day: CalendarDate
    package var start: ProgrammeMoment
    /// Nil where the programme states none; `Programme.end(of:)` then estimates.
    package var end: ProgrammeMoment?
    package var kind: Kind
    package var isStarred: Bool
    package var room: String
    package var track: String
    /// The kind of talk in the programme's own words: `Keynote`, `Workshop`.
    package var format: String
    package var title: String
    package var subtitle: String
    package var speakers: [Speaker]
    package var abstract: [AbstractBlock]

    package init(
        title: String, day: CalendarDate, start: ProgrammeMoment, end: ProgrammeMoment? = nil, kind: Kind = .talk
    ) {
        self.title = title
        self.day = day
        self.start = start
        self.end = end
        self.kind = kind
        (id, room, track, format, subtitle) = ("", "", "", "", "")
        (speakers, abstract, isStarred) = ([], [], false)
    }

    /// Minutes since the midnight that the programme's day begins with: 1455 for 00:15 in the night after it.
    package var minute: Int { start.minutes - DayNumber(day).value * 1440 }

    package var identity: Identity { Identity(day: day, minute: minute, room: room, title: title) }
}
