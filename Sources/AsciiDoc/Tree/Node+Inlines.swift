extension Node {
    /// Which substitutions the node's own text (``contentRange``) goes through where the document says nothing else; nil
    /// for a node without text of its own.
    ///
    /// Source: AsciiDoc language documentation, "Substitution groups". A table's are those of its cells.
    public var substitutions: InlineSubstitutions? {
        switch kind {
        case .paragraph, .listItem, .heading, .documentTitle, .blockTitle, .table: .normal
        case .listing, .literal, .literalParagraph: .verbatim
        default: nil
        }
    }

    /// The inline structure of the node's own text; none for a node without.
    ///
    /// - Parameter parser: knows the attributes, and keeps its memory from text to text.
    public func inlines(with parser: inout InlineParser) -> [Inline] {
        guard let substitutions else { return [] }
        return parser.inlines(in: document.source, range: contentRange, substitutions: substitutions)
    }
}
