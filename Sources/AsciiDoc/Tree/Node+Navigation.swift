// What stands around a node; each is found without a look at the others.
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
    public var ancestors: some Sequence<Node> { sequence(first: self, next: \.parent) }

    /// The nodes below this one, in document order.
    public var descendants: some Sequence<Node> {
        ((index + 1)..<max(index + 1, Int(document.tree[index].next))).lazy.map { Node(document: document, index: $0) }
    }
}
