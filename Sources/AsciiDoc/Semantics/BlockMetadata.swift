/// What the lines about a block, or the brackets of a macro, say: title and attributes.
public struct BlockMetadata: Hashable, Sendable {
    /// The block's title; nil where it has none.
    public private(set) var title: String?
    /// First positional attribute of the last line that has one, without `#id`, `.role`, `%option`.
    public private(set) var style: String?
    /// The last style that any line gave, by its position or by the name `style`: what a block without delimiters shows.
    private(set) var shownStyle: String?
    /// The attributes without a name, by their position from 1.
    public private(set) var positional: [Int: String] = [:]
    /// The attributes by their names; an option `x` is `x-option`.
    public private(set) var named: [String: String] = [:]

    /// The identifier, written as `id=x` or `#x`; nil without one.
    public var identifier: String? {
        if let id = named["id"] { return id }
        guard let first = positional[1], !first.contains(" "), let sign = first.firstIndex(of: "#") else { return nil }
        let name = first[first.index(after: sign)...].prefix { $0 != "." && $0 != "%" && $0 != "#" }
        return name.isEmpty ? nil : String(name)
    }

    /// Nothing is said.
    public init() {}

    /// Reads what is written about a block.
    ///
    /// - Parameters:
    ///   - node: the block.
    ///   - resolve: replaces attribute references in what stands between the brackets of an attribute line.
    public init(about node: Node, resolving resolve: (String) -> String) {
        for child in node.children {
            guard child.kind.isAboutBlock else { break }
            switch child.kind {
            case .blockTitle: read(title: child.text)
            case .blockAttributes:
                let line = node.document.source[node.document.trimBlanks(child.range)]
                read(attributes: resolve(String(decoding: line.dropFirst().dropLast(), as: UTF8.self)))
            default: break
            }
        }
    }

    /// Reads a title line's text.
    public mutating func read(title: String) { self.title = title }

    /// Reads what stands between the brackets of an attribute line or a macro; later values win.
    ///
    /// - Parameter attributes: the text, its attribute references replaced.
    public mutating func read(attributes: String) {
        for (index, field) in AttributeList(attributes).enumerated() {
            if let name = field.name {
                if let value = field.value { read(name, value) }
            } else {
                positional[index + 1] = field.value
                if index == 0 { if let value = field.value { read(first: value) } else { style = nil } }
            }
        }
    }

    private mutating func read(_ name: String, _ value: String) {
        guard value != "None" else { return }
        named[name] = value
        if name == "title" { title = value }
        if name == "style" { shownStyle = value }
        if name == "opts" || name == "options" { addOptions(value.split(separator: ",")) }
    }

    /// Whether an identifier, a role or an option begins there.
    private static func isShorthandSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%")
    }

    private mutating func addOptions(_ names: [Substring]) {
        for name in names { named[name.replacing(" ", with: "") + "-option"] = "" }
    }

    private mutating func read(first value: String) {
        // A space in it makes it no shorthand.
        defer { if let style { shownStyle = style } }
        guard !value.utf8.contains(0x20) else { return style = value }
        let end = value.utf8.firstIndex(where: Self.isShorthandSign) ?? value.endIndex
        if end > value.startIndex { style = String(value[..<end]) }
        guard end < value.endIndex else { return }
        for part in value[end...].split(separator: "%").dropFirst(value[end...].hasPrefix("%") ? 0 : 1) {
            addOptions([part.prefix { $0 != "." && $0 != "#" }])
        }
    }
}

extension Node {
    /// Whether the block is a comment: by its delimiters, or by its style.
    public var isComment: Bool {
        guard kind == .paragraph || kind == .open, children.first?.kind.isAboutBlock == true else {
            return kind == .commentBlock
        }
        return BlockMetadata(about: self, resolving: { $0 }).style == "comment"
    }
}
