import AsciiDoc
import AsciiDocASG

/// What a document's references point at, and which of it is pointed at: only that gets an anchor in Markdown.
struct MarkdownReferences {
    /// What is shown for an identifier, where the reference says nothing; empty where there is none.
    private(set) var titles: [String: [AsgInline]] = [:]
    /// What entries of a bibliography show of themselves, by their identifiers.
    private(set) var labels: [String: String] = [:]
    /// Identifiers by the titles that name them.
    private var names: [String: String] = [:]
    /// What references were found to point at.
    private var targets: Set<String> = []
    /// Identifiers of blocks, by their position in the view.
    private(set) var identifiers: [Int: String] = [:]

    /// Walks over a document.
    init(_ reader: SemanticReader) {
        var reader = reader
        for (index, block) in reader.view.blocks.enumerated() {
            reader.move(to: block)
            add(block, at: index, reader)
            if let title = block.title { read(reader.inlines(of: title)) }
            if block.text != nil { read(reader.inlines(of: block)) }
            for cell in block.cells.joined() { read(reader.inlines(of: cell.text)) }
        }
    }

    /// Whether a reference points there.
    func isUsed(_ identifier: String) -> Bool { targets.contains(identifier) }

    /// The identifier that a reference means, which may name a title.
    func resolved(_ target: String) -> String { titles[target] == nil ? names[target] ?? target : target }

    /// The place that a term or an item begins with: `[[id]]term`, and in a bibliography `[[[id,label]]]`.
    private mutating func addLeading(_ text: String, _ reader: SemanticReader) {
        let start = text.prefix { $0 == "[" }.count
        guard start == 2 || start == 3, let end = text.firstRange(of: String(repeating: "]", count: start)) else {
            return
        }
        let parts = text[..<end.lowerBound].dropFirst(start).split(separator: ",", maxSplits: 1).map(String.init)
        guard let identifier = parts.first, titles[identifier] == nil else { return }
        let given = parts.count > 1 ? parts[1].trimmingSpaces : nil
        if start == 3 {
            labels[identifier] = given ?? identifier
            titles[identifier] = reader.inlines(of: "[\(given ?? identifier)]", [])
        } else {
            titles[identifier] = reader.inlines(of: given ?? String(text[end.upperBound...]).trimmingSpaces)
        }
    }

    private mutating func add(_ block: SemanticBlock, at index: Int, _ reader: SemanticReader) {
        if block.context == .item || block.context == .term, let text = block.text { addLeading(text, reader) }
        guard block.context != .item, block.context != .term, block.context != .document else { return }
        let metadata = reader.metadata(of: block)
        var identifier = metadata.id
        if identifier == nil, block.context == .section, let title = block.title {
            identifier = reader.identifier(ofSection: title) { titles[$0] != nil }
        }
        guard let identifier, titles[identifier] == nil else { return }
        let title = metadata.reftext ?? block.title
        titles[identifier] = title.map { reader.inlines(of: $0) } ?? []
        identifiers[index] = identifier
        if let title, names[title] == nil { names[title] = identifier }
    }

    private mutating func read(_ inlines: [AsgInline]) {
        for inline in inlines {
            if inline.variant.map({ "\($0)" }) == "xref", let target = inline.target {
                let name = target.hasPrefix("#") ? String(target.dropFirst()) : target
                targets.insert(name)
                if let named = names[name] { targets.insert(named) }
            }
            if "\(inline.name)" == "anchor", let id = inline.target, titles[id] == nil { titles[id] = [] }
            read(inline.inlines)
        }
    }
}

extension MarkdownReferences {
    /// References by title may stand before the title.
    mutating func resolveNames() {
        for target in targets { if let named = names[target] { targets.insert(named) } }
    }
}
