// Blocks put into others.
extension Document {
    /// Puts `[NOTE]` and delimiters around a block, or around blocks that follow each other.
    ///
    /// - Parameters:
    ///   - first: a block; the lines about it go with it.
    ///   - last: the last block, after the same container's `first`; nil: there is one only.
    ///   - kind: which admonition.
    /// - Throws: ``EditRefusal`` for sections and list items, which no block can hold, and where the blocks are not
    ///   neighbours.
    public func wrap(
        _ first: Node, through last: Node? = nil, inAdmonition kind: Block.Admonition
    ) throws(EditRefusal) -> Edits {
        let (first, last) = (try own(first), try own(last ?? first))
        guard let container = first.parent, first.isWrappable, last.isWrappable else { throw .isPart(first.kind) }
        guard container.takesBlocks else { throw .holdsNoBlocks(container.kind) }
        guard last.tail.kind != .continuation else { throw .waitsForBlock }
        guard last.parent?.index == container.index, first.index <= last.index,
            container.kind != .listItem || (first.index == last.index && !first.kind.isList && first.isPlainlyAttached)
        else { throw .notNeighbours }
        var node: Node? = first
        while let current = node, current.index != last.index {
            guard current.isWrappable || current.kind == .blankLines || current.kind == .lineComment else {
                throw .notNeighbours
            }
            node = current.next
        }
        let (start, end) = (first.range.lowerBound, last.range.upperBound)
        let lineEnd = Array(lineEnding.text.utf8)
        let fence = fence(around: start..<end, in: container) + lineEnd
        var closing: [UInt8] = source[end - 1] == newline ? [] : lineEnd
        for closer in last.openDelimiters { closing += closer + lineEnd }
        let continues = container.kind == .listItem && first.continuation == nil
        let front = continues ? [UInt8(ascii: "+")] + lineEnd : []
        let opening = front + Array("[\(kind.rawValue)]".utf8) + lineEnd + fence
        let edits = [
            Edit(range: end..<end, replacement: closing + fence), Edit(range: start..<start, replacement: opening),
        ]
        let written = start..<(end + opening.count + closing.count + fence.count)
        return Edits(
            self, edits, Law(parts: [Law.Part(old: start..<end, new: written, expected: .anything)]), written: written)
    }

    /// A delimiter longer than any such line within, and unlike those around.
    private func fence(around range: Range<Int>, in container: Node) -> [UInt8] {
        let sign = UInt8(ascii: "=")
        let rows = Array(source[range]).lines.filter { line in line.allSatisfy { $0 == sign } }
        var fence = Array(repeating: sign, count: max(4, (rows.map(\.count).max() ?? 0) + 1))
        let enclosing = container.enclosingDelimiters
        while enclosing.contains(fence[...]) { fence.append(sign) }
        return fence
    }
}

extension Node {
    fileprivate var isWrappable: Bool { kind.isBlock || kind == .heading && isNeighbour }
}
