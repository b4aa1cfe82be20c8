/// A date and a time of day as a programme writes them.
package struct ProgrammeMoment: Hashable, Comparable, Sendable {
    package var date: CalendarDate
    package var time: TimeOfDay
    /// Minutes east of UTC that the programme states for it; nil where it states none.
    package var offset: Int?

    package init(date: CalendarDate, time: TimeOfDay, offset: Int? = nil) {
        self.date = date
        self.time = time
        self.offset = offset
    }

    /// Minutes on the local clock since 1970-01-01 00:00; the offset does not count.
    package var minutes: Int { DayNumber(date).value * 1440 + time.minutes }

    /// The moment that `minutes` of the local clock stand for; nil outside the years 1 to 9999.
    package init?(minutes: Int, offset: Int? = nil) {
        let day = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        let rest = minutes - day * 1440
        guard let date = DayNumber(day).date, let time = TimeOfDay(hour: rest / 60, minute: rest % 60) else {
            return nil
        }
        self.init(date: date, time: time, offset: offset)
    }

    package static func < (one: ProgrammeMoment, other: ProgrammeMoment) -> Bool { one.minutes < other.minutes }

    /// The moment so many minutes later; nil outside the years 1 to 9999.
    package func adding(minutes count: Int) -> ProgrammeMoment? {
        ProgrammeMoment(minutes: minutes + count, offset: offset)
    }
}

/// A date as a number of days since 1970-01-01, to count with.
package struct DayNumber: Hashable, Sendable {
    package let value: Int

    package init(_ value: Int) { self.value = value }

    package init(_ date: CalendarDate) {
        // Howard Hinnant's days_from_civil: years begin in March, so that a leap day is the last of its year.
        let year = date.month > 2 ? date.year : date.year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1
        value = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Nil outside the years 1 to 9999.
    package var date: CalendarDate? {
        guard (-719_162...2_932_896).contains(value) else { return nil }
        let days = value + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
        return CalendarDate(year: year, month: month < 10 ? month + 3 : month - 9, day: day)
    }

    /// 0 for Monday to 6 for Sunday.
    package var weekday: Int { ((value + 3) % 7 + 7) % 7 }

    package static func + (day: DayNumber, count: Int) -> DayNumber { DayNumber(day.value + count) }
}
