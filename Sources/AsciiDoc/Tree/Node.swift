/// A node of a document's tree: a cursor, cheap to make and to copy.
///
/// A node keeps the document that it was taken from; holding one while the document is edited costs a copy.
public struct Node: Sendable {
    /// The document that the node belongs to, as it was when the node was taken.
    public let document: Document
    let index: Int

    private var record: NodeRecord { document.tree[index] }

    /// What the node is.
    public var kind: NodeKind { record.kind }

    /// The node's bytes, its lines' ends included. The ranges of all leaves, in order, cover the source.
    public var range: Range<Int> { Int(record.start)..<Int(record.end) }

    /// The line, from 1, in which the node begins.
    public var line: Int { document.line(at: range.lowerBound) }

    /// The nodes below this one, in order; none for a leaf.
    public var children: NodeChildren { NodeChildren(document: document, parent: index) }

    /// The node that this one is a child of; nil for the document.
    public var parent: Node? {
        index == 0 ? nil : Node(document: document, index: Int(record.parent))
    }

    /// Level of a section or heading (0 to 5), depth of a list or list item (from 1); nil for other nodes.
    public var level: Int? {
        switch kind {
        case .section, .heading, .unorderedList, .orderedList, .descriptionList, .calloutList, .listItem:
            Int(record.level)
        default: nil
        }
    }
}

extension Node: Hashable {
    /// Whether both are the same node of the same version of a document.
    public static func == (one: Node, other: Node) -> Bool {
        one.index == other.index && one.document.version === other.document.version
    }

    /// Feeds the node's place and its document's version to the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(index)
        hasher.combine(ObjectIdentifier(document.version))
    }
}

/// The children of a node, in document order.
public struct NodeChildren: Sequence, Sendable {
    let document: Document
    let parent: Int

    /// Walks from one child to the next.
    public struct Iterator: IteratorProtocol {
        let document: Document
        var index: Int
        let end: Int

        /// The next child, or nil after the last one.
        public mutating func next() -> Node? {
            guard index < end else { return nil }
            defer { index = Int(document.tree[index].next) }
            return Node(document: document, index: index)
        }
    }

    /// An iterator before the first child.
    public func makeIterator() -> Iterator {
        Iterator(document: document, index: parent + 1, end: Int(document.tree[parent].next))
    }

    /// The first child, or nil where there is none.
    public var first: Node? { first { _ in true } }

    /// The last child, or nil where there is none.
    public var last: Node? { last { _ in true } }

    /// The last child that fits, or nil; looked for from the end, whatever the number of children before it.
    public func last(where fits: (Node) throws -> Bool) rethrows -> Node? {
        var next = Int(document.tree[parent].next)
        while let index = lastIndex(before: next) {
            let child = Node(document: document, index: index)
            if try fits(child) { return child }
            next = index
        }
        return nil
    }

    /// The child whose records end before `next`: its last record, and from there up to the level of the children.
    private func lastIndex(before next: Int) -> Int? {
        guard next > parent + 1 else { return nil }
        var index = next - 1
        while Int(document.tree[index].parent) != parent { index = Int(document.tree[index].parent) }
        return index
    }
}

/// The sections right below a document.
public struct DocumentSections: RandomAccessCollection, Sendable {
    let document: Document
    let places: [UInt32]

    /// 0.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { places.count }
    /// The section at a position.
    public subscript(position: Int) -> Node { Node(document: document, index: Int(places[position])) }
}
