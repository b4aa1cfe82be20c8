package import Notebook

extension Command {
    static let rearranging = [move, insert, join, split]

    private static let move = Command(
        "move", typedInFull: true, in: .editing,
        Message(
            en: "move a note and what is below it: after another one, to another slot, or to the end of this one",
            fr: "déplacer une note et ce qui est dessous : après une autre, vers un créneau, ou à la fin d’ici"),
        Parameter<Int>.noteNumber(), Parameter<String?>.optionalRest("after #M | to SLOT"),
        examples: [
            Example(":move #1 after #2", en: "numbers are those of :show", fr: "les numéros sont ceux de :show"),
            Example(":move #1 to 14h00", en: "to the end of that slot", fr: "à la fin de ce créneau"),
            Example(":move #1", en: "to the end of this slot", fr: "à la fin de ce créneau-ci"),
        ]
    ) { (session: Session, number: Int, target: String?) in
        let parsed = try target.map(MoveTarget.init)
        var text = ""
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            text = day.firstLine(of: try day.note(number, in: place.slot))
            try day.moveNote(number, in: place.slot, to: try parsed.found(in: day, from: place.slot))
            return .at(day.lastDepth(in: place.slot))
        }
        return Response(done: [Message.moved(text, to: target).text(session.language)])
    }

    private static let insert = Command(
        "insert", in: .editing,
        Message(en: "write a note before another one", fr: "écrire une note avant une autre"),
        Parameter<Int>.noteNumber(), Parameter<String>.rest("TEXT"),
        examples: [
            Example(":insert #2 ce qui manquait", en: "becomes note 2; depth as note 2's", fr: "devient la note 2")
        ]
    ) { (session: Session, number: Int, text: String) in
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            try day.insertNote(text, before: number, in: place.slot)
            return .same
        }
        return Response(done: ["#\(number)  \(text)"])
    }

    private static let join = Command(
        "join", typedInFull: true, in: .editing,
        Message(en: "join the last note to the one before", fr: "joindre la dernière note à la précédente"),
        examples: [Example(":join", en: "one note of the last two", fr: "une seule note des deux dernières")]
    ) { (session: Session) in
        var joined = ""
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            let depth = try day.joinLastNotes(in: place.slot)
            joined = day.firstLine(of: try day.note(nil, in: place.slot))
            return depth
        }
        return Response(done: [joined])
    }

    private static let split = Command(
        "split", typedInFull: true, in: .editing,
        Message(
            en: "make two notes of one: the second begins at WORDS",
            fr: "faire deux notes d’une : la seconde commence à MOTS"),
        Parameter<Int>.noteNumber(), Parameter<String>.rest("WORDS"),
        examples: [
            Example(":split #3 is", en: "the second note begins at these words", fr: "la seconde note commence là")
        ]
    ) { (session: Session, number: Int, words: String) in
        var halves: [String] = []
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            try day.splitNote(number, at: words, in: place.slot)
            for half in number...(number + 1) {
                halves.append("#\(half)  " + day.firstLine(of: try day.note(half, in: place.slot)))
            }
            return .same
        }
        return Response(done: halves)
    }
}

/// `after #M` or `to SLOT`, in either language.
private enum MoveTarget {
    case after(Int)
    case slot(String)

    init(_ text: String) throws(UsageError) {
        let word = String(text.prefix { $0 != " " })
        let rest = text.dropFirst(word.count).trimmingBlanks
        switch word.folded {
        case "after", "apres":
            guard let number = Int(noteNumber: rest) else { throw .notANumber(rest) }
            self = .after(number)
        case "to", "vers":
            guard !rest.isEmpty else { throw .missing(ParameterInfo(name: "SLOT", arity: .rest)) }
            self = .slot(rest)
        default: throw .tooMuch(text)
        }
    }
}

extension MoveTarget? {
    fileprivate func found(in day: Day, from slot: Int?) throws(DayError) -> NoteTarget {
        switch self {
        case .after(let number): .after(number)
        case .slot(let query): .endOf(slot: try day.find(query, near: slot))
        case nil: .endOf(slot: slot)
        }
    }
}

extension Session {
    /// Moves the last bullet up or down among its siblings; pressed again, the same one goes on.
    package func moveLastBullet(by step: Int) throws(DayError) -> Response {
        let open = try day()
        let number = movedNote
        var moved: Int?
        try open.perform(step < 0 ? "↑" : "↓") { (day, place) throws(DayError) in
            moved = try day.moveBullet(number, by: step, in: place.slot)
            return .same
        }
        movedNote = moved
        return .silent
    }
}
