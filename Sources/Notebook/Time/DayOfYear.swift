/// A date as headings give it: often without the year.
package struct DayOfYear: Hashable, Sendable {
    package let year: Int?
    package let month: Int
    package let day: Int

    /// Nil where no year has such a day.
    package init?(year: Int? = nil, month: Int, day: Int) {
        guard CalendarDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    package init(_ date: CalendarDate) { (year, month, day) = (date.year, date.month, date.day) }

    /// Whether `date` is this day, of any year where none is given.
    package func isSame(as date: CalendarDate) -> Bool {
        (month, day) == (date.month, date.day) && (year ?? date.year) == date.year
    }

    /// How dates are written: `2022/05/24`, `24.05.2022`, `17/04`, `20220524`, `17 avril 2024`.
    package struct Form: Hashable, Sendable {
        package let order: Order
        /// Between the parts; empty for `20220524`.
        package let separator: String
        package let hasYear: Bool
        /// Whether day and month have two digits.
        package let pads: Bool

        package enum Order: Hashable, Sendable {
            case yearFirst, dayFirst
            /// Day, name of the month, year.
            case named(Weekday.Form.Language)
        }

        package init(_ order: Order, separator: String, hasYear: Bool = true, pads: Bool = true) {
            (self.order, self.separator, self.hasYear, self.pads) = (order, separator, hasYear, pads)
        }

        /// `2022/05/24`
        package static let slashed = Form(.yearFirst, separator: "/")
    }

    package func text(_ form: Form) -> String {
        let two = { (number: Int) in form.pads && number < 10 ? "0\(number)" : "\(number)" }
        let years =
            form.hasYear ? year.map { [String(repeating: "0", count: max(0, 4 - "\($0)".count)) + "\($0)"] } ?? [] : []
        let parts =
            switch form.order {
            case .yearFirst: years + [two(month), two(day)]
            case .dayFirst: [two(day), two(month)] + years
            case .named(let language): [two(day), Self.months(language)[month - 1]] + years
            }
        return parts.joined(separator: form.separator)
    }

    fileprivate static func months(_ language: Weekday.Form.Language) -> [String] {
        switch language {
        case .french:
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }
}

extension DayOfYear {
    /// The date that begins at `position`, its form, and where it ends. It is not part of a longer number.
    package static func match(in text: [Character], at position: Int) -> (day: DayOfYear, form: Form, end: Int)? {
        named(text, position) ?? numeric(text, position) ?? compact(text, position)
    }

    /// `2022/05/24`, `24.5.2022`, `17/04`: numbers separated by one sign.
    private static func numeric(_ text: [Character], _ position: Int) -> (day: DayOfYear, form: Form, end: Int)? {
        let run = text[position...].prefix { $0.isDigit || "/-.".contains($0) }
        let word = run.last?.isDigit == false ? run.dropLast() : run
        guard let sign = word.first(where: { !$0.isDigit }), isWhole(text, word.endIndex) else { return nil }
        let parts = word.split(separator: sign, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int(String($0)) }
        guard numbers.count == parts.count else { return nil }
        let separator = String(sign)
        let short = parts.filter { $0.count < 4 }
        let pads = short.allSatisfy { $0.count == 2 }
        switch parts.map({ $0.count == 1 ? 2 : $0.count }) {
        case [4, 2, 2]:
            return found(numbers[0], numbers[1], numbers[2], Form(.yearFirst, separator: separator, pads: pads), word)
        case [2, 2, 4]:
            return found(numbers[2], numbers[1], numbers[0], Form(.dayFirst, separator: separator, pads: pads), word)
        case [2, 2] where sign == "/":
            let form = Form(.dayFirst, separator: separator, hasYear: false, pads: pads)
            return found(nil, numbers[1], numbers[0], form, word)
        default: return nil
        }
    }

    /// `20220524`
    private static func compact(_ text: [Character], _ position: Int) -> (day: DayOfYear, form: Form, end: Int)? {
        let word = text[position...].prefix { $0.isDigit }
        guard word.count == 8, let number = Int(String(word)), isWhole(text, word.endIndex) else { return nil }
        return found(number / 10000, number / 100 % 100, number % 100, Form(.yearFirst, separator: ""), word)
    }

    /// `17 avril 2024`, `17 avril`
    private static func named(_ text: [Character], _ position: Int) -> (day: DayOfYear, form: Form, end: Int)? {
        let digits = text[position...].prefix { $0.isDigit }
        guard (1...2).contains(digits.count), let day = Int(String(digits)), text[digits.endIndex...].first == " "
        else {
            return nil
        }
        let word = text[(digits.endIndex + 1)...].prefix { $0.isLetter }
        for language in Weekday.Form.Language.allCases {
            guard let month = months(language).firstIndex(of: String(word)) else { continue }
            let after = text[word.endIndex...].dropFirst()
            let year = text[word.endIndex...].first == " " ? after.prefix { $0.isDigit } : []
            let hasYear = year.count == 4 && isWhole(text, year.endIndex)
            let pads = digits.count == 2 && (day < 10 || digits.first == "0")
            let form = Form(.named(language), separator: " ", hasYear: hasYear, pads: pads)
            let range = position..<(hasYear ? year.endIndex : word.endIndex)
            return found(hasYear ? Int(String(year)) : nil, month + 1, day, form, text[range])
        }
        return nil
    }

    private static func found(
        _ year: Int?, _ month: Int, _ day: Int, _ form: Form, _ word: ArraySlice<Character>
    ) -> (day: DayOfYear, form: Form, end: Int)? {
        DayOfYear(year: year, month: month, day: day).map { ($0, form, word.endIndex) }
    }

    private static func isWhole(_ text: [Character], _ end: Int) -> Bool {
        text[end...].first.map { !$0.isLetter && !$0.isNumber } ?? true
    }
}
