import AsciiDoc
import Notebook

extension Command {
    static let history = [edits, at, times, reload, diff, saveTo, trash]

    private static let edits = Command(
        "history", in: .history,
        Message(en: "list the last edits with their times", fr: "lister les dernières modifications et leur heure"),
        Parameter<Int?>.optionalNumber(),
        examples: [Example(":history 5", en: "the last five", fr: "les cinq dernières")]
    ) { (session: Session, count: Int?) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        return Response(lines: session.entries(of: open.store.history, last: count ?? 20))
    }

    private static let at = Command(
        "at", in: .history,
        Message(en: "show the day as it was at a time", fr: "montrer la journée telle qu’elle était à une heure"),
        Parameter<TimeOfDay>.time("TIME"),
        examples: [Example(":at 14h12", en: "nothing is changed by it", fr: "rien n’est modifié")]
    ) { (session: Session, time: TimeOfDay) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        let history = open.store.history
        let past = PastDay(contents: open.day.document.source, history: history)
        guard let bytes = past.contents(after: session.count(of: history, until: time)) else {
            throw Refusal(.historyDoesNotFit)
        }
        return Response(lines: String(decoding: bytes, as: UTF8.self).lines)
    }

    private static let times = Command(
        "times", in: .history,
        Message(
            en: "show a slot with the time when each line was written; “all”: the day",
            fr: "montrer un créneau avec l’heure de chaque ligne ; « all » : la journée"),
        Parameter<String?>.optionalRest("SLOT | all", completion: .slot),
        examples: [Example(":times", en: "the slot where you are", fr: "le créneau où vous êtes")]
    ) { (session: Session, query: String?) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        let whole = 0..<open.day.document.source.count
        if query == "all" { return Response(lines: session.timed(whole, of: open)) }
        let position = try query.map { try open.day.find($0, near: open.place.slot) } ?? open.place.slot
        return Response(lines: session.timed(open.day.slot(at: position)?.section.range ?? whole, of: open))
    }

    private static let reload = Command(
        "reload", in: .history,
        Message(
            en: "look now whether another program changed the file",
            fr: "regarder si un autre programme a modifié le fichier"),
        examples: [Example(":reload", en: "every typed line does it too", fr: "chaque ligne tapée le fait aussi")]
    ) { (session: Session) in
        let open = try session.day()
        let before = open.store.history.count
        try open.takeOverOutsideChange()
        let isChanged = open.store.history.count > before
        return Response(lines: isChanged ? session.changes(by: open.store.history.last) : [session.say(.fileUnchanged)])
    }

    private static let diff = Command(
        "diff", in: .history,
        Message(
            en: "show what another program changed last in the file",
            fr: "montrer ce qu’un autre programme a modifié en dernier dans le fichier"),
        examples: [Example(":diff", en: "- taken out, + put in", fr: "- retiré, + ajouté")]
    ) { (session: Session) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        guard let last = open.store.history.last(where: { $0.origin == .outside }) else {
            return Response(lines: [session.say(.neverChangedOutside)])
        }
        return Response(lines: session.changes(by: last))
    }

    private static let saveTo = Command(
        "save-to", in: .history,
        Message(
            en: "write the day to another file, whatever its own disk does; ! writes over what is there",
            fr: "écrire la journée dans un autre fichier, quoi que fasse son disque ; ! écrase ce qui y est"),
        Parameter<Bool>.bang, Parameter<String>.path(isLast: true),
        examples: [Example(":save-to /tmp/day.adoc", en: "the way out of a full disk", fr: "l’issue d’un disque plein")]
    ) { (session: Session, overwrites: Bool, path: String) in
        let open = try session.day()
        let target = session.path(path)
        let content = ExportContent(source: open.day.document.source, name: "", day: open.store.path, images: [])
        do throws(ExportError) {
            _ = try session.services.exporter.export(
                content, to: [ExportTarget(.adoc, target)], overwrites: overwrites, session.services.progress)
        } catch {
            guard case .exists = error else { throw error }
            throw Refusal(.copyExists(target))
        }
        return Response(lines: [session.say(.savedTo(target))])
    }

    private static let trash = Command(
        "trash", in: .history,
        Message(
            en: "list what was written over with “!”; with a number, put it back",
            fr: "lister ce qui a été écrasé avec « ! » ; avec un numéro, le remettre"),
        Parameter<Int?>.optionalNumber(),
        examples: [
            Example(":trash", en: "numbers, sizes and where it was", fr: "numéros, tailles et emplacements"),
            Example(":trash 1", en: "what is there now is kept in turn", fr: "ce qui s’y trouve est gardé à son tour"),
        ]
    ) { (session: Session, number: Int?) in
        if let number {
            return Response(lines: [session.say(.restored(try session.services.trash.restore(number)))])
        }
        let entries = try session.services.trash.entries()
        if entries.isEmpty { return Response(lines: [session.say(.trashIsEmpty)]) }
        return Response(lines: entries.map { "\($0.number)  \($0.size) B  \($0.path)" })
    }
}

extension Session {
    fileprivate func say(_ message: Message) -> String { message.text(language) }

    /// One line for each of the last typed edits: its number, its time, whether it was undone, what was typed.
    fileprivate func entries(of history: [Transaction], last count: Int) -> [String] {
        var undone: Set<Int> = []
        for transaction in history {
            switch transaction.origin {
            case .undo(let sequence): undone.insert(sequence)
            case .redo(let sequence): undone.remove(sequence)
            case .typed, .continued, .outside: break
            }
        }
        let shown = history.filter { transaction in
            switch transaction.origin {
            case .typed, .continued, .outside: true
            case .undo, .redo: false
            }
        }
        if shown.isEmpty { return [say(.noHistory)] }
        let width = String(shown.last?.sequence ?? 0).count
        return shown.suffix(count).map { transaction in
            let number = String(transaction.sequence)
            let label = transaction.origin == .outside ? say(.anotherProgram) : transaction.label
            let mark = undone.contains(transaction.sequence) ? " (\(say(.undone)))" : ""
            let pad = String(repeating: " ", count: width - number.count)
            return "\(pad)\(number)  \(text(of: transaction.time))  \(label)\(mark)"
        }
    }

    private func text(of moment: Int64) -> String { services.clock.local(moment).time.text(.h) }

    /// How many transactions there were at the end of that minute, on the last day on which anything was written.
    fileprivate func count(of history: [Transaction], until time: TimeOfDay) -> Int {
        guard let last = history.last else { return 0 }
        let day = services.clock.local(last.time).day
        return history.prefix { transaction in
            let moment = services.clock.local(transaction.time)
            return moment.day < day || moment.day == day && moment.time <= time
        }.count
    }

    /// The lines of a part of the day, each with the time of its newest bytes before it.
    fileprivate func timed(_ range: Range<Int>, of open: DaySession) -> [String] {
        let source = open.day.document.source
        var moments = [Int64?]()
        moments.reserveCapacity(source.count)
        for run in PastDay(contents: source, history: open.store.history).times {
            moments.append(contentsOf: repeatElement(run.time, count: run.length))
        }
        var lines: [String] = []
        var start = range.lowerBound
        while start < range.upperBound, source.count == moments.count {
            let end = source[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
            let newest = moments[start..<end].compactMap { $0 }.max()
            lines.append((newest.map(text) ?? "     ") + "  " + open.day.text(start..<end))
            start = end + 1
        }
        return lines
    }

    /// What a transaction took out and put in, line by line.
    fileprivate func changes(by transaction: Transaction?) -> [String] {
        (transaction?.steps ?? []).flatMap { step in
            String(decoding: step.removed, as: UTF8.self).lines.trimmingEmptyEnd.map { "- " + $0 }
                + String(decoding: step.edit.replacement, as: UTF8.self).lines.trimmingEmptyEnd.map { "+ " + $0 }
        }
    }
}
