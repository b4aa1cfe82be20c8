import Notebook

extension Command {
    static let typing = [abbr]

    private static let abbr = Command(
        "abbr", in: .notes,
        Message(
            en: "a short word for a long one, spelled out at a space or Enter; Backspace takes that back, ! forgets it",
            fr: "un mot court pour un long, développé à l’espace ou à Entrée ; Retour arrière l’annule, ! l’oublie"),
        Parameter<Bool>.bang, Parameter<String?>.optionalWord("WORD"), Parameter<String?>.optionalRest("TEXT"),
        examples: [
            Example(
                ":abbr sn souveraineté numérique", en: "sn and a space become souveraineté numérique",
                fr: "sn et une espace donnent souveraineté numérique"),
            Example(":abbr", en: "list them", fr: "les lister"),
        ]
    ) { (session: Session, bang: Bool, word: String?, text: String?) in
        guard let word else {
            let lines = session.abbreviations.lines
            return Response(lines: lines.isEmpty ? [Message.noAbbreviations.text(session.language)] : lines)
        }
        return try session.abbreviate(word, text?.trimmingBlanks, forget: bang)
    }
}

extension Session {
    fileprivate func abbreviate(_ word: String, _ text: String?, forget: Bool) throws -> Response {
        guard word.unicodeScalars.allSatisfy(Abbreviations.isPartOfWord) else { throw Refusal(.badAbbreviation(word)) }
        if forget {
            guard abbreviations[word] != nil else { throw Refusal(.noAbbreviation(word)) }
            try change { $0[word] = nil }
            return .silent
        }
        if let text {
            try change { $0[word] = text }
            return Response(lines: ["\(word) → \(text)"])
        }
        guard let meaning = abbreviations[word] else { throw Refusal(.noAbbreviation(word)) }
        return Response(lines: ["\(word) → \(meaning)"])
    }
}
