// What can be done to the blocks of a document, as edits of its bytes: what is not concerned stays as it is.
//
// No operation looks at more of the document than what it concerns, but for the style: it is learned near the place,
// unless one is given.
extension Document {
    /// Puts a block at the end of a container: of the document or a section before the sections below it (but a section
    /// after them), of a delimited block, or of a list item's own blocks, before the lists below it.
    ///
    ///     try document.apply(document.append(.paragraph(["The end."]), to: document.root))
    ///
    /// - Throws: ``EditRefusal`` where no block can stand there, or a line of it would close a block around.
    public func append(_ block: Block, to node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        try append([block], to: node, style: style)
    }

    /// Puts blocks that follow each other at the end of a container.
    public func append(_ blocks: [Block], to node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard node.takesBlocks else { throw .holdsNoBlocks(node.kind) }
        let place = try endPlace(of: node, forSection: blocks.first?.isSection == true)
        return try place.edits(blocks, style ?? Style(learnedFrom: self, near: place.before ?? node))
    }

    /// Puts a block after another one, or below a heading; a section only after a section or the last block before one.
    public func insert(_ block: Block, after node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        try insert([block], after: node, style: style)
    }

    /// Puts blocks that follow each other after another one, or below a heading.
    public func insert(_ blocks: [Block], after node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let container = try container(of: node, orHeading: true)
        guard !(container.kind == .listItem && node.kind.isList) else { throw .holdsNoBlocks(.listItem) }
        // A title above a section's heading is that of the section's first block.
        if node.kind == .heading, container.first(.blockTitle) != nil { throw .waitsForBlock }
        return try InsertionPoint(after: node, in: container).edits(
            blocks, style ?? Style(learnedFrom: self, near: node))
    }

    /// Puts a block before another one.
    public func insert(_ block: Block, before node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let container = try container(of: node)
        guard container.kind != .listItem || node.isPlainlyAttached else { throw .waitsForBlock }
        return try InsertionPoint(before: node, in: container).edits(
            [block], style ?? Style(learnedFrom: self, near: node))
    }

    /// Puts a block in the place of another one, and of the lines about it; a section only in the place of a section.
    public func replace(_ node: Node, by block: Block, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let container = try container(of: node)
        guard (node.kind == .section) == block.isSection else { throw .sectionInBlock }
        return try InsertionPoint(of: node, in: container).edits(
            [block], style ?? Style(learnedFrom: self, near: node))
    }

    /// Takes a block, a section or a list item away, with what lies below it; its neighbours stay apart.
    public func remove(_ node: Node) throws(EditRefusal) -> Edits {
        let node = try own(node)
        if node.kind == .listItem { return try removeItem(node) }
        let container = try container(of: node, mayHold: false)
        guard !becomesTitle(after: node) else { throw .beforeTitle }
        guard !node.isAllOfTerm, !(container.kind == .listItem && node.partsLists) else { throw .partsNeighbours }
        return try InsertionPoint(of: node, in: container).removal()
    }

    /// Moves a block after another one, a section after one of its level, or a list item after another one; an item after a
    /// block begins a list there, or comes first in the one that follows; a block comes after the list that ends with an
    /// item.
    ///
    /// - Returns: no edits where it is there already.
    public func move(_ node: Node, after other: Node) throws(EditRefusal) -> Edits {
        let (node, other) = (try own(node), try own(other))
        guard node.index != other.index, !other.ancestors.contains(where: { $0.index == node.index }) else {
            throw .intoItself
        }
        // What is shown must not come to stand where it is shown only sometimes.
        guard openConditions(at: node.range.lowerBound).count == openConditions(at: other.range.upperBound).count
        else { throw .partsNeighbours }
        switch (node.kind == .listItem, other.kind == .listItem) {
        case (true, true): return try moveItem(node, after: other)
        case (true, false): return try moveItem(node, afterBlock: other)
        case (false, true): return try move(node, after: try other.listThatEndsHere())
        case (false, false): break
        }
        let container = try container(of: other, orHeading: true)
        guard node.isNeighbour else { throw .isPart(node.kind) }
        guard !(container.kind == .listItem && other.kind.isList), fits(node, after: other, in: container) else {
            throw node.kind == .section ? .sectionInBlock : .blockAfterSection
        }
        if node.previous(where: { $0.kind != .blankLines })?.index == other.index { return Edits(self, []) }
        let removal = try remove(node)
        let insertion = try InsertionPoint(after: other, in: container).edits(
            try written(node, in: container), .anything, Style(learnedFrom: self, near: other))
        return Edits(self, moving: removal, insertion)
    }

    // MARK: - Places

    /// What the node stands in, beside other blocks.
    private func container(of node: Node, orHeading: Bool = false, mayHold: Bool = true) throws(EditRefusal) -> Node {
        let isHeading = orHeading && (node.kind == .heading || node.kind == .header)
        guard let container = node.parent, node.isNeighbour || isHeading else { throw .isPart(node.kind) }
        guard !mayHold || container.takesBlocks else { throw .holdsNoBlocks(container.kind) }
        return container
    }

    private func endPlace(of node: Node, forSection: Bool) throws(EditRefusal) -> InsertionPoint {
        if node.kind == .listItem {
            let own = node.children.prefix { !$0.kind.isList }.last {
                $0.kind != .blankLines && $0.kind != .continuation
            }
            guard let own else { throw .lacksTerm }
            return InsertionPoint(after: own, in: node)
        }
        if node.kind == .document || node.kind == .section {
            let section = node.children.last { $0.kind == .section }
            if forSection, let section { return InsertionPoint(after: section, in: node) }
            if let first = node.children.first(where: { $0.kind == .section }), node.kind == .section {
                let before = first.previous { $0.kind != .blankLines }
                return before.map { InsertionPoint(after: $0, in: node) } ?? InsertionPoint(startOf: node)
            }
            return InsertionPoint(endOf: node)
        }
        let last = node.children.last { $0.isSubstance }
        return last.map { InsertionPoint(after: $0, in: node) } ?? InsertionPoint(startOf: node)
    }

    private func fits(_ node: Node, after other: Node, in container: Node) -> Bool {
        if node.kind == .section || other.kind == .section {
            return node.kind == other.kind && node.level == other.level
        }
        return container.kind != .listItem || (node.kind.isBlock && !node.kind.isList)
    }

    /// A node's own bytes, to be written elsewhere.
    private func written(_ node: Node, in container: Node) throws(EditRefusal) -> Written {
        var bytes = Array(source[node.range.lowerBound..<max(node.contentEnd, node.range.lowerBound)])
        if bytes.last != newline { bytes += lineEndBytes }
        for closer in node.openDelimiters { bytes += closer + lineEndBytes }
        if container.kind == .listItem, node.kind == .paragraph, Document(parsing: bytes).hasItems {
            throw .readsOtherwise
        }
        return Written(
            bytes: bytes, isList: node.kind.isList, describes: node.kind.isList && node.endsWithoutText,
            isSection: node.kind == .section, endsInList: node.kind.isList)
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

    /// Whether a heading of level 0 after the node would be the document's title without it.
    private func becomesTitle(after node: Node) -> Bool {
        guard node.parent?.kind == .document, let next = node.next(where: { $0.isSubstance }), next.kind == .section,
            next.level == 0
        else { return false }
        return node.previous { $0.kind == .header || $0.kind.isBlock || $0.kind == .section } == nil
    }
}

extension Edits {
    /// A removal and an insertion at another place, as one.
    init(_ document: Document, moving removal: Edits, _ insertion: Edits) {
        guard let away = removal.way(0), let there = insertion.way(0) else {
            self.init(document, [])
            return
        }
        let edits = away.edits + there.edits
        let shift = away.edits.reduce(0) { sum, edit in
            edit.range.upperBound <= (there.edits.first?.range.lowerBound ?? 0) ? sum + edit.growth : sum
        }
        let written = (there.written ?? 0..<0).moved(by: shift)
        let parts =
            away.law.parts.map { part in
                let later = there.edits.reduce(0) { sum, edit in
                    edit.range.upperBound <= part.old.lowerBound ? sum + edit.growth : sum
                }
                return Law.Part(old: part.old, new: part.new.moved(by: later), expected: .anything)
            } + [Law.Part(old: there.edits[0].range, new: written, expected: .anything)]
        self.init(document, edits, Law(parts: parts, movesListStarts: true), written: written)
    }
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

    /// Whether what stands before the node in its item is a `+` of that item's own, or text: a `+` after blank lines
    /// counts its way up, one before a directive may come and go.
    var isPlainlyAttached: Bool {
        if let continuation { return continuation.previous?.kind != .blankLines }
        let before = previous { $0.kind != .blankLines }
        return before?.kind != .directive && before?.kind != .lineComment
    }

    /// What a block may be put after: not the lines about a block that never came.
    fileprivate var isSubstance: Bool {
        kind != .blankLines && kind != .delimiterLine && !kind.saysOfBlock
    }
}
