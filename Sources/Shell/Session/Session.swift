package import Notebook

/// What is typed, and what becomes of it: the shell without a terminal.
///
/// One thread only. Every line goes through ``submit(_:)``; a thrown error means that nothing was written.
package final class Session {
    package let notebook: Notebook
    package var services: Services
    package let table: CommandTable
    package var language: Language
    /// The day that is open.
    package internal(set) var open: DaySession?
    /// The block whose lines are being typed.
    var capture: Capture?
    var settings = Settings()
    /// What `:find` showed last.
    var found: [FoundLine] = []
    /// The notebook's lists; nil: not read yet.
    var knownAbbreviations: Abbreviations?
    var knownPeople: [KnownPerson]?
    var programmeState = ProgrammeState()
    /// The bullet that a key has just moved, by its number in the slot; nil: the last one is meant.
    var movedNote: Int?
    /// The unfinished line that the last run of the open day could keep, and nobody has been offered yet.
    var draft: Draft?
    /// The day that was just made without an author, as nobody is known by name.
    var newDay: (path: String, event: EventName, date: CalendarDate)?
    /// What `:help keys` shows.
    package var keys: [KeyHelp] = []

    /// Runs what may take seconds, so that Ctrl-C ends it.
    package var interruptible: (() throws -> Response) throws -> Response = { try $0() }
    /// The command that `:publish` showed, and that typing it again runs.
    var shownPublisher: [UInt8]?

    /// Longest line that is taken, in bytes: a longer one is a paste gone wrong.
    package static let longestLine = 1 << 20

    package init(notebook: Notebook, services: Services, language: Language, table: CommandTable = .steno) {
        self.notebook = notebook
        self.services = services
        self.language = language
        self.table = table
    }

    /// The open day, or the reason why nothing can be written.
    func day() throws(DayError) -> DaySession {
        guard let open else { throw .noDay }
        return open
    }

    /// Takes a typed line.
    ///
    /// - Throws: an error for ``Message/init(_:)``; nothing was written then.
    package func submit(_ line: String) throws -> Response {
        movedNote = nil
        guard line.utf8.count < Self.longestLine else { throw Refusal(.lineTooLong(Self.longestLine)) }
        let line = line.withoutControls
        if capture != nil { return try continueCapture(with: line) }
        if programmeState.page != nil { return try continuePage(with: line) }
        try claimDay()
        // What ended a block that was refused must not become a note.
        if line == "." { throw Refusal(.noBlockToEnd) }
        switch InputLine(line) {
        case .command(let name, let bang, let arguments):
            return try run(name, bang: bang, arguments: arguments, line: line)
        case .blank: return try blank()
        case .bullet(let depth, let deeper, let text):
            if depth == nil, deeper == 0,
                let response = try numberedByHand(text, line: line) ?? numberedBelow(text, line: line)
            {
                return response
            }
            var response = try bullet(text, depth: depth, deeper: deeper, line: line)
            response.done += vanishingSigns(in: text)
            return response
        case .numbered(let text, let deeper): return try numbered(text, deeper: deeper, line: line)
        case .hardBreak(let text): return try hardBreak(text, line: line)
        case .said(let name, let text, let deeper): return try said(name, text, deeper: deeper, line: line)
        }
    }

    /// Takes a line; while there is no day, one that is no command is the event's name.
    package func submitFirst(_ line: String) throws -> Response {
        isEventName(line) ? try openDay(line.withoutControls.trimmingBlanks) : try submit(line)
    }

    package func isEventName(_ line: String) -> Bool {
        open == nil && !line.hasPrefix(":") && !line.trimmingBlanks.isEmpty
    }

    /// What is to be said that no line asked for, oldest first.
    package func takeNotices() -> [Message] {
        (open?.takeNotices().map(Message.notice) ?? []) + (services.backup?.takeProblems().map(Message.backup) ?? [])
    }

    /// Flushes and closes the open day.
    ///
    /// - Throws: what its file lacks, which the journal has.
    package func close() throws(Refusal) {
        if let problem = leaveDay() { throw Refusal(problem) }
    }

    /// Closes the open day, whatever its disk does: nobody is kept in it. Returns what its file lacks.
    func leaveDay() -> Message? {
        defer { (open, capture, draft, found, programmeState) = (nil, nil, nil, [], ProgrammeState()) }
        endCapture()
        let forgotten = rememberSpeakers()
        do {
            try open?.endGroup()
            try open?.takeOverOutsideChange()
            if let draft { try open?.store.saveDraft(draft) }
            try open?.store.close()
            backUp(position: open?.place.slot, isLast: true)
            return forgotten
        } catch {
            return .leftInJournal(Message(error))
        }
    }

    private func run(_ name: String, bang: Bool, arguments: String, line: String) throws -> Response {
        if name.isEmpty { throw Refusal(.loneColon(bang ? "!" : arguments)) }
        switch table.match(name) {
        case .command(let command):
            var reader = ArgumentReader(arguments, bang: bang) { [self] in existingPath($0) }
            do {
                typedLine = line
                return try command.invoke(self, &reader)
            } catch let error as UsageError {
                if case .missing = error { throw Refusal(.type(Message(synopsis: command.synopsis))) }
                throw Refusal(.usage(Message(synopsis: command.synopsis), Message(error)))
            }
        case .ambiguous(let names): throw Refusal(.ambiguousCommand(name, names))
        case .unknown(let nearest): throw Refusal(.unknownCommand(name, nearest: nearest))
        }
    }

    /// The line of the command that runs, for the history of edits.
    var typedLine = ""
}

/// What `:set` sets.
struct Settings: Hashable, Sendable {
    /// What stands between date and number in the names of imported images; nil: the event's name.
    var images: String?
    /// The template of new days.
    var template = Layout.houseTemplate
}
