/// Reads the inline structure of texts, one after the other; keeps its memory between them.
///
/// Substitutions run one after another over the whole text, in the order of the AsciiDoc language, because each of them
/// sees what the ones before it left: that is how Asciidoctor reads them, too. Where two formats overlap
/// (`*a _b* c_`), which no tree can hold, the one that begins later is left as text.
///
/// Source: AsciiDoc language documentation, "Substitutions"; Asciidoctor 2.0 where the language leaves it open.
public struct InlineParser: Sendable {
    var text = InlineText()
    private var noReferences = DocumentAttributes()

    /// Makes a parser.
    ///
    /// - Parameter attributes: the document's attributes where the texts stand, by name: `experimental` switches the
    ///   macros of user interfaces on, `compat-mode` the formats of AsciiDoc.py.
    public init(attributes: [String: String] = [:]) { text.attributes = attributes }

    /// Sets or unsets an attribute, as an entry between two texts does.
    public mutating func set(_ name: String, to value: String?) { text.attributes[name] = value }

    /// Sets all attributes, as they are before the next text.
    public mutating func use(_ attributes: DocumentAttributes) {
        // Only those that change what is read: holding the others would make each entry that follows copy them all.
        text.attributes = [:]
        for name in ["experimental", "compat-mode"] { text.attributes[name] = attributes[name] }
    }

    /// Whether each line of the texts that follow ends with a hard break, as the option `hardbreaks` says.
    public var breaksLines: Bool {
        get { text.breaksLines }
        set { text.breaksLines = newValue }
    }

    /// Reads one text.
    ///
    /// - Parameters:
    ///   - source: the bytes of a document.
    ///   - range: where the text is: a paragraph's lines, a title, what stands after a list marker.
    ///   - substitutions: what is read.
    /// - Returns: the inlines, in order; their ranges are offsets into `source` and cover `range` without gaps.
    public mutating func inlines(
        in source: [UInt8], range: Range<Int>, substitutions: InlineSubstitutions = .normal
    ) -> [Inline] {
        text.load(source, range)
        if !text.marks.isEmpty {
            if substitutions.contains(.passthroughs) { text.readPassthroughs() }
            text.substitute(substitutions, &noReferences)
        }
        var tree = InlineTree(spans: text.spans, offset: range.lowerBound)
        return tree.inlines(in: 0..<range.count)
    }
}

/// The inline structure of one text, as ``InlineParser`` reads it.
public func parseInlines(
    _ source: [UInt8], in range: Range<Int>, attributes: [String: String] = [:],
    substitutions: InlineSubstitutions = .normal
) -> [Inline] {
    var parser = InlineParser(attributes: attributes)
    return parser.inlines(in: source, range: range, substitutions: substitutions)
}

extension InlineText {
    /// Makes the substitutions, in the language's order.
    ///
    /// - Parameter references: what attribute references stand for, where they are replaced.
    mutating func substitute(_ substitutions: InlineSubstitutions, _ references: inout DocumentAttributes) {
        if substitutions.contains(.callouts), has(UInt8(ascii: "<")) { readCallouts() }
        if substitutions.contains(.formats) { readFormats() }
        if substitutions.contains(.attributes), has(UInt8(ascii: "{")) { readAttributeReferences(&references) }
        if substitutions.contains(.replacements) { readReplacements() }
        if substitutions.contains(.macros) { readMacros() }
        if substitutions.contains(.hardBreaks), has(UInt8(ascii: "+")) || breaksLines { readHardBreaks() }
    }
}
