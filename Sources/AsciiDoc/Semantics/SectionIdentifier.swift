/// Makes identifiers of section titles, as Asciidoctor does.
public struct SectionIdentifier {
    /// What words are joined with, and a number that makes an identifier unique.
    public let separator: String
    private let prefix: String

    /// - Parameter attributes: those that hold at the section.
    public init(_ attributes: DocumentAttributes) {
        prefix = attributes["idprefix"] ?? "_"
        separator = attributes["idseparator"].map { String($0.prefix(1)) } ?? "_"
    }

    /// The identifier that a title gives, whether or not another section has it already.
    ///
    /// - Parameter title: without markup.
    public func identifier(for title: String) -> String {
        var name = prefix
        for sign in title.lowercased() {
            if sign == " " || sign == "." || sign == "-" || String(sign) == separator {
                if separator.isEmpty || !name.hasSuffix(separator) { name += separator }
            } else if sign.isLetter || sign.isNumber || sign == "_" {
                name.append(sign)
            }
        }
        guard !separator.isEmpty else { return name }
        if name.hasSuffix(separator) { name.removeLast() }
        return prefix.isEmpty && name.hasPrefix(separator) ? String(name.dropFirst()) : name
    }

    /// What of a title counts for its identifier: the text that is shown, without typographic replacements.
    public static func plainText(of inline: Inline, in source: [UInt8]) -> String {
        switch inline.kind {
        case .escape, .characterReplacement, .characterReference, .anchor, .image, .icon, .hiddenIndexTerm: return ""
        default: break
        }
        if inline.children.isEmpty { return String(decoding: source[inline.content], as: UTF8.self) }
        return inline.children.map { plainText(of: $0, in: source) }.joined()
    }
}
