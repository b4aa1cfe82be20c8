/// `&#8217;`, `&#x2019;`, `&lt;`
enum CharacterReference {
    /// The character that a number stands for; nil for a name, or a number that no character has.
    static func scalar(_ reference: String) -> Unicode.Scalar? {
        guard reference.hasPrefix("&#"), reference.hasSuffix(";") else { return nil }
        let digits = reference.dropFirst(2).dropLast()
        let isHex = digits.first == "x" || digits.first == "X"
        return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
    }

    /// A text with the references in it replaced, each once: what one of them shows is none.
    static func resolved(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            let word = rest[start...].dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
            let end = word.endIndex
            if !word.isEmpty, end < rest.endIndex, rest[end] == ";" {
                result += self.text("&" + word + ";")
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest[rest.index(after: start)...]
            }
        }
        return result + rest
    }

    private static let names = [
        "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&apos;": "'", "&nbsp;": "\u{A0}", "&copy;": "©",
        "&reg;": "®", "&trade;": "™", "&hellip;": "…", "&mdash;": "—", "&ndash;": "–", "&rarr;": "→", "&larr;": "←",
    ]

    /// What is shown; a name that is not known here stays as it is.
    static func text(_ reference: String) -> String {
        scalar(reference).map { String($0) } ?? names[reference] ?? reference
    }
}
