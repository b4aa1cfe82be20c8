/// A line that was not finished when its shell ended. Where it was being typed is the store's last ``Place``.
package struct Draft: Hashable, Sendable {
    package var line: String
    /// What the line belongs to.
    package var context: Context

    package enum Context: Hashable, Sendable {
        /// The slot: it is a note or a command.
        case slot
        /// A block that is typed line by line; the command that began it.
        case block(command: String)
    }

    package init(_ line: String, context: Context = .slot) {
        self.line = line
        self.context = context
    }
}
