import AsciiDoc
import AsciiDocLint
import Notebook

extension Command {
    static let days = [day, rename]

    private static let day = Command(
        "day", in: .days,
        Message(
            en: "open a day, or make one: [DATE] and the event's name, a date, or a file; alone, list the days",
            fr: "ouvrir ou créer une journée : [DATE] et nom de l’événement, une date, un fichier ; seul, les lister"),
        Parameter<String?>.optionalRest("[DATE] EVENT | DATE | FILE", completion: .day),
        examples: [
            Example(
                ":day DataOps.Rocks by Saagie", en: "today's day of that event",
                fr: "la journée d’aujourd’hui de cet événement"),
            Example(":day 2022-05-24 DataOps.Rocks by Saagie", en: "on another date", fr: "à une autre date"),
        ]
    ) { (session: Session, text: String?) in
        guard let text else { return try session.listDays() }
        return try session.openDay(text.trimmingBlanks)
    }
}

extension Session {
    /// Opens today's day, or the event of several days that is going on; nil when there is none yet and the event's name is
    /// to be asked for.
    package func openToday() throws -> Response? {
        let known = try knownDays()
        let today = Notebook.days(on: services.clock.today(), among: known)
        guard !today.isEmpty else { return try openGoingOn(among: known) }
        guard today.count == 1 else { throw Refusal(.severalDays(today.map { ":day \(Notebook.lastComponent($0))" })) }
        return try open(path: today[0])
    }

    /// Opens or makes the day that `text` names.
    package func openDay(_ text: String) throws -> Response {
        let word = text.prefix { $0 != " " }
        guard let date = CalendarDate(reading: word) else {
            if CalendarDate.isWritten(like: word) { throw Refusal(.noSuchDate(String(word))) }
            let path = TypedPath.only(text)
            let isPath = path.hasSuffix(".adoc") || ["/", "./", "../", "~/"].contains { path.hasPrefix($0) }
            return try isPath ? openFile(path) : openEvent(text, on: services.clock.today())
        }
        let rest = text.dropFirst(word.count).trimmingBlanks
        guard rest.isEmpty else { return try openEvent(rest, on: date) }
        let days = Notebook.days(on: date, among: try knownDays())
        guard let path = days.first else {
            throw Refusal(
                Message(
                    en: "no day on \(date.slashed); add the event's name to make it",
                    fr: "pas de journée le \(date.slashed) ; ajoutez le nom de l’événement pour la créer"))
        }
        guard days.count == 1 else { throw Refusal(.severalDays(days.map(Notebook.lastComponent))) }
        return try open(path: path)
    }

    /// Paths of the notebook's days; none in a folder that is not there yet.
    private func knownDays() throws(StoreError) -> [String] {
        do {
            let files = try services.days.days(in: notebook.folder)
            return files.filter { !Notebook.isSynthesis($0, among: files) }
        } catch  where error.code == .notFound {
            return []
        }
    }

    /// Opens the newest event among days before today that has a part for today, or would have one next.
    private func openGoingOn(among paths: [String]) throws -> Response? {
        let today = services.clock.today()
        let before = paths.compactMap { path in
            FileName.parts(ofDay: Notebook.lastComponent(path)).map { (path: path, first: $0.date) }
        }.filter { (1...Day.longestEvent).contains($0.first.days(until: today)) }
        for event in before.sorted(by: { $0.first > $1.first }) where event.path != open?.store.path {
            let bytes = try services.templates.example(at: event.path)
            let day = Day(Document(parsing: bytes), house: house(of: event.path))
            guard day.isGoingOn(on: today, first: event.first) else { continue }
            return try open(path: event.path)
        }
        return nil
    }

    private func openFile(_ text: String) throws -> Response {
        let typed = text.contains("/") ? path(text) : notebook.path(text)
        return try open(path: existingPath(typed) ?? typed)
    }

    /// Opens any file as a day.
    package func open(path: String) throws -> Response {
        let previous = open?.store.path
        if previous == path {
            return Response(lines: [Message.opened(path, slots: try day().day.slotCount).text(language)])
        }
        // Closed first: the same day under another name would find its own lock.
        let problem = leaveDay()
        do throws(StoreError) {
            return take(
                try services.days.open(path: path), path: path, house: house(of: path), says: nil, after: problem)
        } catch {
            if let previous { _ = try open(path: previous) }
            throw error
        }
    }

    /// A day that another shell held is opened for writing as soon as that shell is gone.
    func claimDay() throws {
        guard let held = open, case .locked? = held.store.readOnlyReason?.code, capture == nil else { return }
        let opened = try services.days.open(path: held.store.path)
        guard opened.store.readOnlyReason == nil else { return }
        open = DaySession(opened, house: house(of: held.store.path), claims: true)
    }

    private func openEvent(_ name: String, on date: CalendarDate) throws -> Response {
        if Int(name) == nil, let existing = try existingDay(named: name) { return try open(path: existing) }
        guard let event = EventName(name) else { throw Refusal(.badEventName(name)) }
        let known = try knownDays()
        var number = 1
        var path = notebook.path(FileName.day(date, event: event))
        while let existing = known.first(where: { $0 == path }) {
            guard event.isOther(than: title(ofDay: existing)) else { return try open(path: existing) }
            number += 1
            path = notebook.path(FileName.day(date, event: event, number: number))
        }
        let parts = known.filter { path in
            FileName.parts(ofDay: Notebook.lastComponent(path))?.event == event.filePart
                && !event.isOther(than: title(ofDay: path))
        }
        if date == services.clock.today(), let response = try openGoingOn(among: parts) { return response }
        let contents = try contents(of: event, on: date, by: try author())
        let created = try services.days.create(path: path, contents: contents)
        let problem = leaveDay()
        let layout = try layout(ofTemplate: settings.template)
        var response = take(created, path: path, house: layout, says: .created(path), after: problem)
        // The day is there: a list that cannot be written is no reason to refuse it.
        do throws(StoreError) {
            try rememberTemplate(of: path, settings.template)
        } catch {
            response.lines.append(Message(error).text(language))
        }
        if try lacksAuthor() {
            newDay = (path, event, date)
            response.lines.append(Message.askAuthor.text(language))
        }
        return response
    }

    /// The title of a day that need not be open; empty where it has none.
    private func title(ofDay path: String) -> String {
        if let open, open.store.path == path { return open.day.title ?? "" }
        return Day(Document(parsing: services.beginning(path))).title ?? ""
    }

    /// A day whose file's name, as it stands or without its ending, is `name`.
    private func existingDay(named name: String) throws -> String? {
        try knownDays().first { Notebook.lastComponent($0) == name + ".adoc" }
    }

    private func take(
        _ opened: OpenedDay, path: String, house: Layout, says message: Message?, after problem: Message?
    ) -> Response {
        let session = DaySession(opened, house: house)
        open = session
        draft = opened.draft
        let today = services.clock.today()
        let resumed =
            session.resume(on: today, first: firstDay).map(Message.resumed)
            ?? session.day.duePart(on: today, first: firstDay).map { Message.partDue($0) }
        let said = message ?? .opened(path, slots: session.day.slotCount)
        let invalid = session.day.firstInvalidLine.map { Message.notUTF8(path, line: $0) }
        var options = DiagnosticOptions()
        options.rules = ["conflict-marker", "unterminated-block", "condition-not-closed"]
        let problems = session.day.document.diagnostics(options)
        let wrong = problems.first.map { Message.problems(problems.count, firstLine: $0.line) }
        let readOnly = opened.store.readOnlyReason.map { Message.readOnly(Message($0)) }
        return Response(
            lines: [problem, said, resumed, invalid, wrong, readOnly].compactMap { $0?.text(language) })
    }

    fileprivate func listDays() throws -> Response {
        let days = try knownDays()
        return Response(
            lines: days.map { ($0 == open?.store.path ? "› " : "  ") + Notebook.lastComponent($0) })
    }
}
