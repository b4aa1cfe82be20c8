package import Notebook

// The unfinished line, which a killed shell or a power loss must not take away.
extension Session {
    /// Keeps the line that is being typed, durably: called when nobody has typed for a moment, and before the end. An
    /// empty line forgets what was kept.
    package func keepDraft(_ line: String) throws(StoreError) {
        guard let store = open?.store, store.readOnlyReason == nil else { return }
        let context = capture.map { Draft.Context.block(command: $0.label) } ?? .slot
        try store.saveDraft(line.isEmpty ? nil : Draft(line, context: context))
    }

    /// The unfinished line of the day that was opened last, to be offered once.
    package func takeDraft() -> Draft? {
        defer { draft = nil }
        return draft
    }

    /// What is said when an unfinished line is offered.
    package func offer(_ draft: Draft) -> String {
        switch draft.context {
        case .slot: Message.draftComesBack.text(language)
        case .block(let command): Message.draftOfBlockComesBack(command).text(language)
        }
    }
}
