import Files
import LineEditor
import Notebook
import Shell

// Texts of the day that are open in the windows of other programs.
extension TerminalLoop {
    /// Milliseconds between two looks at their files.
    private static let windowInterval = 500

    /// Says that the program came back at once, where it did, and looks from now on whether something was saved.
    func follow(_ window: EditInWindow, isSaid: Bool, _ editor: LineEditor) -> Response {
        windows.append(window)
        if windows.count == 1 { lookAgain(editor) }
        guard isSaid else { return Response() }
        return Response(lines: [Message.editorReturned(window.editor, path: window.path).text(session.language)])
    }

    private func lookAgain(_ editor: LineEditor) {
        editor.remind(after: Self.windowInterval) { [unowned self, unowned editor] in
            takeSaved(editor)
            lookAgain(editor)
        }
    }

    /// Takes over what was saved.
    func takeSaved(_ editor: LineEditor, isLast: Bool = false) {
        for index in windows.indices {
            guard let bytes = windows[index].takeSaved(isLast: isLast) else { continue }
            let window = windows[index]
            show(editor) {
                let finished = try self.session.finish(window.request, with: bytes, keptIn: window.path)
                self.windows[index].goOn(with: finished.request)
                guard finished.request.text != window.request.text else { return Response() }
                return Response(lines: [Message.takenFromEditor(window.path).text(self.session.language)])
            }
            editor.askPrompt()
        }
    }
}
