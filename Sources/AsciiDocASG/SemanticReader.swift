public import AsciiDoc

/// Reads the blocks of a semantic view in order, with the attributes that hold at each: what its texts show, and what is
/// said about it.
public struct SemanticReader {
    /// What is read.
    public let view: SemanticView
    private var graph: AsgWriter

    /// Reads the document's header.
    ///
    /// - Parameter attributes: those that the view was made with.
    public init(_ view: SemanticView, attributes: [String: String?] = [:]) {
        self.init(view, DocumentAttributes(attributes))
        graph.json.beginObject()
        graph.writeHeader()
    }

    private init(_ view: SemanticView, _ attributes: DocumentAttributes) {
        self.view = view
        graph = AsgWriter(view, attributes)
    }

    /// Reads the attribute entries before a block. Blocks are to be visited in the order of the view.
    public mutating func move(to block: SemanticBlock) {
        if let index = block.node { graph.follow(upTo: index) }
    }

    /// The value of a document's attribute at the block that was moved to last; nil where it is not set.
    public func attribute(_ name: String) -> String? { graph.attributes[name] }

    /// The authors that the header names.
    public var authors: [AsgAuthor] {
        graph.authors(in: graph.headerNode?.children.first { $0.kind == .authorLine })
    }

    /// What is said about a block.
    public func metadata(of block: SemanticBlock) -> AsgMetadata {
        guard let index = block.node else { return AsgMetadata() }
        return graph.metadata(of: block, view.document.node(index)).0
    }

    /// What the block's own text shows; a block that holds others has none.
    public func inlines(of block: SemanticBlock) -> [AsgInline] {
        let node = block.node.map { view.document.node($0) }
        guard let substitutions = graph.substitutions(of: block, node) else {
            return [.text(block.text ?? "", 0..<(block.text ?? "").utf8.count)]
        }
        return inlines(of: block.text ?? "", substitutions)
    }

    /// What a title, a caption, a cell or another text shows, by the attributes of the block that was moved to last.
    public func inlines(of text: String, _ substitutions: InlineSubstitutions = .normal) -> [AsgInline] {
        var graph = graph
        return graph.inlines(of: Array(text.utf8), in: 0..<text.utf8.count, substitutions)
    }

    /// What stands between the brackets of an inline macro.
    public func attributes(ofMacro text: String) -> AsgMetadata {
        var line = BlockMetadata()
        line.read(attributes: graph.attributes.resolved(text))
        var metadata = AsgMetadata()
        metadata.read(line, isMacro: true)
        return metadata
    }

    /// Reads a cell that holds a document of its own.
    public func reader(of cell: TableCell) -> SemanticReader {
        let view = Document(parsing: cell.text).semanticView(with: graph.attributes)
        return SemanticReader(view, graph.attributes)
    }

    /// The identifier that a section gets from its title where none is written; nil where sections get none.
    ///
    /// - Parameter isTaken: whether a section before it has that identifier: a number is added then.
    public func identifier(ofSection title: String, unless isTaken: (String) -> Bool) -> String? {
        guard graph.attributes["sectids"] != nil else { return nil }
        let bytes = Array(graph.attributes.resolved(title).utf8)
        let inlines = parseInlines(bytes, in: 0..<bytes.count, attributes: graph.attributes.values)
        let maker = SectionIdentifier(graph.attributes)
        let name = maker.identifier(for: inlines.map { SectionIdentifier.plainText(of: $0, in: bytes) }.joined())
        guard isTaken(name) else { return name }
        var count = 2
        while isTaken(name + maker.separator + String(count)) { count += 1 }
        return name + maker.separator + String(count)
    }
}
