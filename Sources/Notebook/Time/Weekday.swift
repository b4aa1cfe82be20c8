/// A day of the week, by its number: 1 is Monday.
package struct Weekday: Hashable, Sendable {
    package let number: Int

    /// Nil but for 1 to 7.
    package init?(_ number: Int) {
        guard (1...7).contains(number) else { return nil }
        self.number = number
    }

    /// The weekday of a date, by Sakamoto's method.
    package init(of date: CalendarDate) {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = date.month < 3 ? date.year - 1 : date.year
        let sum = year + year / 4 - year / 100 + year / 400 + shifts[date.month - 1] + date.day
        number = (sum + 6) % 7 + 1
    }

    /// How weekdays are written: their language and their case.
    package struct Form: Hashable, Sendable {
        package let language: Language
        package let letters: Letters

        package enum Language: Hashable, Sendable, CaseIterable { case french, english }
        package enum Letters: Hashable, Sendable, CaseIterable { case lower, capital, upper }

        package init(_ language: Language, _ letters: Letters) {
            self.language = language
            self.letters = letters
        }

        /// The name in this form.
        fileprivate func text(_ name: String) -> String {
            switch letters {
            case .lower: name
            case .capital: name.prefix(1).uppercased() + name.dropFirst()
            case .upper: name.uppercased()
            }
        }

        fileprivate var names: [String] {
            switch language {
            case .french: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
            case .english: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            }
        }

        /// Every form.
        package static let all = Language.allCases.flatMap { language in
            Letters.allCases.map { Form(language, $0) }
        }
    }

    package func text(_ form: Form) -> String { form.text(form.names[number - 1]) }

    /// The weekday whose whole name begins at `position`, and the form it has.
    package static func match(in text: [Character], at position: Int) -> (day: Weekday, form: Form, end: Int)? {
        let word = text[position...].prefix { $0.isLetter }
        for form in Form.all {
            guard let index = form.names.firstIndex(where: { form.text($0) == String(word) }),
                let day = Weekday(index + 1)
            else { continue }
            return (day, form, word.endIndex)
        }
        return nil
    }
}
