import Notebook

/// Dates as pages write them: `jeudi 23`, `Saturday 23rd November 2013`, `Mardi 22 juin`, `23/05/2013`.
struct PastedDates {
    /// For what is left out: the year, the month.
    private let near: CalendarDate?

    init(near: CalendarDate?) { self.near = near }

    /// The date that a whole line is; nil for any other line, and where what is left out cannot be found.
    ///
    /// - Parameter takesWeekdays: whether a day of the week alone is one, the nearest.
    func read(_ line: String, takesWeekdays: Bool = false) -> CalendarDate? {
        guard line.utf8.count < 100 else { return nil }
        var words = line.folded.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" }.map(String.init)
        words.removeAll { !$0.contains { $0.isLetter || $0.isNumber } }
        // `Day 1: Saturday 21 March`
        if words.count > 2, ["day", "jour", "journee", "tag"].contains(words[0]), words[1].count < 3,
            Int(words[1]) != nil
        {
            words.removeFirst(2)
        }
        if words.count == 1, let weekday = Self.weekdays[words[0]], takesWeekdays || words[0].count > 4 {
            return near.flatMap { nearest(to: $0) { DayNumber($0).weekday == weekday } }
        }
        guard (1...6).contains(words.count), !line.contains(":") || words.count <= 5 else { return nil }
        var found = Parts()
        for word in words {
            guard found.take(word) else { return nil }
        }
        if found.isMarchOrTuesday {
            if found.year != nil, found.month == nil { found.month = 3 } else { found.weekday = 1 }
        }
        return found.date ?? date(found)
    }

    private struct Parts {
        var date: CalendarDate?
        var weekday: Int?, day: Int?, month: Int?, year: Int?
        var isMarchOrTuesday = false

        /// Whether the word is of a date.
        mutating func take(_ word: String) -> Bool {
            if let value = PastedDates.weekdays[word] {
                weekday = value
            } else if let value = PastedDates.months[word] {
                month = value
            } else if word == "mar" {
                // March or mardi.
                isMarchOrTuesday = true
            } else if let value = CalendarDate(reading: word), word.count >= 8 {
                date = value
            } else if let value = PastedDates.number(word) {
                guard value > 31 ? year == nil : day == nil else { return false }
                if value > 31 { year = value } else { day = value }
            } else {
                return PastedDates.fillers.contains(word)
            }
            return true
        }
    }

    /// `23`, `23rd`, `1er`, `2013`.
    private static func number(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let rest = word.dropFirst(digits.count)
        guard let value = Int(digits.prefix(5)), ["", "st", "nd", "rd", "th", "er"].contains(rest),
            (1...31).contains(value) || (1900...2199).contains(value)
        else { return nil }
        return value
    }

    /// Completes a date with the one that is nearest to the day that is given.
    private func date(_ parts: Parts) -> CalendarDate? {
        guard let day = parts.day, parts.weekday != nil || parts.month != nil else { return nil }
        if let year = parts.year, let month = parts.month { return CalendarDate(year: year, month: month, day: day) }
        guard let near else { return nil }
        return nearest(to: near) { date in
            date.day == day && (parts.month == nil || date.month == parts.month)
                && (parts.year == nil || date.year == parts.year)
                && (parts.weekday == nil || DayNumber(date).weekday == parts.weekday)
        }
    }

    private func nearest(to day: CalendarDate, where fits: (CalendarDate) -> Bool) -> CalendarDate? {
        let center = DayNumber(day).value
        return (-400...400).lazy.compactMap { DayNumber(center + $0).date }.filter(fits)
            .min { abs(DayNumber($0).value - center) < abs(DayNumber($1).value - center) }
    }

    private static let fillers: Set<String> = ["day", "jour", "le", "the", "of", "de", "tag", "den", "on", "du"]

    private static let weekdays: [String: Int] = {
        let names = [
            ["monday", "mon", "lundi", "lun", "lu", "montag", "mo"],
            ["tuesday", "tue", "tues", "mardi", "ma", "dienstag"],
            ["wednesday", "wed", "mercredi", "mer", "me", "mittwoch", "mi"],
            ["thursday", "thu", "thur", "thurs", "jeudi", "jeu", "je", "donnerstag", "do"],
            ["friday", "fri", "vendredi", "ven", "ve", "freitag", "fr"],
            ["saturday", "sat", "samedi", "sam", "samstag", "sa"],
            ["sunday", "sun", "dimanche", "dim", "sonntag", "so"],
        ]
        return Dictionary(uniqueKeysWithValues: names.enumerated().flatMap { day, names in names.map { ($0, day) } })
    }()

    private static let months: [String: Int] = {
        let names = [
            ["january", "jan", "janvier", "janv", "januar"], ["february", "feb", "fevrier", "fevr", "fev", "februar"],
            ["march", "mars", "marz", "mrz"],
            ["april", "apr", "avril", "avr"], ["may", "mai"], ["june", "jun", "juin", "juni"],
            ["july", "jul", "juillet", "juil", "juli"],
            ["august", "aug", "aout"], ["september", "sep", "sept", "septembre"],
            ["october", "oct", "octobre", "oktober", "okt"], ["november", "nov", "novembre"],
            ["december", "dec", "decembre", "dezember", "dez"],
        ]
        return Dictionary(
            uniqueKeysWithValues: names.enumerated().flatMap { month, names in names.map { ($0, month + 1) } })
    }()
}
