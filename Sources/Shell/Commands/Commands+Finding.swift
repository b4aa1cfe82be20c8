import AsciiDoc
import Notebook

extension Command {
    static let finding = [todo, todos, done, find, outline, check]

    private static let todo = Command(
        "todo", in: .notes,
        Message(
            en: "something to check later: a bullet with a box",
            fr: "une chose à vérifier plus tard : une puce avec une case"),
        Parameter<String>.rest("TEXT"),
        examples: [
            Example(":todo vérifier les 75%", en: "writes * [ ] vérifier les 75%", fr: "écrit * [ ] vérifier les 75%")
        ]
    ) { (session: Session, text: String) in
        let startsGroup = try session.day().startsGroup
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            try day.appendBullet(
                text, depth: place.depth, startsGroup: startsGroup, isFollowUp: true, to: place.slot)
        }
        return .silent
    }

    private static let todos = Command(
        "todos", in: .editing, Message(en: "list what is to be checked", fr: "lister ce qui reste à vérifier"),
        examples: [
            Example(
                ":todos", en: "every bullet with an empty box, and its slot",
                fr: "chaque puce à case vide, et son créneau")
        ]
    ) { (session: Session) in
        try session.notes { (day, note) in note.node.isChecked == false ? day.firstLine(of: note) : nil }
    }

    private static let done = Command(
        "done", in: .editing,
        Message(en: "tick the box of something checked", fr: "cocher la case d'une chose vérifiée"),
        Parameter<String>.rest("TEXT", completion: .followUp),
        examples: [
            Example(
                ":done 75%", en: "writes * [x] vérifier les 75%: the newest with that text",
                fr: "écrit * [x] vérifier les 75% : la plus récente qui a ce texte")
        ]
    ) { (session: Session, text: String) in
        var ticked = ""
        try session.day().perform(session.typedLine) { (day, _) throws(DayError) in
            ticked = try day.tick(text)
            return .same
        }
        return Response(lines: [Message.done(ticked).text(session.language)])
    }

    private static let find = Command(
        "find", in: .editing,
        Message(en: "find text in the day's notes", fr: "chercher un texte dans les notes du jour"),
        Parameter<String>.rest("TEXT"),
        examples: [
            Example(
                ":find souverainete", en: "accents and case do not matter",
                fr: "sans tenir compte des accents ni des majuscules")
        ]
    ) { (session: Session, text: String) in
        let wanted = text.trimmingBlanks.folded
        return try session.notes { (day, note) in day.lines(of: note).first { $0.folded.contains(wanted) } }
    }

    private static let outline = Command(
        "outline", in: .editing,
        Message(
            en: "the day's slots with their first-level bullets", fr: "les créneaux et leurs puces de premier niveau"),
        examples: [Example(":outline", en: "the whole day at a glance", fr: "toute la journée d'un coup d'œil")]
    ) { (session: Session) in
        let day = try session.day().day
        return Response(
            lines: day.slots.flatMap { slot in
                [slot.sectionTitle] + slot.notes.filter { $0.depth == 1 }.map { "    * " + day.firstLine(of: $0) }
            })
    }

    private static let check = Command(
        "check", in: .editing,
        Message(en: "say what of the day would render wrongly", fr: "dire ce qui se rendrait mal dans la journée"),
        examples: [Example(":check", en: "as steno check does for a file", fr: "comme steno check pour un fichier")]
    ) { (session: Session) in
        let found = try session.day().day.document.diagnostics()
        guard !found.isEmpty else { return Response(lines: [Message.nothingWrong.text(session.language)]) }
        return Response(
            lines: found.map { "\($0.line):\($0.column): \(Message($0).text(session.language)) [\($0.rule)]" })
    }
}

extension Session {
    /// What is shown of the day's notes, below the number and heading of each slot.
    fileprivate func notes(_ shown: (Day, Note) -> String?) throws -> Response {
        let day = try day().day
        let positions = [nil] + day.slots.map { Optional($0.position) }
        let lines = positions.flatMap { position -> [String] in
            let found = day.notes(in: position).compactMap { shown(day, $0) }
            let heading = position.flatMap { day.slot(at: $0) }.map { "\($0.position + 1)  \($0.sectionTitle)" }
            return found.isEmpty ? [] : [heading ?? day.title ?? ""] + found.map { "    " + $0 }
        }
        return Response(lines: lines.isEmpty ? [Message.nothingFound.text(language)] : lines)
    }
}
