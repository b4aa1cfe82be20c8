extension TimeOfDay {
    /// What reading a word as a time gives.
    package enum Reading: Hashable, Sendable {
        case time(TimeOfDay)
        /// Written like a time, but there is no such time: `25h99`.
        case impossible
        case notATime
    }

    /// Reads a time as people type it: `14h00`, `14h`, `14:00`, `1400`, `9.30`, `2pm`, `2:30pm`.
    package static func read(_ word: some StringProtocol) -> Reading {
        var scanner = Scanner(word)
        guard let first = scanner.digits(atMost: 4) else { return .notATime }
        let hasSeparator = scanner.skip(separators)
        let second = hasSeparator || first.count <= 2 ? scanner.digits(atMost: 2) : nil
        let half = scanner.half()
        guard scanner.isAtEnd else { return .notATime }
        switch (first.count, hasSeparator, half) {
        case (1...2, true, _): return time(hour: first.value, minute: second, half: half, separator: scanner.separator)
        case (1...2, false, .some): return time(hour: first.value, minute: nil, half: half, separator: nil)
        case (3...4, false, _):
            return time(hour: first.value / 100, minute: (2, first.value % 100), half: half, separator: nil)
        default: return .notATime
        }
    }

    private static let separators: Set<Character> = ["h", "H", ":", "."]

    private static func time(hour: Int, minute: Digits?, half: Half?, separator: Character?) -> Reading {
        // `14h` and `2pm` stand for the full hour; `14:` and `14.` are words that end in a sign.
        if minute == nil, half == nil, separator != "h", separator != "H" { return .notATime }
        if let minute, minute.count != 2 { return .impossible }
        guard let hour = half.map({ $0.hour(hour) }) ?? hour else { return .impossible }
        return TimeOfDay(hour: hour, minute: minute?.value ?? 0).map(Reading.time) ?? .impossible
    }

    private typealias Digits = (count: Int, value: Int)

    private enum Half {
        case am, pm
        func hour(_ hour: Int) -> Int? {
            guard (1...12).contains(hour) else { return nil }
            return hour % 12 + (self == .pm ? 12 : 0)
        }
    }

    private struct Scanner {
        private var rest: Substring
        private(set) var separator: Character?

        init(_ word: some StringProtocol) { rest = Substring(word) }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func digits(atMost count: Int) -> Digits? {
            let digits = rest.prefix(count).prefix { $0.isASCII && $0.isNumber }
            guard let value = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            return (digits.count, value)
        }

        mutating func skip(_ characters: Set<Character>) -> Bool {
            guard let next = rest.first, characters.contains(next) else { return false }
            separator = next
            rest = rest.dropFirst()
            return true
        }

        mutating func half() -> Half? {
            let word = rest.lowercased()
            guard word == "am" || word == "pm" else { return nil }
            rest = ""
            return word == "am" ? .am : .pm
        }
    }
}
