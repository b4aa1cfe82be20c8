/// Takes from HTML what runs or loads by itself. What is left is read by a browser as it is read here: a tag is let
/// through only where it is well-formed, known, and has known attributes; everything else becomes text.
///
/// The page's policy holds browsers to the same; this is for readers that do not ask it (mail programs, previews).
struct HtmlGuard {
    private let source: ArraySlice<UInt8>
    private var result: [UInt8] = []

    init(_ source: ArraySlice<UInt8>) { self.source = source }

    mutating func guarded() -> [UInt8] {
        result.reserveCapacity(source.count)
        var index = source.startIndex
        while index < source.endIndex {
            guard source[index] == UInt8(ascii: "<") else {
                result.append(source[index])
                index += 1
                continue
            }
            if let end = drawing(at: index) {
                index = end
            } else if let tag = HtmlTag(source[index...]) {
                write(tag)
                index = tag.end
            } else {
                result += "&lt;".utf8
                index += 1
            }
        }
        return result
    }

    private mutating func write(_ tag: HtmlTag) {
        if Self.loaders.contains(tag.name) { return writeLink(tag) }
        guard Self.elements.contains(tag.name) else { return result += "&lt;".utf8 + source[tag.range].dropFirst() }
        if tag.name == "img", let target = tag["src"], !Self.isPicture(target) { return writeLink(tag) }
        let kept = tag.attributes.filter(Self.isHarmless)
        if kept.count == tag.attributes.count { return result += source[tag.range] }
        result += "<\(tag.isEnd ? "/" : "")\(tag.name)".utf8
        for attribute in kept {
            result += " \(attribute.name)=\"\(attribute.value.replacing("\"", with: "&quot;"))\"".utf8
        }
        result.append(UInt8(ascii: ">"))
    }

    /// What would be loaded is a link that the reader may follow.
    private mutating func writeLink(_ tag: HtmlTag) {
        guard !tag.isEnd, let target = tag["src"] ?? tag["data"], Self.isAddress(target) else { return }
        let address = target.replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
        let text = (tag["alt"] ?? target).replacing("<", with: "&lt;")
        result += "<a href=\"\(address)\">\(text)</a>".utf8
    }

    /// A drawing in the page may have a script; as a picture it has none. Returns where it ends.
    private mutating func drawing(at start: Int) -> Int? {
        let rest = source[start...]
        guard rest.prefix(4).map({ $0 | 0x20 }).elementsEqual("<svg".utf8), let tag = HtmlTag(rest), tag.name == "svg",
            let end = rest.firstRange(of: Array("</svg>".utf8))?.upperBound
        else { return nil }
        result +=
            "<img src=\"data:image/svg+xml;base64,".utf8 + Base64.encoded(source[start..<end]) + "\" alt=\"\">".utf8
        return end
    }

    // MARK: What is known

    /// Elements that Asciidoctor writes, and what people pass through to style text.
    private static let elements: Set<String> = [
        "a", "abbr", "b", "blockquote", "br", "button", "caption", "cite", "code", "col", "colgroup", "dd", "del",
        "details", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img",
        "input", "ins", "kbd", "li", "mark", "nav", "ol", "p", "pre", "q", "rt", "ruby", "s", "samp", "section",
        "small",
        "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u",
        "ul",
        "var", "wbr",
    ]

    /// Elements whose contents would be fetched.
    private static let loaders: Set<String> = [
        "iframe", "frame", "embed", "object", "video", "audio", "source", "track", "image",
    ]

    private static let attributes: Set<String> = [
        "alt", "checked", "class", "cite", "colspan", "data-item-complete", "data-lang", "datetime", "dir", "disabled",
        "height", "id", "lang", "name", "open", "rel", "reversed", "role", "rowspan", "span", "start", "title", "type",
        "value", "width",
    ]

    private static func isHarmless(_ attribute: HtmlTag.Attribute) -> Bool {
        switch attribute.name {
        case "href": isAddress(attribute.value)
        case "src": isPicture(attribute.value)
        case "target": attribute.value == "_blank" || attribute.value == "_self"
        case "style": !attribute.value.contains { "(\\@&<".contains($0) } && !attribute.value.contains("/*")
        default: attributes.contains(attribute.name)
        }
    }

    private static let schemes: Set<String> = ["http", "https", "ftp", "mailto", "tel", "irc", "news", "xmpp", "sip"]

    /// Whether following it shows a page; a reference within the scheme may hide another one.
    private static func isAddress(_ value: String) -> Bool {
        let visible = value.replacing("&amp;", with: "-").unicodeScalars.filter { $0.value > 0x20 }
        let start = visible.prefix { !"/?#".unicodeScalars.contains($0) }
        guard start.contains(where: { $0 == ":" || $0 == "&" }) else { return true }
        let scheme = String(String.UnicodeScalarView(start.prefix { $0 != ":" })).lowercased()
        return schemes.contains(scheme)
    }

    /// Whether it is a picture in the page itself.
    private static func isPicture(_ value: String) -> Bool {
        let start = value.lowercased()
        return ["png", "jpeg", "jpg", "gif", "webp", "avif", "svg+xml", "bmp", "tiff", "heic"].contains {
            start.hasPrefix("data:image/\($0);")
        }
    }
}
