/// A part of a text's inline structure.
public struct Inline: Hashable, Sendable {
    /// What an inline is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case text, strong, emphasis, monospace, mark, superscript, `subscript`
        case doubleQuoted, singleQuoted
        /// `+x+`, `++x++`, `+++x+++`, `$$x$$`, `pass:[x]`: nothing in it is markup.
        case passthrough
        /// `stem:[x]`: a formula.
        case stem
        /// `{name}`
        case attributeReference
        /// A URL, with or without `[text]`, `link:target[text]`, `mailto:address[text]`
        case link
        /// `<<id,text>>`, `xref:id[text]`
        case crossReference
        /// `[[id]]`, `anchor:id[]`
        case anchor
        /// `((term))`, `indexterm:[…]`
        case indexTerm
        /// `image:file[…]`, `icon:name[…]`, `footnote:[text]`, and with `:experimental:` `kbd:[…]`, `btn:[…]`, `menu:a[b]`
        case image, icon, footnote, keyboard, button, menu
        /// A `+` behind a blank at a line's end.
        case lineBreak
        /// A backslash that keeps what follows from being markup.
        case escape
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes in the source, signs, role and all.
    public let range: Range<Int>
    /// What stands between the signs.
    public let content: Range<Int>
    /// What is in the brackets before the signs (`[.role]#text#`); nil without them.
    public let attributes: Range<Int>?
    /// What is inside, in order; empty for text, passthroughs and escapes.
    public let children: [Inline]
}

/// The inline structure of a text, parsed when it is asked for.
///
/// Substitutions run one after another over the whole text, in the order of the AsciiDoc language, because each of them
/// sees what the ones before it left: that is how Asciidoctor reads them, too. Where two formats overlap
/// (`*a _b* c_`), which no tree can hold, the one that begins later is left as text.
///
/// - Parameters:
///   - source: the bytes of a document.
///   - range: where the text is: a paragraph's lines, a title, what stands behind a list marker.
/// - Returns: the inlines, in order; their ranges are offsets into `source` and cover `range` without gaps.
public func parseInlines(_ source: [UInt8], in range: Range<Int>) -> [Inline] {
    var text = InlineText(source, range)
    text.extractPassthroughs()
    for quote in Quote.all { text.substitute(quote) }
    text.findMacros()
    return InlineTree(spans: text.spans).inlines(in: range)
}
