/// How a document is written, where AsciiDoc leaves a choice.
public struct Style: Hashable, Sendable {
    /// Blanks before a list item's marker, for each level below the first.
    public var indentPerLevel = 4
    /// The sign of unordered lists' markers: `*`, or `-` for lists of one level.
    public var bullet = "*"
    /// Blank lines between a section's last block and the next section's heading.
    public var blankLinesBeforeSection = 1
    /// The signs of a listing's delimiter lines, at least: longer where the content asks for it.
    public var delimiterLength = 4
    /// How lines end.
    public var lineEnding = AppendState.LineEnding.lineFeed
    /// Whether a block's title stands in a line of its own above the attribute line (`.T`, then `[NOTE]`).
    public var titleComesFirst = true

    /// The house style.
    public init() {}

    /// The house style, but for what the document does otherwise.
    public init(learnedFrom document: Document) {
        self.init()
        lineEnding = document.appendState.lineEnding
        learnLists(document)
        learnBlankLines(document)
        learnTitles(document)
    }

    /// The first nested bullet tells the indent; the first bullet of all the sign.
    private mutating func learnLists(_ document: Document) {
        let items = document.nodes { $0.kind == .listItem && $0.parent?.kind == .unorderedList }
        if let marker = items.first?.marker {
            let sign = String(decoding: document.source[marker], as: UTF8.self)
            bullet = sign.hasPrefix("*") ? "*" : sign
        }
        if let nested = items.first(where: { $0.level == 2 }), let outer = nested.parent?.parent {
            indentPerLevel = max(0, nested.indent - outer.indent)
        }
    }

    private mutating func learnBlankLines(_ document: Document) {
        let gaps = document.root.children.compactMap { section -> Int? in
            guard section.kind == .section, let last = section.children.last, last.kind == .blankLines else {
                return nil
            }
            return document.source[last.range].reduce(0) { $0 + ($1 == newline ? 1 : 0) }
        }
        let counts = Dictionary(gaps.map { ($0, 1) }, uniquingKeysWith: +)
        if let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key {
            blankLinesBeforeSection = usual
        }
    }

    private mutating func learnTitles(_ document: Document) {
        let titled = document.nodes { node in
            let kinds = node.children.map(\.kind)
            return kinds.contains(.blockTitle) && kinds.contains(.blockAttributes)
        }
        if let first = titled.first?.children.first?.kind { titleComesFirst = first == .blockTitle }
    }
}

extension Document {
    /// The nodes that fit, in document order.
    func nodes(where fits: (Node) -> Bool) -> [Node] {
        tree.indices.lazy.map { Node(document: self, index: $0) }.filter(fits)
    }
}
