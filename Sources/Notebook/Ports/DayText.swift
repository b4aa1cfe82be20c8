import AsciiDoc

/// A day's bytes, as the store merges them: what it must know of their structure is asked from the tree.
package struct DayText {
    private var day: Day

    package init(_ bytes: [UInt8]) { day = Day(Document(parsing: bytes)) }

    package var bytes: [UInt8] { day.document.source }

    /// - Parameter range: within ``bytes``.
    package mutating func replace(_ range: Range<Int>, by bytes: [UInt8]) {
        day.replay([Edit(range: range, replacement: bytes)])
    }

    // MARK: Slots

    /// What stands in the headings of parts, slots and sub-sections, in order.
    package var slotTitles: [String] { day.entries.map(\.title) }

    /// Positions of the slots that start at the time which `title` begins with.
    package func slots(startingLike title: String) -> [Int] {
        guard let start = SlotHeading(reading: title).start else { return [] }
        return day.slots.filter { $0.heading.start == start }.map(\.position)
    }

    /// Position of the last slot; nil where there is none.
    package var lastSlot: Int? { day.lastPlace }

    /// Position of the heading that the byte before `offset` is below; nil: before the first one.
    package func slot(before offset: Int) -> Int? { day.position(containing: max(0, offset - 1)) }

    /// The end of a slot's last line that is not empty, or `start` where that is further.
    ///
    /// - Parameter position: the slot's, from 0; nil: what stands before the first one.
    package func end(ofSlot position: Int?, from start: Int = 0) -> Int {
        let limit = day.range(at: position).upperBound
        guard start < limit, let last = bytes[start..<limit].lastIndex(where: { !$0.isWhitespace }) else {
            return start
        }
        return bytes[last..<limit].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? limit
    }

    /// What must come between the text before `offset` and `lines`, so that both stay what they are: items go on with
    /// the list that is there, and all else stands apart.
    package mutating func separator(before lines: [UInt8], at offset: Int) -> [UInt8] {
        guard offset > 0 else { return [] }
        let newline = UInt8(ascii: "\n")
        let lineEnd: [UInt8] = bytes[offset - 1] == newline ? [] : [newline]
        let before = bytes[..<(offset - 1 + lineEnd.count)]
        let last = before[(before.lastIndex(of: newline).map { $0 + 1 } ?? 0)...]
        if lineEnd.isEmpty, last.allSatisfy(\.isWhitespace) { return [] }
        return lineEnd + (goesOn(lineEnd + lines, at: offset) ? [] : [newline])
    }

    /// Whether `lines`, put at `offset`, begin with what belongs to the list before them.
    private mutating func goesOn(_ lines: [UInt8], at offset: Int) -> Bool {
        replace(offset..<offset, by: lines)
        defer { replace(offset..<(offset + lines.count), by: []) }
        let start = lines.firstIndex { !$0.isWhitespace }.map { offset + $0 } ?? offset
        var node = day.document.node(at: start)
        while node.kind != .listItem, node.kind != .continuation, let parent = node.parent { node = parent }
        if node.kind == .continuation { return true }
        // The item itself begins there, and its list, or the list around it, before.
        guard node.kind == .listItem, node.range.lowerBound >= offset else { return false }
        while let parent = node.parent, parent.range.lowerBound >= offset { node = parent }
        return node.parent?.kind.isList == true || node.parent?.kind == .listItem
    }
}

extension UInt8 {
    fileprivate var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
