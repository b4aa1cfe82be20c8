/// Start and end of a slot, as they stand in a text: `14h00 -> 14h30`, `2-3pm`, `12:55 / 13:40`, `9h`.
package struct TimeSpan: Hashable, Sendable {
    package let start: TimePoint
    /// What stands between start and end, and the end; nil where there is none.
    package let end: (arrow: Range<Int>, time: TimePoint)?

    /// A time, and how and where it is written.
    package struct TimePoint: Hashable, Sendable {
        package let time: TimeOfDay
        package let form: TimeOfDay.Form
        /// Where it stands among the text's characters.
        package let range: Range<Int>
    }

    /// Who wrote the text. What is typed at `:new` is more likely a time than what stands in anybody's heading.
    package enum Origin: Sendable {
        /// - Parameter now: what the word `now` stands for.
        case typed(now: TimeOfDay?)
        case file
        /// A heading of a file whose times are known to have one of these separators.
        case layout(separators: Set<String>)
    }

    /// Where it stands, from the start to what ends it.
    package var range: Range<Int> { start.range.lowerBound..<(end?.time.range ?? start.range).upperBound }

    /// - Throws: where it is written like a time, but there is no such time.
    package static func read(
        _ text: [Character], at position: Int = 0, from origin: Origin
    ) throws(SlotHeading.Problem) -> TimeSpan? {
        try TimeSpanReader(text: text, origin: origin).read(at: position)
    }

    package static func == (one: TimeSpan, other: TimeSpan) -> Bool {
        one.start == other.start && one.end?.arrow == other.end?.arrow && one.end?.time == other.end?.time
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(start)
        hasher.combine(end?.time)
    }
}

/// Reads a start and what may follow it.
private struct TimeSpanReader {
    let text: [Character]
    let origin: TimeSpan.Origin

    func read(at position: Int) throws(SlotHeading.Problem) -> TimeSpan? {
        if let now = now(at: position) { return TimeSpan(start: now, end: try end(of: now)) }
        guard let match = TimeTable.match(in: text, at: position) else { return try bareSpan(at: position) }
        guard let start = try point(match) else { return nil }
        let end = try end(of: start)
        let span = TimeSpan(start: end.flatMap { start.sharing(halfOf: $0.time) } ?? start, end: end)
        return match.evidence == .sure || isMeant(span, start: match) ? span : nil
    }

    /// What is written with weak evidence is a time only where everything about it says so.
    private func isMeant(_ span: TimeSpan, start: TimeTable.Match) -> Bool {
        if case .layout(let separators) = origin { return separators.contains(start.form.separator) }
        let isJoined = start.form.separator.isEmpty
        guard case .typed = origin else { return !isJoined && span.end?.time.form.separator == start.form.separator }
        let isAlone = span.range.upperBound == text.count
        if isJoined {
            // 1999, 2022, 404, 1000: years and quantities, but for an hour that begins with 0.
            let isYear = text[start.range].starts(with: "19") || text[start.range].starts(with: "20")
            if text[start.range.lowerBound] == "0" { return true }
            return isAlone && isRound(span.start)
                || (!isYear && (span.end != nil || isRound(span.start) && endsAtSeparator(span.range.upperBound)))
        }
        return span.end != nil || (isRound(span.start) && (7...22).contains(span.start.time.hour))
    }

    /// Programmes are made in steps of five minutes.
    private func isRound(_ point: TimeSpan.TimePoint) -> Bool { point.time.minute % 5 == 0 }

    private func endsAtSeparator(_ position: Int) -> Bool {
        let rest = text[position...].drop { $0.isSpace }
        return rest.first.map { ":-–—|".contains($0) } ?? true
    }

    /// - Throws: for what can be nothing else than a time. `80:20` and `1999` are numbers of a title.
    private func point(_ match: TimeTable.Match) throws(SlotHeading.Problem) -> TimeSpan.TimePoint? {
        if let time = match.time { return TimeSpan.TimePoint(time: time, form: match.form, range: match.range) }
        guard case .typed = origin, match.form.half != nil || match.form.separator.lowercased().contains("h") else {
            return nil
        }
        throw .impossibleTime(String(text[match.range]))
    }

    private func now(at position: Int) -> TimeSpan.TimePoint? {
        guard case .typed(let now?) = origin else { return nil }
        let word = text[position...].prefix { $0.isLetter }
        guard String(word).lowercased() == "now" else { return nil }
        return TimeSpan.TimePoint(time: now, form: .h, range: position..<word.endIndex)
    }

    /// The end after a start. `9.30` and `1400` are ends only of starts that are written so.
    private func end(of start: TimeSpan.TimePoint) throws(SlotHeading.Problem) -> (
        arrow: Range<Int>, time: TimeSpan.TimePoint
    )? {
        guard let end = try end(after: start.range.upperBound) else { return nil }
        guard end.isSure || end.time.form.separator == start.form.separator else { return nil }
        // Who types an end before its start is told; in a file, the time after the dash begins the title.
        if case .typed = origin { return (end.arrow, end.time) }
        return start.time.canEnd(at: end.time.time) ? (end.arrow, end.time) : nil
    }

    private func end(after position: Int) throws(SlotHeading.Problem) -> (
        arrow: Range<Int>, time: TimeSpan.TimePoint, isSure: Bool
    )? {
        guard let arrow = arrow(at: position) else { return nil }
        if let now = now(at: arrow.upperBound) { return (arrow, now, true) }
        guard let match = TimeTable.match(in: text, at: arrow.upperBound), let end = try point(match) else {
            return nil
        }
        return (arrow, end, match.evidence == .sure)
    }

    /// An arrow with the spaces around it.
    private func arrow(at position: Int) -> Range<Int>? {
        let start = position + text[position...].prefix { $0.isSpace }.count
        for sign in TimeTable.arrows where text[start...].starts(with: sign) {
            let after = start + sign.count
            let end = after + text[after...].prefix { $0.isSpace }.count
            if sign.first?.isLetter == true, start == position || end == after { continue }
            return position..<end
        }
        return nil
    }

    /// `2-3pm`, `11-12h`, `11-12:30`: the start leaves to the end what makes it a time.
    private func bareSpan(at position: Int) throws(SlotHeading.Problem) -> TimeSpan? {
        let digits = text[position...].prefix { $0.isDigit }
        guard (1...2).contains(digits.count), let hour = Int(String(digits)),
            let end = try end(after: digits.endIndex), let time = end.time.start(hour: hour),
            end.time.form.half != nil || end.time.isInHours || end.time.form.separator == ":" && time < end.time.time
        else { return nil }
        var form = end.time.form
        form.padsHour = digits.count == 2
        return TimeSpan(
            start: TimeSpan.TimePoint(time: time, form: form, range: position..<digits.endIndex),
            end: (end.arrow, end.time))
    }
}

extension TimeSpan.TimePoint {
    fileprivate var isInHours: Bool { form.separator.lowercased().contains("h") }

    /// The time that a number before this end means: in `2-3pm` the 2 is in the afternoon, in `11-1pm` the 11 is not.
    fileprivate func start(hour: Int, minute: Int = 0) -> TimeOfDay? {
        let morning = TimeOfDay(hour: hour, minute: minute)
        guard form.half != nil, time.hour >= 12, hour < 12 else { return morning }
        let afternoon = TimeOfDay(hour: hour + 12, minute: minute)
        return afternoon.map { $0 < time } == true ? afternoon : morning
    }

    /// In `2:30-3:15pm` the end says for both that it is in the afternoon; nil where the start says it itself.
    fileprivate func sharing(halfOf end: TimeSpan.TimePoint) -> TimeSpan.TimePoint? {
        guard let half = end.form.half, form.half == nil, !isInHours, (1...12).contains(time.hour),
            let shared = end.start(hour: time.hour, minute: time.minute)
        else { return nil }
        var form = form
        form.half = half
        return TimeSpan.TimePoint(time: shared, form: form, range: range)
    }
}
