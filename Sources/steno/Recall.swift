import Shell

/// What the line stands for beyond its text: the prompt says it, and Enter does it.
///
/// Invariant: `.note` only while the line is that note, or what it was changed into by keys. A line that was emptied,
/// pasted, found in the history, or that is a command, is a line of its own.
struct Recall {
    enum Meaning: Hashable {
        case text
        /// The note that the line corrects.
        case note(RecalledNote)
        /// What was refused, to be changed and sent again.
        case refused(String)
    }

    private(set) var meaning = Meaning.text
    /// What the next Up brings, before any note.
    var refused: (text: String, meaning: Meaning)?
    /// The note whose text was taken away: with undo it is that note's again.
    private var emptied: RecalledNote?

    var note: RecalledNote? { if case .note(let note) = meaning { note } else { nil } }

    /// Whether it matters what the line becomes.
    var isAboutLine: Bool { meaning != .text || emptied != nil }

    mutating func show(_ note: RecalledNote) { (meaning, emptied) = (.note(note), nil) }

    mutating func end() { (meaning, emptied) = (.text, nil) }

    /// Whether the keys go on from here: nothing was changed yet.
    func isUnchanged(_ line: String) -> Bool {
        switch meaning {
        case .text: line.isEmpty
        case .note(let note): note.text == line
        case .refused(let text): text == line
        }
    }

    /// Takes over what the line has become. Returns whether it means something else now.
    mutating func lineBecame(_ line: String) -> Bool {
        let before = meaning
        switch meaning {
        case .note(let note) where line.isEmpty || Self.isCommand(line) && line != note.text:
            (meaning, emptied) = (.text, note)
        case .refused where line.isEmpty: meaning = .text
        case .text where emptied?.text == line:
            if let emptied { show(emptied) }
        default: break
        }
        return meaning != before
    }

    private static func isCommand(_ line: String) -> Bool { line.hasPrefix(":") && !line.hasPrefix("::") }

    /// What was refused comes back. Returns it.
    mutating func takeRefused() -> String? {
        guard let (text, meaning) = refused else { return nil }
        refused = nil
        self.meaning = meaning == .text ? .refused(text) : meaning
        return text
    }
}
