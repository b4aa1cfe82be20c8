/// What a part of a layout is filled with.
package enum Field: String, Hashable, Sendable, CaseIterable {
    // A slot's heading.
    case start, end, kind, room, track, title
    // A part's heading (`JOUR 1 : MERCREDI 17/04`), and the day's title.
    case number, weekday, date, event, author
    // What stands below a slot's heading.
    case speakers, abstract, caption, image, note
    // Marked notes: what stands before the field is the mark's sign.
    case todo, idea, question, keep

    /// What its values are.
    package enum Nature: Sendable {
        case time, date, weekday, number, text
    }

    package var nature: Nature {
        switch self {
        case .start, .end: .time
        case .date: .date
        case .weekday: .weekday
        case .number: .number
        default: .text
        }
    }
}

/// The value of a field.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case time(TimeOfDay)
    case date(DayOfYear)
    case weekday(Weekday)
    case number(Int)
}

/// Values by field.
package struct Fields: Hashable, Sendable {
    package private(set) var values: [Field: FieldValue] = [:]

    package init(_ values: [Field: FieldValue] = [:]) {
        for (field, value) in values { self[field] = value }
    }

    /// A text without a character is no value.
    package subscript(field: Field) -> FieldValue? {
        get { values[field] }
        set { values[field] = newValue == .text("") ? nil : newValue }
    }

    package func text(_ field: Field) -> String? {
        guard case .text(let text)? = self[field] else { return nil }
        return text
    }

    package func time(_ field: Field) -> TimeOfDay? {
        guard case .time(let time)? = self[field] else { return nil }
        return time
    }
}
