/// A block to be written: what a parse of its lines gives again.
public indirect enum Block: Hashable, Sendable {
    /// Lines of text; inline markup in them stays markup.
    case paragraph([String])
    /// Items with the items below them.
    case unorderedList([Item])
    /// Lines shown as they are, with a language where it is known.
    case listing([String], language: String? = nil)
    /// `NOTE` and its kin, around other blocks.
    case admonition(String, [Block])
    /// An image on a line of its own.
    case image(target: String, alt: String = "")
    /// A block under a title line.
    case titled(String, Block)

    /// An item of a list.
    public struct Item: Hashable, Sendable {
        /// What stands behind the marker, on one line.
        public let text: String
        /// The items one level below.
        public let items: [Item]

        /// Makes an item.
        public init(_ text: String, _ items: [Item] = []) {
            self.text = text
            self.items = items
        }
    }
}

extension Block {
    /// The block's lines in a style, without line ends.
    public func lines(_ style: Style = Style()) -> [String] {
        switch self {
        case .paragraph(let lines):
            lines.enumerated().map { escape($0.element, for: $0.offset == 0 ? .paragraph : .paragraphContinuation) }
        case .unorderedList(let items): Self.lines(of: items, depth: 1, style)
        case .listing(let lines, let language):
            (language.map { ["[source,\($0)]"] } ?? [])
                + Self.fenced(lines.map { escape($0, for: .verbatim) }, "-", style)
        case .admonition(let kind, let blocks):
            ["[\(kind)]"] + Self.fenced(blocks.map { $0.lines(style) }.joined(by: ""), "=", style)
        case .image(let target, let alt): ["image::\(target)[\(alt.isEmpty ? "" : alt.quotedForMacro)]"]
        case .titled(let title, let block): block.lines(style).titled("." + escape(title, for: .blockTitle), style)
        }
    }

    private static func lines(of items: [Item], depth: Int, _ style: Style) -> [String] {
        let indent = String(repeating: " ", count: (depth - 1) * style.indentPerLevel)
        // A dash has one level only: below it come stars.
        let stars = style.bullet == "*" ? depth : depth - 1
        let marker = stars == 0 ? style.bullet : String(repeating: "*", count: stars)
        return items.flatMap { item in
            [indent + marker + " " + escape(item.text, for: .listItem)] + lines(of: item.items, depth: depth + 1, style)
        }
    }

    /// Lines between delimiters longer than any such line among them.
    private static func fenced(_ lines: [String], _ sign: Character, _ style: Style) -> [String] {
        let longest = lines.map { line in line.allSatisfy { $0 == sign } ? line.count + 1 : 0 }.max() ?? 0
        let fence = String(repeating: sign, count: max(style.delimiterLength, longest))
        return [fence] + lines + [fence]
    }
}

extension [[String]] {
    /// The lines of all, with `separator` between them.
    fileprivate func joined(by separator: String) -> [String] {
        let lines: [String] = flatMap { (lines: [String]) -> [String] in lines + [separator] }
        return lines.dropLast()
    }
}

extension [String] {
    /// The lines of a block with its title above or below its attribute line.
    fileprivate func titled(_ title: String, _ style: Style) -> [String] {
        guard !style.titleComesFirst, first?.hasPrefix("[") == true else { return [title] + self }
        return [self[0], title] + dropFirst()
    }
}

extension String {
    /// The text as one value of a macro's attribute list.
    fileprivate var quotedForMacro: String {
        let needsQuotes = contains { ",=\"]".contains($0) }
        return needsQuotes ? "\"" + map { $0 == "\"" || $0 == "]" ? "\\\($0)" : String($0) }.joined() + "\"" : self
    }
}
