import Notebook

/// A date, a time, or both, as a format writes them.
struct Stamp: Equatable {
    var date: CalendarDate?
    var time: TimeOfDay?
    /// Minutes east of UTC; nil where none is written.
    var offset: Int?

    /// Reads `2024-10-31T07:45:00+01:00`, `20131123T100000Z`, `2021-09-15 11:00 UTC`, `2013-11-23`, `24/05/2022 9h00`, `14h`,
    /// `2:30 pm`, `Samedi 21 mars 2026 à 9h30`, `March 21, 2026 9:30 AM`, seconds and milliseconds since 1970; nil for
    /// anything else.
    ///
    /// - Parameters:
    ///   - near: for the year or the month that a date lacks.
    ///   - isMonthFirst: `3/21/2026` is the 21st of March.
    init?(_ text: String, near: CalendarDate? = nil, isMonthFirst: Bool = false) {
        if let stamp = Self.iso(Array(text.utf8)) ?? Self.sinceEpoch(text) {
            self = stamp
            return
        }
        let reader = StampWords(dates: PastedDates(near: near), isMonthFirst: isMonthFirst)
        guard let stamp = reader.read(text) else { return nil }
        self = stamp
    }

    init(date: CalendarDate? = nil, time: TimeOfDay? = nil, offset: Int? = nil) {
        (self.date, self.time, self.offset) = (date, time, offset)
    }

    /// Ten digits are seconds, thirteen milliseconds.
    private static func sinceEpoch(_ text: String) -> Stamp? {
        let count = text.utf8.count
        guard count == 10 || count == 13, text.utf8.first == UInt8(ascii: "1"), let number = Int64(text),
            let moment = ProgrammeMoment(minutes: Int(count == 10 ? number / 60 : number / 60_000))
        else { return nil }
        return Stamp(date: moment.date, time: moment.time, offset: 0)
    }

    /// ISO 8601 as programmes write it, extended and basic.
    private static func iso(_ bytes: [UInt8]) -> Stamp? {
        var scanner = DigitScanner(bytes)
        var stamp = Stamp()
        if let date = scanner.date() {
            stamp.date = date
            if scanner.isAtEnd { return stamp }
            guard scanner.skip(UInt8(ascii: "T")) || scanner.skip(UInt8(ascii: " ")) else { return nil }
        }
        guard let time = scanner.clock() else { return nil }
        stamp.time = time
        if scanner.isAtEnd { return stamp }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        stamp.offset = offset
        return stamp
    }
}

/// Reads numbers of so many digits.
private struct DigitScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    mutating func digits(_ count: Int) -> Int? {
        guard index + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<index + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        index += count
        return value
    }

    mutating func date() -> CalendarDate? {
        let before = index
        if let year = digits(4) {
            let isExtended = skip(UInt8(ascii: "-"))
            if let month = digits(2), skip(UInt8(ascii: "-")) == isExtended, let day = digits(2),
                let date = CalendarDate(year: year, month: month, day: day)
            {
                return date
            }
        }
        index = before
        return nil
    }

    mutating func clock() -> TimeOfDay? {
        guard let hour = digits(2) else { return nil }
        let isExtended = skip(UInt8(ascii: ":"))
        guard let minute = digits(2) else { return nil }
        if isExtended ? skip(UInt8(ascii: ":")) : index + 2 <= bytes.count && (0x30...0x39).contains(bytes[index]) {
            guard digits(2) != nil else { return nil }
            if skip(UInt8(ascii: ".")) { while digits(1) != nil {} }
        }
        return TimeOfDay(hour: hour, minute: minute)
    }

    mutating func offset() -> Int? {
        if skip(UInt8(ascii: "Z")) { return 0 }
        _ = skip(UInt8(ascii: " "))
        let sign = skip(UInt8(ascii: "+")) ? 1 : skip(UInt8(ascii: "-")) ? -1 : 0
        guard sign != 0, let hours = digits(2), hours <= 18 else { return nil }
        _ = skip(UInt8(ascii: ":"))
        let minutes = digits(2) ?? 0
        return minutes < 60 ? sign * (hours * 60 + minutes) : nil
    }
}

/// A length of time as programmes write it.
enum Duration {
    /// Minutes of `00:45`, `1:30:00`, `45`, `90 min`, `1h30`; nil for anything else.
    static func minutes(_ text: String) -> Int? {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.prefix(3).compactMap { Int($0.prefix(6)) }
        guard let first = numbers.first else { return nil }
        let hasHours = text.contains(":") || text.contains { $0 == "h" || $0 == "H" }
        let minutes = hasHours ? first * 60 + (numbers.count > 1 ? numbers[1] : 0) : first
        return (1...7 * 1440).contains(minutes) ? minutes : nil
    }
}
