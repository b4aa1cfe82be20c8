import AsciiDoc

extension AsgWriter {
    private static let names: [SemanticBlock.Context: StaticString] = [
        .section: "section", .discreteHeading: "heading", .paragraph: "paragraph", .literal: "literal",
        .listing: "listing", .example: "example", .sidebar: "sidebar", .quote: "quote", .verse: "verse",
        .open: "open", .pass: "pass", .stem: "stem", .admonition: "admonition", .table: "table", .image: "image",
        .video: "video", .audio: "audio", .toc: "toc", .thematicBreak: "break", .pageBreak: "break",
        .unorderedList: "list", .orderedList: "list", .calloutList: "list", .descriptionList: "dlist",
        .item: "listItem",
    ]

    private static let variants: [SemanticBlock.Context: String] = [
        .thematicBreak: "thematic", .pageBreak: "page", .unorderedList: "unordered", .orderedList: "ordered",
        .calloutList: "callout",
    ]

    /// What is written of a block before the blocks below it.
    mutating func writeFields(of block: SemanticBlock, _ node: Node?) {
        writeKind(Self.names[block.context] ?? "paragraph")
        if let variant = Self.variants[block.context] { json.member("variant", variant) }
        if block.context == .admonition { json.member("variant", (block.style ?? "note").lowercased()) }
        writeMetadata(of: block, node)
        if let title = block.title { writeTitle(title, node, block.context) }
        switch block.context {
        case .section, .discreteHeading:
            json.name("level")
            json.number(block.level ?? 1)
        case .unorderedList, .orderedList, .calloutList, .descriptionList: beginList(block, node)
        case .item: writeItem(block, node)
        case .thematicBreak, .pageBreak: break
        case .image, .video, .audio, .toc:
            json.member("form", "macro")
            if let target = block.target { json.member("target", target) }
        default: writeBody(block, node)
        }
    }

    private mutating func writeBody(_ block: SemanticBlock, _ node: Node?) {
        writeForm(of: block, node)
        if let table = block.table { writeRows(of: block, table) }
        guard let text = block.text else { return }
        parser.breaksLines = breaksLines(node)
        defer { parser.breaksLines = false }
        let region = node?.textRegion ?? 0..<0
        let mapped = MappedText(text, in: document.source, from: region)
        guard Self.parents.contains(block.context) else {
            return writeInlines(mapped, as: "inlines", substitutions(of: block, node))
        }
        json.name("blocks")
        json.beginArray()
        json.beginObject()
        writeKind("paragraph")
        writeInlines(mapped, as: "inlines", substitutions(of: block, node))
        if let range = node?.blockRange, !range.isEmpty {
            writeLocation(first: range.lowerBound, last: range.upperBound - 1)
        }
        json.endObject()
        json.endArray()
    }

    /// Blocks of blocks: a text in them is a paragraph.
    private static let parents: Set<SemanticBlock.Context> = [.admonition, .example, .sidebar, .open, .quote]

    private mutating func writeForm(of block: SemanticBlock, _ node: Node?) {
        if let delimiter = node?.delimiter {
            var sign = document.source[delimiter]
            if sign.first == UInt8(ascii: "`") { sign = sign.prefix { $0 == UInt8(ascii: "`") } }
            json.member("form", "delimited")
            json.member("delimiter", String(decoding: sign, as: UTF8.self))
        } else if block.context != .paragraph, block.text != nil {
            let isIndented = node?.kind == .literalParagraph && block.style == nil
            json.member("form", isIndented ? "indented" : "paragraph")
        }
    }

    private mutating func writeTitle(_ title: String, _ node: Node?, _ context: SemanticBlock.Context) {
        let isHeading = context == .section || context == .discreteHeading
        let place = node.flatMap { isHeading ? $0.headingPlace : $0.titlePlace(of: title) }
        writeInlines(MappedText(title, at: place), as: "title", .normal)
    }
}

extension Node {
    /// The block without the lines about it, from the first character of its first line to the last of its last.
    var blockRange: Range<Int> {
        let start = children.first { !$0.kind.isAboutBlock }?.range.lowerBound ?? range.lowerBound
        return start..<max(start, document.trimBlanks(start..<max(start, ownEnd)).upperBound)
    }

    /// Where the block itself ends; of a container, where its first line does: the blocks below it reach further.
    private var ownEnd: Int {
        switch kind {
        case .section: children.first { $0.kind == .heading }?.range.upperBound ?? range.upperBound
        case .unorderedList, .orderedList, .descriptionList, .calloutList: children.first?.range.lowerBound ?? 0
        case .listItem, .paragraph: lastTextEnd ?? range.upperBound
        default: range.upperBound
        }
    }

    private var lastTextEnd: Int? {
        var end: Int?
        for child in children where child.kind == .text || child.kind == .continuation || child.kind == .marker {
            end = child.range.upperBound
        }
        return end
    }

    /// Where the lines of the block's text stand.
    var textRegion: Range<Int> {
        if delimiter != nil { return contentRange }
        let start = children.first { $0.kind == .text }?.range.lowerBound ?? blockRange.lowerBound
        return start..<max(start, range.upperBound)
    }

    /// Where the text of a section's title begins.
    var headingPlace: Int? {
        let heading = kind == .section ? children.first { $0.kind == .heading } : self
        return heading.map(\.contentRange.lowerBound)
    }

    /// Where a title was written: in a line of its own, in an attribute line, in a macro's brackets.
    func titlePlace(of title: String) -> Int? {
        let text = Array(title.utf8)
        for child in children {
            if child.kind == .blockTitle, document.source[child.contentRange].starts(with: text) {
                return child.contentRange.lowerBound
            }
            guard child.kind == .blockAttributes || child.kind == .text else { continue }
            if let place = document.source[child.range].place(of: "title=", before: text) { return place }
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Where `text` stands after `name` and at most one quotation mark.
    fileprivate func place(of name: String, before text: [UInt8]) -> Int? {
        for index in indices where self[index...].starts(with: name.utf8) {
            for start in [index + name.utf8.count, index + name.utf8.count + 1]
            where start < endIndex && self[start...].starts(with: text) { return start }
        }
        return nil
    }
}
