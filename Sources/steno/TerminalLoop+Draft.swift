import LineEditor
import Notebook
import Shell

// The unfinished line.
extension TerminalLoop {
    /// What the last run of the day that is open now could not finish.
    func offeredDraft(_ editor: LineEditor) -> String {
        guard let draft = session.takeDraft() else { return "" }
        hasDraft = true
        say(editor, [session.offer(draft)])
        if let note = session.note(of: draft) {
            recall.end()
            recall.show(note)
        }
        return draft.line
    }

    /// Keeps the line that is being typed, with the note that it corrects, or with an empty one forgets it. Best effort:
    /// the day's next line says what is wrong with the disk.
    func keepDraft(_ text: String) {
        let line = recall.note?.text == text ? "" : text
        guard !line.isEmpty || hasDraft else { return }
        do throws(StoreError) {
            try session.keepDraft(line, correcting: recall.note)
            hasDraft = !line.isEmpty
        } catch { return }
    }
}
