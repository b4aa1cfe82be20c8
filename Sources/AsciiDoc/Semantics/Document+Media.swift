/// A file that a document shows beside its text.
public struct MediaReference: Hashable, Sendable {
    /// Where the document looks for it: `imagesdir` as it is at that place and the target, attributes replaced. An
    /// address, or a path from the document's folder.
    public let path: String

    /// Whether ``path`` names something outside the document's folder: an address, a path from the root or one that
    /// climbs out, or one that depends on an attribute which is not known.
    public var isElsewhere: Bool {
        path.contains(":") || path.contains("{") || path.hasPrefix("/") || path.split(separator: "/").contains("..")
    }
}

extension Document {
    /// The files that the document shows, in order: those of image, video and audio macros and of videos' posters, as
    /// its conditions, attributes and tables have them. What listings and comments say of such macros is text.
    ///
    /// - Parameter attributes: set from outside, as for ``semanticView(attributes:resolver:)``.
    public func media(attributes: [String: String?] = [:]) -> [MediaReference] {
        let view = semanticView(attributes: attributes)
        var reader = MediaReader(attributes: view.preprocessed.initialAttributes)
        reader.read(view.document)
        return reader.found
    }
}

/// Walks over a preprocessed document, with its attributes as they are at each place.
private struct MediaReader {
    private(set) var found: [MediaReference] = []
    /// In how many tables' cells the document stands.
    private var nesting = 0
    /// How deep tables may stand in cells of tables.
    private static let deepest = 4
    private var attributes: DocumentAttributes
    private var parser: InlineParser

    init(attributes: DocumentAttributes) {
        self.attributes = attributes
        parser = InlineParser(attributes: attributes.values)
    }

    mutating func read(_ document: Document) {
        for index in document.tree.indices.dropFirst() { read(Node(document: document, index: index)) }
    }

    private mutating func read(_ node: Node) {
        let document = node.document
        switch node.kind {
        case .attributeEntry:
            if attributes.read(entry: node.joinedEntry) != nil { parser = InlineParser(attributes: attributes.values) }
        case .blockMacro: for child in node.children where child.kind == .text { readMacro(child.range, document) }
        case .heading, .documentTitle, .blockTitle: readText(node.contentRange, document)
        case .listItem:
            if node.parent?.kind == .descriptionList, let term = node.marker { readText(term, document) }
            for child in node.children where child.kind == .text { readText(child.range, document) }
        case .paragraph where !isVerbatim(node):
            for child in node.children where child.kind == .text { readText(child.range, document) }
        case .table where nesting < Self.deepest: readCells(of: node)
        default: break
        }
    }

    private mutating func readCells(of table: Node) {
        nesting += 1
        defer { nesting -= 1 }
        let metadata = BlockMetadata(about: table) { attributes.resolved($0) }
        for cell in Table(table, metadata).rows.joined() where !cell.range.isEmpty && cell.style != "l" {
            if cell.style == "a" {
                read(Document(parsing: Array(table.document.source[cell.range])))
            } else {
                readText(cell.range, table.document)
            }
        }
    }

    /// A paragraph whose style makes its text code.
    private func isVerbatim(_ paragraph: Node) -> Bool {
        guard let range = paragraph.attributes else { return false }
        var metadata = BlockMetadata()
        metadata.read(attributes: paragraph.document.text(range))
        return metadata.style.map(Self.verbatimStyles.contains) ?? false
    }

    private static let verbatimStyles: Set<String> = [
        "source", "listing", "literal", "pass", "stem", "latexmath", "asciimath", "comment",
    ]

    private mutating func readText(_ range: Range<Int>, _ document: Document) {
        for inline in parser.inlines(in: document.source, range: range) { take(inline, document) }
    }

    private mutating func take(_ inline: Inline, _ document: Document) {
        if inline.kind == .image, let target = inline.target { add(document.text(target)) }
        for child in inline.children { take(child, document) }
    }

    /// `image::target[…]`, `video::target[poster=…]`
    private mutating func readMacro(_ line: Range<Int>, _ document: Document) {
        let written = document.text(document.trimBlanks(line))
        guard let open = written.firstIndex(of: "["), written.hasSuffix("]"),
            let name = ["image::", "video::", "audio::"].first(where: written.hasPrefix)
        else { return }
        var metadata = BlockMetadata()
        metadata.read(attributes: attributes.resolved(String(written[open...].dropFirst().dropLast())))
        if name == "video::" {
            // A service's name in place of a poster: the target is that service's number of the video.
            if ["youtube", "vimeo", "wistia"].contains(metadata.style) { return }
            if let poster = metadata.named["poster"] ?? metadata.positional[1] { add(poster) }
        }
        add(String(written[written.index(written.startIndex, offsetBy: name.count)..<open]))
    }

    private mutating func add(_ target: String) {
        let target = attributes.resolved(target)
        guard !target.isEmpty else { return }
        let isWhole = target.contains(":") || target.hasPrefix("/")
        let folder = attributes["imagesdir"] ?? ""
        let separator = folder.isEmpty || folder.hasSuffix("/") ? "" : "/"
        found.append(MediaReference(path: isWhole ? target : folder + separator + target))
    }
}
