/// What the heading of a part says of its day: `JOUR 1 : MERCREDI 17/04`, `Jeudi`, `Day 2`, `17 avril`.
package struct PartHeading: Hashable, Sendable {
    /// The day's number within the event, from 1.
    package private(set) var number: Int?
    package private(set) var weekday: Weekday?
    package private(set) var date: DayOfYear?
    /// What was read, and how it is written.
    let reading: Pattern.Reading

    /// Reads the heading of a part; without a day in it, it is a title.
    package init(reading title: some StringProtocol) {
        var reader = PartReader(Array(title))
        reading = reader.read()
        let fields = reading.fields
        if case .number(let value)? = fields[.number] { number = value }
        if case .weekday(let value)? = fields[.weekday] { weekday = value }
        if case .date(let value)? = fields[.date] { date = value }
    }

    /// Whether it names a day.
    package var isDay: Bool { number != nil || weekday != nil || date != nil }

    /// Whether the part is the one of a day.
    ///
    /// - Parameter first: the event's first day, which a number counts from.
    package func isOf(_ day: CalendarDate, first: CalendarDate?) -> Bool {
        if let date { return date.isSame(as: day) }
        if let weekday { return weekday == Weekday(of: day) }
        guard let number, let first else { return false }
        return first.days(until: day) == number - 1
    }

    /// The pattern that most headings of parts show; a title where they name no days.
    static func pattern(of titles: [String]) -> Pattern {
        let patterns = titles.map { PartHeading(reading: $0).reading }.filter { $0.fields[.title] == nil }.map {
            reading in
            let places = reading.pieces.map { Pattern.Part.place(Pattern.Place(field: $0.field, form: $0.form)) }
            let texts = reading.literals.map(Pattern.Part.text)
            let parts = zip(texts, places).flatMap { [$0, $1] } + texts.suffix(1)
            return Pattern(known: parts.filter { $0 != .text("") })
        }
        return usual(patterns) ?? Pattern(known: [.place(Pattern.Place(field: .title, form: .text))])
    }
}

/// Finds a number, a weekday and a date among other words.
private struct PartReader {
    private let text: [Character]
    private var literals: [String] = []
    private var pieces: [Pattern.Reading.Piece] = []
    private var literalStart = 0

    init(_ text: [Character]) { self.text = text }

    mutating func read() -> Pattern.Reading {
        var position = 0
        while position < text.count {
            position = readValue(at: position) ?? position + 1
        }
        guard !pieces.isEmpty, hasNoOtherWords else {
            let title = String(text)
            let piece = Pattern.Reading.Piece(field: .title, value: .text(title), form: .text, text: title)
            return Pattern.Reading(literals: ["", ""], pieces: [piece])
        }
        literals.append(String(text[literalStart...]))
        return Pattern.Reading(literals: literals, pieces: pieces)
    }

    /// The end of a value that begins at a position, which begins a word.
    private mutating func readValue(at position: Int) -> Int? {
        guard position == 0 || !text[position - 1].isLetter && !text[position - 1].isNumber else { return nil }
        if let match = Weekday.match(in: text, at: position) {
            return take(.weekday, position..<match.end, .weekday(match.day), .weekday(match.form))
        }
        if let match = DayOfYear.match(in: text, at: position) {
            return take(.date, position..<match.end, .date(match.day), .date(match.form))
        }
        let word = text[..<position].split { !$0.isLetter }.last.map { String($0).folded }
        let digits = text[position...].prefix { $0.isDigit }
        guard let word, ["jour", "day", "j"].contains(word), (1...2).contains(digits.count),
            let number = Int(String(digits)), number > 0
        else { return nil }
        return take(.number, position..<digits.endIndex, .number(number), .number)
    }

    private mutating func take(
        _ field: Field, _ range: Range<Int>, _ value: FieldValue, _ form: Pattern.ValueForm
    ) -> Int? {
        guard !pieces.contains(where: { $0.field == field }) else { return nil }
        literals.append(String(text[literalStart..<range.lowerBound]))
        pieces.append(Pattern.Reading.Piece(field: field, value: value, form: form, text: String(text[range])))
        literalStart = range.upperBound
        return range.upperBound
    }

    /// `Jour`, `day`, and signs: what else there is makes a title of the whole.
    private var hasNoOtherWords: Bool {
        let rest = literals.joined(separator: " ") + " " + String(text[literalStart...])
        return rest.split { !$0.isLetter }.allSatisfy { ["jour", "day", "le", "j"].contains($0.folded) }
    }
}
