import Notebook

/// A date and a time in words, in either order.
struct StampWords {
    let dates: PastedDates
    let isMonthFirst: Bool

    func read(_ text: String) -> Stamp? {
        let separators: Set<Character> = [" ", ",", "\n", "\t", "\u{A0}", "\u{202F}"]
        let all = text.split(whereSeparator: separators.contains).map(String.init)
        var words = all.filter { !Self.fillers.contains($0.folded) }
        var offset: Int?
        if let last = words.last, ["UTC", "GMT"].contains(last.uppercased()) {
            offset = 0
            words.removeLast()
        }
        guard !words.isEmpty, words.count <= 9 else { return nil }
        // `24/05/2022T9h00`
        if words.count == 1, let place = words[0].firstIndex(of: "T"), place > words[0].startIndex {
            words = [String(words[0][..<place]), String(words[0][words[0].index(after: place)...])]
        }
        if let date = date(words[...]) { return Stamp(date: date, offset: offset) }
        // The time last, then first; the halves of the day may stand apart.
        for count in [1, 2] where words.count > count {
            if let time = Self.time(words.suffix(count)), let date = date(words.dropLast(count)) {
                return Stamp(date: date, time: time, offset: offset)
            }
        }
        for count in [1, 2] where words.count > count {
            if let time = Self.time(words.prefix(count)), let date = date(words.dropFirst(count)) {
                return Stamp(date: date, time: time, offset: offset)
            }
        }
        return Self.time(words[...]).map { Stamp(time: $0, offset: offset) }
    }

    private static let fillers: Set<String> = ["a", "at", "um", "uhr", "@", "|", "–", "-"]

    private func date(_ words: ArraySlice<String>) -> CalendarDate? {
        if words.count == 1, let word = words.first {
            if let numbers = Self.numbers(word) {
                let (day, month) = isMonthFirst ? (numbers.1, numbers.0) : (numbers.0, numbers.1)
                return CalendarDate(year: numbers.2, month: month, day: day)
            }
            return CalendarDate(reading: word)
        }
        return dates.read(words.joined(separator: " "))
    }

    /// The parts of `3/21/2026`, where a year comes last.
    static func numbers(_ word: some StringProtocol) -> (Int, Int, Int)? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, let first = Int(parts[0]), let second = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return (first, second, year)
    }

    /// `14:00:00`, `2:30 p.m.`
    private static func time(_ words: ArraySlice<String>) -> TimeOfDay? {
        let joined = words.joined()
        let word = joined.lowercased().hasSuffix("m.") ? joined.filter { $0 != "." } : joined
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        var clock = word
        if parts.count == 3 {
            // Seconds, and the half of the day after them.
            let half = parts[2].drop { $0.isNumber }
            clock = parts.prefix(2).joined(separator: ":") + half
        }
        guard case .time(let time) = TimeOfDay.read(clock) else { return nil }
        return time
    }
}

extension Source {
    /// Whether dates such as `3/21/2026` have the month first: where the other order is none, or is farther from a day.
    func hasMonthFirst(near day: CalendarDate?) -> Bool {
        let words = entries.lazy.flatMap { [$0.date, $0.start] }.filter { $0.utf8.contains(UInt8(ascii: "/")) }
        let numbers = words.compactMap { text in
            text.split { $0 == " " || $0 == "," }.lazy.compactMap { StampWords.numbers($0) }.first
        }
        guard let first = numbers.first else { return false }
        let canBeDayFirst = numbers.allSatisfy { $0.1 <= 12 }, canBeMonthFirst = numbers.allSatisfy { $0.0 <= 12 }
        guard canBeDayFirst, canBeMonthFirst, let day else { return canBeMonthFirst && !canBeDayFirst }
        func distance(_ date: CalendarDate?) -> Int { date.map { abs($0.days(until: day)) } ?? .max }
        return distance(CalendarDate(year: first.2, month: first.0, day: first.1))
            < distance(CalendarDate(year: first.2, month: first.1, day: first.0))
    }
}
