import AsciiDoc
import Notebook

extension Command {
    static let editing = [show, edit, delete, undo, redo]

    private static let show = Command(
        "show", in: .editing,
        Message(
            en: "show a slot with its notes numbered; “all” shows the day",
            fr: "montrer un créneau, notes numérotées ; « all » : la journée"),
        Parameter<String?>.optionalRest("SLOT | all", completion: .slot),
        examples: [Example(":show", en: "the slot where you are", fr: "le créneau où vous êtes")]
    ) { (session: Session, query: String?) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        if query == "all" { return Response(lines: open.day.text(0..<open.day.document.source.count).lines) }
        let position = try query.map { try open.day.find($0, near: open.place.slot) } ?? open.place.slot
        return Response(lines: session.shown(position, of: open.day))
    }

    private static let edit = Command(
        "edit", aliases: ["e"], in: .editing,
        Message(
            en: "correct the last note, or the one with #N; without text in your editor; also “slot”, “day”",
            fr: "corriger la dernière note, ou la note #N ; sans texte, dans l’éditeur ; aussi « slot », « day »"),
        Parameter<String?>.optionalRest("[#N] [TEXT] | slot | day", completion: .note),
        examples: [
            Example(
                ":edit On part de très bas", en: "the last note's new text", fr: "nouveau texte de la dernière note"),
            Example(":edit #3 Renaud (Preligens)", en: "note 3 of this slot", fr: "note 3 de ce créneau"),
        ]
    ) { (session: Session, arguments: String?) in try session.edit(arguments) }

    private static let delete = Command(
        "delete", in: .editing,
        Message(
            en: "take a note away, with the bullets below it; the last one without a number; “slot”: all of the slot",
            fr: "retirer une note et les puces sous elle ; sans numéro, la dernière ; « slot » : tout le créneau"),
        Parameter<String?>.optionalRest("[#N] | slot", completion: .note),
        examples: [
            Example(":delete", en: "the last note; :undo brings it back", fr: "la dernière note ; :undo la rend")
        ]
    ) { (session: Session, what: String?) in
        let word = what?.trimmingBlanks
        if word == "slot" { return try session.deleteSlot() }
        let number = try word.map { word throws(UsageError) in
            guard let number = Int(noteNumber: word) else { throw .notANumber(word) }
            return number
        }
        return try session.deleteNote(number)
    }

    private static let undo = Command(
        "undo", aliases: ["u"], in: .editing,
        Message(en: "take back the last line, or the last N", fr: "annuler la dernière ligne, ou les N dernières"),
        Parameter<Int?>.optionalNumber(),
        examples: [
            Example(":undo", en: "also what was typed before a restart", fr: "aussi ce qui précède un redémarrage")
        ]
    ) { (session: Session, count: Int?) in
        try session.repeated(count) {
            let label = try session.day().undo()
            return [.undone(label, lacking: session.follow(label, isUndone: true))]
                + (try session.followRename(label, isUndone: true))
        }
    }

    private static let redo = Command(
        "redo", in: .editing, Message(en: "bring back what was undone", fr: "rétablir ce qui a été annulé"),
        Parameter<Int?>.optionalNumber(),
        examples: [Example(":redo", en: "until something new is typed", fr: "jusqu’à la prochaine ligne tapée")]
    ) { (session: Session, count: Int?) in
        try session.repeated(count) {
            let label = try session.day().redo()
            return [.redone(label, lacking: session.follow(label, isUndone: false))]
                + (try session.followRename(label, isUndone: false))
        }
    }
}

extension Session {
    fileprivate func deleteNote(_ number: Int?) throws -> Response {
        let open = try day()
        var gone = ""
        try open.perform(typedLine) { (day, place) throws(DayError) in
            gone = day.firstLine(of: try day.note(number, in: place.slot))
            return try day.deleteNote(number, in: place.slot)
        }
        open.move(to: Place(slot: open.place.slot, depth: open.day.lastDepth(in: open.place.slot)))
        return Response(done: [Message.deleted(gone).text(language)])
    }

    fileprivate func deleteSlot() throws -> Response {
        let open = try day()
        let count = open.slot?.notes.count ?? 0
        var gone = ""
        try open.perform(typedLine) { (day, place) throws(DayError) in
            let deleted = try day.deleteSlot(at: place.slot)
            (gone, place.slot) = (deleted.heading, deleted.place)
            return .at(1)
        }
        return Response(done: [Message.deletedSlot(gone, notes: count).text(language)])
    }

    /// A slot's AsciiDoc, each note's first line with its number before it.
    fileprivate func shown(_ position: Int?, of day: Day) -> [String] {
        let notes = day.notes(in: position)
        var numbers: [Int: Int] = [:]
        for (index, note) in notes.enumerated() {
            numbers[day.document.line(at: note.node.contentRange.lowerBound)] = index + 1
        }
        let range = day.slot(at: position)?.section.range ?? day.range(at: position)
        let first = day.document.line(at: range.lowerBound)
        let width = String(notes.count).count
        return day.text(range).lines.trimmingEmptyEnd.enumerated().map { offset, line in
            let number = numbers[first + offset].map(String.init) ?? ""
            return String(repeating: " ", count: width - number.count) + number + "  " + line
        }
    }

    /// Undoes or redoes up to `count` steps; an error is one only when not even the first went.
    fileprivate func repeated(_ count: Int?, _ step: () throws -> [Message]) throws -> Response {
        var said: [String] = []
        for _ in 0..<(count ?? 1) {
            do {
                said += try step().map { $0.text(language).lines.first ?? "" }
            } catch let error as DayError {
                if said.isEmpty { throw error }
                return Response(lines: said + [Message(error).text(language)])
            }
        }
        return Response(lines: said)
    }

    fileprivate func edit(_ arguments: String?) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        let (day, place) = (open.day, open.place)
        switch arguments {
        case "day": return request(0..<day.document.source.count, of: day)
        case "slot":
            return request(place.slot == nil ? 0..<day.document.source.count : day.range(at: place.slot), of: day)
        case "note", nil: return request(try day.note(nil, in: place.slot).node.range, of: day)
        case .some(let text): return try edit(text, open)
        }
    }

    /// `[#N] TEXT`, or `N` alone for the editor.
    private func edit(_ arguments: String, _ open: DaySession) throws -> Response {
        let word = arguments.prefix { $0 != " " }
        let isAlone = arguments.trimmingBlanks.count == word.count
        let number = word.hasPrefix("#") || isAlone ? Int(noteNumber: String(word)) : nil
        let text = number == nil ? arguments : arguments.dropFirst(word.count).trimmingBlanks
        if text.isEmpty { return request(try open.day.note(number, in: open.place.slot).node.range, of: open.day) }
        var line = ""
        try open.perform(typedLine) { (day, place) throws(DayError) in
            // Stars before the text say the depth, as they do in a line of its own.
            let isBullet = try day.note(number, in: place.slot).depth != nil
            if case .bullet(let depth?, _, let rest) = InputLine(text), isBullet {
                try day.setText(ofNote: number, in: place.slot, to: rest, depth: depth)
            } else {
                try day.setText(ofNote: number, in: place.slot, to: text)
            }
            line = day.firstLine(of: try day.note(number, in: place.slot))
            return .same
        }
        return Response(done: [line])
    }

    private func request(_ range: Range<Int>, of day: Day) -> Response {
        let line = day.document.line(at: range.lowerBound)
        return Response(
            effect: .edit(EditRequest(text: day.text(range), line: line, range: range, label: typedLine)))
    }
}

extension String {
    /// The lines of a text, without the empty one after its last line end.
    package var lines: [String] {
        var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

extension [String] {
    var trimmingEmptyEnd: ArraySlice<String> {
        self[..<((lastIndex { !$0.trimmingBlanks.isEmpty } ?? -1) + 1)]
    }
}
