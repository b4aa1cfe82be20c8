// A lone `+`, and what it attaches to list items. The rules are those of Asciidoctor's parser, which looks for the lines of
// an item from the outermost list to the innermost.
extension BlockParser {
    /// The state before a `+` behind blank lines. Of several in one outermost item, the last is that item's; those before
    /// it are left to the items inside. So when another one comes, the one before it is read again.
    struct Detached: Sendable {
        let start: Int
        let count: Int
        let frames: [Frame]
        let blank: Range<Int>
    }

    /// Takes a lone `+`. Behind blank lines it leads to the outermost item; else to the outermost one that has not seen a
    /// list below it. Where all have, it begins a text. Returns where the next line begins.
    mutating func takeContinuation(_ line: Line) -> Int {
        let outermost = (frames.lastIndex { !$0.isList } ?? 0) + 2
        let items = Array(stride(from: outermost, to: frames.count, by: 2))
        hidesLists = false
        if let blank {
            if let before = frames[outermost].detached { return yield(before) }
            let isYielded = yielded == line.start
            yielded = nil
            attachedItem = isYielded ? items[min(1, items.count - 1)] : outermost
            let state = Detached(start: line.start, count: tree.count, frames: frames, blank: blank)
            if !isYielded, items.count > 1 { frames[outermost].detached = state }
            settleBlank()
            attaches = true
        } else if let item = items.first(where: { !frames[$0].hasLists }) {
            (attachedItem, attaches) = (item, true)
        } else {
            attaches = false
        }
        text = nil
        add(.continuation, line.start..<line.end)
        return line.end
    }

    /// Goes back to the `+` that the outermost item took, which is for an item inside. Returns where it stands.
    private mutating func yield(_ before: Detached) -> Int {
        tree.removeLast(tree.count - before.count)
        (frames, blank, text, pending) = (before.frames, before.blank, nil, [])
        (attaches, waitingItem, yielded) = (false, nil, before.start)
        return before.start
    }

    /// Whether two blank lines or more between a lone `+` and the line keep them apart.
    func isApart(_ line: Line) -> Bool {
        if let blank { return line.bytes[blank].reduce(0) { $0 + ($1 == newline ? 1 : 0) } > 1 }
        return pending.suffix(2).count { $0.kind == .blankLines } == 2
    }

    /// A line that stands behind a lone `+`: the block that it begins belongs to the item.
    mutating func takeAttached(_ line: Line) -> Int {
        if line.isContinuation, !pending.isEmpty {
            pending.append(Leaf(kind: .continuation, range: line.start..<line.end))
            return line.end
        }
        if pending.isEmpty, let aside = aside(line) {
            settleBlank()
            add(aside, line.start..<line.end)
            return line.end
        }
        hidesLists = line.first.isBlank
        if case .listItem(let marker) = line.shape, pending.isEmpty || continuesOpenList(marker) {
            if !continuesOpenList(marker) { closeToAttached(line) }
            givePending()
            attaches = false
            if marker.kind == .descriptionList, !hidesLists { waitingItem = attachedItem }
            takeItem(marker, line)
            return line.end
        }
        closeToAttached(line)
        let next = startBlock(line)
        // The lines about a block wait with the `+` for the block itself.
        if !pending.isEmpty { attaches = true }
        return next
    }

    /// Leaves the lists inside the item that the `+` leads to.
    private mutating func closeToAttached(_ line: Line) {
        guard pending.isEmpty, attachedItem + 1 < frames.count else { return }
        close(to: attachedItem + 1, at: blank?.lowerBound ?? line.start)
    }

    /// Whether the line goes on with a text that begins with the `+` right above it.
    func isBehindText(_ line: Line) -> Bool {
        guard blank == nil, pending.isEmpty, let last = tree.last, last.kind == .continuation else { return false }
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
        if let item = frames.lastIndex(where: { !$0.isList || $0.isItem }), frames[item].isItem {
            frames[item].hasLists = true
        }
    }
}
