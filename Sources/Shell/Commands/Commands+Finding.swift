import AsciiDoc
import AsciiDocLint
import Notebook

extension Command {
    static let finding = [find, outline, check]

    private static let find = Command(
        "find", in: .editing,
        Message(
            en: "find text in the whole day; :go #2 goes to the second place found",
            fr: "chercher un texte dans toute la journée ; :go #2 va au deuxième endroit trouvé"),
        Parameter<String>.rest("TEXT"),
        examples: [
            Example(
                ":find souverainete", en: "accents and case do not matter",
                fr: "sans tenir compte des accents ni des majuscules")
        ]
    ) { (session: Session, text: String) in try session.find(text.trimmingBlanks) }

    private static let outline = Command(
        "outline", in: .editing,
        Message(
            en: "the day's slots with their first-level bullets", fr: "les créneaux et leurs puces de premier niveau"),
        examples: [Example(":outline", en: "the whole day at a glance", fr: "toute la journée d’un coup d’œil")]
    ) { (session: Session) in
        let day = try session.day().day
        return Response(
            lines: day.slots.flatMap { slot in
                [slot.sectionTitle] + slot.notes.filter { $0.depth == 1 }.map { "    * " + day.firstLine(of: $0) }
            })
    }

    private static let check = Command(
        "check", in: .editing,
        Message(
            en: "say what of the day would render wrongly, as steno check does, and what it lacks before an export",
            fr: "dire ce qui se rendrait mal dans la journée, comme steno check, et ce qui manque avant un export"),
        Parameter<String?>.optionalRest("OPTIONS"),
        examples: [
            Example(":check", en: "warnings and errors", fr: "les avertissements et les erreurs"),
            Example(
                ":check --fix", en: "put right what is safe to", fr: "corriger ce qui peut l’être sans risque"),
            Example(
                ":check note imagesdir=photos", en: "notes too, with an attribute set",
                fr: "les remarques aussi, avec un attribut défini"),
        ]
    ) { (session: Session, options: String?) in
        try session.check(session.checkOptions(options ?? ""))
    }
}

extension Session {
    /// What is shown of the day's notes, below the number and heading of each slot.
    fileprivate func notes(_ shown: (Day, Note) -> String?) throws -> Response {
        let day = try day().day
        let lines = day.notePlaces.flatMap { position -> [String] in
            let found = day.notes(in: position).compactMap { shown(day, $0) }
            let heading = day.slot(at: position).map { "\($0.number)  \($0.sectionTitle)" }
            return found.isEmpty ? [] : [heading ?? day.heading(at: position)] + found.map { "    " + $0 }
        }
        return Response(lines: lines.isEmpty ? [Message.nothingFound.text(language)] : lines)
    }
}
