package import Notebook

// The unfinished line, which a killed shell or a power loss must not take away.
extension Session {
    /// Keeps the line that is being typed, durably: called when nobody has typed for a moment, and before the end. An
    /// empty line forgets what was kept.
    ///
    /// - Parameter note: the note that the line corrects.
    package func keepDraft(_ line: String, correcting note: RecalledNote? = nil) throws(StoreError) {
        guard let store = open?.store, store.readOnlyReason == nil else { return }
        let context =
            note.map { Draft.Context.note($0.number) } ?? capture.map { .block($0.kept) } ?? .slot
        try store.saveDraft(line.isEmpty ? nil : Draft(line, context: context))
    }

    /// The unfinished line of the day that was opened last, to be offered once. The block that it belongs to goes on.
    package func takeDraft() -> Draft? {
        defer { draft = nil }
        if case .block(let block)? = draft?.context { resume(block) }
        return draft
    }

    /// The note that an unfinished line corrects; nil where it is none, or the slot has no such note.
    package func note(of draft: Draft) -> RecalledNote? {
        guard case .note(let number) = draft.context, let note = note(after: number - 1), note.number == number
        else { return nil }
        return note
    }

    /// What is said when an unfinished line is offered.
    package func offer(_ draft: Draft) -> String {
        guard case .block(let block) = draft.context else { return Message.draftComesBack.text(language) }
        let message: Message = capture == nil ? .draftOfBlockComesBack(block.label) : .draftComesBack
        return message.text(language)
    }

    /// Begins the block again and gives it what it had. Where its command means something else by now, or the block is
    /// refused, nothing happens: the line is offered all the same.
    private func resume(_ block: Draft.Block) {
        guard capture == nil, open != nil, case .command(let name, let bang, let arguments) = InputLine(block.label),
            case .command(let command) = table.match(name), command.name == block.command
        else { return }
        do {
            do {
                try begin(command, arguments, bang: bang, label: block.label)
            } catch DayError.abstractExists {
                // It is the block itself that is there.
                try begin(command, arguments, bang: true, label: block.label)
            }
        } catch { return }
        guard capture?.name == block.command else { return }
        capture?.body = block.body
        if case .bytes(let bytes, let start) = block.written {
            capture?.written = (start..<(start + bytes.count), bytes)
        }
    }

    private func begin(_ command: Command, _ arguments: String, bang: Bool, label: String) throws {
        var reader = ArgumentReader(arguments, bang: bang)
        typedLine = label
        _ = try command.invoke(self, &reader)
    }
}

extension Capture {
    /// As much of it as going on takes.
    fileprivate var kept: Draft.Block {
        let bytes = written.map { Draft.Written.bytes($0.bytes, from: $0.range.lowerBound) } ?? .nothing
        return Draft.Block(label: label, command: name, body: body, written: bytes)
    }
}
