import Notebook
import Shell

// The unfinished line, kept while it is typed: it survives what no signal tells of.
extension TerminalLoop {
    /// A disk that refuses a draft is said when a line comes to it.
    func saveDraft(_ text: String) {
        keep(draft: session.draft(of: text, correcting: recall.note))
    }

    private func keep(draft: Draft?) {
        guard draft != nil || hasDraft, let store = session.open?.store else { return }
        do {
            try store.saveDraft(draft?.stored)
            hasDraft = draft != nil
        } catch {
            return
        }
    }

    /// The line is over.
    func dropDraft() { keep(draft: nil) }

    /// The unfinished line of the day that was opened, where it was being typed.
    func takeDraft() -> String? {
        guard let stored = session.draft else { return nil }
        session.draft = nil
        let (text, note) = session.resume(Draft(stored: stored))
        recall.end()
        if let note { recall.show(note) }
        hasDraft = true
        return text
    }
}
