/// Reads what stands after a command's name, from the left.
struct ArgumentReader {
    var text: Substring
    private var bang: Bool
    /// The file that a path means; nil: there is none.
    let existing: (String) -> String?

    init(_ arguments: String, bang: Bool, existing: @escaping (String) -> String? = { _ in nil }) {
        text = arguments[...]
        self.bang = bang
        self.existing = existing
    }

    mutating func takeBang() -> Bool {
        defer { bang = false }
        return bang
    }

    /// All that is left, trailing spaces included; nil when that is nothing but spaces.
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

    /// Fails when something is left that no parameter took.
    mutating func finish() throws(UsageError) {
        if bang { throw .bangNotTaken }
        if let left = rest() { throw .tooMuch(left) }
    }

    mutating func skipBlanks() { text = text.drop(while: Self.isBlank) }

    static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
}
