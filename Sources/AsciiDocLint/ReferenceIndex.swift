import AsciiDoc

/// Anchors, references, images and attributes of a document, gathered in one walk over it and its texts.
struct ReferenceIndex {
    /// Every identifier, those that sections get from their titles included.
    private(set) var anchors: Set<String> = []
    /// Titles and reference texts, by which a reference may name what it refers to.
    private(set) var names: Set<String> = []
    private(set) var duplicates: [Finding] = []
    private(set) var crossReferences: [Finding] = []
    private(set) var unknownAttributes: [Finding] = []
    private(set) var images: [Finding] = []
    private(set) var unknownFootnotes: [Finding] = []
    private(set) var deprecatedFootnotes: [Finding] = []
    /// Signs of formats that are hardly meant so.
    private(set) var vanishing: [Finding] = []
    private var footnotes: Set<String> = []
    /// How often the identifiers are there that titles gave.
    private var counts: [String: Int] = [:]
    private var attributes: DocumentAttributes
    private var parser: InlineParser
    /// What is read: the document, or a cell of a table that is one by itself.
    private var scope: Scope
    /// The node about which an anchor is written.
    private var owners: [String: Int] = [:]

    private struct Scope {
        let document: Document
        /// Where it begins.
        var offset = 0
    }

    private var document: Document { scope.document }

    init(_ context: RuleContext) {
        attributes = DocumentAttributes(context.options.attributes)
        parser = InlineParser(attributes: attributes.values)
        scope = Scope(document: context.document)
        var tables = context.tables.makeIterator()
        for index in (1..<document.nodeCount) {
            visit(document.node(index))
            if document.kind(at: index) == .table, let table = tables.next()?.table { readCells(of: table, context) }
        }
    }

    private mutating func visit(_ node: Node) {
        switch node.kind {
        case .attributeEntry:
            if let name = attributes.read(entry: node.joinedEntry) { parser.set(name, to: attributes[name]) }
        case .section: addSection(node)
        case .blockAnchor: addAnchor(node)
        case .blockAttributes: addIdentifier(node)
        case .heading, .documentTitle: readHeading(node)
        case .blockTitle:
            names.insert(node.text)
            read(node.contentRange)
        case .blockMacro: for child in node.children where child.kind == .text { readMacro(child.range) }
        case .listItem:
            if node.parent?.kind == .descriptionList, let term = node.marker { read(term) }
            for child in node.children where child.kind == .text { read(child.range) }
        case .paragraph:
            let isBare = node.children.first?.kind.isAboutBlock != true
            let style = isBare ? nil : BlockMetadata(about: node, resolving: { attributes.resolved($0) }).style
            guard style.map(RuleContext.unread.contains) != true else { return }
            for child in node.children where child.kind == .text { read(child.range) }
        default: break
        }
    }

    private func text(_ range: Range<Int>) -> String { document.text(range) }

    // MARK: Anchors

    /// What is written twice about one block is one anchor.
    private mutating func add(_ name: String, at range: Range<Int>, of owner: Node? = nil) {
        guard !name.isEmpty else { return }
        let before = owners[name]
        if let owner, scope.offset == 0 { owners[name] = owner.position }
        if !anchors.insert(name).inserted, owner == nil || before != owner?.position {
            duplicates.append(finding(range, [name]))
        }
    }

    private func finding(_ range: Range<Int>, _ arguments: [String] = []) -> Finding {
        Finding(range.lowerBound + scope.offset..<range.upperBound + scope.offset, arguments)
    }

    /// `[[id,text]]`
    private mutating func addAnchor(_ node: Node) {
        guard let anchor = node.anchor else { return }
        if let name = anchor.referenceText { names.insert(name) }
        add(anchor.identifier, at: document.trimBlanks(node.range), of: node.parent)
    }

    /// `[#id]`, `[id=…]`
    private mutating func addIdentifier(_ node: Node) {
        let line = document.trimBlanks(node.range)
        let written = text((line.lowerBound + 1)..<(line.upperBound - 1))
        guard written.contains("#") || written.contains("id=") || written.contains("reftext=") else { return }
        var metadata = BlockMetadata()
        metadata.read(attributes: attributes.resolved(written))
        if let name = metadata.named["reftext"] { names.insert(name) }
        let first = metadata.positional[1] ?? ""
        let shorthand = first.firstIndex(of: "#").map {
            first[first.index(after: $0)...].prefix { !".#%".contains($0) }
        }
        add(metadata.named["id"] ?? shorthand.map(String.init) ?? "", at: line, of: node.parent)
    }

    /// The identifier of a section is the one written about it, or at its title's end, or is made of the title.
    private mutating func addSection(_ section: Node) {
        guard let heading = section.children.first(where: { $0.kind == .heading }) else { return }
        let title = heading.headingTitle
        names.insert(title)
        names.insert(attributes.resolved(title))
        let isNamed = section.children.contains { child in
            child.kind == .blockAnchor
                || (child.kind == .blockAttributes && document.source[child.range].contains(UInt8(ascii: "#")))
        }
        guard !isNamed, attributes["sectids"] != nil else { return }
        let plain = plainText(of: Array(title.utf8))
        names.insert(plain)
        anchors.insert(identifier(for: plain))
    }

    /// The identifier that a title gives; one that is taken gets a number.
    private mutating func identifier(for title: String) -> String {
        let maker = SectionIdentifier(attributes)
        let name = maker.identifier(for: title)
        guard anchors.contains(name) else { return name }
        var count = counts[name] ?? 2
        while anchors.contains(name + maker.separator + String(count)) { count += 1 }
        counts[name] = count
        return name + maker.separator + String(count)
    }

    /// A title without its signs.
    private mutating func plainText(of title: [UInt8]) -> String {
        let resolved = Array(attributes.resolved(String(decoding: title, as: UTF8.self)).utf8)
        let inlines = parser.inlines(in: resolved, range: 0..<resolved.count)
        return inlines.map { SectionIdentifier.plainText(of: $0, in: resolved) }.joined()
    }

    /// What a heading's anchors name is the section: they are none a second time.
    private mutating func readHeading(_ heading: Node) {
        let known = duplicates.count
        read(heading.contentRange)
        duplicates.removeLast(duplicates.count - known)
    }

    // MARK: Texts

    private mutating func read(_ range: Range<Int>) {
        for inline in parser.inlines(in: document.source, range: range) { take(inline) }
    }

    /// The cells that are read as prose; those of the style `a` are documents of their own.
    private mutating func readCells(of table: Table, _ context: RuleContext) {
        for cell in table.rows.joined() + table.rest where !cell.range.isEmpty && cell.style != "l" {
            guard cell.style == "a" else {
                read(cell.range)
                continue
            }
            let outer = scope
            defer { scope = outer }
            let inner = Document(parsing: Array(context.document.source[cell.range]))
            scope = Scope(document: inner, offset: cell.range.lowerBound)
            for index in 1..<inner.nodeCount { visit(inner.node(index)) }
        }
    }

    private mutating func take(_ inline: Inline, isInCode: Bool = false) {
        switch inline.kind {
        // In code, braces are mostly meant as they are: that is how they are shown.
        case .attributeReference: if !isInCode { takeAttribute(inline) }
        case .crossReference: takeReference(inline)
        case .anchor: takeAnchor(inline)
        case .image: takeImage(inline.target)
        case .footnote: takeFootnote(inline)
        case .strong, .emphasis, .monospace, .mark:
            takeRole(inline)
            takeSigns(inline)
        case .passthrough: takeSigns(inline)
        default: break
        }
        for child in inline.children { take(child, isInCode: isInCode || inline.kind == .monospace) }
    }

    /// Two signs right after a word or beside a space, around more than a word: `C++ and C++20`, `2**3 and 4**5`.
    private mutating func takeSigns(_ inline: Inline) {
        let source = document.source
        let signs = inline.content.lowerBound - inline.range.lowerBound
        guard signs == 2, inline.attributes == nil, !inline.content.isEmpty else { return }
        let content = source[inline.content]
        let before = inline.range.lowerBound > 0 ? source[inline.range.lowerBound - 1] : 0x20
        // Letters before other signs are a word of which a part is formatted.
        let isAfterWord = inline.kind == .passthrough ? before.isWordByte : (0x30...0x39).contains(before)
        let isLoose = content.first == 0x20 || content.last == 0x20
        guard content.contains(0x20), isAfterWord || isLoose else { return }
        let sign = inline.range.lowerBound..<inline.content.lowerBound
        vanishing.append(finding(sign, [text(sign)]))
    }

    private mutating func takeAttribute(_ inline: Inline) {
        guard let target = inline.target else { return }
        let name = text(target).lowercased()
        guard DocumentAttributes.isName(name), attributes[name] == nil, !Self.implied.contains(name) else { return }
        // `#{X}`, `${x}`: another language's.
        let before = inline.range.lowerBound > 0 ? document.source[inline.range.lowerBound - 1] : 0x20
        guard !"#$^@%".utf8.contains(before) else { return }
        unknownAttributes.append(finding(target, [name]))
    }

    private mutating func takeAnchor(_ inline: Inline) {
        let parts = text(inline.content).split(separator: ",", maxSplits: 1)
        if let target = inline.target { return add(text(target), at: inline.range) }
        add(parts.first.map(String.init) ?? "", at: inline.range)
    }

    /// `[#id]*text*`
    private mutating func takeRole(_ inline: Inline) {
        guard let range = inline.attributes, document.source[range].first == UInt8(ascii: "#") else { return }
        anchors.insert(String(text(range).dropFirst().prefix { $0 != "." && $0 != "%" }))
    }

    private mutating func takeReference(_ inline: Inline) {
        guard let range = inline.target else { return }
        let written = attributes.resolved(text(range))
        let own = (attributes["docname"].map { [$0 + "#", $0 + ".adoc#"] } ?? []) + ["#"]
        let name = own.first { written.hasPrefix($0) }.map { String(written.dropFirst($0.count)) } ?? written
        // What is in another file or cannot be known is not looked for.
        let isMacro = document.source[inline.range].starts(with: "xref:".utf8)
        let isElsewhere =
            name.contains("#") || name.contains("{") || name.hasSuffix(".adoc") || name.contains("$")
            || isMacro && Self.namesFile(name)
        if !isElsewhere, !name.isEmpty { crossReferences.append(finding(range, [name])) }
    }

    /// Whether the macro `xref:` takes a name for a file's: one with an ending.
    private static func namesFile(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[name.index(after: dot)...]
        return !ending.isEmpty && !ending.contains("/") && !ending.contains(" ")
    }

    // MARK: Images and footnotes

    /// `image::target[…]`
    private mutating func readMacro(_ line: Range<Int>) {
        read(line)
        guard let macro = document.blockMacro(in: line), macro.name == "image" else { return }
        takeImage(macro.target)
    }

    private mutating func takeImage(_ target: Range<Int>?) {
        guard let target, !target.isEmpty else { return }
        let folder = attributes["imagesdir"].map { $0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/" } ?? ""
        let path = folder + attributes.resolved(text(target))
        let isElsewhere = path.contains(":") || path.contains("{") || path.hasPrefix("/")
        if !isElsewhere { images.append(finding(target, [path])) }
    }

    private mutating func takeFootnote(_ inline: Inline) {
        let written = text(inline.range)
        if written.hasPrefix("footnoteref") {
            deprecatedFootnotes.append(finding(inline.range))
            let parts = text(inline.content).split(separator: ",", maxSplits: 1)
            return takeFootnote(parts.first.map(String.init) ?? "", isDefined: parts.count == 2, inline)
        }
        guard let target = inline.target, !target.isEmpty else { return }
        takeFootnote(text(target), isDefined: !inline.content.isEmpty, inline)
    }

    private mutating func takeFootnote(_ name: String, isDefined: Bool, _ inline: Inline) {
        if isDefined {
            footnotes.insert(name)
        } else if !footnotes.contains(name) {
            unknownFootnotes.append(finding(inline.range, [name]))
        }
    }

    /// Attributes that Asciidoctor sets when it converts, or of the header's lines.
    private static let implied: Set<String> = [
        "counter", "counter2", "set", "docname", "docfile", "docdir", "docfilesuffix", "doctitle", "docdate", "docyear",
        "doctime", "docdatetime", "localdate", "localyear", "localtime", "localdatetime", "author", "authors",
        "firstname", "middlename", "lastname", "authorinitials", "authorcount", "email", "revnumber", "revdate",
        "revremark", "lang", "idprefix", "idseparator", "toc-title", "last-update-label", "part-refsig",
        "chapter-refsig", "section-refsig", "appendix-refsig", "untitled-label", "version-label", "stylesdir", "cxx",
        "manname", "manpurpose", "mantitle", "manvolnum", "outfile", "outdir", "title",
    ]
}
