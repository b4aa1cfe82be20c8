// Blocks that are found by the place where they were written.
extension Document {
    /// Puts blocks in the place of those that lie in a range, as ``Changes/written`` gave it: what is being written grows.
    ///
    /// - Throws: ``EditRefusal/stale`` where the document ends before the range.
    public func replace(_ range: Range<Int>, by blocks: [Block], style: Style? = nil) throws(EditRefusal) -> Edits {
        guard range.upperBound <= source.count else { throw .stale }
        let container = container(at: range.lowerBound)
        let style = style ?? Style(learnedFrom: self, near: container)
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

    /// What stands around the lines that begin at `offset`.
    private func container(at offset: Int) -> Node {
        var node = node(at: min(offset, max(0, source.count - 1)))
        while node.kind != .document, node.range.lowerBound >= offset, let parent = node.parent { node = parent }
        return node
    }
}
