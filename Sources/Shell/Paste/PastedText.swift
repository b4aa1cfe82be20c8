import Notebook

/// Text from a clipboard, without what web pages, word processors and chats leave in it.
///
/// The spaces of French typography stay; so do joined emoji, and the joiners of scripts that need them.
package struct PastedText {
    /// Without empty lines at either end.
    package let lines: [String]

    /// - Parameter decodesEntities: whether `&eacute;` becomes the character: in text, not in code.
    package init(_ text: String, decodesEntities: Bool = false) {
        let text = decodesEntities ? Entities.decoded(text) : text
        let all = Self.cleaned(Array(text.unicodeScalars))
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.withoutBlanksAtEnd)
        let first = all.firstIndex { !$0.isEmpty } ?? all.endIndex
        let last = all.lastIndex { !$0.isEmpty } ?? first
        lines = first == all.endIndex ? [] : Array(all[first...last])
    }

    /// The only line there is, as a part of the line that is being typed: without spaces at its start. Nil: there are more.
    package var singleLine: String? {
        guard lines.count < 2 else { return nil }
        guard let line = lines.first else { return "" }
        return PastedTable([line]).rows[0] ?? line.trimmingBlanks
    }

    /// As ``singleLine``, to be typed at the start of a line: a sign that is a word there is put after a marker.
    package var singleLineAtStart: String? {
        singleLine.map { line in
            let isPlain = InputLine(line) == .bullet(depth: nil, deeper: 0, text: line)
            return PastedOutline.keepsFirstWord(of: line) && !isPlain ? "- " + line : line
        }
    }

    private static func withoutBlanksAtEnd(_ line: Substring) -> String {
        var line = line
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return String(line)
    }

    private static func cleaned(_ scalars: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        for index in scalars.indices {
            let neighbours = Neighbours(
                before: index > 0 ? scalars[index - 1] : nil,
                after: index + 1 < scalars.count ? scalars[index + 1] : nil)
            if let scalar = cleaned(scalars[index], neighbours) { result.append(scalar) }
        }
        return String(result)
    }

    private struct Neighbours {
        let before: Unicode.Scalar?
        let after: Unicode.Scalar?
    }

    /// What stands for a scalar; nil: nothing.
    private static func cleaned(_ scalar: Unicode.Scalar, _ neighbours: Neighbours) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A: scalar
        case 0x0D: neighbours.after == "\n" ? nil : "\n"
        case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: "\n"
        case 0..<0x20, 0x7F..<0xA0: nil
        case 0xA0, 0x202F: isFrenchSpace(neighbours) ? scalar : " "
        case 0x2000...0x200A, 0x205F, 0x3000: " "
        // Zero-width space, word joiner, soft hyphen, byte order mark, marks of the writing direction.
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFC, 0x202A...0x202E, 0x2066...0x2069: nil
        case 0x200C, 0x200D: joins(neighbours) ? scalar : nil
        default: scalar
        }
    }

    /// Before `: ; ! ? » %` and units, after `«`, and between the thousands of a number.
    private static func isFrenchSpace(_ neighbours: Neighbours) -> Bool {
        guard let after = neighbours.after, let before = neighbours.before else { return false }
        if before == "«" || ":;!?»%€$£°".unicodeScalars.contains(after) { return true }
        return before.isDigit && after.isDigit
    }

    private static func joins(_ neighbours: Neighbours) -> Bool {
        guard let before = neighbours.before, let after = neighbours.after else { return false }
        return before.value > 0x2FF && after.value > 0x2FF
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
