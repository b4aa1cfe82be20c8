import AsciiDoc

/// What rules look at: the document with its conditions decided, and what is worked out once for several of them.
final class RuleContext {
    /// The file as it is.
    let file: Document
    let options: DiagnosticOptions
    let preprocessed: PreprocessedSource
    /// The document with conditions decided. Ranges and nodes are of this one.
    let document: Document
    let places: DocumentPlaces
    private(set) lazy var includes = preprocessed.includes.map { include in
        Include(
            line: places.rows.content(include.row, of: preprocessed.bytes), target: include.target,
            isOptional: include.isOptional)
    }
    private(set) lazy var conflicts = findConflicts()
    private(set) lazy var references = ReferenceIndex(self)
    private(set) lazy var tables = readTables()
    private(set) lazy var directives = DirectiveScan(file)

    init(_ file: Document, _ options: DiagnosticOptions) {
        self.file = file
        self.options = options
        preprocessed = file.preprocessed(
            with: DocumentAttributes(options.attributes), leavingIncludesAs: .comment)
        document = Document(preprocessed: preprocessed)
        places = DocumentPlaces(file, preprocessed)
        nesting = 0
    }

    /// A cell that is a document of its own.
    private init(cell bytes: [UInt8], in outer: RuleContext) {
        preprocessed = PreprocessedSource(unchanged: bytes, attributes: outer.attributes)
        document = Document(preprocessed: preprocessed)
        file = document
        options = outer.options
        places = DocumentPlaces(document, preprocessed)
        nesting = outer.nesting + 1
        isPart = true
    }

    /// How deep the document stands in cells of tables; deeper ones are not looked at.
    private let nesting: Int
    private static let deepest = 4

    /// The cells that are documents of their own, and where each begins.
    private(set) lazy var cells: [(context: RuleContext, offset: Int)] = tables.flatMap { _, table in
        guard nesting < Self.deepest else { return [] as [(RuleContext, Int)] }
        return (table.rows.joined() + table.rest).filter { $0.style == "a" && !$0.range.isEmpty }.map { cell in
            (RuleContext(cell: Array(document.source[cell.range]), in: self), cell.range.lowerBound)
        }
    }

    /// Whether attributes, sections and anchors may stand in a document around this one.
    private(set) lazy var isPart = options.isPart || nodes(.documentTitle).isEmpty
    private(set) lazy var isWhole = !isPart && includes.isEmpty

    /// How bad a finding is: on weak ground, it is something to note.
    func severity(of finding: Finding, _ rule: DiagnosticRule) -> Diagnostic.Severity {
        let isSure =
            switch rule.ground {
            case .text: true
            case .document: !isPart
            case .whole: isWhole
            }
        return isSure ? finding.severity ?? rule.severity : .note
    }

    /// Whether the document's header makes it a book.
    private(set) lazy var isBook: Bool = {
        var attributes = DocumentAttributes(options.attributes)
        let end = nodes(.header).first?.range.upperBound ?? 0
        for entry in nodes(.attributeEntry) where entry.range.lowerBound < end {
            attributes.read(entry: entry.joinedEntry)
        }
        return attributes["doctype"] == "book"
    }()

    // MARK: Nodes

    /// The positions of the nodes of each kind.
    private lazy var positions: [NodeKind: [Int]] = Dictionary(
        grouping: 0..<document.nodeCount, by: { document.kind(at: $0) })

    func nodes(_ kind: NodeKind) -> [Node] { (positions[kind] ?? []).map { document.node($0) } }

    func text(_ range: Range<Int>) -> String { document.text(range) }

    /// What is written about a block: title, style, attributes.
    func metadata(of node: Node) -> BlockMetadata {
        BlockMetadata(about: node, resolving: { attributes.resolved($0) })
    }

    func style(of node: Node) -> String? {
        guard node.children.first?.kind.isAboutBlock == true else { return nil }
        return metadata(of: node).style
    }

    /// The attributes at the document's end.
    var attributes: DocumentAttributes { preprocessed.attributes }

    /// The lines of the text leaves below `node`, as ranges without their line ends.
    func textLines(of node: Node) -> [Range<Int>] {
        node.children.filter { $0.kind == .text }.flatMap { lines(in: $0.range) }
    }

    func lines(in range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = document.source[start..<range.upperBound].firstIndex(of: newline) ?? range.upperBound
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }

    /// The first line of what a node is, without the lines about it and without its end.
    func firstLine(of node: Node) -> Range<Int> {
        let start = node.children.first { !$0.kind.isAboutBlock }?.range ?? node.range
        return start.lowerBound..<document.lineContentEnd(start)
    }

    /// What a line would be where a block may begin.
    func shape(of line: Range<Int>) -> LineShape? {
        document.shape(ofLine: line)
    }

    /// Paragraphs whose lines are prose: no code, no verse, nothing that was included.
    private(set) lazy var prose: [Node] = nodes(.paragraph).filter { paragraph in
        guard !holdsInclude(paragraph) else { return false }
        return style(of: paragraph).map { !Self.unread.contains($0) } ?? true
    }

    /// Styles of paragraphs and blocks in which inlines are not read.
    static let unread: Set<String> = [
        "source", "listing", "literal", "verse", "pass", "stem", "latexmath", "asciimath", "comment",
    ]

    // MARK: Includes

    /// An include directive where conditions take it: the line that the preprocessor made of it.
    struct Include {
        let line: Range<Int>
        let target: String
        let isOptional: Bool
    }

    private lazy var includeStarts = includes.map(\.line.lowerBound)

    /// Whether a node's text has lines in place of an included file: what stands after them cannot be known.
    func holdsInclude(_ node: Node) -> Bool { holdsInclude(node.range) }

    func holdsInclude(_ range: Range<Int>) -> Bool {
        var (low, high) = (0, includeStarts.count)
        while low < high {
            let middle = low + (high - low) / 2
            if includeStarts[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < includeStarts.count && includeStarts[low] < range.upperBound
    }

    // MARK: Tables

    private func readTables() -> [(node: Node, table: Table)] {
        nodes(.table).map { ($0, Table($0, metadata(of: $0))) }
    }
}
