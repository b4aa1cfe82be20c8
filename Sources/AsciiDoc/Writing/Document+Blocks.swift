// What can be done to the blocks of a document, as edits of its bytes: what is not concerned stays as it is.
//
// A nil says that AsciiDoc has no way to write that: a section within a block, a block behind a section, one of whose lines
// would close a block around it. No operation looks at more of the document than what it concerns, but for the style: it
// is learned near the place, unless one is given.
extension Document {
    /// Puts a block at the end of a container: of the document or a section before the sections below it (but a section
    /// behind them), of a delimited block, or of a list item's own blocks, before the lists below it.
    public func append(_ block: Block, to node: Node, style: Style? = nil) -> Edit? {
        guard node.takesBlocks, let place = endPlace(of: node, forSection: block.isSection) else { return nil }
        return place.edit(block, style ?? Style(learnedFrom: self, near: place.before ?? node))
    }

    /// Puts a block behind another one, or below a heading; a section only behind a section or the last block before one.
    public func insert(_ block: Block, after node: Node, style: Style? = nil) -> Edit? {
        guard let container = node.parent, container.takesBlocks,
            node.isNeighbour || node.kind == .heading || node.kind == .header,
            !(container.kind == .listItem && node.kind.isList)
        else { return nil }
        return BlockPlace(behind: node, in: container).edit(block, style ?? Style(learnedFrom: self, near: node))
    }

    /// Puts a block before another one.
    public func insert(_ block: Block, before node: Node, style: Style? = nil) -> Edit? {
        guard let container = node.parent, container.takesBlocks, node.isNeighbour,
            container.kind != .listItem || node.isPlainlyAttached
        else { return nil }
        return BlockPlace(before: node, in: container).edit(block, style ?? Style(learnedFrom: self, near: node))
    }

    /// Puts a block in the place of another one, and of the lines about it; a section only in the place of a section.
    public func replace(_ node: Node, by block: Block, style: Style? = nil) -> Edit? {
        guard let container = node.parent, container.takesBlocks, node.isNeighbour,
            (node.kind == .section) == block.isSection
        else { return nil }
        return BlockPlace(of: node, in: container).edit(block, style ?? Style(learnedFrom: self, near: node))
    }

    /// Takes a block, a section or a list item away, with what lies below it; its neighbours stay apart.
    ///
    /// - Returns: the edits, the last one first; nil for what is part of something else, as a section's heading is.
    public func remove(_ node: Node) -> [Edit]? {
        if node.kind == .listItem { return removeItem(node) }
        guard let container = node.parent, node.isNeighbour, !becomesTitle(behind: node), !node.isAllOfTerm,
            !(container.kind == .listItem && node.partsLists)
        else {
            return nil
        }
        return [BlockPlace(of: node, in: container).removal()]
    }

    /// Moves a block behind another one, a section behind one of its level, or a list item behind another one.
    ///
    /// - Returns: the edits, the last one first; none where it is there already.
    public func move(_ node: Node, after other: Node) -> [Edit]? {
        guard node.index != other.index, !other.ancestors.contains(where: { $0.index == node.index }) else {
            return nil
        }
        if node.kind == .listItem || other.kind == .listItem { return moveItem(node, after: other) }
        guard let container = other.parent, container.takesBlocks, node.isNeighbour,
            other.isNeighbour || other.kind == .heading || other.kind == .header,
            !(container.kind == .listItem && other.kind.isList), fits(node, behind: other, in: container)
        else { return nil }
        if node.previous(where: { $0.kind != .blankLines })?.index == other.index { return [] }
        guard let removal = remove(node), let written = written(node, in: container),
            let insertion = BlockPlace(behind: other, in: container).edit(
                written, Style(learnedFrom: self, near: other))
        else { return nil }
        return (removal + [insertion]).lastFirst
    }

    // MARK: - Places

    private func endPlace(of node: Node, forSection: Bool) -> BlockPlace? {
        if node.kind == .listItem {
            let own = node.children.prefix { !$0.kind.isList }.last {
                $0.kind != .blankLines && $0.kind != .continuation
            }
            return own.map { BlockPlace(behind: $0, in: node) }
        }
        let last: Node?
        if !forSection, node.kind == .document, let section = sections.first {
            last = section.previous { $0.isSubstance }
        } else {
            last = node.children.last { $0.isSubstance && (forSection || $0.kind != .section) }
        }
        return last.map { BlockPlace(behind: $0.beforeDanglingLines ?? $0, in: node) } ?? BlockPlace(startOf: node)
    }

    private func fits(_ node: Node, behind other: Node, in container: Node) -> Bool {
        if node.kind == .section || other.kind == .section {
            return node.kind == other.kind && node.level == other.level
        }
        return container.kind != .listItem || (node.kind.isBlock && !node.kind.isList)
    }

    /// A node's own bytes, to be written elsewhere; nil where a line of its text would be an item there.
    private func written(_ node: Node, in container: Node) -> Written? {
        var bytes = Array(source[node.range.lowerBound..<max(node.contentEnd, node.range.lowerBound)])
        let lineEnd = Array(lineEnding.text.utf8)
        if bytes.last != newline { bytes += lineEnd }
        for closer in node.openDelimiters { bytes += closer + lineEnd }
        if container.kind == .listItem, node.kind == .paragraph, Document(parsing: bytes).hasItems { return nil }
        return Written(
            bytes: bytes, isList: node.kind.isList, describes: node.kind.isList && node.endsWithoutText,
            isSection: node.kind == .section, endsInText: node.tail.isText)
    }

    /// Whether a line of the text, below the first, begins like an item.
    private var hasItems: Bool {
        source.withUnsafeBufferPointer { bytes in
            var offset = lineEnd(at: 0)
            while offset < bytes.count {
                let line = Line(bytes, from: offset)
                if line.listMarker != nil { return true }
                offset = line.end
            }
            return false
        }
    }

    /// Whether a heading of level 0 behind the node would be the document's title without it.
    private func becomesTitle(behind node: Node) -> Bool {
        guard node.parent?.kind == .document, let next = node.next(where: { $0.isSubstance }), next.kind == .section,
            next.level == 0
        else { return false }
        return node.previous { $0.kind == .header || $0.kind.isBlock || $0.kind == .section } == nil
    }
}

extension [Edit] {
    /// The edits in the order in which each leaves the places of the others as they are.
    var lastFirst: [Edit] { sorted { $0.range.lowerBound > $1.range.lowerBound } }
}

extension Node {
    /// Whether blocks may stand right below it.
    var takesBlocks: Bool {
        switch kind {
        case .document, .section, .listItem: true
        case .example, .sidebar, .quote, .open: !children.contains { $0.kind == .text }
        default: false
        }
    }

    /// What stands beside blocks, and is no part of one: a block, a section, a heading without section, a line between.
    var isNeighbour: Bool {
        switch kind {
        case .section, .lineComment, .attributeEntry: parent?.kind != .header
        case .heading: parent?.kind != .section || previous { $0.kind == .heading } != nil
        default: kind.isBlock
        }
    }

    /// Whether two lists of an item would touch without the node: nothing can part them there.
    fileprivate var partsLists: Bool {
        previous { $0.kind != .blankLines && $0.kind != .continuation }?.kind.isList == true
            && next { $0.kind != .blankLines && $0.kind != .continuation }?.kind.isList == true
    }

    /// Whether what stands before the node in its item is a `+` of that item's own, or text: a `+` behind blank lines
    /// counts its way up, one before a directive may come and go.
    var isPlainlyAttached: Bool {
        if let continuation { return continuation.previous?.kind != .blankLines }
        let before = previous { $0.kind != .blankLines }
        return before?.kind != .directive && before?.kind != .lineComment
    }

    /// For a line between blocks behind lines about a block that never came: what stands before those.
    fileprivate var beforeDanglingLines: Node? {
        var node: Node? = self
        while let current = node, !current.kind.isBlock, current.kind != .section, current.kind != .heading {
            if !current.isSubstance, current.kind != .blankLines { return current.previous { $0.isSubstance } }
            node = current.previous
        }
        return nil
    }

    /// What a block may be put behind: not the lines about a block that never came.
    fileprivate var isSubstance: Bool {
        switch kind {
        case .blankLines, .blockTitle, .blockAttributes, .blockAnchor, .delimiterLine: false
        default: true
        }
    }
}
