// What can be done to a document's tree, as edits of its bytes: what is not concerned stays as it is.
extension Document {
    /// Puts a block at the end of a section, or of the document before its first section.
    ///
    /// - Parameter node: a section, or the document.
    public func append(_ block: Block, to node: Node, style: Style? = nil) -> Edit {
        let children =
            node.kind == .document ? Array(node.children.prefix { $0.kind != .section }) : Array(node.children)
        let last = children.last { $0.kind != .blankLines }
        return insert(block, at: last?.range.upperBound ?? node.range.lowerBound, style)
    }

    /// Puts a block behind another one.
    public func insert(_ block: Block, after node: Node, style: Style? = nil) -> Edit {
        insert(block, at: node.range.upperBound, style)
    }

    /// Puts a block before another one.
    public func insert(_ block: Block, before node: Node, style: Style? = nil) -> Edit {
        let text = self.text(block, style)
        return Edit(range: node.range.lowerBound..<node.range.lowerBound, replacement: Array((text + lineEnd).utf8))
    }

    /// Puts a block in the place of another one.
    public func replace(_ node: Node, by block: Block, style: Style? = nil) -> Edit {
        Edit(range: node.range, replacement: Array(text(block, style).utf8))
    }

    /// Takes a block or a list item away: a block with the blank lines behind it, so that its neighbours stay apart.
    public func remove(_ node: Node) -> Edit {
        var end = node.range.upperBound
        if node.kind != .listItem, let next = sibling(behind: node), next.kind == .blankLines {
            end = next.range.upperBound
        }
        return Edit(range: node.range.lowerBound..<end, replacement: [])
    }

    /// Moves a block behind another one.
    ///
    /// - Returns: the edits, to be applied one after the other.
    public func move(_ node: Node, after other: Node) -> [Edit] {
        let removal = remove(node)
        let place = other.range.upperBound
        let lines = Array(source[node.range])
        let insertion = Edit(
            range: place..<place,
            replacement: Array(lineEnd.utf8) + lines + (needsBlankLine(at: place) ? Array(lineEnd.utf8) : []))
        return removal.range.lowerBound > place ? [removal, insertion] : [insertion, removal]
    }

    /// Puts a heading's text in the place of the one it has.
    public func setHeading(of section: Node, to title: String) -> Edit? {
        guard let heading = section.children.first(where: { $0.kind == .heading }) else { return nil }
        return Edit(range: heading.contentRange, replacement: Array(escape(title, for: .sectionTitle).utf8))
    }

    /// Moves a list item with those below it to another depth; markers and indents follow.
    ///
    /// - Parameter steps: positive: deeper. Only `*` and `.` markers have depths to change.
    /// - Returns: the edits, the last one first; nil where the item would leave the list or has a marker without depth.
    public func changeDepth(of item: Node, by steps: Int, style: Style? = nil) -> [Edit]? {
        let style = style ?? Style(learnedFrom: self)
        let items =
            [item]
            + nodes { $0.kind == .listItem && item.range.contains($0.range.lowerBound) && $0.index != item.index }
        var edits: [Edit] = []
        for item in items {
            guard let marker = item.marker, let sign = source[marker].first, "*.".utf8.contains(sign),
                source[marker].allSatisfy({ $0 == sign }), marker.count + steps >= 1
            else { return nil }
            let indent = max(0, item.indent + steps * style.indentPerLevel)
            let written =
                [UInt8](repeating: 0x20, count: indent) + [UInt8](repeating: sign, count: marker.count + steps)
            edits.append(Edit(range: (marker.lowerBound - item.indent)..<marker.upperBound, replacement: written))
        }
        return edits.reversed()
    }

    /// Sets an attribute in the header; nil unsets it.
    public func setAttribute(_ name: String, to value: String?) -> Edit {
        let line = value.map { ":\(name): \($0)" } ?? ":\(name)!:"
        let header = root.children.first { $0.kind == .header }
        let entries = (header?.children ?? root.children).filter { $0.kind == .attributeEntry }
        if let old = entries.last(where: { isEntry($0, of: name) }) {
            return Edit(range: old.range, replacement: Array((line + lineEnd).utf8))
        }
        let place = header?.range.upperBound ?? 0
        let opening = place == 0 || source[place - 1] == newline ? "" : lineEnd
        return Edit(range: place..<place, replacement: Array((opening + line + lineEnd).utf8))
    }

    /// Puts `[NOTE]` and delimiters around a block.
    ///
    /// - Parameter kind: `NOTE`, `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`.
    /// - Returns: the edits, the last one first.
    public func wrap(_ node: Node, inAdmonition kind: String) -> [Edit] {
        let longest =
            nodes { $0.kind == .delimiterLine && node.range.contains($0.range.lowerBound) }
            .map { source[trimBlanks($0.range)] }.filter { $0.first == UInt8(ascii: "=") }.map(\.count).max() ?? 3
        let fence = String(repeating: "=", count: max(4, longest + 1)) + lineEnd
        let (start, end) = (node.range.lowerBound, node.range.upperBound)
        let opening = end > 0 && source[end - 1] == newline ? "" : lineEnd
        return [
            Edit(range: end..<end, replacement: Array((opening + fence).utf8)),
            Edit(range: start..<start, replacement: Array(("[\(kind)]" + lineEnd + fence).utf8)),
        ]
    }

    private var lineEnd: String { appendState.lineEnding.text }

    private func insert(_ block: Block, at place: Int, _ style: Style?) -> Edit {
        let state = appendState(at: place)
        let closing = state.openDelimiters.reversed().map { String(decoding: $0, as: UTF8.self) + lineEnd }.joined()
        let opening = place == 0 ? "" : (state.endsWithNewline ? "" : lineEnd) + closing + lineEnd
        let behind = needsBlankLine(at: place) ? lineEnd : ""
        return Edit(range: place..<place, replacement: Array((opening + text(block, style) + behind).utf8))
    }

    private func text(_ block: Block, _ style: Style?) -> String {
        block.lines(style ?? Style(learnedFrom: self)).map { $0 + lineEnd }.joined()
    }

    /// Whether text follows at once.
    private func needsBlankLine(at place: Int) -> Bool {
        guard place < source.count else { return false }
        return !source[place...].prefix { $0 != newline }.allSatisfy(\.isBlankOrLineEnd)
    }

    private func sibling(behind node: Node) -> Node? {
        node.parent?.children.first { $0.range.lowerBound == node.range.upperBound }
    }

    private func isEntry(_ entry: Node, of name: String) -> Bool {
        let line = source[entry.range].dropFirst().prefix { $0 != UInt8(ascii: ":") }
        return line.filter { $0 != UInt8(ascii: "!") }.elementsEqual(name.utf8)
    }
}
