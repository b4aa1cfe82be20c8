import Files
import LineEditor
import Notebook
import Shell

// What the shell knows about a line, for the editor.
extension TerminalLoop {
    func connect(_ editor: LineEditor) {
        editor.host.completer = { [completer] line in
            completer.candidates(for: line.beforeCursor).map {
                Completion($0.text, range: $0.range, description: DisplayText.safe($0.description))
            }
        }
        editor.host.hint = { [completer] line in
            let hint = completer.hint(for: line.text)
            return hint.typed.isEmpty || hint.shown.isEmpty || hint.typed.hasSuffix(" ")
                ? hint.typed + hint.shown : hint.typed + " " + hint.shown
        }
        editor.host.acceptableHint = { [completer] line in
            let typed = completer.hint(for: line.text).typed
            return typed.isEmpty ? nil : typed
        }
        editor.host.highlighter = { [session] text in
            LineMarkup(text, table: session.table).parts.map { StyledRange($0.range, Style($0.part)) }
        }
        editor.host.onText = { [unowned self, unowned editor] line in
            if line.isAtEnd, let help = session.expected(after: line.text, completer) {
                say(editor, help)
                return .replace(LineBuffer(text: String(line.text.dropLast())))
            }
            guard let (text, cursor) = session.expanded(line.text, cursor: line.cursor) else { return .keep }
            return .expand(LineBuffer(text: text, cursor: cursor))
        }
        editor.host.onEnter = { [session] line in
            session.expandedAtEnter(line.text, cursor: line.cursor).map { LineBuffer(text: $0.text, cursor: $0.cursor) }
        }
        keepHistories(editor)
        editor.host.saveDraft = { [unowned self] in keepDraft($0) }
    }

    /// Commands and notes are recalled apart. Without a state folder they are remembered until the end.
    private func keepHistories(_ editor: LineEditor) {
        editor.host.historyName = { $0.hasPrefix(":") ? "commands" : "notes" }
        let folder = program.stateFolder
        do {
            try Disk().makeFolders(folder, mode: 0o700)
            for name in ["commands", "notes"] { try editor.keepHistory(name, in: "\(folder)/history-\(name)") }
        } catch {
            editor.post(program.text(error))
        }
    }
}

extension Style {
    fileprivate init(_ part: LineMarkup.Part) {
        switch part {
        case .command: self = .command
        case .unknownCommand: self = .problem
        case .name: self = .name
        case .strong: self = .strong
        case .link: self = .link
        case .marker: self = .hint
        }
    }
}
