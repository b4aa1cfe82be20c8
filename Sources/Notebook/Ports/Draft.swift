/// A line that was not finished when its shell ended. Where it was being typed is the store's last ``Place``.
package struct Draft: Hashable, Sendable {
    package var line: String
    /// What the line belongs to.
    package var context: Context

    package enum Context: Hashable, Sendable {
        /// The slot: it is a note or a command.
        case slot
        /// The slot's note with that number, from 1, which it corrects.
        case note(Int)
        /// A block that is typed line by line.
        case block(Block)
    }

    /// As much of such a block as going on with it takes.
    package struct Block: Hashable, Sendable {
        /// The line that began it, and the name of its command.
        package var label: String
        package var command: String
        /// The lines so far.
        package var body: [String]
        /// Where the day has them.
        package var written: Written

        package init(label: String, command: String, body: [String], written: Written) {
            self.label = label
            self.command = command
            self.body = body
            self.written = written
        }
    }

    package enum Written: Hashable, Sendable {
        /// No line was taken yet.
        case nothing
        /// From this offset on the day has these bytes.
        case bytes([UInt8], from: Int)
    }

    package init(_ line: String, context: Context = .slot) {
        self.line = line
        self.context = context
    }
}
