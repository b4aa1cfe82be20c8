import Notebook

/// A path as keyboards, terminals and file managers give it: `'it'\''s here.png'`, `my\ photo.png`,
/// `file:///home/ada/a%20b.png`.
enum TypedPath {
    /// The first word of a text, as a shell reads it, and what follows; nil where a quote is not closed.
    static func word(_ text: Substring) -> (value: String, rest: Substring)? {
        var reader = Reader(text)
        reader.readWord()
        return reader.quote == nil ? (fromAddress(reader.value), reader.rest) : nil
    }

    /// What was typed of a word so far: its last quote may be open.
    static func unfinished(_ text: String) -> String {
        var reader = Reader(text[...])
        reader.readWord()
        return fromAddress(reader.value + reader.rest)
    }

    /// The space after the first word, which may be quoted; nil: it goes on.
    static func endOfWord(_ text: Substring) -> Substring.Index? {
        var reader = Reader(text)
        reader.readWord()
        return reader.quote != nil || reader.rest.isEmpty ? nil : reader.rest.startIndex
    }

    /// A text that is one path: the only word, or all of it where it has spaces that nobody put in quotes.
    static func only(_ text: String) -> String {
        if let word = word(text[...]), word.rest.trimmingBlanks.isEmpty { return word.value }
        return fromAddress(text.trimmingBlanks)
    }

    /// A path as ``word(_:)`` reads it again.
    static func escaped(_ path: String) -> String {
        path.map { " \t\\'\"".contains($0) ? "\\" + String($0) : String($0) }.joined()
    }

    /// The path of `file:///…` and `file://localhost/…`; other text as it is.
    static func fromAddress(_ text: String) -> String {
        guard text.lowercased().hasPrefix("file:/") else { return text }
        var rest = text.dropFirst("file:".count)
        if rest.hasPrefix("//") { rest = rest.dropFirst(2).drop { $0 != "/" } }
        let bytes = Array(rest.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Reads a word from the left.
    private struct Reader {
        private(set) var rest: Substring
        private(set) var value = ""
        /// The quote that is open.
        private(set) var quote: Character?

        init(_ text: Substring) { rest = text }

        mutating func readWord() {
            while let next = rest.first {
                if quote == nil, next == " " || next == "\t" { return }
                rest = rest.dropFirst()
                read(next)
            }
        }

        private mutating func read(_ next: Character) {
            switch (quote, next) {
            case (nil, "'"), (nil, "\""): quote = next
            case (.some(let open), next) where open == next: quote = nil
            case (nil, "\\"), ("\"", "\\"):
                // Between double quotes, only what has a meaning there.
                guard let escaped = rest.first, quote == nil || "\"\\$`".contains(escaped) else {
                    value.append(next)
                    return
                }
                value.append(escaped)
                rest = rest.dropFirst()
            default: value.append(next)
            }
        }
    }
}
