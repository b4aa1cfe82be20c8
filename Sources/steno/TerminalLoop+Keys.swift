import LineEditor
import Notebook
import Shell

// Keys that mean something to the shell.
extension TerminalLoop {
    func bindKeys(_ editor: LineEditor) {
        editor.bind(.tab) { [unowned self] line in line.cursor == 0 ? changeDepth(by: 1) : .unhandled }
        editor.bind(.backTab) { [unowned self] line in line.cursor == 0 ? changeDepth(by: -1) : .unhandled }
        editor.bind(.altRight) { [unowned self] line in altArrow(line, by: 1) }
        editor.bind(.altLeft) { [unowned self] line in altArrow(line, by: -1) }
        editor.bind(.altUp) { [unowned self] line in moveLast(line, by: -1) }
        editor.bind(.altDown) { [unowned self] line in moveLast(line, by: 1) }
        editor.bind(.up) { [unowned self] line in recallOlder(line) }
        editor.bind(.down) { [unowned self] line in recallNewer(line) }
        for key in [Key.escape, .control("g")] {
            editor.bind(key) { [unowned self] _ in closeRecall() }
        }
        editor.bind(.controlX("e")) { [unowned self] line in
            guard line.text.isEmpty || recall.note?.text == line.text else { return .unhandled }
            forcedLine = recall.note.map { ":edit #\($0.number)" } ?? ":edit"
            return .accept
        }
        editor.host.isEscapeAwaited = { [unowned self] in recall.note != nil }
        editor.host.onHistoryLine = { [unowned self] in recall.end() }
        editor.host.onChange = { [unowned self, unowned editor] line in
            if recall.isAboutLine, recall.lineBecame(line().text) { editor.askPrompt() }
        }
    }

    /// The depth of what is typed next.
    private func changeDepth(by step: Int) -> KeyAction {
        guard session.captureName == nil, recall.note == nil else { return .unhandled }
        do {
            _ = try session.changeDepth(by: step)
            return .redraw
        } catch {
            return .unhandled
        }
    }

    /// At the start of the text the depth of it, on an empty line that of the last bullet; inside it, by word.
    private func altArrow(_ line: LineBuffer, by step: Int) -> KeyAction {
        if line.text.isEmpty { return indentLast(by: step) }
        return line.cursor == 0 ? changeDepth(by: step) : .unhandled
    }

    private func indentLast(by step: Int) -> KeyAction {
        guard session.captureName == nil else { return .unhandled }
        do {
            _ = try session.indentLastBullet(by: step)
            return .redraw
        } catch {
            return changeDepth(by: step)
        }
    }

    /// On an empty line, the last bullet changes places with its neighbour.
    private func moveLast(_ line: LineBuffer, by step: Int) -> KeyAction {
        guard line.text.isEmpty, session.captureName == nil, recall.note == nil else { return .unhandled }
        do {
            _ = try session.moveLastBullet(by: step)
            return .redraw
        } catch {
            return .unhandled
        }
    }

    /// ↑ on an empty line: what was refused, else the last note, to be changed in place; again: the one before.
    private func recallOlder(_ line: LineBuffer) -> KeyAction {
        guard recall.isUnchanged(line.text) else { return recall.note == nil ? .unhandled : .redraw }
        if line.text.isEmpty, let refused = recall.takeRefused() { return .replace(LineBuffer(text: refused)) }
        guard let note = session.note(before: recall.note?.number) else {
            return recall.note == nil ? .unhandled : .redraw
        }
        return show(note)
    }

    private func recallNewer(_ line: LineBuffer) -> KeyAction {
        guard recall.isUnchanged(line.text) else { return recall.note == nil ? .unhandled : .redraw }
        switch recall.meaning {
        case .text: return .unhandled
        case .refused: return closeRecall()
        case .note(let note): return session.note(after: note.number).map(show) ?? closeRecall()
        }
    }

    private func show(_ note: RecalledNote) -> KeyAction {
        recall.show(note)
        return .replace(LineBuffer(text: note.text))
    }

    /// The line is empty again, and one of its own.
    private func closeRecall() -> KeyAction {
        guard recall.meaning != .text else { return .unhandled }
        recall.end()
        return .replace(LineBuffer(text: ""))
    }

    /// What the line stands for beyond its text: the command of a key, or the note that it changes.
    func takeMeaning(of line: String) -> (() throws -> Response)? {
        defer { forcedLine = nil }
        if let forcedLine { return { [session] in try session.submit(forcedLine) } }
        guard let note = recall.note else { return nil }
        return { [session] in line.isEmpty ? Response() : try session.correct(note, to: line) }
    }
}
