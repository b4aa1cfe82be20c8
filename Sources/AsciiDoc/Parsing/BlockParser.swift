/// Parses lines into the arena, one after the other. What is open at the end stays open: more lines can follow, so that
/// appending to a document costs what is appended.
struct BlockParser: Sendable {
    var tree: [NodeRecord] = []
    /// Indices of the sections right below the document: whoever asks for one need not pass over the others.
    var topSections: [UInt32] = []
    /// What the lines so far leave open.
    var state = OpenState()
    /// How much of the document the directives may change, and the entries that say what headings are, so that it means other
    /// blocks than the tree has. It only grows: a line that goes changes nothing.
    private(set) var reach = Reach.nothing
    enum Reach: Int, Sendable {
        case nothing, header, body
    }
    /// The lines went through the preprocessor: what looks like a directive was escaped, and is text.
    var isPreprocessed = false

    /// Whether what stands below the header may mean other blocks than the tree has: in a condition that is open, too.
    var reachesBody: Bool { reach == .body || !state.openConditions.isEmpty }

    mutating func extend(_ reach: Reach) { if reach.rawValue > self.reach.rawValue { self.reach = reach } }

    /// Parses `source` from `start`, which is 0 or where the last call ended.
    mutating func parse(_ source: [UInt8], from start: Int) { parse(source, in: start..<source.count) }

    /// Parses the lines of `source` in `range`: the document ends there.
    mutating func parse(_ source: [UInt8], in range: Range<Int>) {
        if tree.isEmpty {
            tree.append(NodeRecord(kind: .document, level: 0, start: 0, end: 0, next: 1, parent: 0))
        } else {
            tree.removeLast(tree.count - state.recordCount)
        }
        source.withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
            var offset = range.lowerBound
            while offset < bytes.count { offset = take(Line(bytes, from: offset)) }
        }
        state.endsWithNewline = source[..<range.upperBound].last == newline
        finish(at: range.upperBound)
    }

    /// Whether parsing may go on from `end` with lines that begin with `bytes`, instead of from the start.
    func canContinue(with bytes: [UInt8], after end: Int) -> Bool {
        guard end > 0, state.endsWithNewline, !state.awaitsRest, let first = bytes.first else { return false }
        // A line that underlines the one before makes it a title: that one was read already.
        return state.text == nil || TitleUnderline.level(of: first) == nil
    }

    /// Takes one line. Returns where the next one begins.
    mutating func take(_ line: Line) -> Int {
        line.mayMarkRegion ? takeMarked(line) : takeLine(line)
    }

    /// Takes a line that may begin or end a region. Apart from ``take(_:)``, so that the other lines are not copied.
    private mutating func takeMarked(_ line: Line) -> Int {
        var line = line
        if let mark = line.regionMark { line.isConflictMark = takeMark(mark, line) }
        return takeLine(line)
    }

    @inline(__always)
    private mutating func takeLine(_ line: Line) -> Int {
        state.awaitsRest = false
        if let slurped = state.slurped { endSlurped(slurped, line) }
        if let delimiter = state.frames.last?.delimiter, delimiter.isVerbatim {
            takeVerbatim(line)
        } else if line.isBlank {
            takeBlank(line)
        } else if state.header.isOpen, let end = takeHeaderLine(line) {
            return end
        } else {
            return takeText(line)
        }
        return line.end
    }

    /// Takes note of a line that begins or ends a region. Returns whether it parts a conflict: it is text then.
    ///
    /// The preprocessor reads the directives in listings, too, but not those in comments; of conflicts, listings show some.
    private mutating func takeMark(_ mark: Regions.Kind, _ line: Line) -> Bool {
        if let delimiter = state.frames.last?.delimiter, delimiter.isVerbatim {
            if mark.isConflict || delimiter.kind == .commentBlock { return false }
        }
        return state.regions.add(mark, at: line.start, line.conditionTarget(of: mark)) && mark == .conflictMiddle
    }

    private mutating func takeVerbatim(_ line: Line) {
        if state.frames.last?.isComment == true { return takeComment(line) }
        if line.count > 1, closes(line) { return }
        addText(line.start..<line.end)
    }

    private mutating func takeBlank(_ line: Line) {
        if state.header.isOpen { endHeader(at: line.start) }
        state.text = nil
        for index in (state.innermostBlock + 1)..<state.frames.count where state.frames[index].isItem {
            state.frames[index].reader.takeBlank()
        }
        state.blank = (state.blank?.lowerBound ?? line.start)..<line.end
        if !state.pending.isEmpty {
            state.pending.append(OpenState.Leaf(kind: .blankLines, range: line.start..<line.end))
            state.blank = nil
        }
    }

    private mutating func takeText(_ line: Line) -> Int {
        if line.count > 1, closes(line) { return line.end }
        if isInList { return takeInList(line) }
        return continuesText(line) ? line.end : startBlock(line)
    }

    /// Closes everything down to the outermost block that the line ends.
    private mutating func closes(_ line: Line) -> Bool {
        guard state.frames.contains(where: { $0.delimiter != nil }), case .delimiter(let found) = line.shape else {
            return false
        }
        let isBareFence = found.character != UInt8(ascii: "`") || line.count == 3
        guard isBareFence, let index = state.frames.firstIndex(where: { $0.delimiter == found }) else { return false }
        settleBlank(inside: index)
        flushPending(as: line.start)
        close(to: index + 1, at: line.start)
        add(.delimiterLine, line.start..<line.end)
        close(to: index, at: line.end)
        state.text = nil
        return true
    }

    /// Ends a block that began among lines which an item takes whatever they are, where those end.
    private mutating func endSlurped(_ frame: Int, _ line: Line) {
        if state.frames.count > frame, line.isBlank || line.isContinuation {
            settleBlank()
            flushPending(as: line.start)
            close(to: frame, at: line.start)
            (state.text, state.slurped) = (nil, nil)
        } else if state.frames.count <= frame {
            state.slurped = nil
        }
    }

    /// Ends what is open, as far as the document goes now.
    mutating func finish(at end: Int) {
        state.recordCount = tree.count
        let inner = state.innermostBlock
        let contentEnd = state.blank?.lowerBound ?? state.pending.first?.range.lowerBound ?? end
        for frame in state.listFrames { patch(frame.node, end: contentEnd) }
        if let blank = state.blank { tree.append(leaf(.blankLines, blank, parent: state.frames[inner].node)) }
        for item in state.pending { tree.append(leaf(item.kind, item.range, parent: state.frames[inner].node)) }
        for frame in state.frames[...inner] { patch(frame.node, end: end) }
        if let node = state.text?.node { patch(node, end: end, next: state.recordCount) }
        if case .open(let node, _) = state.header { patch(node, end: end, next: state.recordCount) }
    }

    private mutating func patch(_ node: Int, end: Int, next: Int? = nil) {
        tree[node].end = UInt32(end)
        tree[node].next = UInt32(next ?? tree.count)
    }
}
