extension Node {
    /// Where the node stands among the document's nodes, in document order: see ``Document/node(_:)``.
    public var position: Int { index }

    /// The position after the last node below this one.
    public var end: Int { Int(document.tree[index].next) }
}

extension Document {
    /// What the node at a position is; cheaper than making the node.
    ///
    /// - Parameter position: from 0 up to ``nodeCount``.
    public func kind(at position: Int) -> NodeKind { tree[position].kind }
}
