/// All that lines leave open for the lines that follow: the parser's memory, but for the tree itself.
///
/// The parser resumes from it, appends to it, and whoever writes asks it what waits at a place. Invariant: with the records
/// of the tree so far, it decides what any following lines become; nothing else of the lines before matters. Its places
/// (``moved(by:records:)`` finds them all) are offsets into the source or positions in the tree.
struct OpenState: Sendable {
    /// A container that is open: what comes next goes below it.
    struct Frame: Sendable {
        enum Kind: Sendable {
            case document
            case section(level: Int)
            case block(Delimiter)
            /// A comment among the lines about a block, the last of ``OpenState/pending``. Its node is the container around.
            case comment(Delimiter)
            case list(ListMarker)
            case item
        }
        let kind: Kind
        var node: Int
        /// How the item takes lines; says nothing in another container.
        var reader = ItemReader.none
    }

    /// What an item's own text has so far.
    enum ItemText: Sendable {
        /// Only its marker, which may stand above lines about a block and comments.
        case none
        /// The text in the marker's line.
        case marker
        case lines
    }

    /// A block of text that the next line may continue.
    enum Text: Sendable {
        case paragraph(Int)
        case literal(Int)
        case verbatim(Int)
        case item
    }

    struct Leaf: Sendable {
        let kind: NodeKind
        var range: Range<Int>
    }

    /// The containers, outermost first; the document is the first of them.
    var frames = [Frame(kind: .document, node: 0)]
    var text: Text?
    /// Blank lines that belong to what comes next to be known.
    var blank: Range<Int>?
    /// Lines about a block (`.Title`, `[source]`) that has not come yet.
    var pending: [Leaf] = []
    var itemText = ItemText.none
    /// Whether nothing blank stands between the block that begins, with the lines about it, and what its item held before.
    var isAdjacent = false
    /// Whether the text that is open ends where a list begins.
    var breaksAtLists = false
    /// The record of a lone `+` that attaches nothing: a text begins with it, if there is more of it.
    var plus: Int?
    /// The frame of a block that began among lines which an item takes whatever they are: it ends with them.
    var slurped: Int?
    var header = HeaderState.before
    /// Whether the last line has its line end.
    var endsWithNewline = false
    /// Whether the last line is an attribute entry whose value goes on in the next one.
    var awaitsRest = false
    /// How many records the tree has without those that closing at its end adds.
    var recordCount = 0
    /// The conditions and conflicts that are open.
    var regions = Regions()
}

extension OpenState {
    /// The index of the innermost container that is neither a list nor an item; the lists inside it follow.
    var innermostBlock: Int { frames.lastIndex { !$0.isList } ?? 0 }

    /// The lists within the innermost block and their items, outermost first: a list is followed by its item.
    var listFrames: ArraySlice<Frame> { frames[(innermostBlock + 1)...] }

    var isInList: Bool { frames.last?.isList ?? false }

    /// Whether a lone `+` waits for the block that it attaches to an item.
    var awaitsAttachment: Bool { listFrames.contains { $0.isItem && $0.reader.awaitsBlock } }

    /// Whether a term without text is open: it takes what comes next for it, also after a blank line.
    var termLacksText: Bool { listFrames.contains { $0.isItem && !$0.reader.hasText } }

    /// The state with its places moved: what stood there stands elsewhere now.
    ///
    /// - Parameters:
    ///   - growth: by how many bytes the lines moved.
    ///   - records: by how many positions their nodes moved in the tree; the document stays.
    func moved(by growth: Int, records shift: Int) -> OpenState {
        var state = self
        for index in frames.indices.dropFirst() { state.frames[index].node += shift }
        state.text = text?.moved(by: shift)
        state.blank = blank?.moved(by: growth)
        for index in pending.indices { state.pending[index].range = pending[index].range.moved(by: growth) }
        state.plus = plus.map { $0 + shift }
        state.recordCount += shift
        return state
    }

    /// Whether ``moved(by:records:)`` is enough: a `+` that may be read again holds a state of its own.
    var canMove: Bool { frames.allSatisfy { $0.reader.canMove } }
}

extension OpenState.Frame {
    var delimiter: Delimiter? {
        switch kind {
        case .block(let delimiter), .comment(let delimiter): delimiter
        default: nil
        }
    }
    var isComment: Bool { if case .comment = kind { true } else { false } }
    var isItem: Bool { if case .item = kind { true } else { false } }
    /// A list or an item of one.
    var isList: Bool {
        switch kind {
        case .list, .item: true
        default: false
        }
    }
    /// What the siblings of a list's items begin with; nil for another container.
    var list: ListMarker? {
        guard case .list(let marker) = kind else { return nil }
        return marker
    }
}

extension OpenState.Text {
    /// The record of the block of text; nil where it is an item's own.
    var node: Int? {
        switch self {
        case .paragraph(let node), .literal(let node), .verbatim(let node): node
        case .item: nil
        }
    }

    fileprivate func moved(by shift: Int) -> Self {
        switch self {
        case .paragraph(let node): .paragraph(node + shift)
        case .literal(let node): .literal(node + shift)
        case .verbatim(let node): .verbatim(node + shift)
        case .item: .item
        }
    }
}

extension Range<Int> {
    func moved(by growth: Int) -> Range<Int> { (lowerBound + growth)..<(upperBound + growth) }
}
