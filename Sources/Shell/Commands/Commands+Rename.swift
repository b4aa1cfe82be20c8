import AsciiDoc
import Notebook

extension Command {
    static let rename = Command(
        "rename", in: .days,
        Message(
            en: "give the event another name, in the title and in the file's name; images keep theirs",
            fr: "donner un autre nom à l’événement, dans le titre et le nom du fichier ; les images gardent le leur"),
        Parameter<String>.rest("EVENT"),
        examples: [Example(":rename DataOps.Rocks 2022", en: "the date stays", fr: "la date reste")]
    ) { (session: Session, name: String) in try session.renameDay(name.trimmingBlanks) }
}

extension Session {
    /// The file first: where it cannot have that name, nothing has changed.
    fileprivate func renameDay(_ name: String) throws -> Response {
        guard let event = EventName(name) else { throw Refusal(.badEventName(name)) }
        let old = Notebook.lastComponent(try day().store.path)
        let moved = try moveDay(to: fileName(of: event))
        let label = moved == nil ? typedLine : FileMove(from: old).label(typedLine)
        try day().perform(label) { (day, _) throws(DayError) in
            try day.setEvent(event)
            return .same
        }
        return Response(
            lines: [moved.map { Message.renamed($0).text(language) }].compactMap { $0 },
            done: [try day().day.title ?? ""])
    }

    private func fileName(of event: EventName) throws -> String {
        let date = FileName.parts(ofDay: Notebook.lastComponent(try day().store.path))?.date
        return date.map { FileName.day($0, event: event) } ?? event.filePart + ".adoc"
    }

    /// Gives the open day's file another name in its folder. Returns its path; nil: that is its name.
    private func moveDay(to file: String) throws -> String? {
        let (old, place) = (try day().store.path, try day().place)
        let new = Notebook.folder(of: old) + "/" + file
        guard new != old else { return nil }
        if let problem = leaveDay() {
            _ = try open(path: old)
            throw Refusal(problem)
        }
        do throws(StoreError) {
            try services.days.rename(path: old, to: new)
        } catch {
            _ = try open(path: old)
            throw error
        }
        try rememberTemplate(of: new, try services.lists.setting(Notebook.lastComponent(old), in: .templates))
        _ = try open(path: new)
        open?.move(to: place)
        return new
    }

    /// The file's name goes with the title, back and forth. Returns what is said of it, and of a name that is taken by now.
    ///
    /// - Parameters:
    ///   - label: of the step that was undone or redone.
    ///   - isUndone: else it was redone.
    func followRename(_ label: String, isUndone: Bool) throws -> [Message] {
        guard let move = FileMove(label: label) else { return [] }
        do {
            let file = isUndone ? move.from : try EventName(move.event).map(fileName) ?? move.from
            return try moveDay(to: file).map { [.renamed($0)] } ?? []
        } catch {
            return [Message(error)]
        }
    }
}

/// What the label of a `:rename` says besides what was typed: `:rename Salon 2022 ← 20220524_salon.adoc`. Labels are kept in
/// the journal, so that a later run can undo it, too.
private struct FileMove {
    /// The file's name before.
    let from: String
    /// The name that was typed.
    var event = ""
    private static let sign = " \u{2190} "

    init(from: String) { self.from = from }

    init?(label: String) {
        guard label.hasPrefix(":rename "), let sign = label.ranges(of: Self.sign).last else { return nil }
        (from, event) = (
            String(label[sign.upperBound...]), label[..<sign.lowerBound].dropFirst(":rename ".count).trimmingBlanks
        )
        guard from.hasSuffix(".adoc"), !from.contains("/") else { return nil }
    }

    func label(_ typed: String) -> String {
        ":rename" + typed.drop { $0 != " " } + Self.sign + from
    }
}
