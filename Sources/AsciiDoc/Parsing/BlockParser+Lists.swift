// Lists, and what belongs to their items.
extension BlockParser {
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
        if marker.kind != .calloutList, !state.hidesLists { noteLists() }
        open(.item, .listItem, from: line.start, level: listDepth)
        add(.marker, line.start..<(marker.textStart < line.textEnd ? marker.textStart : line.end))
        if marker.textStart < line.textEnd { addText(marker.textStart..<line.end) }
        (state.text, state.attachment) = (.item, nil)
    }

    /// Takes a line while a list is open. Returns where the next line begins.
    mutating func takeInList(_ line: Line) -> Int {
        let waiting = state.waitingItem
        state.waitingItem = nil
        if let item = state.attachment {
            if !isApart(line) { return takeAttached(line, to: item) }
            state.attachment = nil
        }
        if !state.pending.isEmpty { return takeBehindAttributes(line) }
        if line.isContinuation { return takeContinuation(line) }
        if isBehindText(line) { return takeBehindPlus(line) }
        let shape = line.shape
        if case .listItem(let marker) = shape,
            marker.kind != .calloutList || state.blank == nil || continuesOpenList(marker)
        {
            takeItem(marker, line)
            return line.end
        }
        if state.blank == nil, case .item? = state.text, continuesItem(shape) {
            if let aside = aside(line) { add(aside, line.start..<line.end) } else { addText(line.start..<line.end) }
            return line.end
        }
        // Without a blank line before it, what follows a block in the item is the item's, too.
        if state.blank == nil, shape.isAboutBlock || state.text == nil && !shape.isDelimiter {
            if shape.isAboutBlock { closeDescriptions(at: line.start) }
            state.text = nil
            return startBlock(line)
        }
        if let waiting, state.blank != nil, shape.mayBeAwaited {
            close(to: waiting + 1, at: state.blank?.lowerBound ?? line.start)
            return startBlock(line)
        }
        if state.blank != nil, lacksText, shape.isPlain {
            settleBlank()
            addText(line.start..<line.end)
            state.text = .item
            return line.end
        }
        if case .indented = shape, state.blank != nil || state.text == nil {
            settleBlank()
            return startBlock(line)
        }
        closeLists(at: state.blank?.lowerBound ?? line.start)
        return startBlock(line)
    }

    /// An attribute line ends the description lists that it stands in, without the items outside.
    private mutating func closeDescriptions(at end: Int) {
        guard let list = state.listFrames.firstIndex(where: { $0.list?.kind == .descriptionList }) else { return }
        close(to: list, at: end)
    }

    /// Whether the innermost item is a term without text: it takes the next paragraph, blank lines or not.
    var lacksText: Bool { state.termLacksText(after: tree.count) }

    /// Takes a line behind an attribute line right below an item's text. That one belongs to the item, and to the block
    /// that follows it there; what would end the list leaves it without a block.
    private mutating func takeBehindAttributes(_ line: Line) -> Int {
        let isBehindBlank = state.pending.last?.kind == .blankLines
        switch line.shape {
        case .listItem(let marker):
            if continuesOpenList(marker) { givePending() }
            takeItem(marker, line)
            return line.end
        case .delimiter: break
        case .indented: return startBlock(line)
        default:
            if line.isContinuation {
                state.pending.append(OpenState.Leaf(kind: .continuation, range: line.start..<line.end))
                state.attachment = state.frames.lastIndex { $0.isItem }
                return line.end
            }
            if !isBehindBlank { return startBlock(line) }
        }
        let start = state.pending[0].range.lowerBound
        givePending()
        closeLists(at: max(start, line.start))
        return startBlock(line)
    }

    /// Whether one of the open lists is a description list: an attribute line ends it.
    var isInDescription: Bool {
        return state.listFrames.contains { $0.list?.kind == .descriptionList }
    }

    /// An item: the sibling of one that is open, or the first of a list below the innermost one.
    mutating func takeItem(_ marker: ListMarker, _ line: Line) {
        let boundary = state.blank?.lowerBound ?? line.start
        if let list = state.listFrames.lastIndex(where: { $0.list == marker }) {
            close(to: list + 1, at: boundary)
            settleBlank()
            openItem(marker, line)
        } else {
            settleBlank()
            startList(marker, line)
        }
    }

    /// Whether an item with that marker is the sibling of one of an open list.
    func continuesOpenList(_ marker: ListMarker) -> Bool {
        return state.listFrames.contains { $0.list == marker }
    }

    /// Whether a line of that shape right below an item's text is text of it.
    private func continuesItem(_ shape: LineShape) -> Bool {
        switch shape {
        case .delimiter, .blockAttributes, .blockAnchor: false
        default: true
        }
    }
}

extension LineShape {
    fileprivate var isDelimiter: Bool { if case .delimiter = self { true } else { false } }

    fileprivate var isAboutBlock: Bool {
        switch self {
        case .blockAttributes, .blockAnchor: true
        default: false
        }
    }

    /// Whether an item takes it as the text that it waits for.
    fileprivate var mayBeAwaited: Bool {
        switch self {
        case .delimiter, .listItem, .indented: false
        default: true
        }
    }

    fileprivate var isPlain: Bool {
        switch self {
        case .text, .indented, .thematicBreak, .blockTitle: true
        default: false
        }
    }
}
