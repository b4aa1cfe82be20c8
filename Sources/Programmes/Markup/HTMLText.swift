import Notebook

/// The text of HTML as programmes have it in abstracts: paragraphs and lists in the text form of `AbstractBlock`.
struct HTMLText {
    /// Whether a text has tags of HTML in it. Markdown may hold a few; then it is read as HTML that holds Markdown.
    static func isHTML(_ text: String) -> Bool {
        var text = text[...]
        while let start = text.utf8.firstIndex(of: UInt8(ascii: "<")) {
            text = text[text.utf8.index(after: start)...]
            let name = text.utf8.prefix(12).prefix {
                $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2F || (0x31...0x36).contains($0)
            }
            if let name = String(name), tags.contains(name.lowercased().filter { $0 != "/" }) { return true }
        }
        return false
    }

    private static let tags: Set<String> = Set(roles.keys).union([
        "a", "strong", "b", "em", "i", "span", "code", "u", "img", "sup", "sub",
    ])

    /// What a tag does to the text about it.
    private enum Role { case block, item, unordered, ordered, lineEnd, pre, hidden }

    private static let roles: [String: Role] = [
        "p": .block, "div": .block, "h1": .block, "h2": .block, "h3": .block, "h4": .block, "h5": .block, "h6": .block,
        "blockquote": .block, "section": .block, "hr": .block, "table": .block, "tr": .block, "dt": .block,
        "dd": .block,
        "dl": .block, "li": .item, "ul": .unordered, "ol": .ordered, "br": .lineEnd, "pre": .pre, "script": .hidden,
        "style": .hidden,
    ]

    private var result = ""
    private var lists: [Role] = []
    private var isPre = false
    private var hidden = 0
    /// Where an open link leads; written after its text.
    private var link = ""

    /// The text with entities decoded, list items after `- ` or `1. ` and blocks separated by empty lines.
    static func markdown(_ html: String) -> String {
        var text = HTMLText()
        text.read(html)
        return Entities.decoded(text.result)
    }

    /// The words alone: no links, no structure.
    static func words(_ html: String) -> String {
        var isTag = false, quote: Character?
        let text = html.filter { character in
            if isTag, character == "\"" || character == "'", quote == nil || quote == character {
                quote = quote == nil ? character : nil
            }
            if character == "<" { isTag = true }
            defer { if character == ">", quote == nil { isTag = false } }
            return !isTag
        }
        return Entities.decoded(text).spaced
    }

    private mutating func read(_ html: String) {
        var rest = html.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            take(rest[..<start])
            let tag = rest[rest.index(after: start)...]
            let first = tag.first ?? 0
            // A lone `<`, as in `a < b`, is text; so is what no `>` ends.
            guard first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || first == 0x2F || first == 0x21,
                let end = tag.firstIndex(of: UInt8(ascii: ">"))
            else {
                take(rest[start...start])
                rest = tag
                continue
            }
            open(Substring(tag[..<end]))
            rest = rest[rest.index(after: end)...]
        }
        take(rest)
    }

    private mutating func take(_ words: Substring.UTF8View) {
        guard hidden == 0 else { return }
        if isPre {
            result += String(Substring(words))
            return
        }
        // Outside `pre` a line end is a space; Markdown lines inside HTML, as FOSDEM has them, keep theirs.
        let lines = words.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let body = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            let isItem = [0x2A, 0x2D, 0x2B].contains(body.first ?? 0) && body.dropFirst().first == 0x20
            if index > 0 { result += body.isEmpty ? "" : isItem ? "\n" : result.hasSuffix("\n") ? "" : " " }
            result += String(Substring(index > 0 ? (isItem ? line : body) : line))
        }
    }

    private mutating func open(_ tag: Substring) {
        let isEnd = tag.hasPrefix("/")
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if name == "a" {
            if isEnd { closeLink() } else { link = Self.attribute("href", of: tag) }
            return
        }
        guard let role = Self.roles[name] else { return }
        switch role {
        case .block: separate(by: lists.isEmpty ? "\n\n" : "\n")
        case .lineEnd: result += "\n"
        case .item: if !isEnd { beginItem() }
        case .unordered, .ordered:
            if isEnd { _ = lists.popLast() } else if lists.count < 8 { lists.append(role) }
            separate(by: lists.isEmpty ? "\n\n" : "\n")
        case .pre:
            separate(by: "\n\n")
            result += "```\n"
            if isEnd { result += "\n" }
            isPre = !isEnd
        case .hidden: hidden = max(0, hidden + (isEnd ? -1 : 1))
        }
    }

    private mutating func beginItem() {
        separate(by: "\n")
        result += String(repeating: "  ", count: max(0, lists.count - 1)) + (lists.last == .ordered ? "1. " : "- ")
    }

    private mutating func separate(by separator: String) {
        while result.hasSuffix(" ") { result.removeLast() }
        // A paragraph inside an item begins on the item's own line.
        if result.isEmpty || result.hasSuffix("\n\n") || result.hasSuffix("\n-") || result.hasSuffix("1.") {
            if result.hasSuffix("-") || result.hasSuffix("1.") { result += " " }
            return
        }
        result += result.hasSuffix("\n") ? String(separator.dropFirst()) : separator
    }

    private mutating func closeLink() {
        defer { link = "" }
        guard link.hasPrefix("http"), hidden == 0 else { return }
        let bare = link.split(separator: "/").dropFirst().joined(separator: "/")
        if !result.hasSuffix(link), !result.hasSuffix(bare) { result += " (\(link))" }
    }

    private static func attribute(_ name: String, of tag: Substring) -> String {
        let words = tag.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, word) in words.enumerated() where word.hasSuffix("\(name)=") && index + 1 < words.count {
            return String(words[index + 1])
        }
        return ""
    }
}
