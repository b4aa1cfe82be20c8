package import AsciiDoc

extension Document {
    /// A node's own text as it is shown: without signs of markup, links as their words.
    package func visibleText(of node: Node) -> String {
        var parser = InlineParser()
        return visibleText(node.inlines(with: &parser))
    }

    /// The first line of a node's own text as it is shown.
    package func visibleLine(of node: Node) -> String { String(visibleText(of: node).prefix { !$0.isLineEnd }) }

    private func visibleText(_ inlines: [Inline]) -> String { inlines.map(visibleText).joined() }

    private func visibleText(_ inline: Inline) -> String {
        switch inline.kind {
        case .lineBreak: "\n"
        case .characterReference: text(inline.range).referencedCharacter
        case .escape, .image, .icon, .anchor, .hiddenIndexTerm, .callout: ""
        default: inline.children.isEmpty ? text(inline.content) : visibleText(inline.children)
        }
    }
}

extension String {
    /// What `&#39;` stands for; any other text as it is.
    fileprivate var referencedCharacter: String {
        guard hasPrefix("&#"), hasSuffix(";") else { return self }
        let number = dropFirst(2).dropLast()
        let value = number.first?.lowercased() == "x" ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
        return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? self
    }
}
