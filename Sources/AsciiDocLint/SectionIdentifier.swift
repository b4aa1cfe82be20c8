import AsciiDoc

/// Makes identifiers of section titles, as Asciidoctor does.
struct SectionIdentifier {
    let separator: String
    private let prefix: String

    init(_ attributes: DocumentAttributes) {
        prefix = attributes["idprefix"] ?? "_"
        separator = attributes["idseparator"].map { String($0.prefix(1)) } ?? "_"
    }

    /// - Parameter title: without markup.
    func identifier(for title: String) -> String {
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
}
