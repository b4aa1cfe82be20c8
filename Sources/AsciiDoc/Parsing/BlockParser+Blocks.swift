// Where a block may begin.
extension BlockParser {
    /// Takes a line that begins a block. Returns where the next line begins.
    mutating func startBlock(_ line: Line) -> Int {
        settleBlank()
        if let underline = underline(of: line) { return startSetextSection(line, underline) }
        switch line.shape {
        case .delimiter(let delimiter): startDelimited(delimiter, line)
        case .heading(let level): startHeading(level, line)
        case .listItem where isStyledVerbatim(line), .blockMacro where isStyledVerbatim(line),
            .thematicBreak where isStyledVerbatim(line), .pageBreak where isStyledVerbatim(line),
            .indented where isStyledVerbatim(line), .text where isStyledVerbatim(line),
            .directive where isPreprocessed && isStyledVerbatim(line):
            startVerbatim(line)
        case .listItem(let marker): startList(marker, line)
        case .attributeEntry: return addAttributeEntry(line)
        case .blockTitle: state.pending.append(OpenState.Leaf(kind: .blockTitle, range: line.start..<line.end))
        case .blockAttributes:
            state.pending.append(OpenState.Leaf(kind: .blockAttributes, range: line.start..<line.end))
        case .blockAnchor: state.pending.append(OpenState.Leaf(kind: .blockAnchor, range: line.start..<line.end))
        case .blockMacro: addLineBlock(.blockMacro, line)
        case .thematicBreak: addLineBlock(.thematicBreak, line)
        case .pageBreak: addLineBlock(.pageBreak, line)
        case .lineComment: addAside(.lineComment, line)
        case .directive where isPreprocessed: startText(.paragraph, line)
        case .directive: addAside(.directive, line)
        case .indented: startText(.literalParagraph, line)
        case .text: startText(.paragraph, line)
        }
        return line.end
    }

    /// A comment or directive: no block, and no end of what stands before it.
    mutating func addAside(_ kind: NodeKind, _ line: Line, below node: Int? = nil) {
        if state.pending.isEmpty {
            add(kind, line.start..<line.end, below: node)
        } else {
            state.pending.append(OpenState.Leaf(kind: kind, range: line.start..<line.end))
        }
    }

    /// An attribute entry with the lines that its value is wrapped over.
    mutating func addAttributeEntry(_ line: Line) -> Int {
        let end = entryEnd(line)
        addAside(.attributeEntry, Line(line.bytes, start: line.start, end: end))
        return end
    }

    /// Where an attribute entry ends that begins with `line`.
    mutating func entryEnd(_ line: Line) -> Int {
        if line.entryChangesHeadings { extend(.body) }
        guard line.beginsWrappedEntry, let ending = line.entryEnding else { return line.end }
        var last = line
        while last.entryEnding == ending, last.end < line.bytes.count {
            last = Line(line.bytes, from: last.end)
            if last.isBlank { return last.start }
        }
        state.awaitsRest = last.entryEnding == ending
        return last.end
    }

    private mutating func addLineBlock(_ kind: NodeKind, _ line: Line) {
        let node = add(kind, blockStart(line.start)..<line.end)
        givePending(to: node)
        addText(line.start..<line.end, below: node)
        tree[node].next = UInt32(tree.count)
        state.text = nil
    }

    mutating func startText(_ kind: NodeKind, _ line: Line) {
        let node = add(kind, blockStart(line.start)..<line.end)
        givePending(to: node)
        addText(line.start..<line.end, below: node)
        tree[node].next = UInt32(tree.count)
        state.text = kind == .paragraph ? .paragraph(node) : .literal(node)
        state.breaksAtLists = isInList && state.isAdjacent
    }

    /// A paragraph whose style takes its lines as they are, also those that look like delimiters or lists.
    private mutating func startVerbatim(_ line: Line) {
        startText(.paragraph, line)
        if case .paragraph(let node) = state.text { state.text = .verbatim(node) }
    }

    /// Begins a comment among the lines about a block: they wait on, and it with them.
    private mutating func startComment(_ delimiter: Delimiter, _ line: Line) {
        state.pending.append(OpenState.Leaf(kind: .commentBlock, range: line.start..<line.end))
        state.frames.append(OpenState.Frame(kind: .comment(delimiter), node: state.frames[state.frames.count - 1].node))
        state.text = nil
    }

    /// Takes a line of a comment among the lines about a block.
    mutating func takeComment(_ line: Line) {
        let last = state.pending.count - 1
        guard last >= 0 else { return }
        state.pending[last].range = state.pending[last].range.lowerBound..<line.end
        if line.count > 1, case .delimiter(let found) = line.shape, found == state.frames.last?.delimiter {
            state.frames.removeLast()
        }
    }

    private mutating func startDelimited(_ delimiter: Delimiter, _ line: Line) {
        var delimiter = delimiter
        let isSlurped = state.listFrames.contains { $0.isItem && $0.reader.isTakingAll }
        if delimiter.kind == .commentBlock, !state.pending.isEmpty, !isSlurped { return startComment(delimiter, line) }
        if !delimiter.isVerbatim, let style = pendingStyle(line.bytes),
            Self.verbatimStyles[delimiter.kind]?.contains(style) == true
        {
            delimiter.isVerbatim = true
        }
        if state.slurped == nil, isSlurped { state.slurped = state.frames.count }
        open(.block(delimiter), delimiter.kind, from: blockStart(line.start), level: delimiter.length)
        givePending()
        add(.delimiterLine, line.start..<line.end)
        state.text = nil
    }

    /// The styles that make a block verbatim.
    private static let verbatimStyles: [NodeKind: Set<String>] = [
        .open: ["verse", "source", "listing", "literal", "pass", "comment"], .quote: ["verse"],
    ]

    /// Whether the style makes any line that comes the text of a paragraph.
    func isStyledVerbatim(_ line: Line) -> Bool {
        guard !state.pending.isEmpty, let style = pendingStyle(line.bytes) else { return false }
        return ParagraphStyle.verbatim.contains(style)
    }

    /// The style that the lines which wait for their block give it: the first positional attribute of the last line that
    /// has one. An empty one takes the style away.
    func pendingStyle(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        for item in state.pending.reversed() where item.kind == .blockAttributes {
            let line = Line(bytes, from: item.range.lowerBound)
            let field = bytes[(line.start + 1)..<(line.textEnd - 1)].prefix { $0 != UInt8(ascii: ",") }
            if field.isEmpty, line.count > 2 { return nil }
            if field.contains(UInt8(ascii: "=")) { continue }
            let text = String(decoding: field, as: UTF8.self).trimmingBlanks
            if text.contains(" ") { return text }
            let style = text.prefix { !"#.%".contains($0) }
            if !style.isEmpty { return String(style) }
        }
        return nil
    }

    /// Whether the line goes on with the paragraph or item text that is open; takes it then.
    mutating func continuesText(_ line: Line, _ shape: LineShape? = nil) -> Bool {
        switch state.text {
        case .paragraph(let node)?, .literal(let node)?, .verbatim(let node)?:
            let shape = shape ?? line.shape
            guard isVerbatim ? !line.isContinuation : !endsParagraph(line, shape) else {
                state.text = nil
                return false
            }
            if let aside = aside(shape) {
                add(aside, line.start..<line.end, below: node)
            } else {
                addText(line.start..<line.end, below: node)
            }
            tree[node].end = UInt32(line.end)
            tree[node].next = UInt32(tree.count)
            return true
        case .item?, nil: return false
        }
    }

    private var isVerbatim: Bool { if case .verbatim? = state.text { true } else { false } }

    func aside(_ shape: LineShape) -> NodeKind? {
        switch shape {
        case .lineComment: .lineComment
        case .directive: isPreprocessed ? nil : .directive
        default: nil
        }
    }

    /// Only delimiters, attribute lines and a lone `+` end a paragraph; right below what an item holds, lists do, too.
    private func endsParagraph(_ line: Line, _ shape: LineShape) -> Bool {
        switch shape {
        case .delimiter, .blockAttributes, .blockAnchor: true
        case .listItem: state.breaksAtLists
        case .text, .indented: line.isContinuation
        default: line.isContinuation || state.breaksAtLists && line.listMarker != nil
        }
    }
}

extension Line {
    /// Lines from `start` to `end`, as one.
    init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
        self.bytes = bytes
        self.start = start
        self.end = end
        textEnd = end
        mayDescribe = true
    }
}
