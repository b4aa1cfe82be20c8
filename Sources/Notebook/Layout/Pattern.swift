/// How something is written whose parts vary: a text with named fields, used in both directions.
///
///     {{start}}{{ -> end}} - {{track : }}{{title}}
///
/// A field with text inside its braces is optional: the text is left out with it. A field without is required when the
/// pattern is read. A time, a date or a weekday may have an example of its form after an equals sign: `{{start=9:30 AM}}`.
///
/// Two laws hold. Writing what was read gives the text byte for byte, always (``write(_:keeping:)``). Reading what was
/// written gives the fields, wherever they hold none of the pattern's separators and the required ones are there.
package struct Pattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case place(Place)
    }

    /// Where a field's value stands, with the text that comes and goes with it.
    struct Place: Hashable, Sendable {
        let field: Field
        var form: ValueForm
        /// Parts the value from what stands before it; written only where something does.
        var before = ""
        /// Brackets right around the value.
        var opening = ""
        var closing = ""
        /// Parts the value from what follows; written only where something does.
        var after = ""
        var isOptional = false
    }

    var parts: [Part]
    /// Every choice of fields that is looked for when a text is read, in order: those with all required fields, those
    /// without the title, the title alone.
    let tiers: [[Skeleton]]

    /// Why a text is no pattern.
    package enum Problem: Error, Hashable, Sendable {
        /// No field has that name.
        case unknownField(String)
        case fieldTwice(Field)
        case noField
        /// Nothing parts two fields, so that they could not be read again.
        case inseparable(Field, Field)
        /// What stands after the equals sign is no form of the field's values.
        case badExample(String, Field)
        case unclosedBraces
    }

    init(parts: [Part]) throws(Problem) {
        self.init(known: parts)
        var places: [Place] = []
        for case .place(let place) in parts {
            guard !places.contains(where: { $0.field == place.field }) else { throw .fieldTwice(place.field) }
            places.append(place)
        }
        guard !places.isEmpty else { throw .noField }
        let whole = Skeleton(of: parts, with: Set(places.map(\.field)))
        for (index, literal) in whole.literals.enumerated().dropFirst().dropLast() where literal.isEmpty {
            let (one, other) = (whole.places[index - 1].field, whole.places[index].field)
            if one.nature == .text || other.nature == .text { throw .inseparable(one, other) }
        }
    }

    /// A pattern whose parts are known to be possible.
    init(known parts: [Part]) {
        self.parts = parts
        let required: [Field] = parts.compactMap { part in
            guard case .place(let place) = part, !place.isOptional else { return nil }
            return place.field
        }
        tiers = Skeleton.tiers(of: parts, required: Set(required))
    }

    /// The fields in the order in which they stand.
    package var fields: [Field] { places.map(\.field) }

    var places: [Place] {
        parts.compactMap { part in
            guard case .place(let place) = part else { return nil }
            return place
        }
    }

    func place(of field: Field) -> Place? { places.first { $0.field == field } }

    /// How the pattern writes times; nil where it has none.
    package var timeForm: TimeOfDay.Form? {
        for place in places { if case .time(let form) = place.form { return form } }
        return nil
    }
}
