import Notebook

extension Command {
    static let marks = [todo, idea, question, keep, todos, done, list]

    private static let todo = mark(
        .todo,
        Message(en: "something to check later", fr: "une chose à vérifier plus tard"),
        Example(
            ":todo vérifier les 75%", en: "a bullet with a ballot box before it; :todos lists it, :done ticks it",
            fr: "une puce précédée d’une case ; :todos la liste, :done la coche"))

    private static let idea = mark(
        .idea, Message(en: "an idea that came while listening", fr: "une idée venue en écoutant"),
        Example(
            ":idea le montrer à l’équipe", en: "a bullet with the layout's sign before it; :marks lists it",
            fr: "une puce précédée du signe du modèle ; :marks la liste"))

    private static let question = mark(
        .question, Message(en: "something to ask", fr: "une question à poser"),
        Example(
            ":question et les coûts ?", en: "a bullet with the layout's sign before it; :marks lists it",
            fr: "une puce précédée du signe du modèle ; :marks la liste"))

    private static let keep = mark(
        .keep, Message(en: "what to keep from this talk", fr: "ce qu’il faut retenir de cet exposé"),
        Example(
            ":keep la donnée est un produit", en: "a bullet with the layout's sign before it; :marks lists it",
            fr: "une puce précédée du signe du modèle ; :marks la liste"))

    private static func mark(_ kind: Mark.Kind, _ summary: Message, _ example: Example) -> Command {
        Command(kind.rawValue, in: .notes, summary, Parameter<String>.rest("TEXT"), examples: [example]) {
            (session: Session, text: String) in
            let startsGroup = try session.day().ahead.startsGroup
            var written = ""
            try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
                let depth = try day.appendMark(
                    kind, text, depth: place.depth, startsGroup: startsGroup, to: place.slot)
                written = day.firstLine(of: try day.note(nil, in: place.slot))
                return depth
            }
            return Response(done: [written])
        }
    }

    private static let todos = Command(
        "todos", in: .editing, Message(en: "list what is to be checked", fr: "lister ce qui reste à vérifier"),
        examples: [
            Example(
                ":todos", en: "what :todo wrote and boxes drawn by hand, with their slots",
                fr: "ce que :todo a écrit et les cases faites à la main, avec leurs créneaux")
        ]
    ) { (session: Session) in
        var number = 0
        return try session.marks { mark in
            guard mark.kind == .todo, !mark.isDone else { return nil }
            number += 1
            return "#\(number)  [ ] \(mark.text)"
        }
    }

    private static let done = Command(
        "done", in: .editing,
        Message(en: "tick something that was checked", fr: "cocher une chose vérifiée"),
        Parameter<String>.rest("TEXT | #N", completion: .followUp),
        examples: [
            Example(
                ":done 75%", en: "ticks “vérifier les 75%”: the newest with that text",
                fr: "coche « vérifier les 75% » : la plus récente qui a ce texte"),
            Example(":done #1", en: "the first that :todos lists", fr: "la première que :todos liste"),
        ]
    ) { (session: Session, text: String) in
        var ticked = ""
        try session.day().perform(session.typedLine) { (day, _) throws(DayError) in
            ticked = try day.tick(text)
            return .same
        }
        return Response(lines: [Message.done(ticked).text(session.language)])
    }

    private static let list = Command(
        "marks", in: .editing,
        Message(
            en: "list what was marked, slot by slot: all, or one kind (todo, idea, question, keep)",
            fr: "lister ce qui est marqué, par créneau : tout, ou une sorte (todo, idea, question, keep)"),
        Parameter<String?>.optionalWord("KIND", completion: .mark),
        examples: [
            Example(":marks", en: "the whole day's", fr: "ceux de toute la journée"),
            Example(":marks keep", en: "what to keep", fr: "ce qu’il faut retenir"),
        ]
    ) { (session: Session, word: String?) in
        let kind = word.flatMap { Mark.Kind(rawValue: $0.lowercased()) }
        if let word, kind == nil { throw Refusal(.noMark(word)) }
        return try session.marks { mark in
            guard kind == nil || mark.kind == kind else { return nil }
            return Message.marked(mark).text(session.language)
        }
    }
}

extension Session {
    /// What is shown of the day's marks, below the number and heading of each slot.
    fileprivate func marks(_ shown: (Mark) -> String?) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        let day = open.day
        var lines: [String] = []
        var slot: Int??
        for mark in day.marks {
            guard let line = shown(mark) else { continue }
            if slot != mark.slot {
                slot = mark.slot
                let heading = day.slot(at: mark.slot).map { "\($0.number)  \($0.sectionTitle)" }
                lines.append(heading ?? day.heading(at: mark.slot))
            }
            lines.append("    " + line)
        }
        return Response(lines: lines.isEmpty ? [Message.nothingFound.text(language)] : lines)
    }
}
