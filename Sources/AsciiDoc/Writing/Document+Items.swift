// What can be done to the items of lists. A new item has the marker, indent and box of its siblings; numbers written by
// hand stay in order.
extension Document {
    /// Puts an item at the end of a list; below a list item, after those that are there; or at the end of a section or the
    /// document before its sections: into the list that ends it, or a new one.
    ///
    ///     try document.apply(document.append(Block.Item("one more"), to: list))
    ///
    /// - Parameters:
    ///   - node: a list, an item, a section or the document.
    ///   - style: how a new list is written; by default as the document writes near the place.
    /// - Throws: ``EditRefusal`` where no item can stand, or the item lacks the term that its siblings have.
    public func append(_ item: Block.Item, to node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        switch node.kind {
        case .unorderedList, .orderedList, .descriptionList, .calloutList:
            guard let last = node.children.last(where: { $0.kind == .listItem }) else { throw .notAnItem }
            return try insert(item, after: last, style: style)
        case .listItem:
            if let list = node.children.last(where: { $0.kind.isList }) {
                return try append(item, to: list, style: style)
            }
            return try appendFirst(item, below: node, style ?? Style(learnedFrom: self, near: node))
        default:
            guard node.kind == .document || node.kind == .section else { throw .holdsNoBlocks(node.kind) }
            if let last = node.lastContent, last.kind == .unorderedList || last.kind == .orderedList {
                return try append(item, to: last, style: style)
            }
            return try append(.list(.unordered, [item]), to: node, style: style)
        }
    }

    /// Puts an item after another one and what lies below that.
    public func insert(_ item: Block.Item, after node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let sibling = try SiblingItem(node)
        guard !sibling.isTermOnly else { throw .lacksTerm }
        guard let marker = sibling.markerAfter else { throw .lastMarker }
        let end = node.range.upperBound
        guard node.endsCleanly, keepsDepth(at: end, from: node.deepest, to: sibling.depth(of: item)) else {
            throw .waitsForBlock
        }
        let lines = try sibling.lines(item, marker, style)
        let numbers = sibling.isCounted ? renumbering(node.next { $0.kind == .listItem }, from: marker.successor) : []
        let variant = Insertion.Variant(
            separator: .blankLines(sibling.isApart ? 1 : 0), lines: bytes(of: lines), expected: sibling.expected(lines))
        return Edits(
            self,
            Insertion(
                range: end..<end, opening: opening(at: end, after: node), closing: [], lineEnd: lineEndBytes,
                numbers: numbers, variants: Insertion.Variants(variant)))
    }

    /// Puts an item before another one.
    public func insert(_ item: Block.Item, before node: Node, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let sibling = try SiblingItem(node)
        if let previous = node.previous(where: { $0.kind == .listItem }), try SiblingItem(previous).isTermOnly {
            throw .lacksTerm
        }
        let lines = bytes(of: try sibling.lines(item, sibling.marker, style))
        let start = node.range.lowerBound
        let edit = Edit(range: start..<start, replacement: lines + (sibling.isApart ? lineEndBytes : []))
        let numbers = sibling.isCounted ? renumbering(node, from: sibling.marker.successor) : []
        let part = Law.Part(old: start..<start, new: start..<(start + lines.count), expected: .anything)
        return Edits(self, numbers + [edit], Law(parts: [part], movesListStarts: true), written: part.new)
    }

    /// Puts an item in the place of another one and what lies below that; its box stays, unless the new one has its own.
    public func replace(_ node: Node, by item: Block.Item, style: Style? = nil) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let old = try SiblingItem(node)
        guard !old.isTermOnly else { throw .lacksTerm }
        guard node.endsCleanly, keepsDepth(at: node.range.upperBound, from: node.deepest, to: old.depth(of: item))
        else { throw .waitsForBlock }
        var item = item
        if item.isChecked == nil { item.isChecked = node.isChecked }
        let lines = bytes(of: try old.lines(item, old.marker, style))
        let start = node.range.lowerBound
        let part = Law.Part(old: node.range, new: start..<(start + lines.count), expected: .anything)
        return Edits(
            self, [Edit(range: node.range, replacement: lines)], Law(parts: [part], movesListStarts: true),
            written: part.new)
    }

    /// Ticks an item's box, or takes the tick away.
    ///
    /// - Throws: ``EditRefusal/notAnItem`` for an item without a box.
    public func setChecked(_ isChecked: Bool, of node: Node) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard let box = node.box, node.isChecked != isChecked else {
            if node.isChecked == isChecked { return Edits(self, []) }
            throw .notAnItem
        }
        let place = (box.lowerBound + 1)..<(box.lowerBound + 2)
        return Edits(self, [Edit(range: place, replacement: [UInt8(ascii: isChecked ? "x" : " ")])])
    }

    // MARK: - Below and away

    private func appendFirst(_ item: Block.Item, below node: Node, _ style: Style) throws(EditRefusal) -> Edits {
        let place = try SiblingItem(node)
        guard !place.isTermOnly || place.marker.kind == .description else { throw .lacksTerm }
        guard place.marker.kind != .callouts else { throw .otherKindOfList }
        let end = node.range.upperBound
        guard node.endsCleanly,
            keepsDepth(at: end, from: node.deepest, to: (node.level ?? 1) + 1 + item.nesting)
        else { throw .waitsForBlock }
        let kind: Block.List =
            place.marker.kind == .description ? (item.terms.isEmpty ? .unordered : .description) : place.marker.kind
        let lines = place.listWriterBelow(style).lines(kind, [item])
        if let line = node.closedAround(by: lines) { throw .closesBlockAround(line) }
        let written = bytes(of: lines)
        let shift = node.listsAround + 1
        let expected = Law.Expected.leaves(itemLeaves(written, Trace.path(of: node), shift: shift, joins: false))
        return Edits(
            self,
            Insertion(
                range: end..<end, opening: opening(at: end, after: node), closing: [], lineEnd: lineEndBytes,
                variants: Insertion.Variants(
                    written, expected, after: .blankLines(node.tail.isText ? 1 : 0), or: [.blankLines(1)])))
    }

    /// Takes an item away; with the last one goes the list.
    func removeItem(_ node: Node) throws(EditRefusal) -> Edits {
        let place = try SiblingItem(node)
        guard let list = node.parent else { throw .notAnItem }
        guard node.endsCleanly else { throw .waitsForBlock }
        let previous = node.previous { $0.kind == .listItem }
        let next = node.next { $0.kind == .listItem }
        if previous == nil, next == nil {
            guard keepsDepth(at: list.range.upperBound, from: 1, to: 2) else { throw .waitsForBlock }
            return try remove(list)
        }
        if let previous, try SiblingItem(previous).isTermOnly { throw .lacksTerm }
        guard next != nil || keepsDepth(at: node.range.upperBound, from: node.deepest, to: previous?.deepest ?? 0),
            next != nil || previous?.endsCleanly != false
        else { throw .waitsForBlock }
        let kept = try withoutDirectivesAtEnd(node.range).upperBound
        let end = next == nil || kept < node.range.upperBound ? kept : afterBlankLines(node.range.upperBound)
        let start =
            next == nil && kept == node.range.upperBound
            ? beforeBlankLines(node.range.lowerBound) : node.range.lowerBound
        let numbers = place.isCounted ? renumbering(next, from: place.marker) : []
        return Edits(
            self, numbers + [Edit(range: start..<end, replacement: [])],
            Law(parts: [Law.Part(old: start..<end, new: start..<start, expected: .anything)], movesListStarts: true))
    }

    /// The edits that number an item and its later siblings; none where they are not numbered by hand.
    func renumbering(_ first: Node?, from marker: ItemMarker?) -> [Edit] {
        var (node, marker) = (first, marker)
        var edits: [Edit] = []
        while let item = node, let own = item.itemMarker, let wanted = marker, wanted.counter != nil {
            if own.counter?.form != wanted.counter?.form { break }
            if own != wanted, let range = item.marker {
                edits.append(Edit(range: range, replacement: Array(wanted.text.utf8)))
            }
            (node, marker) = (item.next { $0.kind == .listItem }, wanted.successor)
        }
        return edits.reversed()
    }

    /// Whether an item of another depth may end at `offset`: a lone `+` after blank lines counts its way up from there.
    func keepsDepth(at offset: Int, from old: Int, to new: Int) -> Bool {
        guard old != new, isBlankLine(at: offset), offset < source.count else { return true }
        let start = afterBlankLines(offset)
        return !source[trimBlanks(start..<lineContentEnd(start..<source.count))].elementsEqual([UInt8(ascii: "+")])
    }

    /// What ends the line, the blocks and the conditions that are open at a place.
    ///
    /// - Parameters:
    ///   - node: what stands before the place.
    ///   - closesConditions: whether the conditions end before what is put there.
    func opening(at place: Int, after node: Node?, closesConditions: Bool = true) -> [UInt8] {
        let isOpen = place > 0 && source[place - 1] != newline
        let blocks = node.map { $0.range.upperBound >= place ? $0.openDelimiters : [] } ?? []
        let closers = blocks + (closesConditions ? openConditions(at: place) : [])
        return (isOpen ? lineEndBytes : []) + closers.flatMap { $0 + lineEndBytes }
    }

    func bytes(of lines: [String]) -> [UInt8] { Array(lines.map { $0 + lineEnding.text }.joined().utf8) }

    /// The node, where it is one of this version of the document.
    func own(_ node: Node) throws(EditRefusal) -> Node {
        guard node.document.version === version else { throw .stale }
        return node
    }
}

/// The leaves of the lines of items below a container with that path.
///
/// - Parameters:
///   - shift: how many lists there are around.
///   - joins: whether they go on with a list, whose path it is then.
func itemLeaves(_ bytes: [UInt8], _ path: UInt64, shift: Int, joins: Bool) -> [TracedLeaf] {
    let alone = Document(parsing: Array("x\n\n".utf8) + bytes)
    guard joins else {
        return Trace.leaves(alone.tree, 1..<alone.tree.count, below: path, shift: shift).filter { $0.start > 2 }
    }
    guard let list = alone.root.children.first(where: { $0.kind.isList }) else { return [] }
    let range = (list.index + 1)..<Int(alone.tree[list.index].next)
    return Trace.leaves(alone.tree, range, below: path, shift: shift)
}
