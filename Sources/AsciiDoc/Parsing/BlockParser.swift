/// Parses lines into the arena, one after the other. What is open at the end stays open: more lines can follow, so that
/// appending to a document costs what is appended.
struct BlockParser: Sendable {
    /// A container that is open: what comes next goes below it.
    struct Frame: Sendable {
        enum Kind: Sendable {
            case document
            case section(level: Int)
            case block(Delimiter)
            case list(ListMarker)
            case item
        }
        let kind: Kind
        var node: Int
        /// Whether a list was seen below this item: from then on a lone `+` is left to the items of that one.
        var hasLists = false
        /// The last `+` behind blank lines that this item, an outermost one, took.
        var detached: Detached?
    }

    /// A block of text that the next line may continue.
    enum OpenText: Sendable {
        case paragraph(Int)
        case literal(Int)
        case verbatim(Int)
        case item
    }

    struct Leaf: Sendable {
        let kind: NodeKind
        let range: Range<Int>
    }

    var tree: [NodeRecord] = []
    /// Indices of the sections right below the document: whoever asks for one need not pass over the others.
    var topSections: [UInt32] = []
    /// Whether there ever was a directive among the lines.
    var hasDirectives = false
    var frames: [Frame] = []
    var text: OpenText?
    /// Blank lines that belong to what comes next to be known.
    var blank: Range<Int>?
    /// Lines about a block (`.Title`, `[source]`) that has not come yet.
    var pending: [Leaf] = []
    /// A lone `+` stands before: the next block belongs to the list item.
    var attaches = false
    /// The indented lines behind a `+` are taken as a whole: the items outside do not see the lists that they make.
    var hidesLists = false
    /// The frame of the item that the lone `+` leads to.
    var attachedItem = 0
    /// Where the `+` stands that was taken from the outermost item.
    var yielded: Int?
    /// The frame of an item to which a term was attached in the last line. As in Asciidoctor, it waits for a text, and
    /// takes the block behind the next blank lines for it.
    var waitingItem: Int?
    var header = HeaderState.before
    /// The lines went through the preprocessor: what looks like a directive was escaped, and is text.
    var isPreprocessed = false
    /// Length of the arena without what closing at the end added.
    private(set) var committed = 0

    /// Parses `source` from `start`, which is 0 or where the last call ended.
    mutating func parse(_ source: [UInt8], from start: Int) {
        if tree.isEmpty {
            tree.append(NodeRecord(kind: .document, level: 0, start: 0, end: 0, next: 1, parent: 0))
            frames = [Frame(kind: .document, node: 0)]
        } else {
            tree.removeLast(tree.count - committed)
        }
        source.withUnsafeBufferPointer { bytes in
            var offset = start
            while offset < bytes.count {
                let line = Line(bytes, from: offset)
                offset = take(line)
            }
        }
        endsWithNewline = source.last == newline
        finish(at: source.count)
    }

    /// Whether parsing may go on from `end` with lines that begin with `bytes`, instead of from the start.
    func canContinue(with bytes: [UInt8], after end: Int) -> Bool {
        guard end > 0, endsWithNewline, !awaitsRest, let first = bytes.first else { return false }
        // A line that underlines the one before makes it a title: that one was read already.
        return text == nil || first == newline || !Set("=-~^+".utf8).contains(first)
    }

    var endsWithNewline = false
    /// Whether the last line is an attribute entry whose value goes on in the next one.
    var awaitsRest = false

    /// Takes one line. Returns where the next one begins.
    mutating func take(_ line: Line) -> Int {
        awaitsRest = false
        if case .block(let delimiter)? = frames.last?.kind, delimiter.isVerbatim {
            takeVerbatim(line)
        } else if line.isBlank {
            takeBlank(line)
        } else if header.isOpen, let end = takeHeaderLine(line) {
            return end
        } else {
            return takeText(line)
        }
        return line.end
    }

    private mutating func takeVerbatim(_ line: Line) {
        if line.count > 1, closes(line) { return }
        addText(line.start..<line.end)
    }

    private mutating func takeBlank(_ line: Line) {
        if header.isOpen { endHeader(at: line.start) }
        (text, hidesLists) = (nil, false)
        blank = (blank?.lowerBound ?? line.start)..<line.end
        if !pending.isEmpty {
            pending.append(Leaf(kind: .blankLines, range: line.start..<line.end))
            blank = nil
        }
    }

    private mutating func takeText(_ line: Line) -> Int {
        if line.count > 1, closes(line) { return line.end }
        if continuesText(line) { return line.end }
        if isInList { return takeInList(line) }
        return startBlock(line)
    }

    /// Closes everything down to the outermost block that the line ends.
    private mutating func closes(_ line: Line) -> Bool {
        guard frames.contains(where: { $0.delimiter != nil }), case .delimiter(let found) = line.shape else {
            return false
        }
        let isBareFence = found.character != UInt8(ascii: "`") || line.count == 3
        guard isBareFence, let index = frames.firstIndex(where: { $0.delimiter == found }) else { return false }
        settleBlank(inside: index)
        flushPending(as: line.start)
        close(to: index + 1, at: line.start)
        add(.delimiterLine, line.start..<line.end)
        close(to: index, at: line.end)
        (text, attaches, waitingItem) = (nil, false, nil)
        return true
    }

    /// Ends what is open, as far as the document goes now.
    mutating func finish(at end: Int) {
        committed = tree.count
        let inner = frames.lastIndex { !$0.isList } ?? 0
        let contentEnd = blank?.lowerBound ?? pending.first?.range.lowerBound ?? end
        for frame in frames[(inner + 1)...] { patch(frame.node, end: contentEnd) }
        if let blank { tree.append(leaf(.blankLines, blank, parent: frames[inner].node)) }
        for item in pending { tree.append(leaf(item.kind, item.range, parent: frames[inner].node)) }
        for frame in frames[...inner] { patch(frame.node, end: end) }
        switch text {
        case .paragraph(let node)?, .literal(let node)?, .verbatim(let node)?: patch(node, end: end, next: committed)
        case .item?, nil: break
        }
        if case .open(let node, _) = header { patch(node, end: end, next: committed) }
    }

    private mutating func patch(_ node: Int, end: Int, next: Int? = nil) {
        tree[node].end = UInt32(end)
        tree[node].next = UInt32(next ?? tree.count)
    }
}

extension BlockParser.Frame {
    var delimiter: Delimiter? {
        guard case .block(let delimiter) = kind else { return nil }
        return delimiter
    }
    var isItem: Bool { if case .item = kind { true } else { false } }
    /// A list or an item of one.
    var isList: Bool {
        switch kind {
        case .list, .item: true
        default: false
        }
    }
}
