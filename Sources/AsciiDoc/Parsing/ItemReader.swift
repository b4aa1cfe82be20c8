/// How a list item takes the lines that follow its marker, as Asciidoctor's `read_lines_for_list_item` does.
///
/// Invariant: every line in a list is offered to the readers of the open items, from the outermost to the innermost, and
/// each sees it as the one outside left it (``Verdict``). An item that does not take a line ends, with all inside it. So
/// the line belongs to the innermost item of those that took it, and what it means there is decided after that.
struct ItemReader: Sendable {
    /// What a lone `+` did.
    private enum Continuation {
        case inactive
        /// The block that comes next belongs to the item.
        case active
        /// Two in succession: none counts from there on.
        case frozen
    }

    /// The line before, as the item took it.
    private enum Previous {
        case none, text, blank, severalBlanks, plus
    }

    /// What the item does with a line.
    enum Verdict {
        /// It takes it as it is.
        case takes
        /// It takes it, and what stands inside sees a blank line.
        case takesAsBlank
        /// As ``takesAsBlank``; of several such `+` in one item only the last is so, and those before are as they are.
        case takesDetached
        /// A term without text takes it for its text: the blank lines before it do not count.
        case takesAsText
        /// The line says nothing.
        case drops
        /// It is the next item of the list.
        case isSibling
        /// The list ends before it.
        case leaves
    }

    private let isDescription: Bool
    private(set) var hasText: Bool
    private var continuation = Continuation.inactive
    private var previous = Previous.none
    /// Whether a list was seen inside: from then on, a lone `+` is left to its items.
    private(set) var holdsList = false
    /// Whether lines up to the next blank one are taken whatever they are: they began indented.
    private(set) var isTakingAll = false
    /// Whether the last line that was asked whether it is a term was one with a text. Asciidoctor asks this answer once
    /// more where it looks at an attached line: that is why an attached term waits for a text that it has.
    private var lastTermHadText = false
    /// The state before the last `+` after blank lines that the item took.
    var detached: BlockParser.Detached?
    /// Where the `+` stands that is left to the items inside, as another one came after it.
    var yielded: Int?
    /// How many times a `+` was read again. A few lines could ask for it without end.
    var rereads = 0

    static let none = ItemReader(isDescription: false, hasText: true)

    /// - Parameters:
    ///   - isDescription: whether the item is a term of a description list.
    ///   - hasText: whether a text stands after its marker.
    init(isDescription: Bool, hasText: Bool) {
        self.isDescription = isDescription
        self.hasText = hasText || !isDescription
    }

    /// Whether a lone `+` waits for the block that it attaches.
    var awaitsBlock: Bool { continuation == .active || previous == .plus && continuation == .inactive }

    /// Whether the state can be moved with the lines before it.
    var canMove: Bool { detached == nil && yielded == nil }

    mutating func takeBlank() {
        isTakingAll = false
        if previous == .plus { activate() }
        previous = previous == .blank || previous == .severalBlanks ? .severalBlanks : .blank
    }

    private mutating func activate() {
        if continuation == .inactive { (continuation, hasText) = (.active, true) }
    }

    /// Offers a line that is not blank.
    mutating func take(_ line: ItemLine, siblings: ListMarker?) -> Verdict {
        let isSibling = line.marker.map { $0 == siblings } ?? false
        if isTakingAll {
            guard line.isPlus || isDescription && isSibling else { return .takes }
            isTakingAll = false
        }
        if isSibling { return .isSibling }
        if previous == .plus {
            activate()
            if line.isPlus {
                guard continuation != .frozen else { return .drops }
                continuation = .frozen
                return .takes
            }
        }
        if previous != .severalBlanks {
            if line.isDelimiter {
                guard continuation == .active else { return .leaves }
                (continuation, previous) = (.inactive, .text)
                return .takes
            }
            if isDescription, continuation != .active, line.isAttributes { return .leaves }
            if continuation == .active { return takeAttached(line) }
        }
        return previous == .blank || previous == .severalBlanks ? takeAfterBlank(line) : takeAdjacent(line)
    }

    private mutating func takeAttached(_ line: ItemLine) -> Verdict {
        defer { previous = line.isPlus ? .plus : .text }
        if line.isIndented {
            (continuation, isTakingAll) = (.inactive, true)
        } else if !line.isMetadata {
            if let list = line.nestedList(inList: holdsList) {
                holdsList = true
                if list.kind == .descriptionList, !lastTermHadText { hasText = false }
            }
            continuation = .inactive
        }
        return line.isPlus && !holdsList ? .takesAsBlank : .takes
    }

    private mutating func takeAfterBlank(_ line: ItemLine) -> Verdict {
        if line.isPlus {
            previous = .plus
            return line.start == yielded ? .takes : .takesDetached
        }
        guard hasText else {
            (hasText, previous) = (true, .text)
            return holdsList ? .takes : .takesAsText
        }
        let found = noteList(in: line, terms: false)
        guard found || line.isIndented else { return .leaves }
        (isTakingAll, previous) = (!found, .text)
        return .takes
    }

    private mutating func takeAdjacent(_ line: ItemLine) -> Verdict {
        hasText = true
        noteList(in: line, terms: holdsList)
        previous = line.isPlus ? .plus : .text
        return line.isPlus && !holdsList && continuation == .inactive ? .takesAsBlank : .takes
    }

    /// Notes a list that begins with the line. Returns whether one does.
    ///
    /// - Parameter terms: whether only terms count.
    @discardableResult
    private mutating func noteList(in line: ItemLine, terms: Bool) -> Bool {
        let list = line.nestedList(inList: terms)
        lastTermHadText = list?.kind == .descriptionList && line.hasTextAfterMarker
        guard let list else { return false }
        holdsList = true
        if list.kind == .descriptionList, !line.hasTextAfterMarker { hasText = false }
        return true
    }
}

/// What the readers of list items ask of a line.
struct ItemLine {
    let start: Int
    let isPlus: Bool
    let isIndented: Bool
    let marker: ListMarker?
    let hasTextAfterMarker: Bool
    let isDelimiter: Bool
    let isAttributes: Bool
    /// Whether it is a line about a block: the block itself still comes.
    let isMetadata: Bool

    init(_ line: Line, _ shape: LineShape) {
        (start, isPlus, isIndented) = (line.start, line.isContinuation, line.first.isBlank)
        // Also what looks like a title or heading is a term where it ends like one.
        marker =
            switch shape {
            case .listItem(let marker): marker
            case .text, .indented, .delimiter: nil
            default: line.listMarker
            }
        hasTextAfterMarker = (marker?.textStart ?? line.textEnd) < line.textEnd
        (isDelimiter, isAttributes, isMetadata) =
            switch shape {
            case .delimiter: (true, false, false)
            case .blockAttributes, .blockAnchor: (false, true, true)
            case .blockTitle, .attributeEntry: (false, false, true)
            default: (false, false, false)
            }
    }

    /// The list that the line begins inside an item; a callout's is none.
    ///
    /// - Parameter terms: whether only terms count.
    func nestedList(inList terms: Bool) -> ListMarker? {
        guard let marker, marker.kind != .calloutList, !terms || marker.kind == .descriptionList else { return nil }
        return marker
    }
}
