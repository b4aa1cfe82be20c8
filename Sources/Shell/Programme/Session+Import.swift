import Notebook

// Reading programmes, and saying what was understood of them.
extension Session {
    func programme(_ request: ProgrammeRequest) throws -> Response {
        _ = try day()
        switch request {
        case .show: return try showProgramme()
        case .list: return Response(lines: table(of: try requiredProgramme().programme))
        case .paste:
            programmeState.page = []
            return Response(lines: [Message.pasteThePage.text(language)])
        case .settle(let choice): return try settle(choice)
        case .correct(let number, let column, let value): return try correct(number, column: column, to: value)
        case .read(var origin, let day, let choice):
            if case .file(let typed) = origin { origin = .file(path: path(typed)) }
            let reading = try services.programmes.read(origin, context(day))
            return try take(reading, choice)
        }
    }

    private func context(_ day: CalendarDate? = nil) -> ReadingContext {
        ReadingContext(day: day ?? programmeDay(), languages: [language.rawValue, "en"])
    }

    /// A line of the page that is being pasted; `.` ends it.
    func continuePage(with line: String) throws -> Response {
        guard line == "." else {
            programmeState.page?.append(line)
            return .silent
        }
        let lines = programmeState.page ?? []
        do {
            return try takePage(lines.joined(separator: "\n"))
        } catch {
            guard let kept = keepPage(lines) else { throw error }
            throw Refusal(Message(error).joined(with: kept))
        }
    }

    /// Keeps the lines of a page that was not taken, in a file that can be mended and read.
    ///
    /// - Returns: what became of them; nil: there are none.
    func keepPage(_ lines: [String]) -> Message? {
        guard lines.contains(where: { !$0.trimmingBlanks.isEmpty }) else { return nil }
        do {
            let path = try services.programmes.keep(page: lines.map { $0 + "\n" }.joined(), of: try programmeEvent())
            return .pageKept(lines.count, path)
        } catch {
            return .pageLost(lines.count, Message(error))
        }
    }

    /// The text of a web page is a programme.
    func takePage(_ text: String) throws -> Response {
        programmeState.page = nil
        var response = try take(try services.programmes.read(.page(text), context()), nil)
        guard let read = programme() else { return response }
        response.lines += table(of: read.programme) + [Message.pageCanBeCorrected.text(language)]
        return response
    }

    /// Keeps what was read, with what the notebook had of it: stars, choices, lines of the user's own.
    private func take(_ reading: ProgrammeReading, _ choice: ProgrammeRequest.TimesChoice?) throws -> Response {
        let old = try keptProgramme()
        var programme = reading.programme
        if programme.times == .local, contradictsItsZone(programme) { programme.times = .doubtful }
        if let choice {
            programme = try settled(programme, choice)
        } else if let old {
            programme = try settled(programme, like: old.programme)
        }
        if let old, programme.isSelection(of: old.programme) { return try star(programme, in: old.table) }
        programme.nameSessions()
        var said: [Message] = [.programmeRead(programme)] + Message.times(of: programme)
        said += [remark(onDaysOf: programme)].compactMap { $0 } + reading.notices.map(Message.programmeNotice)
        guard let old else {
            try keep(ProgrammeTable(programme))
            return Response(lines: said.map { $0.text(language) })
        }
        if let common = programme.sessionsInCommon(withAnother: old.programme) {
            said.append(.anotherProgramme(common, of: programme.talks.count, trash: try discardProgramme()))
            try keep(ProgrammeTable(programme))
            return Response(lines: said.map { $0.text(language) })
        }
        return try update(old, with: programme, said)
    }

    /// Keeps another version of a programme, with what has changed since.
    private func update(_ old: StoredProgramme, with version: Programme, _ said: [Message]) throws -> Response {
        var programme = version
        programme.keepOwn(of: old.programme)
        let (updated, changes) = programme.updating(old.programme)
        if !changes.isEmpty { _ = try discardProgramme() }
        var table = old.table
        table.programme = updated
        try keep(table)
        let moved = Set(changes.compactMap(\.moved))
        let offers = moved.isEmpty ? [] : offersToRetime { moved.contains($0.identity) }
        return Response(lines: (said + Message.changes(changes)).map { $0.text(language) } + offers)
    }

    /// Puts a programme that is about to be written over into the trash.
    ///
    /// - Returns: its number there.
    private func discardProgramme() throws -> Int? {
        try services.trash.keep(notebook.path(programmePath))
        return try services.trash.entries().last?.number
    }

    /// What is said of a programme whose days are far from the one that is open.
    private func remark(onDaysOf programme: Programme) -> Message? {
        let (days, day) = (programme.days, programmeDay(programme))
        guard !days.isEmpty, days.allSatisfy({ abs($0.days(until: day)) > 7 }) else { return nil }
        return .programmeIsElsewhere(days, from: day)
    }

    /// Whether the times are not those of the zone that the programme states; a zone that nobody knows says nothing.
    private func contradictsItsZone(_ programme: Programme) -> Bool {
        guard !programme.zone.isEmpty else { return false }
        do throws(ProgrammeError) {
            return programme.contradicts(try services.programmes.zone(programme.zone))
        } catch {
            return false
        }
    }

    /// What the notebook has of the programme: what cannot be read is not written over.
    private func keptProgramme() throws -> StoredProgramme? {
        let event = try programmeEvent()
        do throws(ProgrammeError) {
            return try services.programmes.stored(event)
        } catch {
            throw Refusal(.programmeUnreadable(programmePath, Message(error)))
        }
    }

    /// A calendar of some of the programme's talks: the user's stars.
    private func star(_ favourites: Programme, in table: ProgrammeTable) throws -> Response {
        var table = table
        let (programme, unknown) = table.programme.starring(favourites)
        table.programme = programme
        try keep(table)
        let count = favourites.sessions.count - unknown.count
        return Response(lines: [Message.starsTaken(count, of: programme).text(language)])
    }

    private func settled(
        _ programme: Programme, _ choice: ProgrammeRequest.TimesChoice
    ) throws(ProgrammeError) -> Programme {
        switch choice {
        case .asWritten: return programme.asWritten()
        case .zone(let name): return try programme.converted(to: try services.programmes.zone(name))
        }
    }

    /// A new version is read as the old one was settled.
    private func settled(_ programme: Programme, like old: Programme) throws(ProgrammeError) -> Programme {
        switch old.times {
        case .local, .doubtful: return programme
        case .asWritten: return programme.asWritten()
        case .converted(let zone):
            // A version without offsets has been converted by whoever wrote it.
            guard programme.sessions.contains(where: { $0.start.offset != nil }) else { return programme }
            return try programme.converted(to: try services.programmes.zone(zone))
        }
    }

    /// `:programme --as-written`, `:programme --in ZONE`
    private func settle(_ choice: ProgrammeRequest.TimesChoice) throws -> Response {
        let read = try requiredProgramme()
        if case .converted = read.programme.times, choice == .asWritten { throw Refusal(.alreadyConverted) }
        var table = read.stored.table
        table.programme = try settled(read.programme, choice)
        try keep(table)
        return Response(lines: Message.times(of: table.programme).map { $0.text(language) } + offersToRetime())
    }

    private func showProgramme() throws -> Response {
        let programme = try requiredProgramme().programme
        let said = [.programmeRead(programme)] + Message.times(of: programme) + [takeProblem()].compactMap { $0 }
        return Response(lines: said.map { $0.text(language) } + [programmePath])
    }

    /// Every session with its number, as it was understood.
    private func table(of programme: Programme) -> [String] {
        let width = String(programme.sessions.count).count
        return programme.sessions.enumerated().map { index, session in
            let number = String(index + 1)
            let pad = String(repeating: " ", count: width - number.count)
            let kind = session.kind == .talk ? "" : " [\(session.kind.rawValue)]"
            return
                "\(pad)\(number)  \(session.day.slashed) \(SessionLine(session, in: programme).text(language))\(kind)"
        }
    }

    /// `:programme 12 title Another title`
    private func correct(_ number: Int, column: String, to value: String) throws -> Response {
        var table = try requiredProgramme().stored.table
        let before = table.programme.sessions
        guard before.indices.contains(number - 1) else { throw Refusal(.noSession("\(number)")) }
        if column.folded == "delete" {
            let line = SessionLine(before[number - 1], in: table.programme)
            table.programme.sessions.remove(at: number - 1)
            let trash = try discardProgramme()
            try keep(table)
            return Response(lines: [Message.sessionDeleted(line, trash: trash).text(language)])
        }
        let session: ProgrammeSession
        do throws(ProgrammeTable.CorrectionProblem) {
            session = try table.correct(number - 1, column, to: value)
        } catch {
            throw Refusal(.cannotCorrect(error, column, value))
        }
        try keep(table)
        let now = numbers(of: table.programme)[session.identity] ?? number
        let line = SessionLine(session, in: table.programme)
        return Response(lines: ["\(now)  \(session.day.slashed) \(line.text(language))"])
    }
}
