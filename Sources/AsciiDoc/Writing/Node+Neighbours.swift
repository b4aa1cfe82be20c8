// What stands beside a node; each is found without a look at the others.
extension Node {
    /// The sibling after the node.
    public var next: Node? {
        let index = Int(document.tree[index].next)
        guard index < document.tree.count, self.index > 0,
            document.tree[index].parent == document.tree[self.index].parent
        else { return nil }
        return Node(document: document, index: index)
    }

    /// The sibling before the node.
    public var previous: Node? {
        guard index > 0 else { return nil }
        let parent = Int(document.tree[index].parent)
        var before = index - 1
        guard before > parent else { return nil }
        while Int(document.tree[before].parent) != parent { before = Int(document.tree[before].parent) }
        return Node(document: document, index: before)
    }

    /// The first child of that kind; nil where there is none.
    public func first(_ kind: NodeKind) -> Node? { children.first { $0.kind == kind } }

    /// The next sibling that fits.
    public func next(where fits: (Node) -> Bool) -> Node? {
        var node = next
        while let found = node, !fits(found) { node = found.next }
        return node
    }

    /// The nearest sibling before the node that fits.
    public func previous(where fits: (Node) -> Bool) -> Node? {
        var node = previous
        while let found = node, !fits(found) { node = found.previous }
        return node
    }

    /// The node and those around it, up to the document.
    public var ancestors: [Node] {
        var found = [self]
        while let outer = found[found.count - 1].parent { found.append(outer) }
        return found
    }

    /// The marker of a list item, taken apart.
    var itemMarker: ItemMarker? {
        guard kind == .listItem, let marker else { return nil }
        return ItemMarker(reading: String(decoding: document.source[marker], as: UTF8.self))
    }

    /// By how much an item of a list with the marker `-` stands further in than the sibling before it; nil where it does
    /// not.
    var indentBelowSibling: Int? {
        guard indent > 0, let above = previous(where: { $0.kind == .listItem }), above.indent < indent,
            let marker, document.source[marker].elementsEqual("-".utf8)
        else { return nil }
        return indent - above.indent
    }

    /// How many line ends the node has.
    var lineEndCount: Int { document.source[range].count { $0 == newline } }

    /// Spaces before the second line of an item's text, counted from its marker; nil where the text has one line.
    var continuationIndent: Int? {
        guard let text = children.first(where: { $0.kind == .text }) else { return nil }
        let lines = document.source[text.range]
        guard let end = lines.firstIndex(of: newline), end + 1 < lines.endIndex else { return nil }
        return max(0, lines[(end + 1)...].prefix { $0.isBlank }.count - indent)
    }
}

extension NodeKind {
    /// A list of any kind.
    public var isList: Bool { (NodeKind.unorderedList.rawValue...NodeKind.calloutList.rawValue).contains(rawValue) }

    /// What is a block, and not a line about blocks or a part of one.
    public var isBlock: Bool {
        isList || hasDelimiters || (NodeKind.paragraph.rawValue...NodeKind.pageBreak.rawValue).contains(rawValue)
    }
}
