/// How a document is written, where AsciiDoc leaves a choice.
public struct Style: Hashable, Sendable {
    /// What stands before a list item's marker, for each level below the first: spaces, or a tab.
    public var indent = "    "
    /// What stands before the markers of a list's first level.
    public var firstIndent = ""
    /// What stands before those of a list right after a paragraph that ends with a colon; nil: nothing else.
    public var announcedIndent: String?
    /// The sign of unordered lists' markers: `*`, or `-` for lists of one level.
    public var bullet = "*"
    /// Whether ordered lists are numbered by hand (`1.`, `2.`), instead of with dots.
    public var numbersByHand = false
    /// Spaces before the later lines of an item's text, counted from its marker.
    public var continuationIndent = 0
    /// Blank lines between a section's last block and the next section's heading.
    public var blankLinesBeforeSection = 1
    /// Blank lines between blocks.
    public var blankLinesBetweenBlocks = 1
    /// Blank lines that end the document and stay below what is added: 0 where a few are the gap before what comes next.
    public var blankLinesAtEnd = 0
    /// Blank lines between a heading and its section's first block.
    public var blankLinesAfterHeading = 1
    /// The signs of a block's delimiter lines, at least: longer where the content asks for it.
    public var delimiterLength = 4
    /// Whether listings stand between three backticks, where their text allows that.
    public var fencesListings = false
    /// Whether a space stands after the commas of an attribute list.
    public var spacesAttributes = false
    /// How lines end.
    public var lineEnding = LineEnding.lineFeed
    /// Whether a block's title stands in a line of its own above the attribute line (`.T`, then `[NOTE]`).
    public var titleComesFirst = true

    /// Whether lists are nested by their indent alone, all with the marker `-`: AsciiDoc reads one list.
    public var nestsByIndent = false
    /// Whether an admonition of one line is written as a paragraph that begins with its name.
    public var writesAdmonitionsInLine = false
    /// Whether images are written as a paragraph of their own (`image:`) instead of as a block (`image::`).
    public var writesInlineImages = false

    /// The style of the AsciiDoc language documentation.
    public init() {}

    /// The default style, but for what the document does otherwise.
    ///
    /// The whole document is looked at: whoever computes many edits learns once and hands the style on.
    public init(learnedFrom document: Document) {
        self.init(learnedFrom: document, at: [0..<document.nodeCount])
    }

    /// A style, but for what the document does otherwise.
    public init(_ usual: Style, learnedFrom document: Document) {
        self.init(usual, learnedFrom: document, at: [0..<document.nodeCount])
    }

    /// The default style, but for what the document does near a node, or else at its start. The work does not depend on the
    /// document's size.
    init(learnedFrom document: Document, near node: Node) {
        let count = document.nodeCount
        let around = max(0, node.index - 120)..<min(count, node.index + 40)
        self.init(learnedFrom: document, at: [around, 0..<min(around.lowerBound, 80)])
    }

    private init(learnedFrom document: Document, at places: [Range<Int>]) {
        self.init(Style(), learnedFrom: document, at: places)
        // Whoever asks for a block gets one: only a style for the whole day says otherwise.
        (writesInlineImages, spacesAttributes) = (false, false)
    }

    private init(_ usual: Style, learnedFrom document: Document, at places: [Range<Int>]) {
        self = usual
        lineEnding = document.lineEnding
        var habits = Habits()
        for index in places.joined() { habits.learn(from: document.node(index)) }
        habits.settle(&self)
    }
}

/// What was seen of a document's style so far. Of most things the first one counts, of blank lines the usual number.
private struct Habits {
    private var bullet: String?
    private var indent: String?
    private var numbersByHand: Bool?
    private var continuationIndent: Int?
    private var titleComesFirst: Bool?
    private var fencesListings: Bool?
    private var delimiterLength: Int?
    private var nestsByIndent: Bool?
    private var writesInlineImages: Bool?
    private var spacesAttributes: Bool?
    private var blanksBeforeSection: [Int: Int] = [:]
    private var blanksAfterHeading: [Int: Int] = [:]

    mutating func learn(from node: Node) {
        switch node.kind {
        case .listItem: learn(item: node)
        case .section: learn(section: node)
        case .blockAttributes: learn(attributes: node)
        case .blockMacro where writesInlineImages == nil: if node.isImageBlock { writesInlineImages = false }
        case .paragraph where writesInlineImages == nil: if node.isInlineImage { writesInlineImages = true }
        case .listing, .literal, .example, .sidebar, .quote: learn(delimited: node)
        default: break
        }
    }

    func settle(_ style: inout Style) {
        style.bullet = bullet ?? style.bullet
        style.indent = indent ?? style.indent
        style.numbersByHand = numbersByHand ?? style.numbersByHand
        style.continuationIndent = continuationIndent ?? style.continuationIndent
        style.titleComesFirst = titleComesFirst ?? style.titleComesFirst
        style.fencesListings = fencesListings ?? style.fencesListings
        style.delimiterLength = delimiterLength ?? style.delimiterLength
        style.nestsByIndent = nestsByIndent ?? style.nestsByIndent
        style.spacesAttributes = spacesAttributes ?? style.spacesAttributes
        style.writesInlineImages = writesInlineImages ?? style.writesInlineImages
        style.blankLinesBeforeSection = Self.usual(blanksBeforeSection) ?? style.blankLinesBeforeSection
        style.blankLinesAfterHeading = Self.usual(blanksAfterHeading) ?? style.blankLinesAfterHeading
    }

    private static func usual(_ counts: [Int: Int]) -> Int? {
        counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The first bullet of all tells the sign, the first nested one the indent.
    private mutating func learn(item: Node) {
        if continuationIndent == nil, let indent = item.continuationIndent { continuationIndent = indent }
        guard let marker = item.itemMarker else { return }
        if marker.kind == .ordered { numbersByHand = numbersByHand ?? (marker.counter?.form == .arabic) }
        guard marker.kind == .unordered else { return }
        if bullet == nil { bullet = marker.sign.hasPrefix("*") ? "*" : marker.sign }
        if nestsByIndent == nil, let deeper = item.indentBelowSibling {
            nestsByIndent = true
            indent = indent ?? deeper
        }
        if indent == nil, item.level == 2, let outer = item.parent?.parent, outer.kind == .listItem {
            let (own, above) = (item.indentText, outer.indentText)
            indent =
                own.hasPrefix(above)
                ? String(own.dropFirst(above.count)) : String(repeating: " ", count: max(0, own.count - above.count))
        }
    }

    private mutating func learn(section: Node) {
        if let last = section.children.last, last.kind == .blankLines, section.next != nil {
            blanksBeforeSection[last.lineEndCount, default: 0] += 1
        }
        guard let heading = section.children.first(where: { $0.kind == .heading }), let next = heading.next else {
            return
        }
        blanksAfterHeading[next.kind == .blankLines ? next.lineEndCount : 0, default: 0] += 1
    }

    private mutating func learn(attributes: Node) {
        if spacesAttributes == nil { spacesAttributes = attributes.hasSpacedCommas }
        guard titleComesFirst == nil, let title = attributes.parent?.children.first(where: { $0.kind == .blockTitle })
        else { return }
        titleComesFirst = title.index < attributes.index
    }

    private mutating func learn(delimited node: Node) {
        guard let delimiter = node.delimiter else { return }
        let isFence = node.document.source[delimiter.lowerBound] == UInt8(ascii: "`")
        if node.kind == .listing { fencesListings = fencesListings ?? isFence }
        guard !isFence else { return }
        delimiterLength = max(4, min(delimiterLength ?? Int.max, delimiter.count))
    }
}

extension Document {
    /// The nodes that fit, in document order.
    func nodes(where fits: (Node) -> Bool) -> [Node] {
        tree.indices.lazy.map { Node(document: self, index: $0) }.filter(fits)
    }
}

extension Style {
    /// How many signs one level is indented.
    public var indentPerLevel: Int {
        get { indent.count }
        set { indent = String(repeating: " ", count: newValue) }
    }

    /// A macro's name with its colons.
    func form(of macro: Block.Macro) -> String {
        macro == .image && writesInlineImages ? "image:" : macro.rawValue + "::"
    }
}

extension Node {
    /// Whether a space follows the first comma of an attribute line that parts attributes; nil where there is none.
    fileprivate var hasSpacedCommas: Bool? {
        var isQuoted = false
        var last: UInt8 = 0
        for byte in document.source[range] {
            if last == UInt8(ascii: ","), !isQuoted { return byte.isBlank }
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            last = byte
        }
        return nil
    }

    /// Whether the node is an image on a line of its own.
    var isImageBlock: Bool { kind == .blockMacro && hasTextPrefix("image::") }

    /// Whether the node is a paragraph that is an image.
    var isInlineImage: Bool { kind == .paragraph && hasTextPrefix("image:") }

    private func hasTextPrefix(_ prefix: String) -> Bool {
        guard let text = children.first(where: { $0.kind == .text }) else { return false }
        return document.source[text.range].starts(with: prefix.utf8)
    }
}
