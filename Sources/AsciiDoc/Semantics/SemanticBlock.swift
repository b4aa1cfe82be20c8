/// A block of the semantic view: what Asciidoctor calls a block, with its preprocessed text.
public struct SemanticBlock: Hashable, Sendable {
    /// What the block is; the names are Asciidoctor's contexts.
    public enum Context: String, Hashable, Sendable {
        case document, section, discreteHeading = "floating_title", paragraph, literal, listing, example, sidebar, quote
        case verse, open, pass, stem, admonition, table, image, video, audio, toc
        case thematicBreak = "thematic_break", pageBreak = "page_break"
        case unorderedList = "ulist", orderedList = "olist", descriptionList = "dlist", calloutList = "colist"
        case item, term
    }

    /// Size of a table.
    public struct TableShape: Hashable, Sendable {
        /// How many columns the table has, and how many rows in head, body and foot.
        public var columns = 0, head = 0, body = 0, foot = 0
        /// How the text of the first columns is aligned; nil where the document does not say.
        public var alignments: [Alignment?] = []

        /// How the text of a column is aligned.
        public enum Alignment: Hashable, Sendable { case left, center, right }
    }

    /// What the block is.
    public var context: Context
    /// How deep the block stands; the document is at 0.
    public var depth: Int
    /// The line, from 1, of the document in which the block begins, without the lines about it; 0 for
    /// the introduction of a book's part, which is not written.
    public var line: Int
    /// The style that the document gives or implies (`source`, `NOTE`, `arabic`); nil where there is none.
    public var style: String?
    /// Level of a section or heading.
    public var level: Int?
    /// Title, as it is written.
    public var title: String?
    /// Marker of a list item.
    public var marker: String?
    /// Text of a block without blocks below it, lines separated by line feeds.
    public var text: String?
    /// Of a quotation, who said it and where, as far as a line below its text says so.
    public var attribution: [String] = []
    /// Target of a block macro.
    public var target: String?
    /// Size of a table.
    public var table: TableShape?
    /// The cells of a table, row by row: first those of the head, last those of the foot.
    public var cells: [[TableCell]] = []
    /// The position in ``SemanticView/document`` of the node that the block was made of; nil where none was.
    public internal(set) var node: Int?

    init(_ context: Context, depth: Int, line: Int) {
        self.context = context
        self.depth = depth
        self.line = line
    }
}

/// A document as it is meant: conditions decided, files included, comments and attribute entries gone.
public struct SemanticView: Sendable {
    /// The blocks in document order, a block before those below it.
    public let blocks: [SemanticBlock]
    /// The preprocessed source, whose bytes the blocks' text is of.
    public let preprocessed: PreprocessedSource
    /// The preprocessed source's tree, which the blocks were made of.
    public let document: Document

    /// The same blocks of a source whose lines were written elsewhere: of a part of another document.
    ///
    /// - Parameter source: ``preprocessed``, with other ``PreprocessedSource/lines`` and columns.
    public func placed(by source: PreprocessedSource) -> SemanticView {
        SemanticView(blocks: blocks, preprocessed: source, document: document)
    }
}

extension Document {
    /// The document as it is meant.
    ///
    /// - Parameters:
    ///   - attributes: set from outside; the document changes only those whose name or value ends with `@`. Nil unsets.
    ///   - resolver: gives the bytes of an included file, nil where there is none; by default, no file is included,
    ///     and the directive becomes a link, as in Asciidoctor's secure mode.
    public func semanticView(
        attributes: [String: String?] = [:], resolver: ((_ target: String) -> [UInt8]?)? = nil
    ) -> SemanticView {
        semanticView(with: DocumentAttributes(attributes), resolver: resolver)
    }

    /// The document as it is meant, where it is a part of another one.
    ///
    /// - Parameters:
    ///   - attributes: as they are before its first line.
    ///   - resolver: gives the bytes of an included file, nil where there is none.
    public func semanticView(
        with attributes: DocumentAttributes, resolver: ((_ target: String) -> [UInt8]?)? = nil
    ) -> SemanticView {
        let preprocessed = preprocessed(with: attributes, resolver: resolver)
        let document = Document(preprocessed: preprocessed)
        var builder = SemanticBuilder(document, preprocessed)
        builder.build()
        return SemanticView(blocks: builder.blocks, preprocessed: preprocessed, document: document)
    }
}

extension Document {
    /// The document's lines with conditions decided and files included.
    ///
    /// - Parameters:
    ///   - attributes: as they are before its first line.
    ///   - resolver: gives the bytes of an included file, nil where there is none.
    ///   - form: what stands for an include whose file is not given.
    public func preprocessed(
        with attributes: DocumentAttributes = DocumentAttributes(),
        resolver: ((_ target: String) -> [UInt8]?)? = nil, leavingIncludesAs form: MissingIncludeForm = .link
    ) -> PreprocessedSource {
        var preprocessor = Preprocessor(attributes: attributes, resolver: resolver, leavingIncludesAs: form)
        preprocessor.read(source)
        return preprocessor.output
    }
}

/// A cell of a table.
public struct TableCell: Hashable, Sendable {
    /// What stands in it, without spaces around, escapes and quotation marks.
    public var text: String
    /// Where that was written in the preprocessed source, spaces around and escapes included.
    public var range: Range<Int>
    /// How many columns and rows it takes.
    public var columnSpan = 1, rowSpan = 1
    /// `a` (AsciiDoc), `d`, `e`, `h`, `l`, `m`, `s`, of the cell or its column; nil where there is none, and in the head.
    public var style: Character?

    init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }

    mutating func apply(_ spec: CellSpec, columnStyle: Character?) {
        (columnSpan, rowSpan, style) = (spec.columns, spec.rows, spec.style ?? columnStyle)
    }
}
