extension TimeOfDay {
    /// How a time is written: `09h30`, `9:30 AM`, `14 h`.
    package struct Form: Hashable, Sendable {
        /// Between hour and minutes: `h`, `:`, `.`, ` h `; empty for `1400`.
        package var separator: String
        /// Whether an hour below ten has two digits.
        package var padsHour: Bool
        /// Whether a full hour is written with its minutes: `14h00`, not `14h`.
        package var keepsFullHour: Bool
        /// What says morning or afternoon; nil for a day of 24 hours.
        package var half: Half?

        /// What stands after a time of the twelve-hour clock.
        package struct Half: Hashable, Sendable {
            /// Between the digits and the word.
            package var space: String
            package var words: Words

            package init(space: String, words: Words) {
                self.space = space
                self.words = words
            }

            package enum Words: String, Hashable, Sendable, CaseIterable {
                case lower = "am pm"
                case upper = "AM PM"
                case dotted = "a.m. p.m."
                case upperDotted = "A.M. P.M."

                /// The word for the morning, and the one for the afternoon.
                package var texts: [String] { rawValue.split(separator: " ").map(String.init) }
            }
        }

        package init(separator: String, padsHour: Bool = true, keepsFullHour: Bool = true, half: Half? = nil) {
            self.separator = separator
            self.padsHour = padsHour
            self.keepsFullHour = keepsFullHour
            self.half = half
        }

        /// `09h30`
        package static let h = Form(separator: "h")
        /// `09:30`
        package static let colon = Form(separator: ":")
    }

    /// The time in a form.
    package func text(_ form: Form) -> String {
        let shown = form.half == nil ? hour : (hour + 11) % 12 + 1
        let hours = form.padsHour ? Self.twoDigits(shown) : "\(shown)"
        return hours + minutesText(form) + (form.half.map { $0.space + $0.words.texts[hour / 12] } ?? "")
    }

    /// What stands between the hour and the word for its half of the day.
    private func minutesText(_ form: Form) -> String {
        if minute > 0 || form.keepsFullHour { return form.separator + Self.twoDigits(minute) }
        return form.half == nil ? String(form.separator.reversed().drop { $0.isSpace }.reversed()) : ""
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Character {
    /// A space, a tab, or one of the spaces that French typography and web pages put around signs (U+00A0, U+202F).
    package var isSpace: Bool { self == " " || self == "\t" || self == "\u{A0}" || self == "\u{202F}" }

    /// `0` to `9`.
    package var isDigit: Bool { ("0"..."9").contains(self) }
}
