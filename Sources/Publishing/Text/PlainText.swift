package import AsciiDoc
import AsciiDocASG
import Notebook

/// A document as text without markup: for mails and for reading aloud.
package struct PlainText: Sendable {
    /// The text, lines ended by line feeds.
    package let text: String

    package init(_ document: Document) {
        var writer = PlainTextWriter(SemanticReader(document.semanticView()))
        writer.write()
        text = writer.lines.text
    }
}

/// Walks the blocks of a view once; what holds blocks gives a prefix to their lines.
private struct PlainTextWriter {
    private struct Container {
        let depth: Int
        let context: SemanticBlock.Context
        var hasPrefix = false
        var number = 1
        var hasItems = false
        /// Written at its end: who said a quotation.
        var attribution = ""
    }

    var reader: SemanticReader
    var lines = MarkdownLines()
    private var containers: [Container] = []
    private var term = ""

    init(_ reader: SemanticReader) { self.reader = reader }

    mutating func write() {
        if let title = reader.view.blocks.first?.title { writeHeading(plain(title), underlined: "=") }
        let authors = reader.authors.map { [$0.fullName, $0.address.map(plain)].compactMap { $0 } }
        if !authors.isEmpty { lines.write([authors.map { $0.joined(separator: " ") }.joined(separator: ", ")]) }
        containers = [Container(depth: 0, context: .document)]
        for block in reader.view.blocks.dropFirst() {
            reader.move(to: block)
            while containers.count > 1, let last = containers.last, last.depth >= block.depth { close() }
            write(block)
        }
        while containers.count > 1 { close() }
    }

    private mutating func close() {
        let container = containers.removeLast()
        if !container.attribution.isEmpty { lines.write(["— " + container.attribution]) }
        if container.hasPrefix { lines.close() }
    }

    private mutating func open(_ block: SemanticBlock, first: String? = nil, rest: String = "") {
        var container = Container(depth: block.depth, context: block.context)
        if let first {
            lines.open(first: first, rest: rest)
            container.hasPrefix = true
        }
        containers.append(container)
    }

    private mutating func write(_ block: SemanticBlock) {
        switch block.context {
        case .section:
            writeHeading(plain(block.title ?? ""), underlined: (block.level ?? 1) < 2 ? "-" : "")
            open(block)
        case .discreteHeading: writeHeading(plain(block.title ?? ""), underlined: "")
        case .unorderedList, .orderedList, .calloutList, .descriptionList:
            let joins = containers.last?.context == .item && block.title == nil
            writeTitle(block)
            open(block)
            containers[containers.count - 1].number = reader.metadata(of: block)["start"].flatMap { Int($0) } ?? 1
            if joins { lines.join() }
        case .term: term += (term.isEmpty ? "" : ", ") + plain(block.text ?? "")
        case .item: writeItem(block)
        case .listing, .literal, .verse, .stem: writeIndented(block)
        case .pass: write(RawMarkup.text(block.text ?? ""))
        case .image, .video, .audio: writeMedia(block)
        case .table: writeTable(block)
        case .thematicBreak: lines.write(["* * *"])
        case .document, .pageBreak, .toc: break
        case .admonition:
            writeTitle(block)
            let label = "\(block.admonitionName): "
            open(block, first: label, rest: "    ")
            if block.text != nil { writeText(block) }
        case .quote, .sidebar, .example:
            writeTitle(block)
            open(block, first: "    ", rest: "    ")
            let metadata = reader.metadata(of: block)
            let said = [
                metadata["attribution"] ?? metadata["$2"], metadata["citetitle"] ?? metadata["$3"],
            ]
            containers[containers.count - 1].attribution =
                block.context == .quote ? said.compactMap { $0.map(plain) }.joined(separator: ", ") : ""
            if block.text != nil { writeText(block) }
        case .open:
            writeTitle(block)
            open(block)
            if block.text != nil { writeText(block) }
        case .paragraph:
            writeTitle(block)
            writeText(block)
        }
    }

    private mutating func writeHeading(_ title: String, underlined sign: String) {
        let rule = String(repeating: sign, count: title.count)
        lines.write([title] + (rule.isEmpty ? [] : [rule]))
    }

    private mutating func writeTitle(_ block: SemanticBlock) {
        if let title = block.title { lines.write([plain(title) + ":"]) }
    }

    private mutating func writeText(_ block: SemanticBlock) { write(text(of: reader.inlines(of: block))) }

    private mutating func write(_ text: String) {
        let written = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if !text.isEmpty { lines.write(written) }
    }

    private mutating func writeItem(_ block: SemanticBlock) {
        let list = containers.count - 1
        if containers[list].hasItems { lines.join() }
        containers[list].hasItems = true
        let isOrdered = containers[list].context == .orderedList || containers[list].context == .calloutList
        let metadata = reader.metadata(of: block)
        let box = metadata["checkbox"] == nil ? "" : metadata["checked"] == nil ? "[ ] " : "[x] "
        var sign = isOrdered ? "\(containers[list].number). " : "- "
        if block.marker == nil {
            sign = ""
            lines.write([term])
            term = ""
            lines.join()
            open(block, first: "    ", rest: "    ")
        } else {
            containers[list].number &+= 1
            open(block, first: sign, rest: String(repeating: " ", count: sign.count))
        }
        let shown = box + text(of: reader.inlines(of: block))
        if !shown.isEmpty { write(shown) }
    }

    private mutating func writeIndented(_ block: SemanticBlock) {
        writeTitle(block)
        let text = block.context == .verse ? text(of: reader.inlines(of: block)) : block.text ?? ""
        lines.open(first: "    ", rest: "    ")
        write(text)
        lines.close()
    }

    private mutating func writeMedia(_ block: SemanticBlock) {
        let caption = block.title.map(plain) ?? reader.metadata(of: block)["alt"] ?? reader.metadata(of: block)["$1"]
        lines.write([[caption.map { $0 + ":" }, block.target].compactMap { $0 }.joined(separator: " ")])
    }

    private mutating func writeTable(_ block: SemanticBlock) {
        writeTitle(block)
        lines.write(
            block.cells.map { row in
                row.map { plain($0.text).replacing("\n", with: " ") }.joined(separator: " | ")
            })
    }

    // MARK: Inlines

    private func plain(_ written: String) -> String { text(of: reader.inlines(of: written)) }

    private func text(of inlines: [AsgInline]) -> String { inlines.map(text).joined().droppingBlanksAtEnd }

    private func text(of inline: AsgInline) -> String {
        let inside = inline.inlines.isEmpty ? inline.value ?? "" : inline.inlines.map(text).joined()
        switch "\(inline.name)" {
        case "charref": return CharacterReference.text(inline.value ?? "")
        case "raw": return RawMarkup.text(inside)
        case "break": return "\n"
        case "anchor": return ""
        case "footnote": return " [\(inside)]"
        case "image", "icon": return inside.isEmpty ? "[\(inline.target ?? "")]" : "[\(inside)]"
        case "indexterm": return inline.variant.map { "\($0)" } == "hidden" ? "" : inside
        case "ref" where inline.variant.map({ "\($0)" }) == "link": return link(inline.target ?? "", inside)
        default: return inside.replacing("\u{200B}", with: "")
        }
    }

    private func link(_ target: String, _ text: String) -> String {
        if text.isEmpty || target.hasSuffix(text) { return text.isEmpty ? target : text }
        return "\(text) (\(target))"
    }
}
