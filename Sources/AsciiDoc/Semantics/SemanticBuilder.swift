/// Walks the block tree of a preprocessed document, once and without recursion, and notes what the blocks mean.
struct SemanticBuilder {
    var blocks: [SemanticBlock] = []
    let document: Document
    let source: PreprocessedSource
    /// For every record of the tree, how deep the blocks below it stand.
    var depths: [Int32]
    /// For every record of the tree, how lines are numbered in the blocks below it.
    var numberings: [LineNumbering]
    private var cursor = LineCursor()
    var drops = DroppedLines()
    /// The paragraph of a manual page's NAME section: it belongs to the header.
    var nameParagraph: Int?
    /// A title that stands above a section's heading or a comment: it is that of the next block.
    private var pendingTitle: String?
    /// The attributes at the node that is visited.
    var attributes: DocumentAttributes
    /// The sections that begin where the document is a book: it may become one on its way.
    var bookSections: Set<Int> = []
    private var nextEntry = 0
    /// In how many of Markdown's quotes the document stands.
    var quoteDepth = 0
    /// What was read of nodes whose lines count something: it is read once.
    private var counted: [Int: BlockMetadata] = [:]
    /// What was read of the node that is visited.
    private var lastMetadata: (node: Int, metadata: BlockMetadata)?

    init(_ document: Document, _ source: PreprocessedSource) {
        self.document = document
        self.source = source
        attributes = source.initialAttributes
        depths = Array(repeating: 1, count: document.tree.count)
        numberings = Array(repeating: .ofSections, count: document.tree.count)
    }

    mutating func build() {
        blocks.append(SemanticBlock(.document, depth: 0, line: 1))
        var index = 1
        while index < document.tree.count {
            let node = Node(document: document, index: index)
            let record = document.tree[index]
            let depth = Int(depths[Int(record.parent)])
            depths[index] = Int32(clamping: node.kind == .header ? depth : depth + 1)
            numberings[index] = numberings[Int(record.parent)]
            drops.leave(at: index)
            if visit(node, depth) {
                index += 1
            } else {
                index = Int(record.next)
            }
        }
        attributes = source.attributes
        introduceParts()
        if let title = headerTitle { (blocks[0].title, blocks[0].level) = (title, 0) }
    }

    /// The title that an attribute entry above the first block, or in the header, gives the document.
    private var headerTitle: String? {
        guard source.initialAttributes["doctitle"] != nil || source.entries.contains(where: \.isDocumentTitle) else {
            return nil
        }
        let first = document.root.children.first { !$0.kind.isAboutBlock && $0.kind != .attributeEntry }
        let end = first.map { $0.kind == .header ? $0.range.upperBound : $0.contentStart } ?? document.source.count
        let row = document.line(at: end) - 1
        var attributes = source.initialAttributes
        for entry in source.entries.prefix(while: { $0.row <= row }) { attributes.read(entry: entry.entry) }
        return attributes["doctitle"]
    }

    /// Notes the node's block. Returns whether there are blocks below it.
    private mutating func visit(_ node: Node, _ depth: Int) -> Bool {
        follow(upTo: node)
        switch node.kind {
        case .header: return true
        case .documentTitle:
            blocks[0].title = node.headingTitle
            blocks[0].level = 0
        case .section: return addSection(node, depth)
        case .heading: addHeading(node, depth)
        case .paragraph, .literalParagraph: addParagraph(node, depth)
        case .unorderedList, .orderedList, .calloutList, .descriptionList: return addList(node, depth)
        case .listItem: return addItem(node, depth)
        case .blockMacro: addMacro(node, depth)
        case .commentBlock: pendingTitle = metadata(of: node).title ?? pendingTitle
        case .blankLines: noteDrops(node)
        case .thematicBreak: add(.thematicBreak, node, depth)
        case .pageBreak: add(.pageBreak, node, depth)
        case .listing, .literal, .example, .sidebar, .quote, .open, .pass, .table: return addDelimited(node, depth)
        default: break
        }
        return false
    }

    /// Reads the attribute entries that stand before the node's content.
    private mutating func follow(upTo node: Node) {
        guard nextEntry < source.entries.count else { return }
        let row = row(at: node.contentStart)
        while nextEntry < source.entries.count, source.entries[nextEntry].row < row {
            attributes.read(entry: source.entries[nextEntry].entry)
            nextEntry += 1
        }
    }

    /// The line of the preprocessed document, from 0, in which an offset stands; offsets must not fall by much.
    mutating func row(at offset: Int) -> Int { cursor.row(at: offset, in: document.source) }

    @discardableResult
    mutating func add(_ context: SemanticBlock.Context, _ node: Node, _ depth: Int) -> BlockMetadata {
        let metadata = metadata(of: node)
        var block = SemanticBlock(context, depth: depth, line: number(of: node, metadata.style))
        block.title = metadata.title ?? pendingTitle
        pendingTitle = context == .section ? metadata.title : nil
        // What has delimiters takes its style from the first positional attribute only.
        block.style = node.kind.hasDelimiters ? metadata.style : metadata.shownStyle
        block.node = node.index
        blocks.append(block)
        return metadata
    }

    /// Changes the block that was noted last.
    mutating func edit(_ change: (inout SemanticBlock) -> Void) { change(&blocks[blocks.count - 1]) }

    /// What is written about a block. What counts something is read once, so that it counts once.
    mutating func metadata(of node: Node) -> BlockMetadata {
        if let known = counted[node.index] { return known }
        if let last = lastMetadata, last.node == node.index { return last.metadata }
        var counts = false
        let metadata = BlockMetadata(about: node) { list in
            if DocumentAttributes.counts(list) { counts = true }
            return attributes.resolvedCounting(list)
        }
        if counts { counted[node.index] = metadata }
        lastMetadata = (node.index, metadata)
        return metadata
    }

    func string(_ range: Range<Int>) -> String { document.text(range) }
}
