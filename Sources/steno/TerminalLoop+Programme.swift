import LineEditor
import Notebook
import Shell

// What is done of the programme while nobody waits for it.
extension TerminalLoop {
    /// Remembers who talks, a moment after the line was acknowledged and the prompt is back.
    func rememberSpeakers(_ editor: LineEditor) {
        guard session.hasSpeakersToRemember else { return }
        editor.remind(after: 20) { [unowned self, unowned editor] in
            guard let problem = session.rememberSpeakers() else { return }
            say(editor, [problem.text(session.language)])
        }
    }

    /// Milliseconds after the first prompt, and without a key.
    private static let idle = 2000

    /// Reads the programme where the right prompt needs a talk's end of it.
    func readProgrammeWhenIdle(_ editor: LineEditor) {
        editor.remind(after: Self.idle) { [unowned self, unowned editor] in
            guard editor.idleTime >= Self.idle else { return readProgrammeWhenIdle(editor) }
            if session.readProgrammeForItsEnds() { editor.askPrompt() }
        }
    }
}
