extension SemanticBuilder {
    /// The lines of a block's text leaves, without the blanks at their ends.
    func lines(of node: Node, withComments: Bool = false) -> [String] {
        var lines: [String] = []
        for child in node.children {
            // A comment above the first line stands among the lines about the block.
            let isText = child.kind == .text || withComments && child.kind == .lineComment && !lines.isEmpty
            if isText { lines += split(child.range) }
        }
        return lines
    }

    /// The lines of an item's own text; where the second is indented, all behind the first lose their indent.
    func itemLines(of node: Node, withIndent: Bool = false) -> [String] {
        var lines: [String] = []
        for child in node.children {
            let waits = lines.isEmpty && child.kind == .blankLines
            if child.kind == .text { lines += split(child.range) } else if !waits, !child.kind.standsInText { break }
        }
        if !withIndent, lines.count > 1, lines[1].hasPrefix(" ") || lines[1].hasPrefix("\t") {
            lines = lines[..<1] + Self.withoutIndent(Array(lines.dropFirst()))
        }
        return lines
    }

    private func split(_ range: Range<Int>) -> [String] { document.placedLines(in: range).map(\.text) }

    /// The lines with the indent that a block's `indent` asks for, in place of the one that they have in common.
    static func indented(_ lines: [String], by indent: String?) -> [String] {
        guard let indent, let count = Int(written: indent), count >= 0 else { return lines }
        let margin = String(repeating: " ", count: min(count, 255))
        return withoutIndent(lines).map { $0.isEmpty ? $0 : margin + $0 }
    }

    /// The lines without the blanks that all of them begin with.
    static func withoutIndent(_ lines: [String]) -> [String] {
        let indents = lines.filter { !$0.isEmpty }.map { $0.utf8.prefix { $0.isBlank }.count }
        guard let indent = indents.min(), indent > 0 else { return lines }
        return lines.map { String($0.dropFirst(min(indent, $0.count))) }
    }
}

extension Document {
    /// The lines of a range without the spaces at their ends, and where they begin.
    func placedLines(in range: Range<Int>) -> [TableReader.Line] {
        var bytes = source[range]
        if bytes.last == newline { bytes.removeLast() }
        return bytes.split(separator: newline, omittingEmptySubsequences: false).map { line in
            let end = line.lastIndex { !$0.isBlankOrLineEnd }.map { $0 + 1 } ?? line.startIndex
            return (String(decoding: line[..<end], as: UTF8.self), line.startIndex..<end)
        }
    }
}

extension NodeKind {
    fileprivate var standsInText: Bool {
        self == .marker || self == .lineComment || self == .directive || self == .attributeEntry || isAboutBlock
    }
}

extension String {
    var trimmingLeadingBlanks: String { String(drop { $0 == " " || $0 == "\t" }) }
}
