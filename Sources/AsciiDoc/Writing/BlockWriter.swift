/// Writes blocks as lines, in a style, at one place of a document.
struct BlockWriter {
    let style: Style
    /// Delimiters that enclose the place: a line like one of them would end that block.
    var enclosing: Set<String> = []
    /// The level of the section around the place.
    var level = 0
    /// Whether sections may stand here.
    var takesSections = true
    /// Whether the place is in a list item: a line of text that looks like an item would be one.
    var isInList = false
    /// Whether a description list is around, where any line with a `::` begins another item.
    var isInDescription = false

    /// The lines of blocks that follow each other.
    func lines(_ blocks: [Block]) -> [String] {
        var written: [String] = []
        var previous: Block?
        for block in blocks {
            let lines = self.lines(block)
            guard !lines.isEmpty else { continue }
            if let previous { written += separator(previous, block, lines) }
            written += lines
            previous = block
        }
        return written
    }

    /// The lines of a block, without line ends.
    func lines(_ block: Block, _ metadata: Block.Metadata = .init()) -> [String] {
        switch block {
        case .paragraph(let lines): about(metadata) + paragraph(lines)
        case .section(let level, let title, let blocks): section(level, title, blocks, metadata)
        case .heading(let level, let title): heading(level, title, metadata)
        case .list(let kind, let items): about(metadata) + ListWriter(writer: self).lines(kind, items)
        case .verbatim(.comment, let lines): verbatim(.comment, lines, .init())
        case .verbatim(let kind, let lines): verbatim(kind, lines, metadata)
        case .compound(let kind, let blocks): compound(kind, blocks, metadata)
        case .table(let table): lines(table, metadata)
        case .macro(let macro, let target, let attributes):
            about(metadata) + [style.form(of: macro) + target.asMacroTarget + "[" + defused(attributes.written()) + "]"]
        case .thematicBreak: about(metadata) + ["'''"]
        case .pageBreak: about(metadata) + ["<<<"]
        case .comment(let text): text.lines.map { "// " + $0 }
        case .described(let more, let block): lines(block, metadata.adding(more))
        case .condition(let attribute, let lines):
            about(metadata) + ["ifdef::\(attribute.asMacroTarget)[]"] + closed(lines) + ["endif::[]"]
        case .asciidoc(let lines): about(metadata) + closed(lines)
        }
    }

    // MARK: - Around blocks

    /// What parts two blocks: blank lines, and a comment where the second one would go on with the list that is the first.
    private func separator(_ previous: Block, _ next: Block, _ lines: [String]) -> [String] {
        let isHeading = previous.isSection || next.isSection
        let gap = Array(repeating: "", count: isHeading ? max(1, style.blankLinesBeforeSection) : 1)
        guard previous.endsInList else { return gap }
        let goesOn = next.isList || previous.describes || lines.prefix(3).contains(where: \.hasTermMarker)
        return goesOn ? ["", "//-"] + gap : gap
    }

    /// The lines above a block: title and attributes.
    ///
    /// - Parameters:
    ///   - kind: what makes the block what it is (`source`, `NOTE`).
    ///   - values: the positional attributes after that.
    private func about(_ metadata: Block.Metadata, _ kind: String = "", _ values: [String] = []) -> [String] {
        let title = metadata.title.map { ["." + defused(escape($0, for: .blockTitle))] } ?? []
        let list = defused(metadata.attributeList(kind, values, separator: style.spacesAttributes ? ", " : ","))
        let attributes = list.isEmpty ? [] : ["[\(list)]"]
        return style.titleComesFirst ? title + attributes : attributes + title
    }

    /// The text without a `::` that would end a term, where that means something: in a list, also to lines about a block.
    func defused(_ text: String) -> String {
        (isInDescription || isInList) && !text.isEmpty ? escape(text, for: .listItemContinuation) : text
    }

    // MARK: - Text

    private func paragraph(_ lines: [String]) -> [String] {
        let later = isInList ? EscapeContext.listItemContinuation : .paragraphContinuation
        var written: [String] = []
        for line in lines {
            written.append(escape(line, for: written.isEmpty ? .paragraph : later, after: written.last))
        }
        return written
    }

    private func section(_ level: Int, _ title: String, _ blocks: [Block], _ metadata: Block.Metadata) -> [String] {
        guard takesSections else {
            return lines([.described(metadata, .heading(level: level, title: title))] + blocks)
        }
        var inner = self
        inner.level = min(max(level, self.level + 1), 5)
        var untitled = metadata
        untitled.title = nil
        let heading = String(repeating: "=", count: inner.level + 1) + " " + escape(title, for: .sectionTitle)
        let body = inner.lines(blocks)
        let gap = Array(repeating: "", count: body.isEmpty ? 0 : style.blankLinesAfterHeading)
        return about(untitled) + [heading] + gap + body
    }

    private func heading(_ level: Int, _ title: String, _ metadata: Block.Metadata) -> [String] {
        let signs = String(repeating: "=", count: min(max(level, 1), 5) + 1)
        return about(metadata, "discrete") + [signs + " " + defused(escape(title, for: .sectionTitle))]
    }

    // MARK: - Delimited blocks

    private func verbatim(_ kind: Block.Verbatim, _ lines: [String], _ metadata: Block.Metadata) -> [String] {
        let form = kind.form
        let written = lines.flatMap(\.lines).map(form.escapes)
        if case .table(let attributes) = kind {
            let list = attributes.isEmpty ? [] : [defused(attributes)]
            return about(metadata) + list + [Self.tableDelimiter] + written + [Self.tableDelimiter]
        }
        if case .listing(let language) = kind, style.fencesListings, metadata.attributeList("", []).isEmpty,
            language.map({ $0.allSatisfy(\.isPlainInAttributes) }) ?? true,
            !written.contains(where: { $0.hasPrefix("```") }), !enclosing.contains("```")
        {
            return about(metadata) + ["```" + (language ?? "")] + written + ["```"]
        }
        let fence = delimiter(form.sign, around: written)
        return about(metadata, form.style, form.values) + [fence] + written + [fence]
    }

    private func compound(_ kind: Block.Compound, _ blocks: [Block], _ metadata: Block.Metadata) -> [String] {
        if case .admonition(let label) = kind, style.writesAdmonitionsInLine,
            case .paragraph(let lines)? = blocks.first,
            blocks.count == 1, lines.count == 1, metadata.attributeList("", []).isEmpty
        {
            return about(metadata) + paragraph(lines).map { label.rawValue + ": " + $0 }
        }
        var form = kind.form
        var inner = self
        (inner.takesSections, inner.isInList, inner.isInDescription) = (false, false, false)
        // An open block's delimiter has one length only: a line like it among typed ones is text.
        let written = inner.lines(form.sign == "-" ? blocks.map(\.withoutOpenDelimiters) : blocks)
        if form.sign == "-" {
            let isOpen = enclosing.contains("--") || written.contains { $0.trimmingBlanks == "--" }
            if !isOpen { return about(metadata, form.style) + ["--"] + written + ["--"] }
            form = Block.Compound.example.form
        }
        let fence = delimiter(form.sign, around: written)
        return about(metadata, form.style, form.values) + [fence] + written + [fence]
    }

    /// AsciiDoc that closes every block and condition that it opens. Within a block a row like `----` is no underline.
    private func closed(_ lines: [String]) -> [String] {
        let around = takesSections ? ["x", ""] : [delimiter("=", around: lines)]
        let document = Document(parsing: (around + lines).map { $0 + "\n" }.joined())
        let open = document.root.openDelimiters.dropLast(takesSections ? 0 : 1)
        let conditions = document.openConditions(at: document.source.count)
        return lines + (open + conditions).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A delimiter longer than any line of that sign among the lines, and unlike those around the place.
    func delimiter(_ sign: Character, around lines: [String]) -> String {
        let longest = lines.map { line in
            let text = line.trimmingBlanks
            return text.allSatisfy { $0 == sign } ? text.count + 1 : 0
        }
        var fence = String(repeating: sign, count: max(style.delimiterLength, longest.max() ?? 0, 4))
        while enclosing.contains(fence) { fence.append(sign) }
        return fence
    }

    // MARK: - Tables

    fileprivate static let tableDelimiter = "|==="

    private func lines(_ table: Block.Table, _ metadata: Block.Metadata) -> [String] {
        let count = table.columnCount
        guard count > 0 else { return [] }
        var metadata = metadata
        if table.head != nil, !metadata.options.contains("header") { metadata.options.append("header") }
        if table.head == nil, !metadata.options.contains("noheader") { metadata.options.append("noheader") }
        let columns = Block.Attribute("cols", String(repeating: ",1", count: count).dropping(1))
        if !metadata.attributes.contains(where: { $0.name == "cols" }) { metadata.attributes.insert(columns, at: 0) }
        let rows = (table.head.map { [$0] } ?? []) + table.rows
        let written = rows.map { row in
            (0..<count).map { row.indices.contains($0) ? cell(row[$0]) : "|" }.joined(separator: " ")
        }
        let fence = delimiter("=", around: []).dropping(1)
        return about(metadata) + ["|" + fence] + written + ["|" + fence]
    }

    private func cell(_ text: String) -> String {
        let written = escape(text, for: .tableCell)
        return written.isEmpty ? "|" : "|" + written
    }
}

/// How a block between delimiters is written.
private struct DelimitedForm {
    let sign: Character
    var style = ""
    var values: [String] = []
    var escapes: (String) -> String = { escape($0, for: .verbatim) }
}

extension Block.Verbatim {
    fileprivate var form: DelimitedForm {
        switch self {
        case .listing(let language?): DelimitedForm(sign: "-", style: "source", values: [language])
        case .listing(nil): DelimitedForm(sign: "-")
        case .literal: DelimitedForm(sign: ".")
        case .pass: DelimitedForm(sign: "+", escapes: Self.withoutDirectives)
        case .stem: DelimitedForm(sign: "+", style: "stem", escapes: Self.withoutDirectives)
        case .verse(let name, let source):
            DelimitedForm(sign: "_", style: "verse", values: [name, source].known, escapes: Self.withoutDirectives)
        case .comment: DelimitedForm(sign: "/", escapes: Self.withoutDirectives)
        case .table:
            DelimitedForm(sign: "=") { line in
                line.trimmingBlanks == BlockWriter.tableDelimiter ? "{empty}" + line : Self.withoutDirectives(line)
            }
        }
    }

    /// Where callouts mean nothing, only the preprocessor has to be kept from the text.
    private static func withoutDirectives(_ line: String) -> String {
        TypedText(line).isDirective ? escape(line, for: .verbatim) : line
    }
}

extension Block.Compound {
    fileprivate var form: DelimitedForm {
        switch self {
        case .example: DelimitedForm(sign: "=")
        case .sidebar: DelimitedForm(sign: "*")
        case .open: DelimitedForm(sign: "-")
        // The delimiter alone says that it is a quotation.
        case .quote(nil, nil): DelimitedForm(sign: "_")
        case .quote(let name, let source): DelimitedForm(sign: "_", style: "quote", values: [name, source].known)
        case .admonition(let kind): DelimitedForm(sign: "=", style: kind.rawValue)
        }
    }
}

extension [String?] {
    /// The values up to the last one that is known.
    fileprivate var known: [String] {
        let values = map { $0 ?? "" }
        return [String](values.prefix((values.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }
}

extension Block {
    fileprivate var withoutOpenDelimiters: Block {
        guard case .asciidoc(let lines) = self else { return self }
        return .asciidoc(lines.map { $0.trimmingBlanks == "--" ? "{empty}--" : $0 })
    }

    /// The block without what is said about it.
    var bare: Block {
        if case .described(_, let block) = self { block.bare } else { self }
    }

    var isSection: Bool { if case .section = bare { true } else { false } }

    var isList: Bool { if case .list = bare { true } else { false } }

    fileprivate var endsInList: Bool {
        if case .section(_, _, let blocks) = bare { blocks.last?.endsInList ?? false } else { isList }
    }

    /// Whether there is a description list in it: a line after it that has a `::`, or that a term without text would
    /// take, goes on with it.
    var describes: Bool {
        switch self {
        case .list(let kind, let items): kind == .description || items.contains(where: \.describes)
        case .section(_, _, let blocks): blocks.last?.describes ?? false
        case .described(_, let block): block.describes
        default: false
        }
    }
}

extension Block.Item {
    fileprivate var describes: Bool { !items.isEmpty && list == .description || items.contains(where: \.describes) }
}

extension String {
    /// Whether after a list, even after a blank line, the line would be an item of a description list.
    fileprivate var hasTermMarker: Bool {
        let text = trimmingBlanks
        return ["::", ";;"].contains { text.hasSuffix($0) || text.contains("\($0) ") || text.contains("\($0)\t") }
    }
}
