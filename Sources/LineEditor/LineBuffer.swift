/// The line being edited, and where the cursor stands in it.
package struct LineBuffer: Hashable, Sendable {
    package var text: String
    /// Unicode scalars before the cursor.
    package var cursor: Int

    package init(text: String, cursor: Int? = nil) {
        self.text = text
        self.cursor = cursor ?? text.unicodeScalars.count
    }

    /// The text before the cursor.
    package var beforeCursor: String { String(String.UnicodeScalarView(text.unicodeScalars.prefix(cursor))) }

    /// The text after the cursor.
    package var afterCursor: String { String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(cursor))) }

    package var isAtEnd: Bool { cursor == text.unicodeScalars.count }
}

/// What a bound key does.
package enum KeyAction: Hashable, Sendable {
    /// The prompt may have changed: draw the line again.
    case redraw
    case replace(LineBuffer)
    case insert(String)
    /// The line is finished, as with Enter.
    case accept
    /// As if the key were not bound.
    case unhandled
}

/// What a typed character makes of the line.
package enum TextAction: Hashable, Sendable {
    /// It stands there, and nothing else.
    case keep
    case replace(LineBuffer)
    /// As `replace`; Backspace right after it gives back what was typed.
    case expand(LineBuffer)
}

/// What a paste becomes.
package enum PasteAnswer: Hashable, Sendable {
    /// Text of the line.
    case insert(String)
    /// ``LineEditor/readLine(initial:)`` returns it.
    case accept
}

/// What reading a line gave.
package enum Reading: Hashable, Sendable {
    case line(String)
    /// A paste that the line does not hold, and the line before and after it.
    case paste(String, before: String, after: String)
    /// Control-C, and the line that it dropped.
    case cancelled(String)
    /// Control-D on an empty line, or the terminal went away.
    case endOfInput
    /// The program was told to end; the unfinished line.
    case terminated(signal: Int32, draft: String)
}

package enum LineEditorError: Error, Hashable, Sendable {
    /// The history's file cannot be opened; lines are remembered until the end of the session only.
    case noHistory(path: String, errno: Int32)
}
