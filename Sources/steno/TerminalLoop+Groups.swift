import LineEditor
import Notebook
import Shell

// Lines that come faster than a disk can follow: as long as the next one is there already, they are made durable together.
// None is seen to be taken before.
extension TerminalLoop {
    private static let mostLines = 64

    /// Before a line is run: whether it begins a group.
    func beginGroup(with text: String, _ editor: LineEditor) {
        guard group.isEmpty, nextJoins(editor), session.canJoinGroup(text) else { return }
        session.beginGroup()
        editor.holdOutput()
    }

    /// After a line of a group was run: makes the group durable where the next line is none of it.
    func endGroup(after text: String, isRefused: Bool, _ editor: LineEditor, _ refused: inout String) {
        if isRefused { recall.refused = (text, recall.meaning) } else { group.append(text) }
        recall.end()
        // What somebody waits for is on the screen in parts.
        guard !nextJoins(editor) || group.count >= Self.mostLines else { return }
        defer { group = [] }
        let problem = show(editor) {
            do {
                try self.session.endGroup()
                editor.showOutput()
                return Response()
            } catch {
                editor.dropOutput()
                throw error
            }
        }
        if problem == nil { keepDraft("") } else { stay(group.joined(separator: " "), editor, &refused) }
    }

    private func nextJoins(_ editor: LineEditor) -> Bool { editor.waitingLine.map(session.canJoinGroup) ?? false }
}
