// Blocks that are found by the place where they were written.
extension Document {
    /// Puts blocks in the place of those that lie in a range, as ``Changes/written`` gave it: what is being written grows.
    ///
    /// - Throws: ``EditRefusal/stale`` where no block begins at the range's start.
    public func replace(_ range: Range<Int>, by blocks: [Block], style: Style? = nil) throws(EditRefusal) -> Edits {
        guard let first = block(at: range.lowerBound), let container = first.parent,
            range.upperBound <= source.count
        else { throw .stale }
        let style = style ?? Style(learnedFrom: self, near: first)
        let lines = container.writer(style).lines(blocks)
        guard !lines.isEmpty else { throw .empty }
        if let line = container.closedAround(by: lines) { throw .closesBlockAround(line) }
        let bytes = self.bytes(of: lines)
        let written = range.lowerBound..<(range.lowerBound + bytes.count)
        let expected =
            blocks.contains(where: \.isAnything)
            ? Law.Expected.anything : .leaves(leaves(bytes, Trace.path(of: container)))
        return Edits(
            self, [Edit(range: range, replacement: bytes).trimmed(in: source)],
            Law(parts: [Law.Part(old: range, new: written, expected: expected)]), written: written)
    }

    /// The outermost block that begins at `offset`, whatever stands in it.
    private func block(at offset: Int) -> Node? {
        guard offset < source.count else { return nil }
        var found: Node?
        var node: Node? = deepest(at: offset)
        while let current = node, current.range.lowerBound == offset, current.kind != .document {
            if current.isNeighbour { found = current }
            if current.kind == .section { break }
            node = current.parent
        }
        return found
    }

    /// The deepest node that contains the byte at `offset`; sections are found without a look at those before.
    func deepest(at offset: Int) -> Node {
        let tops = parser.topSections
        let after = tops.partitioningIndex { Int(tree[Int($0)].start) > offset }
        var node = after > 0 ? Node(document: self, index: Int(tops[after - 1])) : root
        if !node.range.contains(offset) { node = root }
        while let child = node.children.first(where: { $0.range.contains(offset) }) { node = child }
        return node
    }
}
