extension Pattern {
    /// The pattern that most of these headings show.
    ///
    /// What none of them has, an end or a track, is taken from `house`, so that it can be written.
    ///
    /// - Returns: nil where none of the headings has a time.
    init?(learnedFrom readings: [Reading], house: Pattern) {
        var readings = readings.filter { $0.fields[.start] != nil }
        guard !readings.isEmpty else { return nil }
        // Headings that the house wrote say no more than it knows.
        if readings.allSatisfy({ house.writes($0) }) {
            self = house
            return
        }
        readings = readings.partingRooms.partingLabels
        let usual = Set(
            Field.allCases.filter { field in
                readings.count { $0.fields[field] != nil } * 3 >= readings.count
            })
        let typical = readings.filter { Set($0.pieces.map(\.field)).isSubset(of: usual) }
        guard let base = (typical.isEmpty ? readings : typical).longest else { return nil }
        var builder = PatternBuilder(readings: readings, house: house)
        self.init(known: builder.parts(like: base.pieces.map(\.field)))
    }
}

extension Pattern {
    /// Whether a heading is what the pattern writes, with the times and the room that are seen in it.
    fileprivate func writes(_ reading: Reading) -> Bool {
        guard let fields = read(reading.text)?.fields, write(fields) == reading.text else { return false }
        return [.start, .end, .room].allSatisfy { reading.fields[$0] == nil || reading.fields[$0] == fields[$0] }
    }
}

/// Makes a pattern of headings that are written alike.
private struct PatternBuilder {
    let readings: [Pattern.Reading]
    let house: Pattern
    private var parts: [Pattern.Part] = []

    init(readings: [Pattern.Reading], house: Pattern) {
        self.readings = readings
        self.house = house
    }

    mutating func parts(like order: [Field]) -> [Pattern.Part] {
        var fields = order
        if !fields.contains(.title) { fields.append(.title) }
        if !fields.contains(.end), let start = fields.firstIndex(of: .start) { fields.insert(.end, at: start + 1) }
        if takesTrack(fields), let title = fields.firstIndex(of: .title) { fields.insert(.track, at: title) }
        for (index, field) in fields.enumerated() {
            add(field, after: index > 0 ? fields[index - 1] : nil)
        }
        if let ending = usual(readings.compactMap(\.ending)), !ending.isEmpty { close(with: ending) }
        return parts.filter { $0 != .text("") }
    }

    /// A track may come before the title where nothing else is separated from it by a colon.
    private func takesTrack(_ fields: [Field]) -> Bool {
        guard !fields.contains(.track), !fields.contains(.room), !fields.contains(.kind), fields.last == .title,
            let separator = literal(.start, .title) ?? literal(.end, .title)
        else { return false }
        return separator.contains { "-–—|".contains($0) }
    }

    private mutating func add(_ field: Field, after last: Field?) {
        var place = Pattern.Place(field: field, form: form(of: field))
        let literal = last.map { self.literal($0, field) ?? self.literal(of: field, after: $0) } ?? opening
        guard let last else {
            parts.append(.text(literal))
            // A weekday, a date or a room before the times comes and goes with what parts it from them.
            place.isOptional = [.weekday, .date, .room].contains(field)
            if field == .room {
                parts = []
                place.opening = literal
            }
            return parts.append(.place(place))
        }
        switch field {
        case .end, .kind, .room: addOptional(&place, literal)
        case .track:
            parts.append(.text(literal))
            (place.after, place.isOptional) = (self.literal(.track, .title) ?? " : ", true)
            parts.append(.place(place))
        default:
            let rest = closing(literal)
            if [.weekday, .date].contains(last) || last == .room && parts.count == 1 {
                setAfter(rest)
            } else if last != .track {
                parts.append(.text(rest))
            }
            parts.append(.place(place))
        }
    }

    private mutating func addOptional(_ place: inout Pattern.Place, _ literal: String) {
        let rest = closing(literal)
        let opened = rest.reversed().prefix { $0.closing != nil }.count
        (place.before, place.opening) = (String(rest.dropLast(opened)), String(rest.suffix(opened)))
        place.isOptional = true
        parts.append(.place(place))
    }

    /// Gives the bracket that closes the last place to it; what is left of the literal.
    private mutating func closing(_ literal: String) -> String {
        guard case .place(var place)? = parts.last, let open = place.opening.last, let close = open.closing,
            literal.first == close, place.closing.isEmpty
        else { return literal }
        place.closing = String(close)
        parts[parts.count - 1] = .place(place)
        return String(literal.dropFirst())
    }

    private mutating func setAfter(_ text: String) {
        guard case .place(var place)? = parts.last else { return }
        place.after = text
        parts[parts.count - 1] = .place(place)
    }

    private mutating func close(with ending: String) { parts.append(.text(closing(ending))) }

    // MARK: What the headings show

    private var opening: String { usual(readings.compactMap { $0.literals.first }) ?? "" }

    /// What most often stands between two fields; nil where they never stand beside each other.
    private func literal(_ one: Field, _ other: Field) -> String? {
        usual(
            readings.flatMap { reading in
                zip(reading.pieces, reading.pieces.dropFirst()).enumerated().compactMap { index, pair in
                    pair.0.field == one && pair.1.field == other ? reading.literals[index + 1] : nil
                }
            })
    }

    /// What stands before a field of which no heading has it after `last`: as after the start, or as in the house.
    private func literal(of field: Field, after last: Field) -> String {
        switch field {
        case .end: house.place(of: .end)?.before ?? " - "
        case .track: literal(last, .title) ?? literal(.start, .title) ?? literal(.end, .title) ?? " - "
        default:
            last == .end
                ? literal(.start, field) ?? literal(.start, .title) ?? " - "
                : literal(.end, field) ?? literal(.start, field) ?? literal(.start, .title) ?? literal(.end, .title)
                    ?? " - "
        }
    }

    private func form(of field: Field) -> Pattern.ValueForm {
        let written = readings.flatMap(\.pieces).filter { $0.field.nature == field.nature }
        guard field.nature == .time else {
            return usual(written.map(\.form)) ?? Pattern.ValueForm(of: field)
        }
        let times = written.compactMap { piece -> (TimeOfDay, TimeOfDay.Form)? in
            guard case .time(let time) = piece.value, case .time(let form) = piece.form else { return nil }
            return (time, form)
        }
        return .time(Self.form(of: times) ?? house.timeForm ?? .h)
    }

    /// An hour above nine does not show whether others are filled up, nor 14h30 how a full hour is written.
    private static func form(of times: [(time: TimeOfDay, form: TimeOfDay.Form)]) -> TimeOfDay.Form? {
        guard let separator = usual(times.map(\.form.separator)) else { return nil }
        let half = times.compactMap(\.form.half).first
        let early = times.filter { $0.form.half == nil ? $0.time.hour < 10 : ($0.time.hour + 11) % 12 < 9 }
        let full = times.filter { $0.time.minute == 0 }
        return TimeOfDay.Form(
            separator: separator, padsHour: usual(early.map(\.form.padsHour)) ?? (half == nil),
            keepsFullHour: usual(full.map(\.form.keepsFullHour)) ?? true, half: half)
    }
}

/// The most common value; of those that are as common, the first.
func usual<Value: Hashable>(_ values: [Value]) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return values.first { counts[$0] == most }
}

extension Pattern.Reading {
    /// What stands after a title that is the last field, or after brackets.
    fileprivate var ending: String? { pieces.last?.field == .title ? "" : literals.last }
}

extension [Pattern.Reading] {
    /// The first of those that have most fields.
    fileprivate var longest: Pattern.Reading? {
        let count = map(\.pieces.count).max()
        return first { $0.pieces.count == count }
    }

    /// Where nothing but spaces parts times and titles, brackets at the end of most titles hold rooms.
    fileprivate var partingRooms: [Pattern.Reading] {
        let parted = map(\.partingRoom)
        let count = zip(self, parted).count { $0 != $1 }
        return count * 2 >= self.count && count > 0 ? parted : self
    }
}

extension Pattern.Reading {
    fileprivate var partingRoom: Pattern.Reading {
        guard let title = pieces.last, title.field == .title, pieces.count > 1, fields[.room] == nil,
            literals[pieces.count - 1].allSatisfy(\.isSpace), title.text.last == ")",
            let open = title.text.lastIndex(of: "("), open > title.text.startIndex
        else { return self }
        let words = title.text[..<open].trimmingSpaces
        let room = title.text[title.text.index(after: open)...].dropLast()
        guard !words.isEmpty, !room.isEmpty else { return self }
        let between = String(title.text[..<open].dropFirst(words.count)) + "("
        let parted = [(Field.title, words), (Field.room, String(room))].map { field, text in
            Pattern.Reading.Piece(field: field, value: .text(text), form: .text, text: text)
        }
        return Pattern.Reading(
            literals: literals.dropLast() + [between, ")" + (literals.last ?? "")], pieces: pieces.dropLast() + parted)
    }
}
