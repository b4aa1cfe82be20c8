/// What the preprocessor makes of a document: its lines with conditions decided and files included, and where each
/// of them was written.
public struct PreprocessedSource: Sendable {
    /// The lines, each with its end.
    public internal(set) var bytes: [UInt8] = []
    /// For every line of ``bytes``, its line (from 1) in the document; for an included one, that of the directive.
    public var lines: [Int] = []
    /// For lines (from 0) that do not begin where they were written, by how many columns that was further right.
    public var columnShifts: [Int: Int] = [:]
    /// The include directives whose file was not given, in order.
    public internal(set) var includes: [MissingInclude] = []
    /// The attributes at the end of the document.
    public internal(set) var attributes = DocumentAttributes()
    /// The attributes before its first line.
    public internal(set) var initialAttributes = DocumentAttributes()
    /// The attribute entries, with the row in which each ends: what they set counts from there on.
    var entries: [Entry] = []
    struct Entry {
        let row: Int
        let entry: String

        /// Whether it sets the document's title.
        var isDocumentTitle: Bool { entry.lowercased().dropFirst().drop { $0 == "!" }.hasPrefix("doctitle") }
    }
    /// How many lines of ``bytes`` there are without those of the blank lines at the document's end.
    var contentRowCount = 0
    /// The document's last line that is not blank.
    var lastContentLine = 0

    /// Nothing is read yet.
    init() {}

    /// Bytes that are taken as they are: a part of a document that the preprocessor has read already.
    ///
    /// - Parameters:
    ///   - bytes: the lines.
    ///   - attributes: those before the first of them.
    public init(unchanged bytes: [UInt8], attributes: DocumentAttributes = DocumentAttributes()) {
        self.bytes = bytes.last == newline || bytes.isEmpty ? bytes : bytes + [newline]
        let count = self.bytes.count { $0 == newline }
        lines = count == 0 ? [] : Array(1...count)
        (self.attributes, initialAttributes) = (attributes, attributes)
        (contentRowCount, lastContentLine) = (count, count)
    }
}

/// An include directive whose file was not given.
public struct MissingInclude: Hashable, Sendable {
    /// The line of ``PreprocessedSource/bytes``, from 0, that stands for it.
    public let row: Int
    /// The file, attribute references replaced.
    public let target: String
    /// Whether the directive says that the file need not be there.
    public let isOptional: Bool
}

/// What stands for an include directive whose file is not given.
public enum MissingIncludeForm: Sendable {
    /// A link to the file, as in Asciidoctor's secure mode.
    case link
    /// A comment: what the file would bring is not known, and nothing is made of it.
    case comment
}
