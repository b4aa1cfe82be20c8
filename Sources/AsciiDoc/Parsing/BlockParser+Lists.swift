// Lists: which item a line belongs to. What it is there: BlockParser+Items.swift.
extension BlockParser {
    /// The state before a `+` after blank lines. Where another one comes in the same item, it is read again from here.
    struct Detached: Sendable {
        let start: Int
        let count: Int
        /// Those within the innermost block.
        let listFrames: [OpenState.Frame]
        let blank: Range<Int>?
        let pending: [OpenState.Leaf]
    }

    /// Begins a list with the item of this line.
    mutating func startList(_ marker: ListMarker, _ line: Line) {
        open(.list(marker), marker.kind, from: blockStart(line.start), level: listDepth + 1)
        givePending()
        openItem(marker, line)
    }

    /// How many lists are open within the innermost block.
    private var listDepth: Int {
        state.frames.reversed().prefix { $0.isList }.reduce(0) { $0 + ($1.list == nil ? 0 : 1) }
    }

    private mutating func openItem(_ marker: ListMarker, _ line: Line) {
        let hasText = marker.textStart < line.textEnd
        open(.item, .listItem, from: line.start, level: listDepth)
        state.frames[state.frames.count - 1].reader = ItemReader(
            isDescription: marker.kind == .descriptionList, hasText: hasText)
        add(.marker, line.start..<(hasText ? marker.textStart : line.end))
        if hasText { addText(marker.textStart..<line.end) }
        (state.text, state.itemText) = (.item, hasText ? .marker : .none)
    }

    /// Takes a line while a list is open: offers it to the items, and gives it to the innermost one that takes it.
    /// Returns where the next line begins.
    mutating func takeInList(_ line: Line) -> Int {
        let shape = line.shape
        if case .directive = shape, !isPreprocessed, state.blank == nil || state.awaitsAttachment {
            return takeDirective(line)
        }
        let offered = ItemLine(line, shape)
        let frames = offered.isPlus && state.blank != nil ? Array(state.listFrames) : []
        var index = state.innermostBlock + 2
        var isBlankInside = false
        while index < state.frames.count {
            if isBlankInside {
                state.frames[index].reader.takeBlank()
            } else {
                switch state.frames[index].reader.take(offered, siblings: state.frames[index - 1].list) {
                case .takes: break
                case .takesAsBlank: isBlankInside = true
                case .takesDetached:
                    if let before = detach(line, index, frames) { return before }
                    isBlankInside = true
                case .takesAsText:
                    if index == state.frames.count - 1 {
                        settleBlank()
                        (state.text, state.itemText) = (.item, .none)
                    }
                case .drops:
                    settleBlank()
                    addAside(.continuation, line)
                    return line.end
                case .isSibling: return takeSibling(index, offered.marker, line)
                case .leaves:
                    leave(index - 1, line)
                    return isInList ? takeInItem(line, shape, offered.marker) : startBlock(line)
                }
            }
            index += 2
        }
        return isBlankInside ? takeContinuation(line) : takeInItem(line, shape, offered.marker)
    }

    /// A directive says nothing to the items: the preprocessor takes it away.
    private mutating func takeDirective(_ line: Line) -> Int {
        settleBlank()
        addAside(.directive, line, below: state.text?.node)
        if let node = state.text?.node { (tree[node].end, tree[node].next) = (UInt32(line.end), UInt32(tree.count)) }
        return line.end
    }

    private mutating func takeSibling(_ item: Int, _ marker: ListMarker?, _ line: Line) -> Int {
        guard let marker else { return line.end }
        givePending()
        state.plus = nil
        close(to: item, at: state.blank?.lowerBound ?? line.start)
        settleBlank()
        openItem(marker, line)
        return line.end
    }

    /// Ends the list at `index` before the line. Lines about a block that wait stay in the item, without a block.
    private mutating func leave(_ index: Int, _ line: Line) {
        let end = state.pending.isEmpty ? state.blank?.lowerBound ?? line.start : line.start
        givePending()
        close(to: index, at: end)
        (state.text, state.plus) = (nil, nil)
    }

    /// Takes a lone `+` that the innermost item sees as a blank line.
    private mutating func takeContinuation(_ line: Line) -> Int {
        settleBlank()
        state.text = nil
        addAside(.continuation, line)
        return line.end
    }

    /// A `+` after blank lines is that of the item at `index`, as long as no other one comes there: then it is read again,
    /// and left to the items inside.
    ///
    /// - Parameter frames: those within the innermost block, as they were before the line.
    /// - Returns: where to go on, where the one before is read again.
    private mutating func detach(_ line: Line, _ index: Int, _ frames: [OpenState.Frame]) -> Int? {
        let reader = state.frames[index].reader
        guard reader.holdsList, reader.rereads < Self.mostRereads else { return nil }
        guard let before = reader.detached else {
            state.frames[index].reader.detached = Detached(
                start: line.start, count: tree.count, listFrames: frames, blank: state.blank, pending: state.pending)
            return nil
        }
        tree.removeLast(tree.count - before.count)
        state.frames.replaceSubrange((state.innermostBlock + 1)..., with: before.listFrames)
        (state.blank, state.pending) = (before.blank, before.pending)
        (state.text, state.plus, state.slurped) = (nil, nil, nil)
        state.regions.removeAll(from: before.start)
        state.frames[index].reader.yielded = before.start
        state.frames[index].reader.rereads = reader.rereads + 1
        return before.start
    }

    /// A few lines could ask to be read again without end: beyond that, each `+` after blank lines is the outermost item's.
    private static let mostRereads = 100
}
