/// A date of the Gregorian calendar: the day of an event.
package struct CalendarDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where there is no such day: 2023-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    package static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// 1970-01-01, for a clock that knows no date.
    package static let epoch = CalendarDate(validYear: 1970, month: 1, day: 1)

    private init(validYear year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// How many days later `other` is.
    package func days(until other: CalendarDate) -> Int { other.number - number }

    /// The day after; nil after the last day of the year 9999.
    package var next: CalendarDate? {
        CalendarDate(year: year, month: month, day: day + 1) ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1)
    }

    /// Days since the calendar's beginning.
    private var number: Int {
        let before = year - 1
        let months = (1..<month).reduce(0) { $0 + Self.days(in: $1, of: year) }
        return before * 365 + before / 4 - before / 100 + before / 400 + months + day
    }

    /// Reads `2022-05-24`, `2022/05/24`, `20220524` and, day first, `24/05/2022`, `24.05.2022`, in any form of ``DayOfYear``
    /// that has a year.
    package init?(reading word: some StringProtocol) {
        let text = Array(word)
        guard let match = DayOfYear.match(in: text, at: 0), match.end == text.count, let year = match.day.year else {
            return nil
        }
        self.init(year: year, month: match.day.month, day: match.day.day)
    }

    /// Whether a word is written like a date with its year, be there such a day or not: `31/11/2026`.
    package static func isWritten(like word: some StringProtocol) -> Bool {
        let isDigit = { (character: Character) in character.isASCII && character.isNumber }
        guard let sign = word.first(where: { !isDigit($0) }) else {
            return word.count == 8 && (word.hasPrefix("19") || word.hasPrefix("20"))
        }
        let parts = word.split(separator: sign, omittingEmptySubsequences: false)
        guard "/.-".contains(sign), parts.count == 3, parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
        let counts = parts.map { $0.count < 3 ? min($0.count * 2, 2) : $0.count }
        return counts == [4, 2, 2] || counts == [2, 2, 4]
    }

    /// `20220524`, as file names begin.
    package var compact: String { text(separator: "") }

    /// `2022/05/24`, as day titles end.
    package var slashed: String { text(separator: "/") }

    private func text(separator: String) -> String {
        let year = String(repeating: "0", count: 4 - String(self.year).count) + String(self.year)
        return [year, month < 10 ? "0\(month)" : "\(month)", day < 10 ? "0\(day)" : "\(day)"]
            .joined(separator: separator)
    }
}
