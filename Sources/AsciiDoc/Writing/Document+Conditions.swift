// Conditions (`ifdef::` and its kin) that nothing ends.
extension Document {
    /// The lines that end the conditions which begin before `offset` and which nothing ends, the innermost first.
    func openConditions(at offset: Int) -> [[UInt8]] {
        unclosedConditions.filter { $0 < offset }.map { _ in Array("endif::[]".utf8) }
    }

    /// A range of lines without the directives at its end, which end or begin conditions of what stands around.
    ///
    /// - Throws: ``EditRefusal/partsNeighbours`` where there are others in it.
    func withoutDirectivesAtEnd(_ range: Range<Int>) throws(EditRefusal) -> Range<Int> {
        guard parser.reach != .nothing else { return range }
        let first = tree.partitioningIndex { Int($0.start) >= range.lowerBound }
        let after = tree.partitioningIndex { Int($0.start) >= range.upperBound }
        var end = range.upperBound
        for record in tree[first..<after].reversed() where Int(record.next) <= after && record.kind != .blankLines {
            if record.kind == .directive, Int(record.end) == end {
                end = Int(record.start)
            } else if record.kind == .directive {
                throw .partsNeighbours
            }
        }
        return range.lowerBound..<end
    }

    /// Where the conditions begin that nothing ends, in order.
    public var unclosedConditions: [Int] { parser.state.openConditions }
}
