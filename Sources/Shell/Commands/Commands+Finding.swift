import AsciiDoc
import AsciiDocLint
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
        try session.notes { (day, note) in note.isFollowUp ? day.firstLine(of: note) : nil }
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
        Message(
            en: "say what of the day would render wrongly, as steno check does",
            fr: "dire ce qui se rendrait mal dans la journée, comme steno check"),
        Parameter<String?>.optionalRest("OPTIONS"),
        examples: [
            Example(":check", en: "warnings and errors", fr: "les avertissements et les erreurs"),
            Example(
                ":check note imagesdir=photos", en: "notes too, with an attribute set",
                fr: "les remarques aussi, avec un attribut défini"),
        ]
    ) { (session: Session, options: String?) in
        let day = try session.day()
        let check = SourceCheck(words: options ?? "", fileExists: session.services.fileExists)
        let report = check.report(on: day.day.document, file: day.store.path)
        guard !report.diagnostics.isEmpty else { return Response(lines: [Message.nothingWrong.text(session.language)]) }
        // The day is the one that is open: its name need not be said in every line.
        let lines = DiagnosticReport(file: "", diagnostics: report.diagnostics)
        return Response(lines: lines.lines(Message.wording(in: session.language)))
    }
}

extension SourceCheck {
    /// The options of `steno check` as words: a level, and attributes as `name=value` or `name!`.
    fileprivate init(words: String, fileExists: ((String) -> Bool)?) {
        self.init(fileExists: fileExists)
        for word in words.split(separator: " ").map(String.init) {
            if let level = Diagnostic.Severity(rawValue: word) {
                least = level
            } else {
                let given = Self.attribute(word)
                attributes.updateValue(given.value, forKey: given.name)
            }
        }
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
