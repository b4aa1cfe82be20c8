/// Writes text so that nothing in it is markup: character references for what has a meaning.
func escapeInline(_ text: some StringProtocol) -> String {
    let context = InlineEscape(text)
    return context.characters.indices.map(context.written).joined()
}

/// The text that is being written, and what its signs mean to each other.
private struct InlineEscape {
    let characters: [Character]
    private let counts: [Character: Int]

    init(_ text: some StringProtocol) {
        characters = Array(text)
        counts = Dictionary(characters.map { ($0, 1) }, uniquingKeysWith: +)
    }

    func written(_ index: Int) -> String {
        let character = characters[index]
        guard let isMarkup = Self.rules[character], isMarkup(self, index) else { return String(character) }
        return Self.references[character] ?? "&#\(character.unicodeScalars.first?.value ?? 0);"
    }

    private static let references: [Character: String] = ["&": "&amp;"]

    /// For every sign that can mean something, when it does.
    private static let rules: [Character: @Sendable (InlineEscape, Int) -> Bool] = {
        var rules: [Character: @Sendable (InlineEscape, Int) -> Bool] = [
            "&": { $0.beginsReference($1) }, "{": { $0.isName($0.after($1)) }, "'": { _, _ in true },
            "\\": { !($0.after($1)?.isWhitespace ?? false) },
            "<": { $0.beginsTag($1) }, ">": { $0.endsArrow($1) }, "-": { $0.before($1) == "-" },
            ".": { $0.before($1) == "." && $0.before($1 - 1) == "." }, "(": { $0.before($1) == "(" },
            ")": { $0.endsSymbol($1) }, "[": { $0.before($1).map { !$0.isWhitespace } ?? false },
            "@": { $0.isInURL($1) }, ":": { $0.endsMacroName($1) }, "+": { text, _ in text.count("+") > 1 },
            "`": { $0.count("`") > 1 || $0.before($1) == "'" || $0.after($1) == "'" },
        ]
        for sign in "*_#^~$" { rules[sign] = { text, _ in text.count(sign) > 1 } }
        return rules
    }()

    private func count(_ character: Character) -> Int { counts[character] ?? 0 }
    private func before(_ index: Int) -> Character? { index > 0 ? characters[index - 1] : nil }
    private func after(_ index: Int) -> Character? { index + 1 < characters.count ? characters[index + 1] : nil }
    private func isName(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }

    /// `&copy;`, `&#42;`
    private func beginsReference(_ index: Int) -> Bool {
        let name = characters[(index + 1)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
        let end = index + 1 + name.count
        return !name.isEmpty && end < characters.count && characters[end] == ";"
    }

    /// `<<`, `<-`, `<=`, and before a URL.
    private func beginsTag(_ index: Int) -> Bool {
        if before(index) == "<" || after(index).map({ "-=".contains($0) }) == true { return true }
        let rest = characters[(index + 1)...]
        return ["http://", "https://", "file://", "ftp://", "irc://"].contains { rest.starts(with: $0) }
    }

    /// `->`, `=>`, and the `>` of a menu in quotes.
    private func endsArrow(_ index: Int) -> Bool {
        guard let before = before(index) else { return count("\"") > 0 }
        return before == "-" || before == "=" || (count("\"") > 0 && before.isWhitespace)
    }

    /// `(C)`, `(R)`, `(TM)`
    private func endsSymbol(_ index: Int) -> Bool {
        ["(C", "(R", "(TM"].contains { characters[..<index].suffix($0.count).elementsEqual($0) }
    }

    private func isInURL(_ index: Int) -> Bool {
        let word = characters[..<index].suffix(while: { !$0.isWhitespace })
        return String(word).contains("://")
    }

    private static let macros = [
        "image", "icon", "kbd", "btn", "menu", "link", "mailto", "xref", "footnote", "footnoteref", "indexterm",
        "indexterm2", "anchor", "stem", "latexmath", "asciimath", "pass",
    ]

    private func endsMacroName(_ index: Int) -> Bool {
        characters[index...].contains("[")
            && Self.macros.contains { characters[..<index].suffix($0.count).elementsEqual($0) }
    }
}

extension ArraySlice<Character> {
    /// The longest end whose characters all fit.
    fileprivate func suffix(while fits: (Character) -> Bool) -> ArraySlice<Character> {
        self[(lastIndex { !fits($0) } ?? startIndex - 1) + 1..<endIndex]
    }
}
