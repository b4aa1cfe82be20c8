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
        editor.bind(.up) { [unowned self] line in recallOlder(line) }
        editor.bind(.down) { [unowned self] line in recallNewer(line) }
        editor.bind(.controlX("e")) { [unowned self] line in
            guard line.text.isEmpty || recalled?.text == line.text else { return .unhandled }
            forcedLine = recalled.map { ":edit \($0.number)" } ?? ":edit"
            return .accept
        }
    }

    /// The depth of what is typed next.
    private func changeDepth(by step: Int) -> KeyAction {
        guard session.captureName == nil, recalled == nil else { return .unhandled }
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

    /// ↑ on an empty line: the last note, to be changed in place; again: the one before.
    private func recallOlder(_ line: LineBuffer) -> KeyAction {
        if let recalled { return line.text == recalled.text ? show(session.note(before: recalled.number)) : .unhandled }
        return line.text.isEmpty ? show(session.note(before: nil)) : .unhandled
    }

    private func recallNewer(_ line: LineBuffer) -> KeyAction {
        guard let recalled, line.text == recalled.text else { return .unhandled }
        if let next = session.note(after: recalled.number) { return show(next) }
        self.recalled = nil
        return .replace(LineBuffer(text: ""))
    }

    private func show(_ note: RecalledNote?) -> KeyAction {
        guard let note else { return recalled == nil ? .unhandled : .redraw }
        recalled = note
        return .replace(LineBuffer(text: note.text))
    }

    /// What the line stands for beyond its text: the command of a key, or the note that it changes.
    func takeMeaning(of line: String) -> (() throws -> Response)? {
        defer { (forcedLine, recalled) = (nil, nil) }
        if let forcedLine { return { [session] in try session.submit(forcedLine) } }
        guard let recalled else { return nil }
        return { [session] in line.isEmpty ? Response() : try session.correct(recalled, to: line) }
    }
}
