import AsciiDoc
package import Notebook

extension Command {
    static let notes = [para, quote, code, block, raw, deeper, shallower] + admonitions

    private static let para = Command(
        "para", aliases: ["p"], in: .notes,
        Message(
            en: "a paragraph: one line, or lines until a lone .",
            fr: "un paragraphe : une ligne, ou des lignes jusqu’à un . seul"),
        Parameter<String?>.optionalRest("TEXT"),
        examples: [
            Example(
                ":para Fil rouge : la *souveraineté*", en: "text outside the bullets", fr: "du texte hors des puces"),
            Example(
                ":para Saagie :", en: "the bullets that follow are indented under it",
                fr: "les puces qui suivent sont en retrait"),
        ]
    ) { (session: Session, text: String?) in try session.block(.paragraph, name: "para", text: text) }

    private static let quote = Command(
        "quote", in: .notes,
        Message(en: "a quotation; “-- NAME” after it says whose", fr: "une citation ; « -- NOM » dit de qui"),
        Parameter<String?>.optionalRest("TEXT [-- NAME]"),
        examples: [Example(":quote On est rien -- Yann", en: "a quote block", fr: "un bloc de citation")]
    ) { (session: Session, text: String?) in
        let parts = text?.partedAtAttribution
        return try session.block(.quote(attribution: parts?.name), name: "quote", text: parts?.quotation)
    }

    private static let code = Command(
        "code", in: .notes,
        Message(en: "a listing: lines until a lone .", fr: "du code : des lignes jusqu’à un . seul"),
        Parameter<String?>.optionalWord("LANG", completion: .language),
        examples: [Example(":code swift", en: "then the code, then .", fr: "puis le code, puis .")]
    ) { (session: Session, language: String?) in
        try session.block(.code(language: language), name: "code", text: nil)
    }

    private static let block = Command(
        "block", in: .notes,
        Message(
            en: "an open block with a title: lines until a lone .",
            fr: "un bloc ouvert avec un titre : des lignes jusqu’à un . seul"),
        Parameter<String?>.optionalRest("TITLE"),
        examples: [
            Example(":block DataOps.Rocks Summit", en: "AsciiDoc inside, as typed", fr: "de l’AsciiDoc, tel quel")
        ]
    ) { (session: Session, title: String?) in try session.block(.open(title: title), name: "block", text: nil) }

    private static let raw = Command(
        "raw", in: .notes,
        Message(
            en: "AsciiDoc as typed: one line, or lines until a lone .",
            fr: "de l’AsciiDoc tel quel : une ligne, ou jusqu’à un . seul"),
        Parameter<String?>.optionalRest("ASCIIDOC"),
        examples: [Example(":raw '''", en: "a thematic break", fr: "un filet")]
    ) { (session: Session, text: String?) in try session.block(.raw, name: "raw", text: text) }

    private static let deeper = Command(
        "in", in: .notes, Message(en: "what follows is one level deeper", fr: "la suite est un niveau plus bas"),
        examples: [Example(":in", en: "as Tab does at the start of a line", fr: "comme Tab en début de ligne")]
    ) { (session: Session) in try session.changeDepth(by: 1) }

    private static let shallower = Command(
        "out", in: .notes, Message(en: "what follows is one level higher", fr: "la suite est un niveau plus haut"),
        examples: [Example(":out", en: "as Shift-Tab does", fr: "comme Maj-Tab")]
    ) { (session: Session) in try session.changeDepth(by: -1) }

    private static let admonitions = Block.Admonition.allCases.map { kind in
        let name = kind.rawValue.lowercased()
        return Command(
            name, in: .notes,
            Message(
                en:
                    "\(name.hasPrefix("i") ? "an" : "a") \(name) box: one line, written as the day has them, or a block of "
                    + "lines until a lone .",
                fr: "un encadré \(name) : une ligne, comme la journée les écrit, ou un bloc jusqu’à un . seul"),
            Parameter<String?>.optionalRest("TEXT"),
            examples: [
                Example(
                    ":\(name) À vérifier", en: "\(kind.rawValue) and its text", fr: "\(kind.rawValue) et son texte")
            ]
        ) { (session: Session, text: String?) in try session.block(.admonition(kind), name: name, text: text) }
    }
}

extension Session {
    /// Moves the depth of the next bullet, as far as the bullets above allow.
    package func changeDepth(by step: Int) throws(DayError) -> Response {
        let open = try day()
        let depth = open.place.depth + step
        guard depth >= 1 else { return .silent }
        guard depth <= deepestBullet else { throw .depthTooDeep(limit: deepestBullet) }
        let above = open.day.bulletDepth(in: open.place.slot)
        guard depth <= above + 1 else { throw .depthJump(from: above, to: depth) }
        open.move(to: Place(slot: open.place.slot, depth: depth))
        return .silent
    }
}

extension String {
    /// `On est rien -- Yann` → the quotation and the name.
    fileprivate var partedAtAttribution: (quotation: String?, name: String?) {
        var parts = self[...]
        while let dash = parts.lastIndex(of: "-") {
            let front = self[..<dash]
            if front.hasSuffix(" -") || front == "-", self[index(after: dash)...].hasPrefix(" ") {
                let quotation = front.dropLast().trimmingBlanks
                let name = self[index(after: dash)...].trimmingBlanks
                return (quotation.isEmpty ? nil : quotation, name.isEmpty ? nil : name)
            }
            parts = self[..<dash]
        }
        return (self, nil)
    }
}
