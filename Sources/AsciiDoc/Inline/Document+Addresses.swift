extension Document {
    /// The addresses of links in a text, in order.
    ///
    /// - Parameter range: of a text of this document.
    public func addresses(in range: Range<Int>) -> [String] {
        parseInlines(source, in: range).flatMap(addresses)
    }

    private func addresses(_ inline: Inline) -> [String] {
        guard inline.kind == .link, let target = inline.target else { return inline.children.flatMap(addresses) }
        return [String(decoding: source[target], as: UTF8.self)]
    }
}
