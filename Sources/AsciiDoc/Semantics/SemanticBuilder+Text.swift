extension SemanticBuilder {
    /// The text of a paragraph that is nothing but text: one leaf, whose first line makes nothing else of it. Nil where it
    /// takes a closer look. The preprocessor left no spaces at the ends of lines.
    func plainText(of node: Node) -> String? {
        guard let text = onlyText(of: node), let first = document.source[text].first,
            first != UInt8(ascii: ">"), first != UInt8(ascii: "\""), !first.isBlank,
            AdmonitionLabel(startOf: document.source[text].prefix(12)) == nil
        else { return nil }
        return string(text)
    }

    /// The text of an item, where all of it stands in its marker's line and begins no box. Nil where it takes a closer look.
    func plainItemText(of node: Node) -> String? {
        guard let marker = node.children.first, marker.kind == .marker,
            let text = node.children.first(where: { $0.kind != .marker }), text.kind == .text,
            document.source[text.range.lowerBound] != UInt8(ascii: "[")
        else { return nil }
        let next = node.children.dropFirst(2).first { _ in true }
        guard next.map({ !$0.kind.standsInText }) ?? true else { return nil }
        let line = document.source[text.range].last == newline ? text.range.dropLast() : text.range
        guard !document.source[line].contains(newline) else { return nil }
        return string(line.startIndex..<line.endIndex)
    }

    /// The range of a node's only leaf, without its line end; nil where it has others, or none.
    private func onlyText(of node: Node) -> Range<Int>? {
        guard document.source.indices.contains(node.range.lowerBound) else { return nil }
        var found: Range<Int>?
        for child in node.children {
            guard child.kind == .text, found == nil else { return nil }
            found = child.range
        }
        guard let found, !found.isEmpty else { return nil }
        return document.source[found.upperBound - 1] == newline ? found.lowerBound..<(found.upperBound - 1) : found
    }

    /// The lines of a block's text leaves, without the spaces at their ends.
    func lines(of node: Node, withComments: Bool = false) -> [String] {
        var lines: [String] = []
        for child in node.children {
            // A comment above the first line stands among the lines about the block.
            let isText = child.kind == .text || withComments && child.kind == .lineComment && !lines.isEmpty
            if isText { lines += split(child.range) }
        }
        return lines
    }

    /// The lines of an item's own text; where the second is indented, all after the first lose their indent.
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

    /// The lines without the spaces that all of them begin with.
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
