import Notebook

// Lines that were typed ahead, or pasted where the terminal does not mark pastes: one wait for the disk serves many.
extension Session {
    /// Whether a typed line is a note and nothing else, so that it can be made durable together with those that follow.
    package func canJoinGroup(_ line: String) -> Bool {
        guard let open, open.store.readOnlyReason == nil, captureName == nil, line.utf8.count < Self.longestLine,
            line != "."
        else { return false }
        return switch InputLine(line.withoutControls) {
        case .bullet, .numbered, .hardBreak, .said: true
        case .blank, .command: false
        }
    }

    /// What is submitted from here on waits for ``endGroup()``: it must all be lines that ``canJoinGroup(_:)`` takes.
    package func beginGroup() { open?.beginGroup() }

    /// Whether lines wait to be made durable.
    package var isInGroup: Bool { open?.isInGroup ?? false }

    /// Makes the lines durable.
    ///
    /// - Throws: an error for ``Message/init(_:)``; then none of them is written.
    package func endGroup() throws { try open?.endGroup() }
}
