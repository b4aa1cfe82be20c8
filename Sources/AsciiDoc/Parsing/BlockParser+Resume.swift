// After an edit, only what it can have changed is parsed again: from the section around it to the next section behind it
// where the parser finds itself in the state that it was in before.
extension BlockParser {
    /// Brings the tree up to date after an edit somewhere in the document.
    ///
    /// - Parameter source: the bytes after the edit.
    /// - Returns: how many bytes were parsed; nil where there is no section to begin with, and nothing was done.
    mutating func resume(_ source: [UInt8], after edit: Edit) -> Int? {
        guard let restart = lastSection(before: edit.range.lowerBound, in: source) else { return nil }
        let start = Int(tree[restart].start)
        var tail = Tail(of: self, behind: edit, from: restart)
        tree.removeLast(tree.count - restart)
        topSections.removeLast(topSections.count - topSections.partitioningIndex { $0 >= restart })
        frames.removeLast(frames.count - 1)
        (text, blank, pending, attaches, hidesLists, waitingItem, header) = (
            nil, nil, [], false, false, nil, .over
        )
        let end = source.withUnsafeBufferPointer { bytes in
            var offset = start
            while offset < bytes.count {
                if let section = tail.section(at: offset), tail.canMove,
                    isBoundary(of: section, beginningWith: bytes[offset])
                {
                    splice(tail, at: offset)
                    break
                }
                offset = take(Line(bytes, from: offset))
            }
            return offset
        }
        endsWithNewline = source.last == newline
        finish(at: source.count)
        return end - start
    }

    /// The last section right below the document whose heading ends before `offset`; its bytes up to there are unchanged.
    private func lastSection(before offset: Int, in source: [UInt8]) -> Int? {
        guard case .over = header else { return nil }
        let before = topSections[..<topSections.partitioningIndex { tree[Int($0)].start >= offset }]
        return before.last { section in
            guard let heading = heading(of: Int(section)) else { return false }
            // What is added to the last line may be added to a heading's underline.
            let end = Int(tree[heading].end)
            return end <= offset && source[end - 1] == newline
        }.map(Int.init)
    }

    private func heading(of section: Int) -> Int? {
        var child = section + 1
        while child < tree[section].next {
            if tree[child].kind == .heading { return child }
            child = Int(tree[child].next)
        }
        return nil
    }

    /// Whether a line that begins that section, which stood right below the document before, does so now.
    private func isBoundary(of section: NodeRecord, beginningWith first: UInt8) -> Bool {
        guard pending.isEmpty, !attaches, blank != nil || (text == nil && !isInList) else { return false }
        // A list may take an underlined title as text, and whatever comes where it waits for one.
        if isInList, lacksText || waitingItem != nil || !"=#[".utf8.contains(first) { return false }
        return frames.allSatisfy { frame in
            switch frame.kind {
            case .document, .list, .item: true
            case .block: false
            case .section(let level): level >= Int(section.level)
            }
        }
    }

    /// Takes over the sections from `offset` on as they were, and the state at their end.
    private mutating func splice(_ tail: Tail, at offset: Int) {
        closeLists(at: blank?.lowerBound ?? offset)
        settleBlank()
        close(to: 1, at: offset)
        let shift = tree.count - tail.firstIndex
        topSections += tail.sections.lazy.map { UInt32(Int($0) + shift) }
        tree.append(contentsOf: tail.records.lazy.map { $0.moved(by: tail.growth, index: shift) })
        frames += tail.state.frames.dropFirst().map { $0.moved(by: shift) }
        text = tail.state.text?.moved(by: shift)
        blank = tail.state.blank?.moved(by: tail.growth)
        pending = tail.state.pending.map { Leaf(kind: $0.kind, range: $0.range.moved(by: tail.growth)) }
        attachedItem = tail.state.attachedItem
        (attaches, hidesLists, waitingItem) = (tail.state.attaches, tail.state.hidesLists, tail.state.waitingItem)
        awaitsRest = tail.state.awaitsRest
    }
}

/// What stood behind an edit, from the first section right below the document on.
private struct Tail {
    struct State {
        let frames: [BlockParser.Frame]
        let text: BlockParser.OpenText?
        let blank: Range<Int>?
        let pending: [BlockParser.Leaf]
        let attaches: Bool
        let hidesLists: Bool
        let waitingItem: Int?
        let attachedItem: Int
        let awaitsRest: Bool
    }

    let state: State
    let growth: Int
    /// The records from the section that is looked at on.
    private(set) var records: ArraySlice<NodeRecord>
    /// Where `records` stood in the arena.
    var firstIndex: Int { base + records.startIndex }
    private let base: Int
    /// Where all the sections behind the edit stood.
    private let topSections: [UInt32]
    /// Where the sections from the one that is looked at on stood.
    var sections: ArraySlice<UInt32> { topSections[topSections.partitioningIndex { $0 >= firstIndex }...] }

    init(of parser: BlockParser, behind edit: Edit, from section: Int) {
        let behind = parser.topSections.partitioningIndex { index in
            index > section && parser.tree[Int(index)].start > edit.range.upperBound
        }
        topSections = Array(parser.topSections[behind...])
        base = min(topSections.first.map(Int.init) ?? parser.committed, parser.committed)
        records = Array(parser.tree[base..<parser.committed])[...]
        growth = edit.growth
        state = State(
            frames: parser.frames, text: parser.text, blank: parser.blank, pending: parser.pending,
            attaches: parser.attaches, hidesLists: parser.hidesLists,
            waitingItem: parser.waitingItem,
            attachedItem: parser.attachedItem,
            awaitsRest: parser.awaitsRest)
    }

    /// What is open at the end may hold places of the old bytes.
    var canMove: Bool { state.frames.allSatisfy { $0.detached == nil } }

    /// The section that began at the place where now `offset` is.
    mutating func section(at offset: Int) -> NodeRecord? {
        while let first = records.first, Int(first.start) + growth < offset {
            records = records[min(records.endIndex, Int(first.next) - base)...]
        }
        guard let first = records.first, Int(first.start) + growth == offset else { return nil }
        return first
    }
}

extension NodeRecord {
    fileprivate func moved(by growth: Int, index shift: Int) -> NodeRecord {
        var record = self
        record.start = UInt32(Int(start) + growth)
        record.end = UInt32(Int(end) + growth)
        record.next = UInt32(Int(next) + shift)
        record.parent = parent == 0 ? 0 : UInt32(Int(parent) + shift)
        return record
    }
}

extension BlockParser.Frame {
    fileprivate func moved(by shift: Int) -> Self {
        var frame = self
        frame.node += shift
        return frame
    }
}

extension BlockParser.OpenText {
    fileprivate func moved(by shift: Int) -> Self {
        switch self {
        case .paragraph(let node): .paragraph(node + shift)
        case .literal(let node): .literal(node + shift)
        case .verbatim(let node): .verbatim(node + shift)
        case .item: .item
        }
    }
}

extension Range<Int> {
    func moved(by growth: Int) -> Range<Int> { (lowerBound + growth)..<(upperBound + growth) }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element is behind the border, in a collection that has those that are not before those that are.
    func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
