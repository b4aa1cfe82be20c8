import Notebook

extension ArgumentReader {
    /// A word in which `"…"`, `'…'` and `\ ` keep spaces.
    mutating func quotedWord() throws(UsageError) -> String? {
        skipBlanks()
        guard !text.isEmpty else { return nil }
        guard let word = TypedPath.word(text) else { throw .unclosedQuote }
        text = word.rest
        return word.value
    }

    /// A path: the first word, or as many as make the name of a file that is there.
    ///
    /// - Parameter isLast: whether no text can follow: then spaces are the path's, whether there is such a file or not.
    mutating func path(isLast: Bool) throws(UsageError) -> String? {
        skipBlanks()
        guard !text.isEmpty else { return nil }
        let word = TypedPath.word(text)
        if let word, let found = existing(word.value) {
            text = word.rest
            return found
        }
        if let found = longestExisting() { return found }
        guard let word else { throw .unclosedQuote }
        let isPlain = text.hasPrefix(word.value)
        if isLast, isPlain, let all = rest() { return TypedPath.only(all) }
        text = word.rest
        return word.value
    }

    /// More words than these are no file's name.
    private static let mostWords = 40

    /// Names with spaces, or with an apostrophe, that nobody put in quotes.
    private mutating func longestExisting() -> String? {
        var ends = text.indices.filter { Self.isBlank(text[$0]) }.prefix(Self.mostWords)
        ends.append(text.endIndex)
        for end in ends.reversed() {
            let typed = text[..<end].trimmingBlanks
            let plain = TypedPath.fromAddress(typed)
            let unescaped = typed.contains("\\") ? TypedPath.unescaped(typed) : plain
            guard let found = existing(plain) ?? (unescaped == plain ? nil : existing(unescaped)) else { continue }
            text = text[end...]
            return found
        }
        return nil
    }
}

extension TypedPath {
    /// A text without the signs that keep a shell from reading the next one.
    static func unescaped(_ text: String) -> String {
        var (result, isEscaped) = ("", false)
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }
}
