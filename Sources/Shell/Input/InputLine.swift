import Notebook

/// What a typed line asks for, by the input grammar alone.
package enum InputLine: Hashable, Sendable {
    /// Enter on an empty line: one level up, or a new group.
    case blank
    /// A bullet; nil depth: the current one. `deeper` counts tabs before the text.
    case bullet(depth: Int?, deeper: Int, text: String)
    /// `. text`, `deeper` tabs before it.
    case numbered(String, deeper: Int = 0)
    /// `+ text`
    case hardBreak(String)
    /// `@name text`, `deeper` tabs before it.
    case said(name: String, text: String, deeper: Int = 0)
    /// `:name! arguments`
    case command(name: String, bang: Bool, arguments: String)
}

extension InputLine {
    /// Reads a typed line. What looks like a command is one, known or not: a mistyped command never becomes a note.
    package init(_ line: String) {
        let tabs = line.prefix { $0 == "\t" }.count
        let text = line.dropFirst(tabs).drop { $0 == " " || $0 == "\t" }
        self =
            Self.blank(text) ?? Self.command(text, tabs) ?? Self.marked(text, tabs) ?? Self.said(text, tabs)
            ?? .bullet(depth: nil, deeper: tabs, text: String(text))
    }

    private static func blank(_ text: Substring) -> InputLine? { text.isEmpty ? .blank : nil }

    private static func command(_ text: Substring, _ tabs: Int) -> InputLine? {
        guard text.hasPrefix(":") else { return nil }
        if text.hasPrefix("::") { return .bullet(depth: nil, deeper: tabs, text: String(text.dropFirst())) }
        let body = text.dropFirst()
        let word = body.prefix { $0 != " " && $0 != "\t" && $0 != "!" }
        let after = body.dropFirst(word.count)
        let bang = after.hasPrefix("!")
        let arguments = after.dropFirst(bang ? 1 : 0).drop { $0 == " " || $0 == "\t" }
        return .command(name: String(word), bang: bang, arguments: String(arguments))
    }

    /// Marker, then a space: `** text`, `- text`, `. text`, `+ text`.
    private static func marked(_ text: Substring, _ tabs: Int) -> InputLine? {
        let marker = text.prefix { $0 != " " && $0 != "\t" }
        let rest = String(text.dropFirst(marker.count + 1))
        guard marker.count < text.count else { return nil }
        switch marker {
        case "-": return .bullet(depth: nil, deeper: tabs, text: rest)
        case ".": return .numbered(rest, deeper: tabs)
        case "+": return .hardBreak(rest)
        default:
            guard !marker.isEmpty, marker.allSatisfy({ $0 == "*" }) else { return nil }
            return .bullet(depth: marker.count, deeper: 0, text: rest)
        }
    }

    /// `@yann text`; the name is letters, digits, `-`, `.` and `'`.
    private static func said(_ text: Substring, _ tabs: Int) -> InputLine? {
        guard text.hasPrefix("@") else { return nil }
        let word = text.dropFirst().prefix { $0 != " " }
        guard word.first?.isLetter == true, word.allSatisfy({ $0.isLetter || $0.isNumber || "-.'’_".contains($0) })
        else { return nil }
        return .said(name: String(word), text: String(text.dropFirst(word.count + 2)), deeper: tabs)
    }
}
