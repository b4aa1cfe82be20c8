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
        /// A backslash that keeps what follows from being markup.
        case escape
        /// `{name}`, whether there is such an attribute or not.
        case attributeReference
        /// `(C)`, `--`, `...`, an apostrophe, an arrow: shown as another character.
        case characterReplacement
        /// `&#169;` or `&copy;`.
        case characterReference
        /// ` +` at the end of a line.
        case lineBreak
        /// An address by itself or with a text in brackets, or the macro `link:`.
        case link
        /// The macro `mailto:`.
        case mailto
        /// An electronic mail address by itself.
        case email
        /// `<<id,text>>` or `xref:id[text]`.
        case crossReference
        /// `[[id]]` or `anchor:id[]`.
        case anchor
        /// `footnote:[text]`.
        case footnote
        /// `image:file[alt]`, `icon:name[]`.
        case image, icon
        /// `kbd:[keys]`, `btn:[label]`, `menu:name[item]`, with `:experimental:`.
        case keyboard, button, menu
        /// `((term))` or `indexterm2:[term]`: shown, and in the index.
        case indexTerm
        /// `(((term)))` or `indexterm:[term]`: in the index only.
        case hiddenIndexTerm
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes in the source, signs, role and all.
    public let range: Range<Int>
    /// What stands between the signs.
    public let content: Range<Int>
    /// What is in the brackets before the signs (`[.role]#text#`); nil without them.
    public let attributes: Range<Int>?
    /// What a macro or reference points at: an address, a file, an identifier, an attribute's name; nil without one.
    public let target: Range<Int>?
    /// What is inside, in order; empty where nothing inside is markup.
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
///   - attributes: the document's attributes at this place; `experimental` switches the macros of user interfaces on.
///   - substitutions: what is read; everything by default.
/// - Returns: the inlines, in order; their ranges are offsets into `source` and cover `range` without gaps.
public func parseInlines(
    _ source: [UInt8], in range: Range<Int>, attributes: [String: String] = [:],
    substitutions: InlineSubstitutions = .normal
) -> [Inline] {
    var text = InlineText(source, range)
    text.extractPassthroughs()
    if substitutions.contains(.formats) { for quote in Quote.all { text.substitute(quote) } }
    var view = InlineView(source[range], behind: text.spans, offset: range.lowerBound, attributes: attributes)
    view.substitute(substitutions)
    let spans = text.spans + view.found.map { $0.moved(by: range.lowerBound) }
    return InlineTree(spans: spans).inlines(in: range)
}

/// Which substitutions a text goes through, as `[subs=…]` says in a document.
public struct InlineSubstitutions: OptionSet, Hashable, Sendable {
    /// One bit per substitution.
    public let rawValue: Int

    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `quotes`: formatted text.
    public static let formats = InlineSubstitutions(rawValue: 1)
    /// `attributes`: `{name}`.
    public static let attributes = InlineSubstitutions(rawValue: 2)
    /// `replacements`: characters that are shown as others.
    public static let replacements = InlineSubstitutions(rawValue: 4)
    /// `macros`: links, references, images, footnotes.
    public static let macros = InlineSubstitutions(rawValue: 8)
    /// `post_replacements`: hard breaks.
    public static let hardBreaks = InlineSubstitutions(rawValue: 16)
    /// All of them.
    public static let normal: InlineSubstitutions = [.formats, .attributes, .replacements, .macros, .hardBreaks]
}
