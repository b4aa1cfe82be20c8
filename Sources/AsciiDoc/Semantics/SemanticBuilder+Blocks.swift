extension SemanticBuilder {
    /// What a style makes of a block, by what it is written as; another style stays a name.
    private static let masks: [NodeKind: [String: SemanticBlock.Context]] = [
        .listing: ["literal": .literal, "listing": .listing, "source": .listing],
        .literal: ["listing": .listing, "source": .listing], .quote: ["verse": .verse],
        .pass: ["stem": .stem, "latexmath": .stem, "asciimath": .stem],
        .open: [
            "literal": .literal, "listing": .listing, "source": .listing, "verse": .verse, "example": .example,
            "pass": .pass, "quote": .quote, "sidebar": .sidebar, "abstract": .open, "partintro": .open,
        ],
        .paragraph: [
            "literal": .literal, "listing": .listing, "source": .listing, "verse": .verse, "example": .example,
            "pass": .pass, "quote": .quote, "sidebar": .sidebar, "abstract": .open, "partintro": .open, "open": .open,
            "stem": .stem, "latexmath": .stem, "asciimath": .stem,
        ],
    ]

    static let contexts: [NodeKind: SemanticBlock.Context] = [
        .listing: .listing, .literal: .literal, .example: .example, .sidebar: .sidebar, .quote: .quote, .open: .open,
        .pass: .pass, .table: .table, .paragraph: .paragraph, .unorderedList: .unorderedList,
        .orderedList: .orderedList, .descriptionList: .descriptionList, .calloutList: .calloutList,
    ]

    private func context(_ kind: NodeKind, _ style: String?) -> SemanticBlock.Context {
        let plain = Self.contexts[kind] ?? .paragraph
        guard let style else { return plain }
        if Block.Admonition.names.contains(style), [.example, .open, .paragraph].contains(kind) { return .admonition }
        return Self.masks[kind]?[style] ?? plain
    }

    mutating func addSection(_ node: Node, _ depth: Int) -> Bool {
        if isNameSection(node) {
            nameParagraph = node.children.first { $0.kind == .paragraph }?.index
            depths[node.index] = Int32(clamping: depth)
            return true
        }
        let style = metadata(of: node).style
        add(.section, node, depth)
        if attributes["doctype"] == "book" { bookSections.insert(node.index) }
        guard let heading = node.children.first(where: { $0.kind == .heading }) else { return true }
        let title = heading.headingTitle
        edit { block in
            block.title = title
            block.style = nil
            block.level = node.level == 0 && style != nil ? 1 : node.level
        }
        return true
    }

    /// A heading in a section was noted with it; another one is discrete.
    mutating func addHeading(_ node: Node, _ depth: Int) {
        if nameParagraph != nil, node.parent.map(isNameSection) == true { return }
        if node.parent?.kind == .section, blocks.last?.context == .section, node.isFirstHeading { return }
        add(.discreteHeading, node, depth)
        let title = node.headingTitle
        edit {
            $0.title = title
            $0.level = node.level
        }
    }

    mutating func addParagraph(_ node: Node, _ depth: Int) {
        if node.index == nameParagraph { return }
        let style = metadata(of: node).style
        if node.kind == .paragraph, style == nil, let text = plainText(of: node) {
            add(.paragraph, node, depth)
            return edit { $0.text = text }
        }
        var lines = lines(of: node)
        if node.kind == .literalParagraph, style.map({ $0 == "normal" || !ParagraphStyle.isKnown($0) }) ?? true {
            add(style == "normal" ? .paragraph : .literal, node, depth)
            let all = Self.withoutIndent(self.lines(of: node, withComments: true))
            edit { $0.text = all.joined(separator: "\n") }
            return
        }
        if style == "comment" { return }
        let context = context(.paragraph, style)
        guard context == .paragraph else {
            if Self.verbatim.contains(context) { lines = indented(self.lines(of: node, withComments: true), node) }
            let stem = stemStyle(metadata(of: node))
            add(context, node, depth)
            edit {
                $0.text = lines.joined(separator: "\n")
                if context == .stem, style == "stem" { $0.style = stem }
            }
            return
        }
        if lines.first?.hasPrefix("> ") == true, style == nil, quoteDepth < Self.deepestQuote {
            return addMarkdownQuote(node, depth, lines)
        }
        add(.paragraph, node, depth)
        if lines.first?.utf8.first?.isBlank == true { lines = Self.withoutIndent(lines) }
        let first = lines.first ?? ""
        if let label = AdmonitionLabel(startOf: first.utf8) {
            lines[0] = String(first.dropFirst(label.length)).trimmingLeadingBlanks
            edit { ($0.context, $0.style) = (.admonition, label.kind.rawValue) }
        } else if first.hasPrefix("\""), lines.count > 1, lines[lines.count - 1].hasPrefix("-- "),
            lines[lines.count - 2].hasSuffix("\""), lines.count > 2 || first != "\""
        {
            let attribution = Self.attribution(lines.removeLast())
            lines[0].removeFirst()
            lines[lines.count - 1].removeLast()
            edit { ($0.context, $0.style, $0.attribution) = (.quote, nil, attribution) }
        }
        edit { $0.text = lines.joined(separator: "\n") }
    }

    /// `-- Thomas Jefferson, Papers`: who, and where.
    private static func attribution(_ line: String) -> [String] {
        let text = line.dropFirst(3)
        guard let comma = text.firstRange(of: ", ") else { return [String(text)] }
        return [String(text[..<comma]), String(text[comma...].dropFirst(2))]
    }

    /// How deep Markdown's quotes may stand in each other; the signs of deeper ones are text.
    private static let deepestQuote = 32

    private mutating func addMarkdownQuote(_ node: Node, _ depth: Int, _ lines: [String]) {
        add(.quote, node, depth)
        edit { $0.style = nil }
        var quoted = lines.map { $0 == ">" ? "" : $0.hasPrefix("> ") ? String($0.dropFirst(2)) : $0 }
        if let last = quoted.last, last.hasPrefix("-- ") {
            quoted.removeLast()
            edit { $0.attribution = Self.attribution(last) }
        }
        let inner = Document(parsing: quoted.joined(separator: "\n"))
        var builder = SemanticBuilder(inner, PreprocessedSource(unchanged: inner.source, attributes: attributes))
        builder.quoteDepth = quoteDepth + 1
        builder.build()
        for block in builder.blocks.dropFirst() {
            var block = block
            block.depth += depth
            block.node = nil
            blocks.append(block)
        }
    }

    mutating func addMacro(_ node: Node, _ depth: Int) {
        let text = string(document.trimBlanks(node.children.last { $0.kind == .text }?.range ?? node.range))
        let name = text.prefix { $0 != ":" }
        guard let context = SemanticBlock.Context(rawValue: String(name)), let open = text.firstIndex(of: "[") else {
            return addParagraph(node, depth)
        }
        guard let target = target(String(text[..<open].dropFirst(name.count + 2))) else { return }
        add(context, node, depth)
        var inside = BlockMetadata()
        inside.read(attributes: attributes.resolved(String(text[open...].dropFirst().dropLast())))
        if let title = inside.title { edit { $0.title = title } }
        edit { block in
            guard context != .toc else { return }
            (block.style, block.target) = (nil, target)
        }
    }

    /// A macro's target with its references replaced; nil where an unknown one takes the whole line away.
    private func target(_ written: String) -> String? {
        let missing = attributes["attribute-missing"]
        guard written.contains("{"), missing == "drop" || missing == "drop-line" else {
            return attributes.resolved(written)
        }
        let resolved = attributes.resolved(written, droppingUnknown: true)
        return missing == "drop" || resolved == attributes.resolved(written) ? resolved : nil
    }

    mutating func addDelimited(_ node: Node, _ depth: Int) -> Bool {
        let metadata = metadata(of: node)
        let context = context(node.kind, metadata.style)
        if metadata.style == "comment", node.kind == .open { return false }
        add(context, node, depth)
        let style = impliedStyle(node, context, metadata)
        if let style { edit { $0.style = style } }
        if context == .table {
            var table = TableReader(
                of: node, metadata)
            table.read()
            edit { ($0.table, $0.cells) = (table.shape, table.cells) }
            return false
        }
        guard [.listing, .literal, .verse, .pass, .stem].contains(context) else { return true }
        var written = lines(of: node)
        if node.losesBlankEnd { written.removeSubrange(((written.lastIndex { !$0.isEmpty } ?? -1) + 1)...) }
        let lines = indented(written, node)
        edit { $0.text = lines.joined(separator: "\n") }
        return false
    }

    /// A verbatim block's lines with the indent that it asks for; one of source code may get it from the document.
    private mutating func indented(_ lines: [String], _ node: Node) -> [String] {
        let isSource = blocks.last?.node == node.index ? blocks.last?.style == "source" : true
        let metadata = metadata(of: node)
        return Self.indented(lines, by: metadata.named["indent"] ?? (isSource ? attributes["source-indent"] : nil))
    }

    private func impliedStyle(
        _ node: Node, _ context: SemanticBlock.Context, _ metadata: BlockMetadata
    ) -> String? {
        let isFence = node.delimiter.map { document.source[$0.lowerBound] } == UInt8(ascii: "`")
        if isFence { return "source" }
        let isSource = metadata.positional[2] != nil || attributes["source-language"] != nil
        if context == .listing, metadata.style == nil, isSource { return "source" }
        return context == .stem && metadata.style == "stem" ? stemStyle(metadata) : nil
    }

    private func stemStyle(_ metadata: BlockMetadata) -> String {
        ["latexmath", "latex", "tex"].contains(metadata.positional[2] ?? attributes["stem"] ?? "")
            ? "latexmath" : "asciimath"
    }

    private static let verbatim: Set<SemanticBlock.Context> = [.literal, .listing, .verse]
}

extension Node {
    /// Whether blank lines at the end of an unfinished block are none: an item or the document ends there, too.
    var losesBlankEnd: Bool {
        guard !isTerminated else { return false }
        var outer = parent
        while let node = outer, node.kind != .listItem {
            if node.kind.hasDelimiters, node.isTerminated { return false }
            outer = node.parent
        }
        return true
    }

    /// Whether no heading stands before it below its parent.
    fileprivate var isFirstHeading: Bool { parent?.children.first { $0.kind == .heading }?.index == index }
}
