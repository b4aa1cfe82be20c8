/// Reads what stands behind a command's name, from the left.
struct ArgumentReader {
    private var text: Substring
    private var bang: Bool

    init(_ arguments: String, bang: Bool) {
        text = arguments[...]
        self.bang = bang
    }

    mutating func takeBang() -> Bool {
        defer { bang = false }
        return bang
    }

    /// All that is left, trailing blanks included; nil when that is nothing but blanks.
    mutating func rest() -> String? {
        skipBlanks()
        guard !text.isEmpty else { return nil }
        defer { text = "" }
        return String(text)
    }

    mutating func word() -> String? {
        skipBlanks()
        guard !text.isEmpty else { return nil }
        let word = text.prefix { !Self.isBlank($0) }
        text = text.dropFirst(word.count)
        return String(word)
    }

    /// A word in which `"…"`, `'…'` and `\ ` keep blanks.
    mutating func quotedWord() throws(UsageError) -> String? {
        skipBlanks()
        guard let first = text.first else { return nil }
        if first == "\"" || first == "'" { return try quoted(first) }
        var word = ""
        while let next = text.first, !Self.isBlank(next) {
            text = text.dropFirst()
            if next == "\\", let escaped = text.first {
                text = text.dropFirst()
                word.append(escaped)
            } else {
                word.append(next)
            }
        }
        return word
    }

    private mutating func quoted(_ quote: Character) throws(UsageError) -> String {
        let inside = text.dropFirst().prefix { $0 != quote }
        guard inside.endIndex < text.endIndex else { throw .unclosedQuote }
        text = text[inside.endIndex...].dropFirst()
        return String(inside)
    }

    /// Fails when something is left that no parameter took.
    mutating func finish() throws(UsageError) {
        if bang { throw .bangNotTaken }
        if let left = rest() { throw .tooMuch(left) }
    }

    private mutating func skipBlanks() { text = text.drop(while: Self.isBlank) }

    private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}
