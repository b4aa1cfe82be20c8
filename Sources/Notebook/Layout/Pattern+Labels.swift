extension [Pattern.Reading] {
    /// Where the same sign parts the times from the rest and, in most headings, that again into as many pieces, those before
    /// the title are a room or a track: `9h30 | Cloud | Title`, `10:15 · Amphi bleu · Title`.
    var partingLabels: [Pattern.Reading] {
        let parted = map { LabelledHeading($0) }
        let found = parted.compactMap { $0 }
        guard found.count > 1, found.count * 3 >= count * 2, let sign = found.first?.sign,
            found.allSatisfy({ $0.sign == sign }), LabelledHeading.areLabels(found.map(\.label), partedBy: sign)
        else { return self }
        let isRoom = found.count { $0.label.namesRoom } * 2 > found.count
        return zip(self, parted).map { reading, parted in parted?.reading(isRoom ? .room : .track) ?? reading }
    }
}

/// A heading with times whose title begins with a label.
private struct LabelledHeading {
    /// What parts times, label and title, without the spaces around it.
    let sign: Character
    let label: String
    private let read: Pattern.Reading
    private let between: String
    private let title: String

    /// Nil: the heading has no such label.
    init?(_ reading: Pattern.Reading) {
        guard let text = reading.pieces.last, text.field == .title, reading.pieces.count > 1,
            [.track, .room, .kind].allSatisfy({ reading.fields[$0] == nil })
        else { return nil }
        let separator = reading.literals[reading.pieces.count - 1]
        let signs = separator.filter { !$0.isSpace }
        guard let sign = signs.first, signs.count == 1, "|·•-–—,/>".contains(sign), separator.last?.isSpace == true,
            let place = text.text.indices.first(where: { text.text[$0] == sign && text.text[$0...].isParting })
        else { return nil }
        let label = String(text.text[..<place].trimmingSpaces)
        let title = text.text[text.text.index(after: place)...].trimmingSpaces
        guard !label.isEmpty, !title.isEmpty,
            place > text.text.startIndex, text.text[text.text.index(before: place)].isSpace || sign == ","
        else { return nil }
        (self.sign, self.label, self.title, read) = (sign, label, String(title), reading)
        between = String(text.text.dropFirst(label.count).dropLast(title.count))
    }

    /// A bar or a dot parts nothing else; after another sign, labels are those that come back, or rooms.
    static func areLabels(_ labels: [String], partedBy sign: Character) -> Bool {
        "|·•".contains(sign) || Set(labels).count * 2 <= labels.count || labels.allSatisfy(\.namesRoom)
    }

    func reading(_ field: Field) -> Pattern.Reading {
        let parted = [(field, label), (Field.title, title)].map { field, text in
            Pattern.Reading.Piece(field: field, value: .text(text), form: .text, text: text)
        }
        return Pattern.Reading(
            literals: read.literals.dropLast() + [between, read.literals.last ?? ""],
            pieces: read.pieces.dropLast() + parted)
    }
}

extension StringProtocol {
    /// Whether a sign that begins the text parts what stands around it.
    fileprivate var isParting: Bool { dropFirst().first?.isSpace == true }

    /// Whether it is what rooms are called: by such a word, or by a number.
    fileprivate var namesRoom: Bool {
        let words = split(separator: " ").map { String($0).folded }
        let known: Set = ["salle", "room", "amphi", "amphitheatre", "auditorium", "hall", "theatre", "stage", "scene"]
        return words.contains(where: known.contains) || words.last?.contains(where: \.isNumber) == true
    }
}
