extension Pattern {
    /// How the values of a field are written.
    enum ValueForm: Hashable, Sendable {
        case text
        case number
        case time(TimeOfDay.Form)
        case date(DayOfYear.Form)
        case weekday(Weekday.Form)

        init(of field: Field) {
            switch field.nature {
            case .text: self = .text
            case .number: self = .number
            case .time: self = .time(.h)
            case .date: self = .date(.slashed)
            case .weekday: self = .weekday(Weekday.Form(.french, .lower))
            }
        }
    }

    /// Reads a pattern: `{{start=9:30}}{{–end}} {{title}}{{ (room)}}`.
    ///
    /// An end without an example is written as the start is.
    package init(_ syntax: some StringProtocol) throws(Problem) {
        try self.init(parts: Self.parts(of: syntax))
    }

    /// The texts and places of a line, which need not be a pattern that can be read.
    static func parts(of syntax: some StringProtocol) throws(Problem) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(syntax)
        while let open = rest.range(of: "{{") {
            if open.lowerBound > rest.startIndex { parts.append(.text(String(rest[..<open.lowerBound]))) }
            guard let close = rest[open.upperBound...].range(of: "}}") else { throw .unclosedBraces }
            parts.append(.place(try Place(reading: rest[open.upperBound..<close.lowerBound], after: parts)))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return tidied(parts)
    }

    /// The pattern as it is read by ``init(_:)``.
    package var syntax: String {
        var known: TimeOfDay.Form?
        return parts.map { part in
            switch part {
            case .text(let text): return text
            case .place(let place):
                let example = place.form.example(unless: known)
                if case .time(let form) = place.form { known = form }
                let name = place.field.rawValue + (example.map { "=" + $0 } ?? "")
                return "{{" + place.before + place.opening + name + place.closing + place.after + "}}"
            }
        }.joined()
    }

    /// Brackets right around a field come and go with it. What stands before the first field and after the last one, in
    /// their braces, parts them from nothing: it belongs to the value.
    private static func tidied(_ parts: [Part]) -> [Part] {
        var parts = parts
        for index in parts.indices {
            guard case .place(var place) = parts[index] else { continue }
            if index > 0, index + 1 < parts.count, case .text(let before) = parts[index - 1],
                case .text(let after) = parts[index + 1], let open = before.last, let close = open.closing,
                after.first == close
            {
                let spaces = String(before.dropLast().reversed().prefix { $0.isSpace }.reversed())
                parts[index - 1] = .text(String(before.dropLast(1 + spaces.count)))
                parts[index + 1] = .text(String(after.dropFirst()))
                (place.before, place.isOptional) = (spaces + place.before, true)
                (place.opening, place.closing) = (String(open) + place.opening, place.closing + String(close))
            }
            parts[index] = .place(place)
        }
        let kept = parts.filter { $0 != .text("") }
        let places = kept.indices.filter { if case .place = kept[$0] { true } else { false } }
        return kept.enumerated().map { index, part in
            guard case .place(var place) = part else { return part }
            if index == places.first { (place.opening, place.before) = (place.before + place.opening, "") }
            if index == places.last { (place.closing, place.after) = (place.closing + place.after, "") }
            return .place(place)
        }
    }
}

extension Pattern.Place {
    /// Reads what stands between two braces.
    ///
    /// - Parameter parts: what stands before, where an end finds the form of its start.
    fileprivate init(reading text: Substring, after parts: [Pattern.Part]) throws(Pattern.Problem) {
        guard let (field, name) = Self.name(in: text) else { throw .unknownField(Self.lastWord(of: text)) }
        self.init(field: field, form: Pattern.ValueForm(of: field))
        for case .place(let place) in parts where place.field.nature == field.nature { form = place.form }
        let lead = text[..<name.lowerBound]
        var tail = text[name.upperBound...]
        if tail.first == "=" {
            let characters = Array(tail.dropFirst())
            guard let (form, end) = Pattern.ValueForm.example(of: field, in: characters) else {
                throw .badExample(String(tail.dropFirst()), field)
            }
            self.form = form
            tail = Substring(String(characters[end...]))
        }
        isOptional = !lead.isEmpty || !tail.isEmpty
        let opened = lead.reversed().prefix { $0.closing != nil }
        let count = zip(opened, tail).prefix { $0.0.closing == $0.1 }.count
        (before, opening) = (String(lead.dropLast(count)), String(lead.suffix(count)))
        (closing, after) = (String(tail.prefix(count)), String(tail.dropFirst(count)))
    }

    /// The last word that is a field's name.
    private static func name(in text: Substring) -> (Field, Range<Substring.Index>)? {
        words(of: text).reversed().lazy.compactMap { word in Field(rawValue: String(text[word])).map { ($0, word) } }
            .first
    }

    private static func lastWord(of text: Substring) -> String { words(of: text).last.map { String(text[$0]) } ?? "" }

    private static func words(of text: Substring) -> [Range<Substring.Index>] {
        var found: [Range<Substring.Index>] = []
        var start: Substring.Index?
        for index in text.indices {
            if text[index].isLetter || text[index] == "_" { start = start ?? index; continue }
            if let begin = start { found.append(begin..<index) }
            start = nil
        }
        if let begin = start { found.append(begin..<text.endIndex) }
        return found
    }
}

extension Pattern.ValueForm {
    /// The form that an example shows, and where it ends.
    fileprivate static func example(of field: Field, in text: [Character]) -> (Self, end: Int)? {
        switch field.nature {
        case .time:
            guard let match = TimeTable.match(in: text, at: 0), match.time != nil else { return nil }
            return (.time(match.form), match.range.upperBound)
        case .date: return DayOfYear.match(in: text, at: 0).map { (.date($0.form), $0.end) }
        case .weekday: return Weekday.match(in: text, at: 0).map { (.weekday($0.form), $0.end) }
        case .number, .text: return nil
        }
    }

    /// An example of the form; nil where the field's name alone says it.
    fileprivate func example(unless known: TimeOfDay.Form?) -> String? {
        switch self {
        case .text, .number: nil
        // Nine o'clock shows whether the hour has two digits, and whether a full hour has minutes.
        case .time(let form):
            form == known ?? .h ? nil : TimeOfDay(hour: 9, minute: form.keepsFullHour ? 30 : 0)?.text(form)
        case .date(let form): form == .slashed ? nil : DayOfYear(year: 2022, month: 5, day: 24)?.text(form)
        case .weekday(let form): form == Weekday.Form(.french, .lower) ? nil : Weekday(1)?.text(form)
        }
    }
}

extension Substring {
    /// Where a text stands first; nil where it does not.
    func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
