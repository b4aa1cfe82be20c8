/// The forms in which people write times: one table, for reading and for writing.
package enum TimeTable {
    /// One row: what stands between hour and minutes, and what else the form has.
    package struct Row: Sendable {
        /// What may stand between hour and minutes; a space stands for any kind of space.
        package let separators: [String]
        package let minutes: Minutes
        package let half: Presence
        package let evidence: Evidence

        package enum Minutes: Sendable {
            case two, none
            /// Three or four digits hold hour and minutes.
            case joined
        }

        package enum Presence: Sendable {
            case required, optional, never
        }

        /// How sure it is that somebody meant a time.
        package enum Evidence: Sendable {
            case sure
            /// `9.30`, `1400`: as well a version, a year, a quantity.
            case weak
        }
    }

    package static let rows = [
        Row(separators: ["h", "H", " h "], minutes: .two, half: .optional, evidence: .sure),
        Row(separators: ["h", "H", " h"], minutes: .none, half: .never, evidence: .sure),
        Row(separators: [":"], minutes: .two, half: .optional, evidence: .sure),
        Row(separators: [""], minutes: .none, half: .required, evidence: .sure),
        Row(separators: ["."], minutes: .two, half: .optional, evidence: .weak),
        Row(separators: [""], minutes: .joined, half: .optional, evidence: .weak),
    ]

    /// Between start and end; those made of letters need spaces around them. Longer ones come first.
    package static let arrows = [
        "jusqu'à", "jusqu’à", "until", "bis", "to", "à", "-->", "->", "=>", "→", "–", "—", "-", "/", "~",
    ]
}

extension TimeTable {
    /// A time as it stands in a text.
    package struct Match: Hashable, Sendable {
        /// Nil: written like a time, but there is no such time.
        package let time: TimeOfDay?
        package let form: TimeOfDay.Form
        package let evidence: Row.Evidence
        /// Where it stands among the text's characters.
        package let range: Range<Int>
    }

    /// The longest time that begins at `position`; nil where none does, or where it is part of something longer.
    package static func match(in text: [Character], at position: Int) -> Match? {
        let found = rows.flatMap { row in
            row.separators.compactMap { row.match(in: text, at: position, separator: Array($0)) }
        }
        return found.max { ($0.range.count, $0.time != nil ? 1 : 0) < ($1.range.count, $1.time != nil ? 1 : 0) }
    }
}

extension TimeTable.Row {
    /// The time of this row's form that begins at `position`.
    fileprivate func match(in text: [Character], at position: Int, separator: [Character]) -> TimeTable.Match? {
        var reader = TimeReader(text: text, position: position)
        guard let digits = reader.digits(minutes == .joined ? 3...4 : 1...2),
            let between = reader.take(separator),
            let minute = minutes == .two ? reader.digits(2...2) ?? nil : (count: 0, value: 0)
        else { return nil }
        let half = half == .never ? nil : reader.half()
        guard reader.isAtBoundary, half != nil || self.half != .required else { return nil }
        let joined = minutes == .joined
        let hour = joined ? digits.value / 100 : digits.value
        let isBareHour = minutes == .none && half == nil
        // `48h` without minutes is a number of hours, not a time that there is none of.
        if isBareHour, hour > 24 { return nil }
        let form = TimeOfDay.Form(
            // `2 pm` has no separator: with minutes it would be `2:30 pm`.
            separator: minutes == .none && half != nil ? ":" : between,
            padsHour: joined ? digits.count == 4 : digits.count == 2, keepsFullHour: minutes != .none,
            half: half?.form)
        let time = Self.time(hour, joined ? digits.value % 100 : minute.value, half?.isAfternoon)
        return TimeTable.Match(time: time, form: form, evidence: evidence, range: position..<reader.position)
    }

    /// 24h00 is midnight, as it ends a day.
    private static func time(_ hour: Int, _ minute: Int, _ isAfternoon: Bool?) -> TimeOfDay? {
        guard let isAfternoon else { return TimeOfDay(hour: hour == 24 && minute == 0 ? 0 : hour, minute: minute) }
        guard (1...12).contains(hour) else { return nil }
        return TimeOfDay(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute)
    }
}

/// Reads the parts of a time from left to right.
private struct TimeReader {
    let text: [Character]
    var position: Int

    mutating func digits(_ count: ClosedRange<Int>) -> (count: Int, value: Int)? {
        let digits = text[position...].prefix { $0.isDigit }
        guard count.contains(digits.count), let value = Int(String(digits)) else { return nil }
        position += digits.count
        return (digits.count, value)
    }

    /// The text that fits a separator; nil where another stands here.
    mutating func take(_ separator: [Character]) -> String? {
        let rest = text[position...].prefix(separator.count)
        guard rest.count == separator.count, zip(rest, separator).allSatisfy({ $0 == $1 || $0.isSpace && $1 == " " })
        else { return nil }
        position += separator.count
        return String(rest)
    }

    mutating func half() -> (form: TimeOfDay.Form.Half, isAfternoon: Bool)? {
        let space = text[position...].prefix { $0.isSpace }
        guard space.count <= 1 else { return nil }
        let rest = text[(position + space.count)...]
        // The dotted words are longer: `p.m.` is not `p` and more.
        for words in TimeOfDay.Form.Half.Words.allCases.reversed() {
            guard let index = words.texts.firstIndex(where: { rest.starts(with: $0) }) else { continue }
            position += space.count + words.texts[index].count
            return (TimeOfDay.Form.Half(space: String(space), words: words), index == 1)
        }
        return nil
    }

    /// Whether what was read is whole: no letter, digit, or digit after a point follows.
    var isAtBoundary: Bool {
        guard let next = text[position...].first else { return true }
        if next.isLetter || next.isNumber || "_%°€$".contains(next) { return false }
        guard ".:,".contains(next) else { return true }
        return text[position...].dropFirst().first?.isDigit != true
    }
}
