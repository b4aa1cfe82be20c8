extension Document {
    /// The tree as it is written, a line for each node: what it is, its lines, its bytes, and of a leaf its text.
    ///
    /// Two spaces more for each level below the document. Made to be read and compared; not a format to be parsed.
    public var treeDump: String {
        let lines = LineIndex(source)
        var depths = [Int](repeating: 0, count: nodeCount)
        var dump = ""
        for position in 0..<nodeCount {
            let node = node(position)
            if let parent = node.parent { depths[position] = depths[parent.position] + 1 }
            let range = node.range
            let first = lines.line(at: range.lowerBound) + 1
            let last = lines.line(at: max(range.lowerBound, range.upperBound - 1)) + 1
            dump += String(repeating: "  ", count: depths[position]) + "\(node.kind)"
            if let level = node.level { dump += " \(level)" }
            dump += " \(first == last ? "\(first)" : "\(first)-\(last)") \(range.lowerBound)..<\(range.upperBound)"
            if node.end == position + 1, !range.isEmpty {
                dump += " " + text(range).debugDescription
            }
            dump += "\n"
        }
        return dump
    }
}
