// After an edit, only what it can have changed is parsed again: from the section around it to the next section after it
// where the parser finds itself in the state that it was in before.
extension BlockParser {
    /// Brings the tree up to date after an edit somewhere in the document.
    ///
    /// - Parameter source: the bytes after the edit.
    /// - Returns: how many bytes were parsed; nil where there is no section to begin with, and nothing was done.
    mutating func resume(_ source: [UInt8], after edit: Edit) -> Int? {
        guard let restart = lastSection(before: edit.range.lowerBound, in: source) else { return nil }
        let start = Int(tree[restart].start)
        var tail = Tail(of: self, after: edit, from: restart)
        tree.removeLast(tree.count - restart)
        topSections.removeLast(topSections.count - topSections.partitioningIndex { $0 >= restart })
        var regions = state.regions
        regions.removeAll(from: start)
        state = OpenState()
        (state.header, state.regions) = (.over, regions)
        let end = source.withUnsafeBufferPointer { bytes in
            var offset = start
            while offset < bytes.count {
                if let section = tail.section(at: offset), tail.state.canMove,
                    isBoundary(of: section, beginningWith: Line(bytes, from: offset))
                {
                    splice(tail, at: offset)
                    break
                }
                offset = take(Line(bytes, from: offset))
            }
            return offset
        }
        state.endsWithNewline = source.last == newline
        finish(at: source.count)
        return end - start
    }

    /// The last section right below the document whose heading ends before `offset`; its bytes up to there are unchanged.
    private func lastSection(before offset: Int, in source: [UInt8]) -> Int? {
        guard case .over = state.header else { return nil }
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
    private func isBoundary(of section: NodeRecord, beginningWith line: Line) -> Bool {
        guard state.pending.isEmpty, state.blank != nil || (state.text == nil && !isInList) else { return false }
        if isInList {
            let item = state.innermostBlock + 2
            var reader = state.frames[item].reader
            let verdict = reader.take(ItemLine(line, line.shape), siblings: state.frames[item - 1].list)
            guard verdict == .leaves else { return false }
        }
        return state.frames.allSatisfy { frame in
            switch frame.kind {
            case .document, .list, .item: true
            case .block, .comment: false
            case .section(let level): level >= Int(section.level)
            }
        }
    }

    /// Takes over the sections from `offset` on as they were, and the state at their end.
    private mutating func splice(_ tail: Tail, at offset: Int) {
        closeLists(at: state.blank?.lowerBound ?? offset)
        settleBlank()
        close(to: 1, at: offset)
        let shift = tree.count - tail.firstIndex
        topSections += tail.sections.lazy.map { UInt32(Int($0) + shift) }
        tree.append(contentsOf: tail.records.lazy.map { $0.moved(by: tail.growth, index: shift) })
        var regions = state.regions
        regions.append(tail.state.regions, from: offset - tail.growth, movedBy: tail.growth)
        state = tail.state.moved(by: tail.growth, records: shift)
        state.regions = regions
    }
}

/// What stood after an edit, from the first section right below the document on.
private struct Tail {
    /// What was open at the end of the document.
    let state: OpenState
    let growth: Int
    /// The records from the section that is looked at on.
    private(set) var records: ArraySlice<NodeRecord>
    /// Where `records` stood in the arena.
    var firstIndex: Int { base + records.startIndex }
    private let base: Int
    /// Where all the sections after the edit stood.
    private let topSections: [UInt32]
    /// Where the sections from the one that is looked at on stood.
    var sections: ArraySlice<UInt32> { topSections[topSections.partitioningIndex { $0 >= firstIndex }...] }

    init(of parser: BlockParser, after edit: Edit, from section: Int) {
        let after = parser.topSections.partitioningIndex { index in
            index > section && parser.tree[Int(index)].start > edit.range.upperBound
        }
        topSections = Array(parser.topSections[after...])
        base = min(topSections.first.map(Int.init) ?? parser.state.recordCount, parser.state.recordCount)
        records = Array(parser.tree[base..<parser.state.recordCount])[...]
        growth = edit.growth
        state = parser.state
    }

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
