extension BlockParser {
    var isInList: Bool { state.isInList }

    func leaf(_ kind: NodeKind, _ range: Range<Int>, parent: Int) -> NodeRecord {
        NodeRecord(
            kind: kind, level: 0, start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
            next: UInt32(tree.count + 1), parent: UInt32(parent))
    }

    /// Adds a node below the innermost open container. Returns its index.
    @discardableResult
    mutating func add(_ kind: NodeKind, _ range: Range<Int>, level: Int = 0, below parent: Int? = nil) -> Int {
        var record = leaf(kind, range, parent: parent ?? state.frames[state.frames.count - 1].node)
        record.level = UInt16(clamping: level)
        if kind == .directive { extend(state.header.isOpen ? .header : .body) }
        tree.append(record)
        return tree.count - 1
    }

    /// Opens a container that begins at `start`.
    mutating func open(_ frame: OpenState.Frame.Kind, _ kind: NodeKind, from start: Int, level: Int = 0) {
        state.frames.append(OpenState.Frame(kind: frame, node: add(kind, start..<start, level: level)))
    }

    /// Closes containers until `count` are left; those end at `end`.
    mutating func close(to count: Int, at end: Int) {
        while state.frames.count > count {
            let node = state.frames.removeLast().node
            tree[node].end = UInt32(end)
            tree[node].next = UInt32(tree.count)
        }
    }

    /// Adds text below `parent`; lines that follow each other are one leaf.
    mutating func addText(_ range: Range<Int>, below parent: Int? = nil) {
        let node = parent ?? state.frames[state.frames.count - 1].node
        if let last = tree.last, last.kind == .text, Int(last.parent) == node, Int(last.end) == range.lowerBound {
            tree[tree.count - 1].end = UInt32(range.upperBound)
        } else {
            add(.text, range, below: node)
        }
    }

    /// Puts the blank lines read last below the innermost container, or one further out.
    mutating func settleBlank(inside index: Int? = nil) {
        guard let blank = state.blank else { return }
        if let index { closeLists(above: index, at: blank.lowerBound) }
        add(.blankLines, blank)
        state.blank = nil
    }

    /// Closes the lists that are open within the innermost container that is no list.
    mutating func closeLists(at end: Int) {
        close(to: state.innermostBlock + 1, at: end)
        (state.text, state.plus) = (nil, nil)
    }

    private mutating func closeLists(above index: Int, at end: Int) {
        guard isInList, state.frames.indices.contains(index) else { return }
        closeLists(at: end)
    }

    /// Gives the lines about a block that wait to the node `parent`: they are its first children.
    mutating func givePending(to parent: Int? = nil) {
        for item in state.pending { add(item.kind, item.range, below: parent) }
        state.pending = []
    }

    /// Lines about a block that never came stand alone.
    mutating func flushPending(as end: Int) { givePending() }

    /// Where a block that begins with the line at `start` begins: at the first of the lines about it.
    func blockStart(_ start: Int) -> Int { state.pending.first?.range.lowerBound ?? start }
}
