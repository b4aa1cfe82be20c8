import Notebook

/// The parts of a typed line that are worth a colour.
package struct LineMarkup {
    package enum Part: Hashable, Sendable {
        case command, unknownCommand, name, strong, link, marker
    }

    /// Ranges count Unicode scalars; they do not overlap.
    package let parts: [(range: Range<Int>, part: Part)]

    private static let longestLine = 2000

    package init(_ line: String, table: CommandTable) {
        guard line.utf8.count <= Self.longestLine, Self.mayHaveParts(line.utf8) else {
            parts = []
            return
        }
        let scalars = Array(line.unicodeScalars)
        var parts: [(range: Range<Int>, part: Part)] = []
        let first = scalars.prefix { $0 != " " }
        switch InputLine(line) {
        case .command(let name, _, _):
            var isKnown = true
            if case .unknown = table.match(name) { isKnown = name.isEmpty }
            parts.append((0..<first.count, isKnown ? .command : .unknownCommand))
        case .said: parts.append((0..<first.count, .name))
        case .bullet where line.hasPrefix("*") || line.hasPrefix("-"), .numbered, .hardBreak:
            if first.count < scalars.count { parts.append((0..<first.count, .marker)) }
        default: break
        }
        Self.addInline(scalars, to: &parts)
        self.parts = parts
    }

    /// Most notes are plain text: that is seen at a glance, at each key.
    private static func mayHaveParts(_ line: String.UTF8View) -> Bool {
        guard let first = line.first else { return false }
        return signs.contains(first) || line.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "/") }
    }

    /// What a line with a meaning of its own begins with.
    private static let signs = Array(" \t:@-.+".utf8)

    /// Bold and links word by word: enough to see what one types, not AsciiDoc's whole inline grammar.
    private static func addInline(_ scalars: [Unicode.Scalar], to parts: inout [(range: Range<Int>, part: Part)]) {
        var index = parts.last?.range.upperBound ?? 0
        while index < scalars.count {
            let start = index
            index += 1
            guard scalars[start] == "*" || scalars[start] == "h" else { continue }
            if start > 0, scalars[start - 1].properties.isAlphabetic { continue }
            if scalars[start] == "*", let end = closing("*", scalars, after: start) {
                parts.append((start..<end, .strong))
                index = end
            } else if scalars[start] == "h", isLink(scalars[start...]) {
                let end = scalars[start...].firstIndex { $0 == " " || $0 == "[" } ?? scalars.count
                parts.append((start..<end, .link))
                index = end
            }
        }
    }

    private static func closing(_ mark: Unicode.Scalar, _ scalars: [Unicode.Scalar], after start: Int) -> Int? {
        guard start + 1 < scalars.count, scalars[start + 1] != " ", scalars[start + 1] != mark else { return nil }
        guard let end = scalars[(start + 2)...].firstIndex(of: mark), scalars[end - 1] != " " else { return nil }
        return end + 1
    }

    private static func isLink(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        ["https://", "http://"].contains { text.starts(with: $0.unicodeScalars) && text.count > $0.count }
    }
}
