import Notebook

/// What is asked of `:agenda`: `2`, `24/11`, `14h00`, `2 14h00`, `Janson`, `24/11 swift`.
struct AgendaRequest {
    let day: CalendarDate
    /// From when talks are shown; nil: from now, where the day is going on.
    var time: TimeOfDay?
    /// What the talks have in room, track, title or speakers; empty: anything.
    var words = ""

    /// - Parameter day: where no other one is named.
    init(_ text: String, of programme: Programme, on day: CalendarDate) throws(Refusal) {
        if text.isEmpty {
            self.day = day
            return
        }
        if let whole = Self.day(text, of: programme) {
            self.day = whole
            return
        }
        let first = text.prefix { $0 != " " }
        let named = Self.day(String(first), of: programme)
        self.day = named ?? day
        let rest = named == nil ? text : text.dropFirst(first.count).trimmingBlanks
        if let time = Self.time(rest) {
            self.time = time
        } else {
            words = rest
        }
        // Digits alone are a day or a time, not words.
        guard words.isEmpty || words.contains(where: \.isLetter) else {
            throw Refusal(.noSuchDay(text, days: programme.days))
        }
    }

    private static func time(_ text: String) -> TimeOfDay? {
        guard case .time(let time) = TimeOfDay.read(text) else { return nil }
        return time
    }

    /// A date, or the number of a day of the event.
    private static func day(_ text: String, of programme: Programme) -> CalendarDate? {
        if let date = CalendarDate(reading: text) { return date }
        if let number = Int(text) {
            if programme.days.indices.contains(number - 1) { return programme.days[number - 1] }
            return programme.days.first { $0.day == number }
        }
        guard let match = DayOfYear.match(in: Array(text), at: 0), match.end == text.count else { return nil }
        return programme.days.first { $0.day == match.day.day && $0.month == match.day.month }
    }
}
