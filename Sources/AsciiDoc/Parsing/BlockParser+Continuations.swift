// A lone `+`, and what it attaches to list items. The rules are those of Asciidoctor's parser, which looks for the lines of
// an item from the outermost list to the innermost.
extension BlockParser {
    /// The state before a `+` after blank lines. Of several in one outermost item, the last is that item's; those before
    /// it are left to the items inside. So when another one comes, the one before it is read again.
    struct Detached: Sendable {
        let start: Int
        let count: Int
        let frames: [OpenState.Frame]
        let blank: Range<Int>
    }

    /// Takes a lone `+`. Behind blank lines it leads to the outermost item; else to the outermost one that has not seen a
    /// list below it. Where all have, it begins a text. Returns where the next line begins.
    mutating func takeContinuation(_ line: Line) -> Int {
        let outermost = state.innermostBlock + 2
        let items = Array(stride(from: outermost, to: state.frames.count, by: 2))
        state.hidesLists = false
        if let blank = state.blank {
            if let before = state.frames[outermost].detached { return yield(before) }
            let isYielded = state.yielded == line.start
            state.yielded = nil
            let before = Detached(start: line.start, count: tree.count, frames: state.frames, blank: blank)
            if !isYielded, items.count > 1 { state.frames[outermost].detached = before }
            settleBlank()
            state.attachment = isYielded ? items[min(1, items.count - 1)] : outermost
        } else {
            state.attachment = items.first { !state.frames[$0].hasLists }
        }
        state.text = nil
        add(.continuation, line.start..<line.end)
        return line.end
    }

    /// Goes back to the `+` that the outermost item took, which is for an item inside. Returns where it stands.
    private mutating func yield(_ before: Detached) -> Int {
        tree.removeLast(tree.count - before.count)
        (state.frames, state.blank, state.text, state.pending) = (before.frames, before.blank, nil, [])
        (state.attachment, state.waitingItem, state.yielded) = (nil, nil, before.start)
        return before.start
    }

    /// Whether two blank lines or more between a lone `+` and the line keep them apart.
    func isApart(_ line: Line) -> Bool {
        if let blank = state.blank { return line.bytes[blank].reduce(0) { $0 + ($1 == newline ? 1 : 0) } > 1 }
        return state.pending.suffix(2).count { $0.kind == .blankLines } == 2
    }

    /// A line that stands behind a lone `+`: the block that it begins belongs to the item.
    mutating func takeAttached(_ line: Line, to item: Int) -> Int {
        if line.isContinuation, !state.pending.isEmpty {
            state.pending.append(OpenState.Leaf(kind: .continuation, range: line.start..<line.end))
            return line.end
        }
        if state.pending.isEmpty, let aside = aside(line) {
            settleBlank()
            add(aside, line.start..<line.end)
            return line.end
        }
        state.hidesLists = line.first.isBlank
        if case .listItem(let marker) = line.shape, state.pending.isEmpty || continuesOpenList(marker) {
            if !continuesOpenList(marker) { closeInside(item, line) }
            givePending()
            state.attachment = nil
            if marker.kind == .descriptionList, !state.hidesLists { state.waitingItem = item }
            takeItem(marker, line)
            return line.end
        }
        closeInside(item, line)
        let next = startBlock(line)
        // The lines about a block wait with the `+` for the block itself.
        if !state.pending.isEmpty { state.attachment = item }
        return next
    }

    /// Leaves the lists inside the item that the `+` leads to.
    private mutating func closeInside(_ item: Int, _ line: Line) {
        guard state.pending.isEmpty, item + 1 < state.frames.count else { return }
        close(to: item + 1, at: state.blank?.lowerBound ?? line.start)
    }

    /// Whether the line goes on with a text that begins with the `+` right above it.
    func isBehindText(_ line: Line) -> Bool {
        guard state.blank == nil, state.pending.isEmpty, let last = tree.last, last.kind == .continuation else {
            return false
        }
        switch line.shape {
        case .text, .blockMacro, .heading, .blockTitle, .attributeEntry, .thematicBreak, .pageBreak: return true
        default: return false
        }
    }

    mutating func takeBehindPlus(_ line: Line) -> Int {
        let plus = Line(line.bytes, from: Int(tree.removeLast().start))
        startText(.paragraph, plus)
        return continuesText(line) ? line.end : startBlock(line)
    }

    /// Notes at the innermost item, outside the list that is open there, that a line below it begins an item.
    mutating func noteLists() {
        if let item = state.frames.lastIndex(where: { !$0.isList || $0.isItem }), state.frames[item].isItem {
            state.frames[item].hasLists = true
        }
    }
}
