package import Notebook

/// The system's time zone files (TZif, RFC 8536).
package enum TimeZoneFile {
    /// The zone of a file's bytes.
    ///
    /// - Parameters:
    ///   - name: The zone's name, as the user gave it.
    ///   - years: For which the rule at the file's end is written out; tables often end with the past.
    /// - Throws: `ProgrammeError.unknownZone` where the bytes are no such file.
    package static func read(
        _ bytes: [UInt8], name: String, years: ClosedRange<Int> = 2000...2060
    ) throws(ProgrammeError) -> ZoneOffsets {
        var reader = BigEndian(bytes)
        guard let first = Header(&reader) else { throw .unknownZone(name) }
        guard first.version >= 0x32 else {
            guard let (earliest, periods) = table(&reader, first, is64: false) else { throw .unknownZone(name) }
            return ZoneOffsets(name: name, earliest: earliest, periods: periods)
        }
        // The first table has 32 bits; the second, with 64, has all that it has.
        reader.skip(first.length(is64: false))
        guard let header = Header(&reader), let (earliest, periods) = table(&reader, header, is64: true) else {
            throw .unknownZone(name)
        }
        let last = periods.last?.start ?? .min
        let rule = PosixZone(String(decoding: reader.rest.split(separator: 0x0A).first ?? [], as: UTF8.self))
        let coming = (rule?.periods(in: years) ?? []).filter { $0.start > last }
        return ZoneOffsets(name: name, earliest: earliest, periods: periods + coming)
    }

    private struct Header {
        let version: UInt8
        let counts: [Int]

        /// Nil for a file of another kind.
        init?(_ reader: inout BigEndian) {
            guard reader.take(4).elementsEqual("TZif".utf8), let version = reader.take(1).first else { return nil }
            self.version = version
            reader.skip(15)
            counts = (0..<6).compactMap { _ in reader.integer(4) }.map(Int.init)
            guard counts.count == 6, counts.allSatisfy({ (0...10_000).contains($0) }) else { return nil }
        }

        var times: Int { counts[3] }
        var types: Int { counts[4] }
        /// Bytes after the local time types.
        func tail(is64: Bool) -> Int { counts[5] + counts[2] * (is64 ? 12 : 8) + counts[1] + counts[0] }
        func length(is64: Bool) -> Int { times * (is64 ? 9 : 5) + types * 6 + tail(is64: is64) }
    }

    private static func table(
        _ reader: inout BigEndian, _ header: Header, is64: Bool
    ) -> (earliest: Int, periods: [ZoneOffsets.Period])? {
        let starts = (0..<header.times).compactMap { _ in reader.integer(is64 ? 8 : 4) }
        let indices = reader.take(header.times)
        var offsets: [Int] = []
        for _ in 0..<header.types {
            guard let seconds = reader.integer(4) else { return nil }
            offsets.append(Int(seconds) / 60)
            reader.skip(2)
        }
        reader.skip(header.tail(is64: is64))
        guard starts.count == header.times, indices.count == header.times, let earliest = offsets.first,
            indices.allSatisfy({ Int($0) < offsets.count })
        else { return nil }
        return (earliest, zip(starts, indices).map { ZoneOffsets.Period(start: $0, minutes: offsets[Int($1)]) })
    }
}

/// Integers with the highest byte first.
private struct BigEndian {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func skip(_ count: Int) { rest = rest.dropFirst(count) }

    mutating func integer(_ count: Int) -> Int64? {
        let bytes = take(count)
        guard bytes.count == count else { return nil }
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return count == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}

/// The rule at a time zone file's end: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZone {
    private struct Change {
        let month: Int, week: Int, weekday: Int
        /// Seconds since midnight, local time.
        let time: Int
    }

    private let standard: Int
    private let summer: Int
    private let toSummer: Change
    private let toStandard: Change

    /// Nil for a zone without changes, and for a rule in another form than months, weeks and weekdays.
    init?(_ rule: String) {
        let parts = rule.split(separator: ",").map(String.init)
        guard parts.count == 3, let toSummer = Self.change(parts[1]), let toStandard = Self.change(parts[2]) else {
            return nil
        }
        var names = parts[0][...]
        Self.skipName(&names)
        guard let west = Self.clock(&names) else { return nil }
        standard = -west / 60
        Self.skipName(&names)
        summer = Self.clock(&names).map { -$0 / 60 } ?? standard + 60
        (self.toSummer, self.toStandard) = (toSummer, toStandard)
    }

    func periods(in years: ClosedRange<Int>) -> [ZoneOffsets.Period] {
        years.flatMap { year in
            [(toSummer, standard, summer), (toStandard, summer, standard)].compactMap { change, before, after in
                Self.day(change, year).map { day in
                    ZoneOffsets.Period(start: Int64(day * 86_400 + change.time - before * 60), minutes: after)
                }
            }
        }
    }

    /// The nth weekday of a month; week 5 is the last one.
    private static func day(_ change: Change, _ year: Int) -> Int? {
        guard let first = CalendarDate(year: year, month: change.month, day: 1).map(DayNumber.init) else { return nil }
        // POSIX counts from Sunday, DayNumber from Monday.
        let wanted = (change.weekday + 6) % 7
        var day = first.value + (wanted - first.weekday + 7) % 7 + (change.week - 1) * 7
        while DayNumber(day).date?.month != change.month, day > first.value { day -= 7 }
        return day
    }

    private static func change(_ text: String) -> Change? {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard let date = parts.first, date.first == "M" else { return nil }
        let numbers = date.dropFirst().split(separator: ".").compactMap { Int($0) }
        guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
            (0...6).contains(numbers[2])
        else { return nil }
        var clock = parts.count > 1 ? parts[1] : "2"
        guard let time = Self.clock(&clock) else { return nil }
        return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], time: time)
    }

    /// `CET`, `<+0330>`.
    private static func skipName(_ text: inout Substring) {
        if text.first == "<" {
            text = text.drop { $0 != ">" }.dropFirst()
        } else {
            text = text.drop { $0.isLetter }
        }
    }

    /// Seconds of `-1`, `9:30`, `3`.
    private static func clock(_ text: inout Substring) -> Int? {
        let word = text.prefix { $0.isNumber || $0 == ":" || $0 == "-" || $0 == "+" }
        text = text.dropFirst(word.count)
        let numbers = word.split(separator: ":").compactMap { Int($0) }.map { min(abs($0), 200) }
        guard !numbers.isEmpty else { return nil }
        let seconds = zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return word.hasPrefix("-") ? -seconds : seconds
    }
}
