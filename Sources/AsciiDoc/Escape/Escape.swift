/// Where text is put, and so what of it AsciiDoc would take for structure.
public enum EscapeContext: Hashable, Sendable, CaseIterable {
    /// The first line of a paragraph.
    case paragraph
    /// A later line of a paragraph.
    case paragraphContinuation
    /// What stands behind a list item's marker.
    case listItem
    /// A later line of a list item's text.
    case listItemContinuation
    case sectionTitle
    /// What stands behind the `.` of a block title.
    case blockTitle
    /// One or several lines between the delimiters of a listing.
    case verbatim
}

/// What of the text stays markup.
public enum EscapeMode: Hashable, Sendable {
    /// What would be read as block structure is defused; inline markup is the writer's own.
    case structureSafe
    /// Nothing is markup: pasted text, names of files.
    case literal
}

/// Writes typed text so that AsciiDoc renders it as typed.
///
/// What needs no help is not touched. The ways out were each verified with Asciidoctor 2.0.18.
///
/// - Parameters:
///   - text: one line; for ``EscapeContext/verbatim``, any number of lines.
///   - context: where the text is put.
///   - mode: whether inline markup stays markup; without effect in verbatim text, where there is none.
public func escape(_ text: some StringProtocol, for context: EscapeContext, mode: EscapeMode = .structureSafe) -> String
{
    if context == .verbatim { return escapeVerbatim(text) }
    let inline = mode == .literal ? escapeInline(text) : String(text)
    switch context {
    case .sectionTitle: return withoutHardBreak(inline).guardedAtEnd
    case .blockTitle: return withoutHardBreak(inline).guarded { $0.first == "." || $0.first?.isEscapeBlank == true }
    case .listItem: return withoutHardBreak(inline).guarded(\.needsGuardInItem)
    default: return withoutHardBreak(withoutDescriptionMarkers(inline)).guarded(\.needsGuardInText)
    }
}

/// Preprocessor directives act inside listings, too, and a number in angle brackets at a line's end is a callout.
private func escapeVerbatim(_ text: some StringProtocol) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    return lines.map { line -> String in
        let scanner = EscapeScanner(line)
        let guarded = scanner.isDirective ? "\\" + line : String(line)
        return scanner.endsWithCallout ? escapeCallouts(guarded) : guarded
    }.joined(separator: "\n")
}

/// Puts a backslash before each of the callouts at a line's end.
private func escapeCallouts(_ line: String) -> String {
    var front = line[...]
    var behind = ""
    while let start = front.callout {
        behind = "\\" + front[start...] + behind
        front = front[..<start]
        let blanks = front.reversed().prefix { $0 == " " }.count
        behind = String(repeating: " ", count: blanks) + behind
        front = front.dropLast(blanks)
    }
    return front + behind
}

/// A line that ends in ` +` would be broken there.
private func withoutHardBreak(_ text: String) -> String {
    let trimmed = text.reversed().drop(while: \.isEscapeBlank)
    guard trimmed.first == "+", trimmed.dropFirst().first == " " else { return text }
    let blanks = text.count - trimmed.count
    return text.dropLast(blanks + 1) + "{plus}" + String(repeating: " ", count: blanks)
}

/// `::` and `;;` before a blank or the end make a description list, wherever they stand in the line.
private func withoutDescriptionMarkers(_ text: String) -> String {
    guard text.contains("::") || text.contains(";;") else { return text }
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
        let isEnd = index + 1 == characters.count || characters[index + 1].isEscapeBlank
        let isPair = index > 0 && characters[index - 1] == character
        switch character {
        case ":" where isEnd && isPair: result += "&#58;"
        case ";" where isEnd && isPair: result += "&#59;"
        default: result.append(character)
        }
    }
    return result
}

extension String {
    /// The text with `{empty}` before it where its start would mean something.
    fileprivate func guarded(_ isNeeded: (String) -> Bool) -> String { isNeeded(self) ? "{empty}" + self : self }

    /// The text with `{empty}` behind it where its end would be taken for the second half of a heading's marker.
    fileprivate var guardedAtEnd: String {
        guard let last, last == "=" || last == "#" else { return self }
        let before = reversed().drop { $0 == last }
        return before.first?.isEscapeBlank == true ? self + "{empty}" : self
    }

    /// A checkbox, or text with which the whole item would be a thematic break.
    fileprivate var needsGuardInItem: Bool {
        isEmpty || first?.isEscapeBlank == true || ["[ ]", "[x]", "[*]"].contains { hasPrefix($0) }
            || EscapeScanner("* " + self).isThematicBreak || EscapeScanner("- " + self).isThematicBreak
    }

    fileprivate var needsGuardInText: Bool { EscapeScanner(self).beginsStructure }
}

extension Substring {
    /// Where the callout (`<1>`, `<.>`, `<!--1-->`) that ends the text begins; nil where it ends in none.
    fileprivate var callout: Index? {
        guard last == ">", let start = lastIndex(of: "<") else { return nil }
        var inside = self[start...].dropFirst().dropLast()
        if inside.hasPrefix("!--"), inside.hasSuffix("--") { inside = inside.dropFirst(3).dropLast(2) }
        let isNumber = inside == "." || (!inside.isEmpty && inside.allSatisfy { $0.isASCII && $0.isNumber })
        return isNumber ? start : nil
    }
}

extension Character {
    /// Blank or tab, or a blank of another kind that Asciidoctor takes for one before or behind markers.
    var isEscapeBlank: Bool { self == " " || self == "\t" || (isWhitespace && !isNewline) }
}
