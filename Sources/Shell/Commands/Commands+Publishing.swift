import AsciiDoc
package import Notebook

extension Command {
    static let publishing = [export, share, synthesis, publish]

    private static let export = Command(
        "export", in: .publishing,
        Message(
            en: "write the day, or a slot of it, in another form or place; ! writes over what is there",
            fr: "écrire la journée, ou un créneau, sous une autre forme ou ailleurs ; ! remplace ce qui s’y trouve"),
        Parameter<Bool>.bang,
        Parameter<[String]>.words("adoc|md|html|pdf|docbook|zip|txt PATH slot N|part|day", completion: .file),
        examples: [
            Example(
                ":export", en: "in the forms of the last time, to exports/ in the notebook",
                fr: "sous les formes de la dernière fois, dans exports/ du carnet"),
            Example(
                ":export ~/partage/dataops.adoc", en: "to a file, images beside it",
                fr: "vers un fichier, images à côté"),
            Example(
                ":export md --clipboard slot", en: "this slot, to be pasted into a chat or a mail",
                fr: "ce créneau, à coller dans une discussion ou un courriel"),
            Example(
                ":export pdf --incomplete", en: "also without the characters that no font has; else they are named",
                fr: "même sans les caractères qu’aucune police n’a ; sinon ils sont nommés"),
        ]
    ) { (session: Session, bang: Bool, words: [String]) in
        let request = try ExportRequest(words: words, overwrites: bang)
        return try session.interruptible { try session.export(request) }
    }

    private static let share = Command(
        "share", in: .publishing,
        Message(
            en: "write this slot as Markdown and HTML, to be sent in the pause",
            fr: "écrire ce créneau en Markdown et en HTML, à envoyer pendant la pause"),
        examples: [Example(":share", en: "to exports/, and says where", fr: "dans exports/, et dit où")]
    ) { (session: Session) in
        try session.interruptible { session.response(to: try session.shareSlot()) }
    }

    private static let synthesis = Command(
        "synthesis", in: .publishing,
        Message(
            en: "gather what was marked, who was heard and the links in a draft of its own",
            fr: "réunir ce qui est marqué, les personnes entendues et les liens dans un brouillon à part"),
        examples: [
            Example(
                ":synthesis", en: "beside the day; a draft that is there is never written over",
                fr: "à côté de la journée ; un brouillon existant n’est jamais écrasé")
        ]
    ) { (session: Session) in try session.synthesize() }

    private static let publish = Command(
        "publish", typedInFull: true, in: .publishing,
        Message(
            en: "run the notebook's own command, .steno/publish, on this slot as Markdown and HTML",
            fr: "lancer la commande du carnet, .steno/publish, sur ce créneau en Markdown et en HTML"),
        examples: [
            Example(
                ":publish", en: "the first time shows what would run; typed again, runs it",
                fr: "la première fois, montre ce qui serait lancé ; retapé, le lance")
        ]
    ) { (session: Session) in
        try session.interruptible { try session.publish() }
    }
}

extension Session {
    fileprivate func export(_ request: ExportRequest) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        do {
            return try export(request, of: open.day, path: open.store.path, at: open.place.slot, remembers: true)
        } catch ExportError.exists(let paths) {
            throw Refusal(.exportExists(paths, toOverwrite: (":export!" + request.words.map { " " + $0 }.joined())))
        }
    }

    /// Exports a day, whether it is the open one or not.
    ///
    /// - Parameters:
    ///   - path: of its file.
    ///   - slot: in which the writer stands.
    ///   - remembers: whether the notebook keeps the forms for the next time.
    package func export(
        _ request: ExportRequest, of day: Day, path: String, at slot: Int? = nil, remembers: Bool = false
    ) throws -> Response {
        var content = try day.content(of: request.part, at: slot, path: path)
        (content.trusts, content.mayLackCharacters) = (request.trusts, request.mayLackCharacters)
        if request.isForClipboard { return try copy(content, as: request.formats.first ?? .md) }
        let formats = request.formats.isEmpty ? try Notebook.lastFormats(services.lists) : request.formats
        let targets = request.targets(formats, of: content, home: services.home)
        let report = try services.exporter.export(
            content, to: targets, overwrites: request.overwrites, services.progress)
        guard remembers else { return response(to: report) }
        do throws(StoreError) {
            try Notebook.remember(formats, in: services.lists)
        } catch {
            // The files are there: a notebook that cannot remember their forms is no reason to say otherwise.
            return Response(lines: response(to: report).lines + [Message(error).text(language)])
        }
        return response(to: report)
    }

    private func copy(_ content: ExportContent, as format: ExportFormat) throws -> Response {
        let (bytes, report) = try services.exporter.render(content, as: format, services.progress)
        guard let taker = try services.clipboard.copy(String(decoding: bytes, as: UTF8.self)) else {
            throw Refusal(.noClipboard)
        }
        return Response(
            lines: [Message.copied(bytes.count, to: taker).text(language)]
                + Message.losses(report.losses).map { $0.text(language) })
    }

    fileprivate func response(to report: ExportReport) -> Response {
        Response(lines: Message.exported(report).map { $0.text(language) })
    }

    /// Writes what the event's notes have to keep beside the days, under the first name that is free.
    fileprivate func synthesize() throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        let days = try daysOfEvent(of: open)
        guard let document = Synthesis(of: days, words: .in(language)).document, let first = days.first?.path else {
            throw Refusal(.nothingToGather)
        }
        let content = ExportContent(source: document.source, name: "", day: first, images: [])
        for number in 1...99 {
            let name = Notebook.synthesis(number, of: first)
            let target = ExportTarget(.adoc, "\(content.folder)/\(name)")
            do throws(ExportError) {
                let report = try services.exporter.export(
                    content, to: [target], overwrites: false, services.progress)
                let gathered = days.count > 1 ? [Message.gathered(days.map { Notebook.lastComponent($0.path) })] : []
                return Response(lines: response(to: report).lines + gathered.map { $0.text(language) })
            } catch {
                guard case .exists = error else { throw error }
            }
        }
        throw Refusal(.exportExists(["synthesis-99"], toOverwrite: ":synthesis"))
    }

    /// The days of the open day's event, as they are now.
    private func daysOfEvent(of open: DaySession) throws -> [(day: Day, path: String)] {
        let path = open.store.path
        let known = try services.days.days(in: Notebook.folder(of: path))
        return try Notebook.event(ofDay: path, among: known).map { other in
            guard other != path else { return (open.day, path) }
            return (Day(Document(parsing: try services.contents(other)), house: house(of: other)), other)
        }
    }

    // MARK: In the pause

    /// Exports the current slot as Markdown and HTML, over what was shared of it before.
    fileprivate func shareSlot() throws -> ExportReport {
        let open = try day()
        try open.takeOverOutsideChange()
        let content = try open.day.content(of: .currentSlot, at: open.place.slot, path: open.store.path)
        let targets = ExportRequest().targets([.md, .html], of: content, home: services.home)
        return try services.exporter.export(content, to: targets, overwrites: true, services.progress)
    }

    /// Runs the notebook's command; what it is was shown, and `:publish` typed again.
    fileprivate func publish() throws -> Response {
        guard let publisher = services.publisher else { throw Refusal(.publishesNothing) }
        let command = try publisher.command()
        guard command.isConfirmed || shownPublisher == command.contents else {
            shownPublisher = command.contents
            return Response(lines: Message.wouldRun(command).map { $0.text(language) })
        }
        let report = try shareSlot()
        if !command.isConfirmed { try publisher.confirm(command) }
        let said = try publisher.run(command, on: report.files, services.progress)
        return Response(
            lines: response(to: report).lines + said.lines.suffix(5) + [Message.published(command.path).text(language)])
    }
}
