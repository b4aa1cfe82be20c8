import AsciiDoc
import Notebook

extension Command {
    static let fixing = [fix]

    private static let fix = Command(
        "fix", aliases: ["f"], in: .editing,
        Message(
            en: "correct a word of the last note: OLD/NEW; any other sign may stand for the slash",
            fr: "corriger un mot de la dernière note : ANCIEN/NOUVEAU ; un autre signe peut remplacer la barre"),
        Parameter<String>.rest("OLD/NEW"),
        examples: [
            Example(
                ":fix deux/2", en: "in the last note that has it in this slot",
                fr: "dans la dernière note du créneau qui l’a"),
            Example(
                ":fix |deux|2/3", en: "the sign that comes first parts them", fr: "le signe placé en tête les sépare"),
        ]
    ) { (session: Session, text: String) in
        let parts = try Correction(text)
        var line = ""
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            line = try day.correct(parts.old, to: parts.new, in: place.slot)
            return .same
        }
        return Response(done: [line])
    }
}

/// `OLD/NEW`, or `|OLD|NEW` with any sign that is neither letter, digit nor space.
private struct Correction {
    let old: String
    let new: String

    init(_ text: String) throws(UsageError) {
        let sign: Character
        var rest = text[...]
        if let first = rest.first, !first.isLetter, !first.isNumber, !first.isWhitespace,
            rest.dropFirst().contains(first)
        {
            sign = first
            rest = rest.dropFirst()
        } else {
            sign = "/"
        }
        guard let middle = rest.firstIndex(of: sign), middle > rest.startIndex else {
            throw .missing(ParameterInfo(name: "OLD/NEW", arity: .rest))
        }
        old = String(rest[..<middle])
        let after = rest[rest.index(after: middle)...]
        new = String(after.last == sign ? after.dropLast() : after)
    }
}
