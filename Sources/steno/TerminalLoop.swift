import Files
import LineEditor
import Notebook
import Publishing
import Shell

/// The read-evaluate-print loop on a terminal.
final class TerminalLoop {
    let program: Program
    let completer: LineCompleter
    private let plain: Bool
    /// What the line stands for: a note that it corrects, or what was refused.
    var recall = Recall()
    /// Another program's work is shown while nobody types.
    private let watch = FolderWatch()
    /// The command that a key stands for.
    var forcedLine: String?
    /// Texts that are open in other programs' windows.
    var windows: [EditInWindow] = []
    private var isReadingDay = false
    /// Whether the day has a draft.
    var hasDraft = false
    /// Lines that were run, and are not durable yet.
    var group: [String] = []
    var session: Session { program.session }

    init(program: Program, plain: Bool) {
        self.program = program
        self.plain = plain
        completer = LineCompleter(program.session) { Terminal.files(in: $0) }
    }

    /// - Returns: the exit status.
    func run() -> Int32 {
        let status: Int32
        do {
            status = try edit(LineEditor(configuration))
        } catch {
            Terminal.complain("steno: " + program.text(error) + "\n")
            status = 1
        }
        return status
    }

    private var configuration: LineEditor.Configuration {
        var configuration = LineEditor.Configuration()
        configuration.colours = program.environment["NO_COLOR"] == nil
        configuration.isLinear = plain || program.isDumbTerminal
        configuration.marksPastes = !program.isDumbTerminal
        let terminal = TerminalKind(program.environment)
        (configuration.isModern, configuration.flowsRows) = (terminal.isModern, terminal.flowsRows)
        return configuration
    }

    private func edit(_ editor: LineEditor) throws -> Int32 {
        defer { editor.close() }
        configure(editor)
        try open(editor)
        if let watch {
            editor.watch(watch.descriptor) { [unowned self, unowned editor] in
                guard watch.take() else { return }
                lookOutside(editor)
                // What another program takes away for good, or is slow about, is known a moment later only.
                editor.remind(after: Self.patience) { [unowned self, unowned editor] in
                    lookOutside(editor)
                    editor.askPrompt()
                }
            }
        }
        var refused = ""
        while true {
            let line = refused.isEmpty ? offeredDraft(editor) : refused
            refused = ""
            completer.update()
            readDay(editor)
            rememberSpeakers(editor)
            watch?.follow(session.open?.store.path)
            switch editor.readLine(initial: line) {
            case .line(let text):
                guard take(text, editor, &refused) else { return finish(editor) }
                if !refused.isEmpty { keepDraft(refused) }
            case .paste(let text, let before, let after):
                recall.end()
                let problem = show(editor) {
                    try self.session.submit(paste: text, before: before, after: after)
                }
                if problem != nil { keep(before + text + after, editor) }
            case .cancelled:
                recall.end()
                keepDraft("")
                say(editor, [session.endCapture()?.text(session.language)].compactMap { $0 })
            case .endOfInput:
                say(editor, [session.endCapture()?.text(session.language)].compactMap { $0 })
                say(editor, session.open.map { [Message.comeBack($0.store.path).text(session.language)] } ?? [])
                return finish(editor)
            case .terminated(let signal, let draft): return try die(of: signal, draft: draft)
            }
        }
    }

    private func configure(_ editor: LineEditor) {
        connect(editor)
        bindKeys(editor)
        session.interruptible = { [unowned editor] body in
            try editor.withTerminalHandedOver { try Interrupt.during(body) }
        }
        editor.host.prompt = { [unowned self, unowned editor] in
            if let note = recall.note { return "✎ \(note.number) › " }
            return Prompt(session).text(columns: min(60, max(12, editor.columns / 3)))
        }
        editor.host.rightPrompt = { [session] in Prompt(session).right }
        // The minutes that are left of the slot.
        editor.host.promptInterval = 20_000
        editor.host.messages = EditorMessages(session.language).messages
        // Brought back by a key it would be one line.
        editor.host.onCutPaste = { [unowned self, unowned editor] in if $0.contains("\n") { keep($0, editor) } }
        editor.host.onPaste = { [session] text, line in
            // One line is text like any other; several are one event, never run line by line.
            guard session.captureName == nil, text.utf8.count < 4096 else { return .accept }
            let pasted = PastedText(text, decodesEntities: !session.expectsPath(after: line.beforeCursor))
            return (line.text.isEmpty ? pasted.singleLineAtStart : pasted.singleLine).map(PasteAnswer.insert) ?? .accept
        }
    }

    private func open(_ editor: LineEditor) throws {
        do {
            let response = try program.openNamedDay() ?? session.openToday()
            guard let response else { return say(editor, [Message.askEventHelp.text(session.language)]) }
            say(editor, response.lines)
            if session.open?.history.nextUndo == nil { say(editor, Message.welcome.text(session.language).lines) }
        } catch {
            say(editor, [program.text(error)])
        }
        notices(editor)
        readProgrammeWhenIdle(editor)
    }

    /// Runs a typed line. Returns whether to go on; a refused line comes back into `refused`.
    private func take(_ text: String, _ editor: LineEditor, _ refused: inout String) -> Bool {
        let meaning = takeMeaning(of: text)
        if recall.note == nil, forcedLine == nil { editor.addToHistory(text) }
        if meaning == nil { beginGroup(with: text, editor) }
        var goesOn = true
        let problem = show(editor) {
            let response = try meaning?() ?? self.submit(text)
            switch response.effect {
            case .none: break
            case .quit: goesOn = false
            case .edit(let request):
                switch try ExternalEditor(self.program).edit(request, handingOver: editor) {
                case .finished(let response): return response
                case .goesOn(let window, let isSaid): return self.follow(window, isSaid: isSaid, editor)
                }
            }
            return response
        }
        if session.isInGroup {
            endGroup(after: text, isRefused: problem != nil, editor, &refused)
            return goesOn
        }
        keepDraft("")
        // What the disk refused stays on the line; what was mistyped is one Up away, out of the way of the next note.
        if let problem, Self.isFromStore(problem) {
            stay(text, editor, &refused)
        } else {
            recall.refused = problem != nil && !text.isEmpty ? (text, recall.meaning) : nil
            recall.end()
        }
        return goesOn
    }

    /// What the disk refused is on the next line.
    func stay(_ text: String, _ editor: LineEditor, _ refused: inout String) {
        refused = text
        say(editor, [Message.lineStays.text(session.language)])
    }

    private func submit(_ text: String) throws -> Response {
        let welcomes = session.isEventName(text)
        var response = try session.submitFirst(text)
        if welcomes { response.lines += Message.welcome.text(session.language).lines }
        return response
    }

    /// A paste that was refused is more than the line or the history can hold: it goes to a file.
    private func keep(_ text: String, _ editor: LineEditor) {
        let now = session.services.clock.milliseconds()
        let path = "\(program.stateFolder)/refused-\(now).txt"
        show(editor) {
            try Disk().write(path, Array(text.utf8))
            return Response(lines: [Message.refusedTextKept(path).text(self.session.language)])
        }
    }

    /// Whether the disk, not the writer, is why a line was not taken; a day that another shell holds is neither.
    private static func isFromStore(_ error: any Error) -> Bool {
        guard case .store(let error)? = error as? DayError else { return false }
        if case .locked = error.code { return false }
        return true
    }

    /// Shows what `body` says. Returns what went wrong.
    @discardableResult
    func show(_ editor: LineEditor, _ body: () throws -> Response) -> (any Error)? {
        do {
            let response = try body()
            notices(editor)
            say(editor, response.lines + response.done)
            return nil
        } catch {
            notices(editor)
            say(editor, [program.text(error)])
            return error
        }
    }

    /// A long day's words are read while nothing is typed, in parts that are short beside the time from key to screen
    /// as long as the next key may come soon.
    private func readDay(_ editor: LineEditor) {
        guard completer.hasMoreToRead, !isReadingDay else { return }
        isReadingDay = true
        editor.remind(after: 10) { [unowned self, unowned editor] in
            isReadingDay = false
            let idle = editor.idleTime
            if idle > 300 { completer.readOn(idle > 2000 ? 1 << 13 : 1 << 10) }
            readDay(editor)
        }
    }

    /// Milliseconds: a little more than the store gives a program for its save.
    private static let patience = 1100

    private func lookOutside(_ editor: LineEditor) {
        show(editor) {
            try self.session.open?.takeOverOutsideChange()
            return Response(lines: [])
        }
    }

    private func notices(_ editor: LineEditor) {
        say(editor, session.takeNotices().map { $0.text(session.language) })
    }

    func say(_ editor: LineEditor, _ lines: [String]) {
        for line in lines { editor.post(DisplayText.safe(line)) }
    }

    private func finish(_ editor: LineEditor) -> Int32 {
        takeSaved(editor, isLast: true)
        do {
            try session.close()
            return 0
        } catch {
            Terminal.complain("steno: " + program.text(error) + "\n")
            return 1
        }
    }

    private func die(of signal: Int32, draft: String) throws -> Int32 {
        keepDraft(draft)
        try session.close()
        return 128 + signal
    }
}
