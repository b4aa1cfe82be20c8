// Items at the end of what stands in a section: where a note-taker's next line goes.

/// A list that is open at the end of a section: what a new item there can go on with.
public struct OpenList: Sendable {
    /// What kind of list it is.
    public let kind: Block.List
    /// Its last item.
    public let item: Node

    /// Whether its items have numbers that somebody typed.
    public var isNumberedByHand: Bool { item.itemMarker?.counter?.form == .arabic }
}

extension Node {
    /// The lists that are open at the end of a section or of the document before its sections, outermost first.
    ///
    /// Where lists are nested by indent alone, each indent counts as a list.
    public var openLists: [OpenList] {
        var found: [OpenList] = []
        var list = lastContent
        while let current = list, let kind = current.kind.list,
            let item = current.children.last(where: { $0.kind == .listItem })
        {
            found += item.indentedAbove.reversed().map { OpenList(kind: kind, item: $0) }
            found.append(OpenList(kind: kind, item: item))
            list = item.children.last { $0.kind != .blankLines }
        }
        return found
    }

    /// Depth of a list item from 1, as it is seen: where lists are nested by indent alone, the indent counts.
    public var depth: Int { (level ?? 1) + outerItems.reduce(indentedAbove.count) { $0 + $1.indentedAbove.count } }

    /// The siblings that stand further out than this item, although their marker is the same; the nearest first.
    private var indentedAbove: [Node] {
        guard indent > 0, let marker, document.source[marker].elementsEqual("-".utf8) else { return [] }
        var found: [Node] = []
        var width = indent
        var node = previous
        while let current = node, width > 0 {
            if current.kind == .listItem, current.indent < width {
                found.append(current)
                width = current.indent
            }
            node = current.previous
        }
        return found
    }
}

extension NodeKind {
    /// The kind of list; nil for what is none.
    var list: Block.List? {
        switch self {
        case .unorderedList: .unordered
        case .orderedList: .ordered
        case .descriptionList: .description
        case .calloutList: .callouts
        default: nil
        }
    }
}

extension Document {
    /// Puts an item at the end of a section, or of the document before its sections, at a depth of the lists that end it.
    ///
    /// - Parameters:
    ///   - kind: of the list that the item is in: another one at that depth begins a list.
    ///   - depth: from 1; at most one more than lists are open.
    ///   - startsGroup: a blank line comes first, within the same list.
    ///   - style: how a new list is written; by default as the document writes near the place.
    /// - Throws: ``EditRefusal/nothingAbove(depth:)``, and ``EditRefusal/holdsNoBlocks(_:)`` for other nodes.
    public func append(
        _ item: Block.Item, in kind: Block.List = .unordered, depth: Int, to node: Node, startsGroup: Bool = false,
        style: Style? = nil
    ) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard node.kind == .section || node.kind == .document else { throw .holdsNoBlocks(node.kind) }
        let open = node.openLists
        guard depth >= 1, depth <= open.count + 1 else { throw .nothingAbove(depth: depth) }
        let place = AppendedItem(item: item, kind: kind, node: node, style: style, startsGroup: startsGroup)
        if depth <= open.count, open[depth - 1].kind == kind, open[depth - 1].item.itemMarker != nil,
            place.goesOn(with: open[depth - 1].item)
        {
            return try place.sibling(of: open[depth - 1].item, isOutermost: depth == 1)
        }
        if depth > 1 { return try place.first(below: open[depth - 2].item) }
        return try place.alone(after: open.last?.item)
    }
}

extension Document {
    /// Begins a list with an item at the end of a section, or of the document before its sections, whatever list ends it.
    public func appendList(
        _ item: Block.Item, in kind: Block.List = .unordered, to node: Node, style: Style? = nil
    ) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard node.kind == .section || node.kind == .document else { throw .holdsNoBlocks(node.kind) }
        let place = AppendedItem(item: item, kind: kind, node: node, style: style, startsGroup: false)
        return try place.alone(after: node.openLists.last?.item)
    }
}

/// An item on its way to the end of a section.
private struct AppendedItem {
    let item: Block.Item
    let kind: Block.List
    /// The section, or the document.
    let node: Node
    let style: Style?
    let startsGroup: Bool

    private var document: Document { node.document }
    private var number: Int? { item.number ?? item.ordinal }
    private var learned: Style { style ?? Style(learnedFrom: document, near: node.lastContent ?? node) }

    /// Whether it is the next item of a list: another number begins another list.
    func goesOn(with other: Node) -> Bool {
        guard let number else { return true }
        return (other.itemMarker?.counter?.number ?? other.shownNumber) &+ 1 == number
    }

    /// The item in the list of another one; after a list that is not below another, there are ways to begin a new one.
    func sibling(of other: Node, isOutermost: Bool) throws(EditRefusal) -> Edits {
        let place = try SiblingItem(other)
        guard let marker = place.markerAfter, let list = other.parent else { throw .lastMarker }
        let bytes = document.bytes(of: place.listWriter(style ?? Style(), for: item).lines(item, marker))
        let expected = Law.Expected.leaves(
            item.isLine
                ? line(list, level: other.level ?? 1)
                : itemLeaves(bytes, Trace.path(of: list), shift: (list.level ?? 1) - 1, joins: true))
        let dividing = isOutermost ? self.dividing(bytes) : Self.none
        return edits(
            Insertion.Variants(
                bytes, expected, after: gap, or: [.blankLines(1), .blankLines(2)],
                then: dividing))
    }

    /// The first item of a list below another item.
    func first(below other: Node) throws(EditRefusal) -> Edits {
        let place = try SiblingItem(other)
        guard place.marker.kind != .callouts else { throw .otherKindOfList }
        let style = learned
        if style.nestsByIndent, kind == .unordered, place.marker.sign == "-", let list = other.parent {
            var writer = place.listWriter(style)
            writer.indent += style.indent
            let bytes = document.bytes(of: writer.lines(item, place.marker))
            let expected = Law.Expected.leaves(line(list, level: other.level ?? 1))
            return edits(Insertion.Variants(bytes, expected, after: gap, or: [.blankLines(1)]))
        }
        let bytes = document.bytes(of: startLine + place.listWriterBelow(style).lines(kind, [item]))
        let expected = Law.Expected.leaves(
            itemLeaves(bytes, Trace.path(of: other), shift: other.level ?? 1, joins: false))
        return edits(Insertion.Variants(bytes, expected, after: gap, or: [.blankLines(1), .blankLines(2)]))
    }

    private var gap: Insertion.Separator { .blankLines(startsGroup ? max(1, style?.blankLinesBetweenBlocks ?? 1) : 0) }

    /// A list of its own.
    func alone(after open: Node?) throws(EditRefusal) -> Edits {
        let bytes = self.bytes()
        if open != nil {
            let ways = dividing(bytes)()
            // The line that says the first number ends the list before.
            let plain = Insertion.Variant(separator: .blankLines(1), lines: bytes, expected: ways[0].expected)
            let all = startLine.isEmpty ? ways : [plain] + ways
            return edits(Insertion.Variants(all[0], others: { Array(all.dropFirst()) }))
        }
        let expected = Law.Expected.leaves(itemLeaves(bytes, Trace.path(of: node), shift: 0, joins: false))
        return edits(
            Insertion.Variants(
                bytes, expected, after: .blankLines(max(1, learned.blankLinesBetweenBlocks)), or: [.blankLines(2)],
                then: dividing(bytes)))
    }

    private static let none: @Sendable () -> [Insertion.Variant] = { [] }

    /// The ways to end the list before and to begin another one.
    private func dividing(_ bytes: [UInt8]) -> @Sendable () -> [Insertion.Variant] {
        let path = Trace.path(of: node)
        let separators: [Insertion.Separator] =
            node.lastContent?.endsInTerm == true
            ? [.emptyComment(after: 1)] : [.divider(after: 1), .divider(after: 2), .emptyComment(after: 1)]
        return {
            let expected = Law.Expected.leaves(itemLeaves(bytes, path, shift: 0, joins: false))
            return separators.map { Insertion.Variant(separator: $0, lines: bytes, expected: expected) }
        }
    }

    /// The lines of a list of its own.
    private func bytes() -> [UInt8] {
        let style = learned
        var writer = ListWriter(writer: node.writer(style))
        // Whoever leaves a line empty first means a list of its own.
        let isAnnounced = !startsGroup && node.lastContent?.announcesList == true
        writer.indent = (isAnnounced ? style.announcedIndent : nil) ?? (kind == .unordered ? style.firstIndent : "")
        return document.bytes(of: startLine + writer.lines(kind, [item]))
    }

    /// What a list that does not begin with 1 has above it.
    private var startLine: [String] {
        guard kind == .ordered, let number, number != 1 else { return [] }
        return ["[start=\(number)]"]
    }

    private func edits(_ variants: Insertion.Variants) -> Edits {
        Edits(document, InsertionPoint(endOf: node).insertion(of: variants, style ?? Style()))
    }

    /// The leaves of an item of one line: marker and text.
    private func line(_ list: Node, level: Int) -> [TracedLeaf] {
        let path = Trace.path(Trace.path(of: list), .listItem, level: level)
        return [
            TracedLeaf(kind: .marker, start: 0, path: path, opens: 1),
            TracedLeaf(kind: .text, start: 0, path: path, opens: 0),
        ]
    }
}

extension Node {
    /// The number that an item without one of its own is shown with in an ordered list.
    fileprivate var shownNumber: Int {
        guard let list = parent else { return 1 }
        let start = BlockMetadata(about: list) { $0 }.named["start"].flatMap { Int($0) } ?? 1
        return list.children.prefix { $0.index != index }.reduce(start) { $0 &+ ($1.kind == .listItem ? 1 : 0) }
    }

    /// Whether it is a paragraph that ends with a colon: `They said:`.
    fileprivate var announcesList: Bool {
        guard kind == .paragraph else { return false }
        return document.source[document.trimBlanks(contentRange)].last == UInt8(ascii: ":")
    }
}
