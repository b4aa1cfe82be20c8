import AsciiDoc

/// Identifier, roles, options and attributes that the lines about a block give it.
public struct AsgMetadata: Sendable {
    /// The block's identifier; nil without one.
    public private(set) var id: String?
    /// What references to the block show; nil without one.
    public private(set) var reftext: String?
    /// The block's roles, in order.
    public private(set) var roles: [String] = []
    /// The block's options, in order.
    public private(set) var options: [String] = []
    /// The block's attributes, each name once; positional ones are called `$1`, `$2`…
    public private(set) var attributes: [(name: String, value: String)] = []
    private(set) var style: String?
    private var indices: [String: Int] = [:]

    mutating func read(_ anchor: BlockAnchor) {
        id = anchor.identifier
        reftext = anchor.referenceText ?? reftext
    }

    /// Reads an attribute line.
    mutating func read(_ line: BlockMetadata, isMacro: Bool = false) {
        for (index, value) in line.positional.sorted(by: { $0.key < $1.key }) {
            set(index <= Self.positions.count ? Self.positions[index - 1] : "$\(index)", value)
        }
        if !isMacro, let style = line.style {
            self.style = style
            set("style", style)
        }
        if !isMacro, let first = line.positional[1] { read(shorthand: first) }
        for (name, value) in line.named.sorted(by: { $0.key < $1.key }) where !name.hasSuffix("-option") {
            read(name, value)
        }
    }

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "id": id = value
        case "reftext": reftext = value
        case "role", "roles": roles = value.split(separator: " ").map(String.init)
        case "opts", "options": options += value.split(separator: ",").map { $0.trimmed }
        case "title": return
        default: break
        }
        if Self.isName(name) { set(name, value) }
    }

    /// What the first positional attributes are called.
    private static let positions = ["$1", "$2", "$3", "$4"]

    /// What the schema allows as a name.
    private static func isName(_ name: String) -> Bool {
        DocumentAttributes.isName(name) && name.first?.isNumber == false
    }

    /// `style#id.role%option`
    private mutating func read(shorthand: String) {
        // A space in it makes it no shorthand.
        guard !shorthand.utf8.contains(0x20) else { return }
        var rest = shorthand.utf8[...]
        while let start = rest.firstIndex(where: Self.isShorthandSign) {
            let after = rest[rest.index(after: start)...]
            let word = after.prefix { !Self.isShorthandSign($0) }
            rest = after[word.endIndex...]
            guard !word.isEmpty else { continue }
            switch shorthand.utf8[start] {
            case UInt8(ascii: "#"): id = String(Substring(word))
            case UInt8(ascii: "."): roles.append(String(Substring(word)))
            default: options.append(String(Substring(word)))
            }
        }
    }

    private static func isShorthandSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
    }

    /// The value of an attribute; nil where the block has none of that name.
    public subscript(name: String) -> String? { indices[name].map { attributes[$0].value } }

    mutating func set(_ name: String, _ value: String) {
        if let index = indices[name] {
            attributes[index].value = value
        } else {
            indices[name] = attributes.count
            attributes.append((name, value))
        }
    }
}

extension AsgWriter {
    mutating func writeMetadata(of block: SemanticBlock, _ node: Node?) {
        guard let node else { return }
        let (metadata, range) = metadata(of: block, node)
        if let id = metadata.id { json.member("id", id) }
        if let text = metadata.reftext { writeInlines(MappedText(text, at: nil), as: "reftext", .normal) }
        write(metadata, range)
    }

    /// What is said about a block, in the lines above it, in its macro's brackets, and by a box before its text.
    func metadata(of block: SemanticBlock, _ node: Node) -> (AsgMetadata, Range<Int>?) {
        let isItem = block.context == .item
        var (metadata, range) = isItem ? (AsgMetadata(), nil) : metadata(of: node)
        if isItem { readCheckbox(of: node, into: &metadata) }
        for (name, value) in zip(["attribution", "citetitle"], block.attribution) { metadata.set(name, value) }
        if block.target != nil || block.context == .toc { readMacro(node, into: &metadata) }
        if let style = block.style, !Self.impliedStyles.contains(block.context) { metadata.set("style", style) }
        return (metadata, range)
    }

    /// Blocks whose style is theirs without being written.
    private static let impliedStyles: Set<SemanticBlock.Context> = [.orderedList, .calloutList, .admonition]

    func metadata(of node: Node) -> (AsgMetadata, Range<Int>?) {
        if let current, current.position == node.position { return (current.metadata, current.range) }
        return readMetadata(of: node)
    }

    /// Reads what is said about the block that is written, once for all that asks for it.
    mutating func readMetadata(ofWritten node: Node?) {
        current = node.map { node in
            let (metadata, range) = readMetadata(of: node)
            return (node.position, metadata, range)
        }
    }

    private func readMetadata(of node: Node) -> (AsgMetadata, Range<Int>?) {
        var metadata = AsgMetadata()
        var range: Range<Int>?
        for child in node.children {
            guard child.kind.isAboutBlock else { break }
            let text = document.trimBlanks(child.range)
            switch child.kind {
            case .blockTitle: break
            case .blockAnchor: if let anchor = child.anchor { metadata.read(anchor) }
            case .blockAttributes:
                var line = BlockMetadata()
                let list = String(decoding: document.source[text].dropFirst().dropLast(), as: UTF8.self)
                line.read(attributes: attributes.resolved(list))
                metadata.read(line)
            default: continue
            }
            range = (range?.lowerBound ?? text.lowerBound)..<text.upperBound
        }
        return (metadata, range)
    }

    /// `[ ]` and `[x]` before an item's text, as Asciidoctor calls them.
    private func readCheckbox(of node: Node, into metadata: inout AsgMetadata) {
        guard node.parent?.kind == .unorderedList else { return }
        let text = document.source[node.textRegion].drop { $0.isSpace }
        guard let box = TaskBox(startOf: text) else { return }
        metadata.set("checkbox", "")
        if box.isChecked { metadata.set("checked", "") }
    }

    private func readMacro(_ node: Node, into metadata: inout AsgMetadata) {
        guard let macro = document.blockMacro(in: node.blockRange) else { return }
        var inside = BlockMetadata()
        inside.read(attributes: attributes.resolved(document.text(macro.attributes)))
        let names = macro.name == "image" ? ["alt", "width", "height"] : []
        for (index, name) in names.enumerated() { inside.positional[index + 1].map { metadata.set(name, $0) } }
        metadata.read(inside, isMacro: true)
    }

    mutating func write(_ metadata: AsgMetadata, _ range: Range<Int>?) {
        guard range != nil || !metadata.attributes.isEmpty else { return }
        json.name("metadata")
        json.beginObject()
        if !metadata.attributes.isEmpty {
            json.name("attributes")
            json.beginObject()
            for (name, value) in metadata.attributes {
                json.name(name)
                json.string(value)
            }
            json.endObject()
        }
        writeList("options", metadata.options)
        writeList("roles", metadata.roles)
        if let range, !range.isEmpty { writeLocation(first: range.lowerBound, last: range.upperBound - 1) }
        json.endObject()
    }

    private mutating func writeList(_ name: StaticString, _ words: [String]) {
        guard !words.isEmpty else { return }
        json.name(name)
        json.beginArray()
        for word in words { json.string(word) }
        json.endArray()
    }
}
