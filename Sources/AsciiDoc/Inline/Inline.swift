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
        /// `<1>` at the end of a listing's line.
        case callout
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
