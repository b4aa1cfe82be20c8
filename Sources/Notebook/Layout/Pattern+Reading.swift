extension Pattern {
    /// What a text says, and how it says it.
    package struct Reading: Hashable, Sendable {
        package let fields: Fields
        /// What stands before, between and after the values.
        let literals: [String]
        let pieces: [Piece]

        /// A value as it stands in the text.
        struct Piece: Hashable, Sendable {
            let field: Field
            let value: FieldValue
            let form: ValueForm
            let text: String
        }

        init(literals: [String], pieces: [Piece]) {
            self.literals = literals
            self.pieces = pieces
            fields = Fields(Dictionary(pieces.map { ($0.field, $0.value) }) { first, _ in first })
        }

        /// The text that was read.
        package var text: String { zip(literals, pieces.map(\.text) + [""]).map { $0 + $1 }.joined() }
    }

    /// A longer text is no heading that anybody wrote: it is not looked at.
    private static let longest = 4000

    /// Reads a text that this pattern, or somebody who writes much like it, wrote.
    ///
    /// A choice of fields that fits exactly comes before one that fits but for spaces, dashes and arrows.
    ///
    /// - Returns: nil where the text is written otherwise. A pattern with a title reads any text: as a title.
    package func read(_ text: some StringProtocol) -> Reading? {
        let characters = Array(text)
        guard characters.count <= Self.longest else { return titleAlone(String(text)) }
        for tier in tiers {
            for strictness in [Matcher.Strictness.exact, .lenient] {
                for skeleton in tier {
                    if let reading = Matcher(
                        text: characters, skeleton: skeleton, strictness: strictness, tellsKinds: fields.contains(.room)
                    ).reading() {
                        return reading
                    }
                }
            }
        }
        return titleAlone(String(text))
    }

    private func titleAlone(_ text: String) -> Reading? {
        guard !text.isEmpty, fields.contains(.title) else { return nil }
        let title = Reading.Piece(field: .title, value: .text(text), form: .text, text: text)
        return Reading(literals: ["", ""], pieces: [title])
    }
}

/// Fits a text to one skeleton.
private struct Matcher {
    enum Strictness { case exact, lenient }

    let text: [Character]
    let skeleton: Pattern.Skeleton
    let strictness: Strictness
    /// Whether a room could be taken for a kind: then only a kind's own words are one.
    let tellsKinds: Bool

    func reading() -> Pattern.Reading? {
        guard let start = end(of: skeleton.literals[0], at: 0, index: 0) else { return nil }
        return match(0, from: start, literals: [String(text[..<start])], pieces: [])
    }

    /// The rest of the text from a place on.
    private func match(
        _ index: Int, from position: Int, literals: [String], pieces: [Pattern.Reading.Piece]
    ) -> Pattern.Reading? {
        guard index < skeleton.places.count else {
            return position == text.count ? Pattern.Reading(literals: literals, pieces: pieces) : nil
        }
        let place = skeleton.places[index]
        for value in values(of: place, from: position, next: index + 1) {
            let text = String(self.text[position..<value.end])
            let piece = Pattern.Reading.Piece(field: place.field, value: value.value, form: value.form, text: text)
            let literal = String(self.text[value.end..<value.after])
            if let found = match(
                index + 1, from: value.after, literals: literals + [literal], pieces: pieces + [piece])
            {
                return found
            }
        }
        return nil
    }

    /// No kind, room or track is longer: trying every end of each costs that to the power of their number.
    private static let longestValue = 100

    private typealias Value = (value: FieldValue, form: Pattern.ValueForm, end: Int, after: Int)

    /// The values that may stand at a position, with the literal after each.
    private func values(of place: Pattern.Place, from position: Int, next index: Int) -> [Value] {
        guard place.field.nature == .text else {
            guard let (value, form, end) = place.form.match(in: text, at: position),
                let after = self.end(of: skeleton.literals[index], at: end, index: index)
            else { return [] }
            return [(value, form, end, after)]
        }
        let isLast = index == skeleton.places.count
        guard position < text.count else { return [] }
        let furthest = place.field == .title ? text.count : min(text.count, position + Self.longestValue)
        return ((position + 1)...furthest).lazy.compactMap { end -> Value? in
            guard let after = self.end(of: skeleton.literals[index], at: end, index: index),
                !isLast || after == text.count
            else { return nil }
            let value = String(text[position..<end])
            if place.field == .kind, !SlotKind.isKnown(value), tellsKinds, !hasRoom { return nil }
            return (.text(value), .text, end, after)
        }
    }

    private var hasRoom: Bool { skeleton.places.contains { $0.field == .room } }

    /// Where a literal that stands at a position ends; nil where another text stands there.
    private func end(of literal: String, at position: Int, index: Int) -> Int? {
        switch strictness {
        case .exact: text[position...].starts(with: literal) ? position + literal.count : nil
        case .lenient: LenientLiteral(literal, isArrow: isBetweenTimes(index)).end(in: text, at: position)
        }
    }

    private func isBetweenTimes(_ index: Int) -> Bool {
        index > 0 && index < skeleton.places.count && skeleton.places[index - 1].field == .start
            && skeleton.places[index].field == .end
    }
}

extension Pattern.ValueForm {
    /// The value that begins at a position, and how it is written there.
    fileprivate func match(in text: [Character], at position: Int) -> (FieldValue, Self, end: Int)? {
        switch self {
        case .text: return nil
        case .number:
            let digits = text[position...].prefix { $0.isDigit }
            guard let number = Int(String(digits)), "\(number)" == String(digits) else { return nil }
            return (.number(number), self, digits.endIndex)
        case .time(let form):
            guard let match = TimeTable.match(in: text, at: position), let time = match.time,
                match.evidence == .sure || match.form.separator == form.separator
            else { return nil }
            return (.time(time), .time(match.form), match.range.upperBound)
        case .date:
            return DayOfYear.match(in: text, at: position).map { (.date($0.day), .date($0.form), $0.end) }
        case .weekday:
            return Weekday.match(in: text, at: position).map { (.weekday($0.day), .weekday($0.form), $0.end) }
        }
    }
}

/// A literal that people write in several ways: more spaces or none before a colon, another dash, another arrow.
private struct LenientLiteral {
    private let signs: [Character]
    private let isArrow: Bool

    init(_ literal: String, isArrow: Bool) {
        signs = Array(literal)
        self.isArrow = isArrow
    }

    func end(in text: [Character], at position: Int) -> Int? {
        if isArrow, let end = arrowEnd(in: text, at: position) { return end }
        var position = position
        var index = 0
        while index < signs.count {
            guard signs[index].isSpace else {
                guard let next = text[position...].first, Self.alike(next, signs[index]) else { return nil }
                (position, index) = (position + 1, index + 1)
                continue
            }
            while index < signs.count, signs[index].isSpace { index += 1 }
            let spaces = text[position...].prefix { $0.isSpace }.count
            if spaces == 0, index == signs.count || signs[index] != ":" { return nil }
            position += spaces
        }
        return position
    }

    private func arrowEnd(in text: [Character], at position: Int) -> Int? {
        guard TimeTable.arrows.contains(String(signs).trimmingSpaces) else { return nil }
        let start = position + text[position...].prefix { $0.isSpace }.count
        guard let arrow = TimeTable.arrows.first(where: { text[start...].starts(with: $0) }) else { return nil }
        let end = start + arrow.count
        return end + text[end...].prefix { $0.isSpace }.count
    }

    private static func alike(_ one: Character, _ other: Character) -> Bool {
        one == other || dashes.contains(one) && dashes.contains(other)
    }

    private static let dashes: Set<Character> = ["-", "–", "—"]
}

extension StringProtocol {
    /// The text without spaces of any kind at either end.
    var trimmingSpaces: String {
        guard let start = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
            return ""
        }
        return String(self[start...last])
    }
}
