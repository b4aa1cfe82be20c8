/// The styles that make something else of a paragraph, as Asciidoctor has them without extensions.
enum ParagraphStyle {
    /// Those that take the lines as they are.
    static let verbatim: Set<String> = ["literal", "listing", "source", "verse"]

    private static let others: Set<String> = [
        "comment", "example", "open", "pass", "quote", "sidebar", "abstract", "partintro",
    ]

    static func isKnown(_ style: String) -> Bool {
        verbatim.contains(style) || others.contains(style) || Block.Admonition.names.contains(style)
    }
}
