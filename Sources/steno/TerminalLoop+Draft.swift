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
        return corrected(draft.line) ?? draft.line
    }

    /// The text of a correction, as ``keepDraft(_:)`` keeps it, back in its note; nil for another line.
    private func corrected(_ line: String) -> String? {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, parts[0] == ":edit", let number = Int(parts[1]), number > 0,
            let note = session.note(after: number - 1), note.number == number
        else { return nil }
        recall.end()
        recall.show(note)
        return String(parts[2])
    }

    /// Keeps the line that is being typed, or with an empty one forgets it; a note that it corrects is named in it. Best
    /// effort: the day's next line says what is wrong with the disk.
    func keepDraft(_ text: String) {
        let line = recall.note.map { $0.text == text ? "" : ":edit \($0.number) \(text)" } ?? text
        guard !line.isEmpty || hasDraft else { return }
        do throws(StoreError) {
            try session.keepDraft(line)
            hasDraft = !line.isEmpty
        } catch { return }
    }
}
