/// Reads a heading of which no pattern is known: times first, or last in brackets, and what stands around them.
struct HeadingReader {
    let text: [Character]
    private let origin: TimeSpan.Origin
    private var literals: [String] = []
    private var pieces: [Pattern.Reading.Piece] = []
    /// Where the literal begins that is being read.
    private var literalStart = 0

    /// A longer heading has no time.
    private static let longest = 4000

    init(_ text: some StringProtocol, from origin: TimeSpan.Origin) {
        self.text = Array(text)
        self.origin = origin
    }

    /// The fields of the heading and how it writes them; a heading without a time is a title.
    var reading: Pattern.Reading {
        var reader = self
        if text.count <= Self.longest, reader.readTimesFirst() || reader.readTimesLast() {
            return Pattern.Reading(literals: reader.literals, pieces: reader.pieces)
        }
        return Pattern.Reading(literals: ["", ""], pieces: [piece(.title, 0..<text.count)])
    }

    /// Whether a colon parts the times, which end at `position`, from the rest.
    func hasColon(at position: Int) -> Bool { text[position...].drop { $0.isSpace }.first == ":" }

    // MARK: Times at the start

    private mutating func readTimesFirst() -> Bool {
        var position = readDay()
        guard let span = span(at: position), let separator = separator(at: span.range.upperBound) else {
            (literals, pieces, literalStart) = ([], [], 0)
            return false
        }
        take(span)
        position = separator
        // A room in brackets right after the times: what follows is the title, whatever colons it has.
        if let room = bracketedRoom(at: span.range.upperBound) {
            take(.room, room.name)
            finish(with: .title, from: room.end)
        } else {
            readLabel(from: position)
        }
        return true
    }

    /// `Jeudi`, `Jeudi 17/04`, `17/04/2024`, `[Amphi bleu]`, before the times.
    private mutating func readDay() -> Int {
        var position = 0
        if let open = text.first, let closing = "([".contains(open) ? open.closing : nil,
            let close = text.firstIndex(of: closing), close > 1, close < 40
        {
            take(.room, 1..<close)
            return afterSigns(close + 1)
        }
        if let match = Weekday.match(in: text, at: 0) {
            take(.weekday, 0..<match.end, .weekday(match.day), .weekday(match.form))
            position = afterSigns(match.end)
        }
        if let match = DayOfYear.match(in: text, at: position) {
            take(.date, position..<match.end, .date(match.day), .date(match.form))
            position = afterSigns(match.end)
        }
        return position
    }

    /// After spaces, a comma, a dash.
    private func afterSigns(_ position: Int) -> Int {
        position + text[position...].prefix { $0.isSpace || ",-–—:".contains($0) }.count
    }

    private func span(at position: Int) -> TimeSpan? {
        do throws(SlotHeading.Problem) {
            return try TimeSpan.read(text, at: position, from: origin)
        } catch {
            return nil
        }
    }

    /// After what parts the times from the rest; nil where nothing does, so that they are part of a word.
    private func separator(at position: Int) -> Int? {
        let spaces = text[position...].prefix { $0.isSpace }.count
        let sign = position + spaces
        guard sign < text.count else { return sign }
        // An arrow without an end after it parts as a dash does.
        let length =
            ["->", "=>"].contains { text[sign...].starts(with: $0) } ? 2 : ":-–—|·,•>→".contains(text[sign]) ? 1 : 0
        let after = text[(sign + length)...]
        if length > 0, after.first == nil || after.first?.isSpace == true {
            return sign + length + after.prefix { $0.isSpace }.count
        }
        return spaces > 0 ? sign : nil
    }

    /// `(242AB) : `, where a separator or the end follows.
    private func bracketedRoom(at position: Int) -> (name: Range<Int>, end: Int)? {
        let open = position + text[position...].prefix { $0.isSpace }.count
        guard text[open...].first == "(", let close = text[open...].firstIndex(of: ")"), close > open + 1,
            let end = separator(at: close + 1)
        else { return nil }
        return ((open + 1)..<close, end)
    }

    // MARK: What stands after the times

    /// `Tech : Title`, `conférence - Paris 141 : Title`, `Title`.
    private mutating func readLabel(from position: Int) {
        guard position < text.count else { return finish() }
        guard let colon = text.indices[position...].first(where: { isColon($0) }), colon > position else {
            return readSegments(from: text[position] == ":" ? afterSigns(position) : position)
        }
        let head = trimmed(position..<colon)
        let title = colon + 1 + text[(colon + 1)...].prefix { $0.isSpace }.count
        // `Tech :` has no title yet, and is written as a title is.
        guard title < text.count else { return finish(with: .title, head) }
        let segments = segments(of: head)
        let isKind = segments.map { SlotKind.isKnown(String(text[$0])) }
        if segments.count > 1, let kind = isKind.firstIndex(of: true) {
            let names: [Field] = segments.count == 2 ? [.room] : [.room, .track]
            var others = names.makeIterator()
            for (index, segment) in segments.enumerated() {
                guard let field = index == kind ? .kind : others.next() else { continue }
                take(field, segment)
            }
        } else {
            take(.track, head)
        }
        finish(with: .title, from: title)
    }

    /// `quickie - Title`, `conférence - Paris 141 - Title`; anything that does not begin with a kind is a title.
    private mutating func readSegments(from position: Int) {
        let segments = segments(of: trimmed(position..<text.count))
        guard segments.count > 1, SlotKind.isKnown(String(text[segments[0]])) else {
            return finish(with: .title, from: position)
        }
        take(.kind, segments[0])
        if segments.count == 3 { take(.room, segments[1]) }
        finish(with: .title, segments[segments.count - 1])
    }

    private func isColon(_ index: Int) -> Bool {
        text[index] == ":" && (index + 1 == text.count || text[index + 1].isSpace)
    }

    /// The parts of a label between dashes with spaces around them; more than three are one.
    private func segments(of range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = range.lowerBound
        for index in range.dropFirst().dropLast()
        where "-–—".contains(text[index]) && text[index - 1].isSpace && text[index + 1].isSpace {
            found.append(trimmed(start..<index))
            start = index + 1
        }
        found.append(trimmed(start..<range.upperBound))
        return found.count > 3 || found.contains(where: \.isEmpty) ? [range] : found
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = range.lowerBound + text[range].prefix { $0.isSpace }.count
        let end = range.upperBound - text[range].reversed().prefix { $0.isSpace }.count
        return min(start, end)..<end
    }

    // MARK: Times at the end

    /// `Title (14h00 - 14h30)`, `Title (14h00, Room)`, `Title - 14h00`.
    private mutating func readTimesLast() -> Bool {
        for position in text.indices.dropFirst() where text[position].isDigit {
            let before = text[position - 1]
            guard before == "(" || before.isSpace, let span = span(at: position),
                let title = titleEnd(before: position),
                let tail = tail(after: span.range.upperBound, isBracketed: before == "(")
            else { continue }
            take(.title, 0..<title)
            take(span)
            if let room = tail.room { take(.room, room) }
            literals.append(String(text[literalStart...]))
            return true
        }
        return false
    }

    /// The end of the title that stands before the times: something but spaces parts them.
    private func titleEnd(before position: Int) -> Int? {
        let signs = text[..<position].reversed().prefix { $0.isSpace || "(-–—|,·@".contains($0) }
        let end = position - signs.count
        return end > 0 && signs.contains { !$0.isSpace } ? end : nil
    }

    /// What ends a heading after its times: nothing, a bracket, a room and a bracket.
    private func tail(after position: Int, isBracketed: Bool) -> (room: Range<Int>?, Void)? {
        guard isBracketed else { return position == text.count ? (nil, ()) : nil }
        guard text.last == ")" else { return nil }
        if position == text.count - 1 { return (nil, ()) }
        let signs = text[position...].prefix { $0.isSpace || ",-–—|".contains($0) }
        let room = (position + signs.count)..<(text.count - 1)
        return signs.isEmpty || room.isEmpty || text[room].contains("(") ? nil : (room, ())
    }

    // MARK: Pieces

    private mutating func take(_ span: TimeSpan) {
        take(.start, span.start.range, .time(span.start.time), .time(span.start.form))
        guard let end = span.end else { return }
        take(.end, end.time.range, .time(end.time.time), .time(end.time.form))
    }

    private mutating func take(_ field: Field, _ range: Range<Int>) {
        take(field, range, .text(String(text[range])), .text)
    }

    private mutating func take(
        _ field: Field, _ range: Range<Int>, _ value: FieldValue, _ form: Pattern.ValueForm
    ) {
        literals.append(String(text[literalStart..<range.lowerBound]))
        pieces.append(Pattern.Reading.Piece(field: field, value: value, form: form, text: String(text[range])))
        literalStart = range.upperBound
    }

    private func piece(_ field: Field, _ range: Range<Int>) -> Pattern.Reading.Piece {
        let words = String(text[range])
        return Pattern.Reading.Piece(field: field, value: .text(words), form: .text, text: words)
    }

    private mutating func finish(with field: Field, from position: Int) {
        finish(with: field, position..<text.count)
    }

    private mutating func finish(with field: Field, _ range: Range<Int>) {
        if !trimmed(range).isEmpty { take(field, trimmed(range)) }
        finish()
    }

    private mutating func finish() { literals.append(String(text[literalStart...])) }
}
