import Notebook

extension Command {
    static let boxes = [example, table, comment, condition, apart, blank]

    private static let example = Command(
        "example", in: .notes,
        Message(
            en: "an example with a title: lines until a lone .",
            fr: "un exemple avec un titre : des lignes jusqu’à un . seul"),
        Parameter<String?>.optionalRest("TITLE"),
        examples: [
            Example(":example bio", en: "AsciiDoc inside, as typed", fr: "de l’AsciiDoc, tel quel")
        ]
    ) { (session: Session, title: String?) in try session.block(.example(title: title), name: "example", text: nil) }

    private static let table = Command(
        "table", in: .notes,
        Message(
            en: "a table: its rows as AsciiDoc has them, until a lone .",
            fr: "un tableau : ses lignes comme en AsciiDoc, jusqu’à un . seul"),
        Parameter<String?>.optionalRest("ATTRIBUTES"),
        examples: [
            Example(
                ":table [cols=\"1,4\", options=\"header\"]", en: "then rows like |9h30 |Keynote, then .",
                fr: "puis des lignes comme |9h30 |Keynote, puis .")
        ]
    ) { (session: Session, attributes: String?) in
        let list = attributes.map { $0.hasPrefix("[") ? $0 : "[\($0)]" } ?? ""
        return try session.block(.table(attributes: list), name: "table", text: nil)
    }

    private static let comment = Command(
        "comment", in: .notes,
        Message(
            en: "what no reader sees: one line, or lines until a lone .",
            fr: "ce qu’aucun lecteur ne voit : une ligne, ou des lignes jusqu’à un . seul"),
        Parameter<String?>.optionalRest("TEXT"),
        examples: [Example(":comment à relire", en: "a comment line", fr: "une ligne de commentaire")]
    ) { (session: Session, text: String?) in try session.block(.comment, name: "comment", text: text) }

    private static let condition = Command(
        "if", in: .notes,
        Message(
            en: "what is shown only where an attribute is set, as AsciiDoc: lines until a lone .",
            fr: "ce qui n’est montré que si un attribut est défini, en AsciiDoc : des lignes jusqu’à un . seul"),
        Parameter<String>.word("ATTRIBUTE"),
        examples: [
            Example(
                ":if env-github", en: "then the link to the video, then .", fr: "puis le lien vers la vidéo, puis .")
        ]
    ) { (session: Session, attribute: String) in
        try session.block(.condition(attribute: attribute), name: "if", text: nil)
    }

    private static let blank = Command(
        "blank", in: .notes,
        Message(
            en: "blank lines before what comes next: one, or N", fr: "des lignes vides avant la suite : une, ou N"),
        Parameter<Int?>.optionalNumber(),
        examples: [Example(":blank 2", en: "two of them before the next note", fr: "deux avant la note suivante")]
    ) { (session: Session, count: Int?) in
        try session.day().ahead.emptyLines = min(count ?? 1, mostBlankLines)
        return .silent
    }

    /// More than a screen of them is a slip of the finger.
    private static let mostBlankLines = 24

    private static let apart = Command(
        "list", in: .notes,
        Message(
            en: "the next bullet begins a list of its own, apart from the one before",
            fr: "la puce suivante commence une autre liste, à part de la précédente"),
        examples: [Example(":list", en: "then * text", fr: "puis * texte")]
    ) { (session: Session) in
        let open = try session.day()
        open.move(to: Place(slot: open.place.slot, depth: 1))
        open.ahead.startsList = true
        return .silent
    }
}
