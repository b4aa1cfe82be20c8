/// HTML that a document passes through as it is.
enum RawMarkup {
    /// What of it is text: without tags, without what scripts and style sheets say.
    static func text(_ markup: String) -> String {
        var result = ""
        var rest = markup[...]
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[open...]
            let isTag = rest.dropFirst().first.map { $0.isLetter || "/!?".contains($0) } ?? false
            guard isTag, let end = end(of: rest) else {
                result += "<"
                rest = rest.dropFirst()
                continue
            }
            let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber }.lowercased()
            rest = rest[end...]
            if name == "br" { result += "\n" }
            if Self.silent.contains(name) { rest = after("</" + name, in: rest) }
        }
        result += rest
        return decoded(result)
    }

    /// Whether there is a tag in it.
    static func hasTags(_ markup: String) -> Bool { text(markup) != decoded(markup) }

    private static let silent: Set<String> = ["script", "style", "template", "noscript"]

    private static func end(of tag: Substring) -> Substring.Index? {
        if tag.hasPrefix("<!--") {
            let close = tag.firstRange(of: "-->")
            return close?.upperBound
        }
        return tag.firstIndex(of: ">").map { tag.index(after: $0) }
    }

    /// What follows the tag that closes an element.
    private static func after(_ close: String, in text: Substring) -> Substring {
        var rest = text
        while let range = rest.firstRange(of: "</") {
            rest = rest[range.lowerBound...]
            if rest.prefix(close.count).lowercased() == close {
                return rest.firstIndex(of: ">").map { rest[rest.index(after: $0)...] } ?? ""
            }
            rest = rest.dropFirst(2)
        }
        return ""
    }

    private static let names = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&nbsp;": "\u{A0}", "&amp;": "&"]

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = text
        for (name, sign) in names where name != "&amp;" { result = result.replacing(name, with: sign) }
        return result.replacing("&amp;", with: "&")
    }
}
