/// What a line led to, for whoever shows it: a terminal, or a pipe.
package struct Response: Sendable {
    /// What was asked for, not yet made safe for a terminal.
    package var lines: [String] = []
    /// What was done, where the screen does not show it: scripts are silent about it.
    package var done: [String] = []
    package var effect: Effect = .none

    package enum Effect: Sendable {
        case none
        case quit
        /// Open the text in the user's editor and give back what it became.
        case edit(EditRequest)
    }

    static let silent = Response()

    package init(lines: [String] = [], done: [String] = [], effect: Effect = .none) {
        (self.lines, self.done, self.effect) = (lines, done, effect)
    }
}

/// A part of the day to be edited in another program.
package struct EditRequest: Sendable {
    /// The AsciiDoc to edit.
    package let text: String
    /// Its first line in the day's file, from 1.
    package let line: Int
    let range: Range<Int>
    let label: String
}
