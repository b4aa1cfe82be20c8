import AsciiDoc
import AsciiDocASG
import Notebook

extension MarkdownWriter {
    mutating func write(_ block: SemanticBlock) {
        switch block.context {
        case .section: writeSection(block)
        case .discreteHeading: writeHeading(block, number: "")
        case .paragraph: writeText(block)
        case .listing, .literal: writeListing(block)
        case .admonition: writeAdmonition(block)
        case .quote, .verse: writeQuotation(block)
        case .example, .sidebar, .open: writeFrame(block)
        case .pass: writeRaw(block)
        case .stem: writeFormula(block)
        case .image: writeImage(block)
        case .video, .audio: writeMedia(block)
        case .table: writeTable(block)
        case .unorderedList, .orderedList, .calloutList, .descriptionList: openList(block)
        case .item: writeItem(block)
        case .term: addTerm(block)
        case .thematicBreak: lines.write(["---"])
        case .pageBreak: lose(.pageBreak)
        case .toc: lose(.tableOfContents)
        case .document: break
        }
    }

    // MARK: Headings

    private mutating func writeSection(_ block: SemanticBlock) {
        writeHeading(block, number: number(of: block))
        open(block)
    }

    private mutating func writeHeading(_ block: SemanticBlock, number: String) {
        let level = min((block.level ?? 1) + 1, 6)
        let title = anchor() + number + markdown(reader.inlines(of: block.title ?? ""), in: .line)
        lines.write([String(repeating: "#", count: level) + " " + MarkdownText.heading(title)])
    }

    /// `1.2. ` with `:sectnums:`.
    private mutating func number(of block: SemanticBlock) -> String {
        let level = block.level ?? 1
        if reader.metadata(of: block)["style"] == "appendix" { return appendixNumber(level) }
        if let around = appendix, level <= around.level { appendix = nil }
        if level == 0 { return partNumber() }
        guard reader.attribute("sectnums") != nil, level > 0, level < sectionNumbers.count,
            level <= reader.attribute("sectnumlevels").flatMap({ Int($0) }) ?? 3,
            !Self.unnumbered.contains(reader.metadata(of: block)["style"] ?? "")
        else { return "" }
        sectionNumbers[level] += 1
        for deeper in (level + 1)..<max(level + 1, sectionNumbers.count) { sectionNumbers[deeper] = 0 }
        guard let appendix, appendix.level + 1 <= level else {
            return sectionNumbers[1...level].map { "\($0)." }.joined() + " "
        }
        return "\(appendix.letter)." + sectionNumbers[(appendix.level + 1)...level].map { "\($0)." }.joined() + " "
    }

    /// `Appendix A: `
    private mutating func appendixNumber(_ level: Int) -> String {
        appendices += 1
        let letter = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(min(appendices, 26)) - 1))
        appendix = (max(level, 1), letter)
        for deeper in (max(level, 1) + 1)..<max(level + 1, sectionNumbers.count) { sectionNumbers[deeper] = 0 }
        guard let label = reader.attribute("appendix-caption") else { return "\(letter). " }
        return MarkdownText.escaped("\(label) \(letter): ")
    }

    /// `Part I: ` with `:partnums:`.
    private mutating func partNumber() -> String {
        guard reader.attribute("partnums") != nil else { return "" }
        parts += 1
        let signifier = reader.attribute("part-signifier").map { $0 + " " } ?? ""
        return MarkdownText.escaped("\(signifier)\(RomanNumeral.text(of: parts).uppercased()): ")
    }

    private static let unnumbered: Set<String> = [
        "appendix", "preface", "abstract", "colophon", "dedication", "glossary", "bibliography", "index",
        "acknowledgments",
    ]

    /// Where references to the block lead; empty where there are none.
    func anchor() -> String {
        guard let identifier = references.identifiers[index], references.isUsed(identifier) else { return "" }
        return Self.anchor(identifier)
    }

    static func anchor(_ identifier: String) -> String {
        let name = identifier.filter { !"\"<>&".contains($0) && !$0.isWhitespace }
        return "<a id=\"\(name)\"></a>"
    }

    // MARK: Titles

    /// The title above a block.
    mutating func writeTitle(of block: SemanticBlock, caption: String = "") {
        let anchor = anchor()
        guard let title = block.title else { return anchor.isEmpty ? () : lines.write([anchor]) }
        lines.write([anchor + strong(caption + markdown(reader.inlines(of: title), in: .line))])
    }

    /// `Figure 1. `, as the document calls its figures, tables and examples; empty where it does not number them.
    mutating func caption(_ name: String, of block: SemanticBlock) -> String {
        guard block.title != nil else { return "" }
        if let given = reader.metadata(of: block)["caption"] ?? reader.attribute("caption") {
            return MarkdownText.escaped(given)
        }
        guard let label = reader.attribute(name + "-caption") else { return "" }
        captions[name, default: 0] += 1
        return MarkdownText.escaped("\(label) \(captions[name, default: 1]). ")
    }

    // MARK: Texts

    private mutating func writeText(_ block: SemanticBlock) {
        writeTitle(of: block)
        writeParagraph(text(of: block))
    }

    /// The block's text; every line's end breaks it where the document asks for that.
    func breaksLines(_ block: SemanticBlock) -> Bool {
        reader.attribute("hardbreaks-option") != nil || reader.attribute("hardbreaks") != nil
            || reader.metadata(of: block).options.contains("hardbreaks")
    }

    mutating func text(of block: SemanticBlock) -> String {
        let text = markdown(reader.inlines(of: block), in: .paragraph)
        guard breaksLines(block) else { return text }
        return text.replacing("\\\n", with: "\n").replacing("\n", with: "\\\n")
    }

    private mutating func writeListing(_ block: SemanticBlock) {
        writeTitle(of: block, caption: block.context == .listing ? caption("listing", of: block) : "")
        let metadata = reader.metadata(of: block)
        let isSource = block.style == "source"
        let language = isSource ? metadata["language"] ?? metadata["$2"] ?? reader.attribute("source-language") : nil
        lines.write(MarkdownText.fenced(plain(reader.inlines(of: block)), language: language ?? ""))
    }

    private mutating func writeAdmonition(_ block: SemanticBlock) {
        let name = block.admonitionName
        let isAlert = lines.depth == 0
        if !isAlert { lose(.nestedAlert) }
        open(block, prefix: "> ")
        let goesOn = block.title == nil && block.text != nil
        let start = isAlert ? "[!\(name)]" : strong(label(of: block)) + (goesOn ? "\\" : "")
        lines.write([start])
        if goesOn || (isAlert && block.title != nil) { lines.join() }
        writeTitle(of: block)
        guard block.text != nil else { return }
        if goesOn { lines.join() }
        writeParagraph(text(of: block))
    }

    /// What the document calls such an admonition.
    func label(of block: SemanticBlock) -> String {
        let name = block.admonitionName
        return MarkdownText.escaped(
            reader.metadata(of: block)["caption"] ?? reader.attribute(name.lowercased() + "-caption") ?? name)
    }

    private mutating func writeQuotation(_ block: SemanticBlock) {
        writeTitle(of: block)
        let metadata = reader.metadata(of: block)
        open(block, prefix: "> ")
        containers[containers.count - 1].attribution = attribution(metadata)
        guard block.text != nil else { return }
        if block.context == .quote { return writeParagraph(text(of: block)) }
        let text = markdown(reader.inlines(of: block), in: .paragraph).replacing("\\\n", with: "\n")
        let verses = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let indent = line.prefix { $0 == " " }.count
            return String(repeating: "\u{A0}", count: indent) + MarkdownText.guarded(String(line.dropFirst(indent)))
        }
        for stanza in verses.split(separator: "") {
            lines.write(stanza.dropLast().map { $0 + "\\" } + stanza.suffix(1))
        }
    }

    private mutating func attribution(_ metadata: AsgMetadata) -> [String] {
        let (who, source) = (metadata["attribution"] ?? metadata["$2"], metadata["citetitle"] ?? metadata["$3"])
        var written: [String] = []
        if let who, !who.isEmpty { written.append("— " + markdown(reader.inlines(of: who), in: .line)) }
        if let source, !source.isEmpty { written.append(markdown(reader.inlines(of: source), in: .line)) }
        return written.enumerated().map { MarkdownText.guarded($1) + ($0 + 1 < written.count ? "\\" : "") }
    }

    private mutating func writeFrame(_ block: SemanticBlock) {
        let isQuoted = block.context == .sidebar || block.style == "abstract"
        let isCollapsible = block.context == .example && reader.metadata(of: block).options.contains("collapsible")
        let caption = block.context == .example && !isCollapsible ? caption("example", of: block) : ""
        if block.context != .open { lose(.frame) }
        open(block, prefix: isQuoted ? "> " : nil)
        if isCollapsible, block.title == nil { lines.write([strong("Details")]) }
        writeTitle(of: block, caption: caption)
        if block.text != nil { writeParagraph(text(of: block)) }
    }

    private mutating func writeRaw(_ block: SemanticBlock) {
        lose(.rawMarkup)
        let text = RawMarkup.text(block.text ?? "")
        if text.contains(where: { !$0.isWhitespace }) { writeParagraph(MarkdownText.escaped(text)) }
    }

    private mutating func writeFormula(_ block: SemanticBlock) {
        writeTitle(of: block)
        let isLatex = block.style == "latexmath"
        if !isLatex { lose(.formula) }
        lines.write(MarkdownText.fenced(block.text ?? "", language: isLatex ? "math" : ""))
    }

    private mutating func writeImage(_ block: SemanticBlock) {
        let caption = caption("figure", of: block)
        let image = image(block.target ?? "", reader.metadata(of: block))
        lines.write([anchor() + image])
        guard let title = block.title else { return }
        lines.write([emphasis(caption + markdown(reader.inlines(of: title), in: .line))])
    }

    private mutating func writeMedia(_ block: SemanticBlock) {
        lose(.media)
        writeTitle(of: block)
        let target = block.target ?? ""
        lines.write([link(to: address(ofMedia: target, reader.metadata(of: block)), target)])
    }

    /// Sites name a video by its number.
    private func address(ofMedia target: String, _ metadata: AsgMetadata) -> String {
        switch metadata["$1"] {
        case "youtube": "https://www.youtube.com/watch?v=" + target
        case "vimeo": "https://vimeo.com/" + target
        default: path(target)
        }
    }
}
