extension SlotHeading {
    /// The section title that says this, in a pattern that has all of its fields.
    package func text(_ pattern: Pattern) -> String { pattern.write(fitted(to: pattern).fields) }

    /// This heading's text, keeping of `old`, the section title that it was read from, what did not change.
    package func rewriting(_ old: String, pattern: Pattern) -> String {
        let reading = Self.reading(old, pattern: pattern)
        let own = pattern.following(reading)
        return own.write(fitted(to: own).fields, keeping: reading)
    }
}

extension Pattern {
    /// `{{start}}{{ -> end}} - {{track : }}{{title}}` with another form of times, another arrow.
    package static func house(time: TimeOfDay.Form = .h, arrow: String = "->") -> Pattern {
        let start = Place(field: .start, form: .time(time))
        let end = Place(field: .end, form: .time(time), before: " \(arrow) ", isOptional: true)
        let track = Place(field: .track, form: .text, after: " : ", isOptional: true)
        let title = Place(field: .title, form: .text)
        return Pattern(known: [.place(start), .place(end), .text(" - "), .place(track), .place(title)])
    }
}
