// What the lines around an offset are.
extension Document {
    /// Whether the line that begins at `offset` is blank, or there is none.
    func isBlankLine(at offset: Int) -> Bool {
        source[offset...].prefix { $0 != newline }.allSatisfy(\.isBlankOrLineEnd)
    }

    /// Whether the line that ends at `offset` is blank, or there is none.
    func isBlankBefore(_ offset: Int) -> Bool {
        guard offset > 0 else { return true }
        guard source[offset - 1] == newline else { return false }
        return isBlankLine(at: lineStart(at: offset - 1))
    }

    /// Where the first line from `offset` on begins that is not blank.
    func afterBlankLines(_ offset: Int) -> Int {
        var offset = offset
        while offset < source.count, isBlankLine(at: offset) { offset = lineEnd(at: offset) }
        return offset
    }

    /// Where the last line before `offset` ends that is not blank.
    func beforeBlankLines(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, isBlankBefore(offset) { offset = lineStart(at: offset - 1) }
        return offset
    }

    /// Whether the lines from there on, blank ones left out, would go on with a list before them: items, what is indented,
    /// a lone `+`, or lines that look like a term, even as titles.
    func startsLikeItem(at offset: Int) -> Bool {
        var start = afterBlankLines(offset)
        for position in 0..<3 where start < source.count && !isBlankLine(at: start) {
            let line = source[start..<lineContentEnd(start..<source.count)]
            let text = line.drop { $0.isBlank }
            let isTerm = source.withUnsafeBufferPointer { Line($0, from: start).hasTermMarker }
            let isItem = source.withUnsafeBufferPointer { Line($0, from: start).listMarker != nil }
            if isTerm || (position == 0 && (isItem || line.first?.isBlank == true)) { return true }
            if position == 0, text.elementsEqual([UInt8(ascii: "+")]) { return true }
            start = lineEnd(at: start)
        }
        return false
    }
}

extension Line {
    /// Whether a `::` or `;;` stands before a space or the end.
    fileprivate var hasTermMarker: Bool {
        guard mayDescribe, count > 1 else { return false }
        return (start..<(textEnd - 1)).contains { offset in
            let sign = bytes[offset]
            guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: ";"), bytes[offset + 1] == sign else {
                return false
            }
            return offset + 2 == textEnd || bytes[offset + 2].isBlank
        }
    }
}

extension [UInt8] {
    /// The lines, without spaces at their ends.
    var lines: [ArraySlice<UInt8>] {
        split(separator: newline).map { line in
            line[..<((line.lastIndex { !$0.isBlankOrLineEnd } ?? line.startIndex - 1) + 1)]
        }
    }
}

extension Node {
    /// Where the node's last line ends that is not blank.
    var contentEnd: Int { max(range.lowerBound, document.beforeBlankLines(range.upperBound)) }

    /// The leaf that the node ends with, blank lines left out.
    var tail: Node {
        var node = self
        while let last = node.children.last(where: { $0.kind != .blankLines }) { node = last }
        return node
    }

    /// The last thing in a section or the document that stands before its sections; without blank lines, and without lines
    /// about a block that has not come.
    var lastContent: Node? {
        var last = children.last { $0.kind != .blankLines }
        if last?.kind == .section {
            let first = kind == .document ? document.sections.first : children.first { $0.kind == .section }
            last = first?.previous { $0.kind != .blankLines }
        }
        return last?.withoutDanglingLines
    }

    /// Of a section: where its last line ends that is neither blank nor about a block that has not come.
    var endOfSubstance: Int {
        let last = lastSection.lastContent ?? self
        return max(last.range.lowerBound, document.beforeBlankLines(last.range.upperBound))
    }

    /// The section below a section in which that one ends; itself where it has none.
    public var lastSection: Node {
        var node = self
        while node.kind == .section, let last = node.children.last(where: { $0.kind != .blankLines }),
            last.kind == .section
        {
            node = last
        }
        return node
    }

    /// Whether the last line of an item is its own: a lone `+` waits for a block, and lines about a block for the next item.
    var endsCleanly: Bool {
        switch tail.kind {
        case .continuation, .blockAttributes, .blockTitle, .blockAnchor: false
        default: true
        }
    }

    /// Whether it is part of a paragraph, which the next line would go on with.
    var isText: Bool { parent?.kind == .paragraph || parent?.kind == .literalParagraph }

    /// The lone `+` that attaches the node to its item; nil where there is none.
    var continuation: Node? {
        guard let before = previous(where: { $0.kind != .blankLines }), before.kind == .continuation else { return nil }
        return before
    }

    /// Whether the node is all that a term of a description list has.
    var isAllOfTerm: Bool {
        guard let item = parent, item.kind == .listItem, item.parent?.kind == .descriptionList else { return false }
        return !item.children.contains { $0.kind == .text || ($0.index != index && ($0.kind.isBlock)) }
    }

    /// The last block within a section; the node itself where it is none.
    var lastBlock: Node? {
        var node = self
        while node.kind == .section, let last = node.children.last(where: { $0.kind != .blankLines }) { node = last }
        return node
    }

    /// The node; where it stands after lines about a block that never came, what stands before those.
    private var withoutDanglingLines: Node? {
        var node: Node? = self
        while let current = node, current.kind.saysOfBlock || current.kind.isAside || current.kind == .blankLines {
            let before = current.previous { $0.kind != .blankLines }
            if current.kind.saysOfBlock { return before?.withoutDanglingLines }
            node = before
        }
        return self
    }

    /// What closes the blocks that reach the node's end without a closing line, innermost first.
    var openDelimiters: [[UInt8]] {
        var found: [[UInt8]] = []
        var node: Node? = self
        while let current = node {
            if let delimiter = current.delimiter, !current.isTerminated {
                found.append(Array(document.source[delimiter].prefix(Int(document.tree[current.index].level))))
            }
            node = current.children.last { $0.kind != .blankLines }
        }
        return found.reversed()
    }

    /// The delimiters of the blocks around a container, itself included.
    var enclosingDelimiters: Set<ArraySlice<UInt8>> {
        Set(ancestors.compactMap { $0.delimiter.map { document.source[$0] } })
    }

    /// Whether a list ends in a term without text.
    var endsInTerm: Bool { kind.isList && tail.kind == .marker }

    /// Whether a list ends in a term, or in a nested item that looks like one to Asciidoctor: it would take the next block.
    var endsWithoutText: Bool {
        guard kind.isList else { return false }
        let leaf = tail
        if leaf.kind == .marker { return true }
        return document.source[document.trimBlanks(leaf.range)].suffix(2).allSatisfy { $0 == UInt8(ascii: ":") }
            || isDescribing
    }

    /// Whether the last of the lists in it is one of descriptions.
    private var isDescribing: Bool {
        var node: Node? = self
        while let current = node {
            if current.kind == .descriptionList { return true }
            node = current.children.last { $0.kind == .listItem || $0.kind.isList }
        }
        return false
    }

    /// A writer for what stands in a container.
    func writer(_ style: Style) -> BlockWriter {
        var writer = BlockWriter(style: style)
        writer.isInList = kind == .listItem
        var isEnclosed = false
        for outer in ancestors {
            isEnclosed = isEnclosed || outer.kind.hasDelimiters
            if let delimiter = outer.delimiter {
                writer.enclosing.insert(document.text(delimiter))
            } else if outer.kind == .descriptionList, !isEnclosed {
                writer.isInDescription = true
            }
        }
        writer.takesSections = kind == .document || kind == .section
        return writer
    }
}

extension NodeKind {
    /// A line that says something of the block below it.
    var saysOfBlock: Bool { self == .blockTitle || self == .blockAttributes || self == .blockAnchor }

    /// A line that is no part of a structure, wherever it stands.
    var isAside: Bool { self == .lineComment || self == .directive || self == .attributeEntry }
}
