import AsciiDoc

/// Writes the semantic view as an Abstract Semantic Graph, block by block, without recursion.
///
/// Names and shapes are those of the AsciiDoc language's schema (asg/1-0-0/draft-01); what it lacks is written in its
/// manner and listed in docs/asciidoc-support.md.
struct AsgWriter {
    /// A block whose end is not written yet.
    struct Open {
        let depth: Int
        let context: SemanticBlock.Context
        /// Offsets of its first byte and after its last; nil for what is not written in the document.
        var range: Range<Int>?
        /// What the array of the blocks below it is called.
        var array: StaticString = "blocks"
        var isArrayOpen = false
        /// Whether terms of a description list may follow.
        var takesTerms = false
        /// Of a list, whether its items are those of a bibliography.
        var isBibliography = false
    }

    let view: SemanticView
    var json = JSONWriter()
    var map: SourceMap
    var open: [Open] = []
    /// The attributes at the block that is written.
    var attributes: DocumentAttributes
    /// The record from which on attribute entries are not read yet.
    var nextEntry = 1

    var parser = InlineParser()
    /// Takes what is written; nil where it stays.
    var sink: (([UInt8]) -> Void)?
    /// What is said about the block that is written.
    var current: (position: Int, metadata: AsgMetadata, range: Range<Int>?)?
    /// In how many cells the document stands.
    var nesting = 0

    var document: Document { view.document }

    init(_ view: SemanticView, _ attributes: DocumentAttributes) {
        self.view = view
        self.attributes = attributes
        map = SourceMap(view.preprocessed)
    }

    /// Writes everything. `end` is the place of the document's end.
    mutating func write(upTo end: SourceMap.Place) {
        json.beginObject()
        writeKind("document")
        writeHeader()
        writeBlocks()
        let isEmpty = view.preprocessed.bytes.first == newline || end == SourceMap.Place(line: 1, column: 0)
        writeLocation(SourceMap.Place(line: 1, column: isEmpty ? 0 : 1), end)
        json.endObject()
    }

    /// Writes the document's blocks as a member of what is written.
    mutating func writeBlocks() {
        open.append(Open(depth: 0, context: .document))
        for block in view.blocks.dropFirst() { write(block) }
        while open.count > 1 { close() }
        if open[0].isArrayOpen { json.endArray() }
    }

    private mutating func write(_ block: SemanticBlock) {
        let node = block.node.map { document.node($0) }
        if let node { follow(upTo: contentIndex(of: node)) }
        readMetadata(ofWritten: node)
        defer { current = nil }
        let isPart = block.context == .term || (block.context == .item && block.marker == nil)
        while let last = open.last, last.depth >= block.depth {
            if isPart, last.takesTerms, last.depth == block.depth { break }
            close()
        }
        if isPart, let last = open.last, last.takesTerms, last.depth == block.depth { return writePart(block) }
        beginMember()
        json.beginObject()
        open.append(Open(depth: block.depth, context: block.context, range: node?.blockRange))
        if isPart { return writePart(block) }
        writeFields(of: block, node)
        if let sink, json.bytes.count > 1 << 16 { sink(json.takeBytes()) }
    }

    /// Begins the array of blocks of the innermost block, where its first one comes.
    private mutating func beginMember() {
        let last = open.count - 1
        endTerms()
        guard !open[last].isArrayOpen else { return }
        json.name(open[last].array)
        json.beginArray()
        open[last].isArrayOpen = true
    }

    private mutating func close() {
        endTerms()
        guard let block = open.popLast() else { return }
        if block.isArrayOpen { json.endArray() }
        if let range = block.range, !range.isEmpty {
            writeLocation(first: range.lowerBound, last: range.upperBound - 1)
            let parent = open.count - 1
            if parent >= 0, let outer = open[parent].range, outer.upperBound < range.upperBound {
                open[parent].range = outer.lowerBound..<range.upperBound
            }
        }
        json.endObject()
    }

    /// The record of the first line that is not about the block: entries may stand between those about it.
    private func contentIndex(of node: Node) -> Int {
        for child in node.children where !child.kind.isAboutBlock {
            return child.kind == .attributeEntry || child.kind == .listItem ? node.position : child.position
        }
        return node.position
    }

    /// Reads the attribute entries before a record.
    mutating func follow(upTo index: Int) {
        while nextEntry < index {
            if document.kind(at: nextEntry) == .attributeEntry {
                attributes.read(entry: document.node(nextEntry).joinedEntry)
            }
            nextEntry += 1
        }
    }

    // MARK: Places

    mutating func writeLocation(first: Int, last: Int) {
        let start = map.place(of: first)
        writeLocation(start, map.place(of: last))
    }

    private mutating func writeLocation(_ first: SourceMap.Place, _ last: SourceMap.Place) {
        json.name("location")
        json.beginArray()
        json.raw("{\"line\":")
        json.digits(first.line)
        json.raw(",\"col\":")
        json.digits(first.column)
        json.raw("},{\"line\":")
        json.digits(last.line)
        json.raw(",\"col\":")
        json.digits(last.column)
        json.raw("}")
        json.endArray()
    }

    mutating func writeKind(_ name: StaticString) {
        json.member("name", name)
        json.member("type", "block" as StaticString)
    }
}
