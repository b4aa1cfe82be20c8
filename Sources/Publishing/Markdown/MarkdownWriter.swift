package import AsciiDoc
import AsciiDocASG
package import Notebook

/// A document as Markdown: GitHub's dialect.
package struct Markdown: Sendable {
    /// The Markdown, lines ended by line feeds.
    package let text: String
    /// What Markdown has no form for, in the order of the document.
    package let losses: [MarkdownLoss]

    /// Writes a document as Markdown.
    ///
    /// - Parameters:
    ///   - document: any document at all.
    ///   - attributes: set from outside; see `Document.semanticView(attributes:resolver:)`.
    package init(_ document: Document, attributes: [String: String?] = [:]) {
        let view = document.semanticView(attributes: attributes)
        var writer = MarkdownWriter(SemanticReader(view, attributes: attributes))
        writer.writeDocument()
        (text, losses) = (writer.lines.text, writer.losses)
    }
}

/// Walks the blocks of a view, once and without recursion, and writes each as the nearest form that Markdown has.
struct MarkdownWriter {
    /// A block whose end has not come yet.
    struct Container {
        let depth: Int
        let context: SemanticBlock.Context
        /// Whether it put a prefix before lines.
        var hasPrefix = false
        /// Of a list: what its items begin with; the number of the next one.
        var marker = ""
        var number = 1
        var hasItems = false
        /// Whether blank lines part the items of a list.
        var isLoose = false
        /// The marker of the list that was the last block in it; nil where another block came last.
        var lastList: String?
        /// Written at its end: who said a quotation.
        var attribution: [String] = []
    }

    /// Deeper lists lose their indent: readers of Markdown give up there.
    static let deepest = 40

    var reader: SemanticReader
    var lines = MarkdownLines()
    var losses: [MarkdownLoss] = []
    let references: MarkdownReferences
    var containers: [Container] = []
    var footnotes = MarkdownFootnotes()
    var captions: [String: Int] = [:]
    var appendices = 0
    /// The appendix in which the present section stands; nil: in none.
    var appendix: (level: Int, letter: String)?
    var parts = 0
    var sectionNumbers = [Int](repeating: 0, count: 7)
    /// Terms whose description has not come yet.
    var terms: [String] = []
    /// The block that is written: its position and line.
    var index = 0
    var line = 1

    init(_ reader: SemanticReader) {
        self.reader = reader
        var references = MarkdownReferences(reader)
        references.resolveNames()
        self.references = references
    }

    mutating func writeDocument() {
        writeHeader()
        containers = [Container(depth: 0, context: .document)]
        for index in reader.view.blocks.indices.dropFirst() { write(at: index) }
        writeTerms()
        while containers.count > 1 { close() }
        writeFootnotes()
    }

    mutating func lose(_ kind: MarkdownLoss.Kind) {
        let loss = MarkdownLoss(kind: kind, line: line)
        if losses.last != loss { losses.append(loss) }
    }

    private mutating func write(at index: Int) {
        let block = reader.view.blocks[index]
        (self.index, line) = (index, max(block.line, 1))
        reader.move(to: block)
        let isDescription = block.context == .item && block.marker == nil
        if block.context != .term, !isDescription { writeTerms() }
        while containers.count > 1, let last = containers.last, last.depth >= block.depth { close() }
        if !block.context.isList { containers[containers.count - 1].lastList = nil }
        write(block)
    }

    /// Begins what holds the blocks below.
    mutating func open(_ block: SemanticBlock, prefix: String? = nil) {
        var container = Container(depth: block.depth, context: block.context)
        if let prefix {
            lines.open(first: prefix, rest: prefix)
            container.hasPrefix = true
        }
        containers.append(container)
    }

    private mutating func close() {
        guard let container = containers.popLast() else { return }
        if container.context == .descriptionList { writeTerms() }
        if !container.attribution.isEmpty { lines.write(container.attribution) }
        if container.hasPrefix { lines.close() }
    }

    private mutating func writeHeader() {
        guard let title = reader.view.blocks.first?.title else { return }
        lines.write(["# " + MarkdownText.heading(markdown(reader.inlines(of: title), in: .line))])
        var details: [String] = []
        for author in reader.authors {
            details.append(MarkdownText.escaped(author.fullName))
            if let address = author.address {
                details.append(markdown(reader.inlines(of: address, .macros), in: .line))
            }
        }
        if reader.authors.count == 1, reader.authors[0].address == nil, let address = reader.attribute("email") {
            details.append(markdown(reader.inlines(of: address, .macros), in: .line))
        }
        let label = (reader.attribute("version-label").map { $0.lowercased() + " " }) ?? ""
        let revision = [
            reader.attribute("revnumber").map { label + $0 + (reader.attribute("revdate") == nil ? "" : ",") },
            reader.attribute("revdate"),
        ].compactMap { $0 }.map { MarkdownText.escaped($0) }
        if !revision.isEmpty { details.append(revision.joined(separator: " ")) }
        if let remark = reader.attribute("revremark") { details.append(MarkdownText.escaped(remark)) }
        if !details.isEmpty { writeParagraph(details.joined(separator: "\\\n")) }
    }

    /// Writes rendered inlines as a paragraph.
    mutating func writeParagraph(_ rendered: String) {
        lines.write(MarkdownText.lines(Self.withoutBreak(rendered)))
    }

    /// Without what would break the line after the last one.
    static func withoutBreak(_ rendered: String) -> String {
        var text = rendered.droppingBlanksAtEnd
        while text.hasSuffix("\\\n") { text = String(text.dropLast(2)).droppingBlanksAtEnd }
        return text
    }
}

extension SemanticBlock.Context {
    /// Whether it holds items or terms.
    var isList: Bool {
        self == .unorderedList || self == .orderedList || self == .descriptionList || self == .calloutList
    }
}
