// What a line is within the list item that took it.
extension BlockParser {
    /// Takes a line that belongs to the innermost item that is open. Returns where the next line begins.
    mutating func takeInItem(_ line: Line, _ shape: LineShape, _ marker: ListMarker?) -> Int {
        if let plus = state.plus { beginText(withPlusAt: plus, line) }
        if line.isContinuation { return takePlusAsText(line) }
        switch state.text {
        case .item?:
            if let end = continueItemText(line, shape, marker) { return end }
            state.text = nil
        case .paragraph?, .literal?, .verbatim?: if continuesText(line, shape) { return line.end }
        case nil: break
        }
        if state.pending.isEmpty { state.isAdjacent = isAdjacent }
        switch shape {
        case .heading, .text, .indented:
            if let marker, !isStyledVerbatim(line) { return begin(marker, line) }
            if case .indented = shape, state.isAdjacent, isInDescription, pendingStyle(line.bytes) == nil {
                settleBlank()
                startText(.paragraph, line)
                return line.end
            }
            return startBlock(line)
        default: return startBlock(line)
        }
    }

    private mutating func begin(_ marker: ListMarker, _ line: Line) -> Int {
        settleBlank()
        startList(marker, line)
        return line.end
    }

    /// Whether nothing blank stands between the line that comes and what the item holds so far.
    private var isAdjacent: Bool {
        guard state.blank == nil, let last = tree.last else { return false }
        return last.kind != .continuation && last.kind != .blankLines
    }

    /// Whether the innermost list is a description list.
    private var isInDescription: Bool { state.frames.dropLast().last?.list?.kind == .descriptionList }

    /// Takes a lone `+` that attaches nothing: it begins a text, if there is more of it.
    private mutating func takePlusAsText(_ line: Line) -> Int {
        if state.pending.isEmpty { state.isAdjacent = isAdjacent }
        settleBlank()
        state.text = nil
        state.plus = state.pending.isEmpty ? tree.count : nil
        addAside(.continuation, line)
        return line.end
    }

    /// More follows a `+` that attaches nothing: a text begins with it.
    private mutating func beginText(withPlusAt record: Int, _ line: Line) {
        state.plus = nil
        guard record == tree.count - 1 else { return }
        let blank = state.blank
        startText(.paragraph, Line(line.bytes, from: Int(tree.removeLast().start)))
        state.blank = blank
        if blank != nil { state.text = nil }
    }

    /// Takes a line below an item's marker or below more lines of its text; nil where it ends the text.
    private mutating func continueItemText(_ line: Line, _ shape: LineShape, _ marker: ListMarker?) -> Int? {
        if let aside = aside(shape) {
            addAside(aside, line)
            return line.end
        }
        switch shape {
        case .delimiter: return nil
        case .blockAttributes, .blockAnchor:
            guard state.itemText != .lines else { return nil }
            if state.pending.isEmpty { state.isAdjacent = true }
            state.pending.append(OpenState.Leaf(kind: shape.metadataKind, range: line.start..<line.end))
            return line.end
        default: break
        }
        if let marker, shape.mayBeItem { return begin(marker, line) }
        guard state.itemText != .lines else { return addItemText(line) }
        state.isAdjacent = true
        if isInDescription, state.itemText == .marker, let end = takeBelowTerm(line, shape) { return end }
        guard !state.pending.isEmpty else { return addItemText(line) }
        if isStyledVerbatim(line) || isDiscrete(line.bytes) { return nil }
        if pendingStyle(line.bytes).map(ParagraphStyle.isKnown) == true {
            startText(.paragraph, line)
            return line.end
        }
        return addItemText(line)
    }

    private mutating func addItemText(_ line: Line) -> Int {
        givePending()
        addText(line.start..<line.end)
        (state.text, state.itemText) = (.item, .lines)
        return line.end
    }

    /// Right below a term with its text, a block may begin. Returns nil where the line goes on with the text.
    private mutating func takeBelowTerm(_ line: Line, _ shape: LineShape) -> Int? {
        switch shape {
        case .attributeEntry: return addAttributeEntry(line)
        case .blockTitle:
            state.pending.append(OpenState.Leaf(kind: .blockTitle, range: line.start..<line.end))
            return line.end
        case .blockMacro, .thematicBreak, .pageBreak: return startBlock(line)
        case .text:
            let text = line.bytes[line.start..<line.textEnd]
            guard text.starts(with: "> ".utf8) || AdmonitionLabel(startOf: text) != nil else { return nil }
            startText(.paragraph, line)
            return line.end
        default: return nil
        }
    }
}

extension LineShape {
    fileprivate var metadataKind: NodeKind { if case .blockAnchor = self { .blockAnchor } else { .blockAttributes } }

    /// Whether a line of that shape that has a marker is an item where a list is open.
    fileprivate var mayBeItem: Bool {
        switch self {
        case .listItem, .heading, .text, .indented: true
        case .blockTitle, .attributeEntry: false
        default: false
        }
    }
}
