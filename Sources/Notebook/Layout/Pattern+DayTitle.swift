extension Pattern {
    /// The syntax of a day's title that is written like this one: the event's name, and the date wherever it stands.
    static func daySyntax(of title: String) -> String {
        let text = Array(title)
        for position in text.indices {
            guard let match = DayOfYear.match(in: text, at: position), match.day.year != nil else { continue }
            let date = Pattern(known: [.place(Place(field: .date, form: .date(match.form)))]).syntax
            let (before, after) = (text[..<position], text[match.end...])
            return before.count > after.count
                ? withEvent(before) + date + String(after) : String(before) + date + withEvent(after)
        }
        return withEvent(text[...])
    }

    /// The text with its words as the event's name, between the signs at its ends.
    private static func withEvent(_ text: ArraySlice<Character>) -> String {
        let event = "{{" + Field.event.rawValue + "}}"
        let isWord = { (character: Character) in character.isLetter || character.isNumber }
        guard let first = text.firstIndex(where: isWord), let last = text.lastIndex(where: isWord) else {
            return event + String(text)
        }
        return String(text[..<first]) + event + String(text[(last + 1)...])
    }
}
