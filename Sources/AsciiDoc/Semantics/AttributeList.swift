/// Reads what stands between the brackets of an attribute line or macro, field by field, as Asciidoctor's `AttributeList`
/// does: fields that only a quoted value parts need no comma between them.
struct AttributeList: Sequence, IteratorProtocol {
    struct Field: Equatable {
        /// nil where the field is positional.
        let name: String?
        /// nil where a positional field is empty.
        let value: String?
    }

    private var rest: Substring
    private var isOver = false
    private let endsWithComma: Bool

    init(_ text: String) {
        rest = text[...]
        endsWithComma = text.trimmingBlanks.hasSuffix(",")
    }

    mutating func next() -> Field? {
        guard !isOver else { return nil }
        skipBlanks()
        let field = readField()
        if rest.isEmpty { isOver = true } else { skipComma() }
        return field
    }

    private mutating func readField() -> Field? {
        if let quote = rest.first, Self.quotes.contains(quote) {
            rest.removeFirst()
            return Field(name: nil, value: quoted(by: quote))
        }
        let name = readName()
        let blanks = rest.prefix { $0.isAttributeBlank }
        rest = rest[blanks.endIndex...]
        guard let sign = rest.first else {
            isOver = true
            return name.isEmpty && !endsWithComma ? nil : Field(name: nil, value: name.isEmpty ? nil : String(name))
        }
        if sign == "," { return Field(name: nil, value: name.isEmpty ? nil : String(name)) }
        rest.removeFirst()
        guard sign == "=", !name.isEmpty else {
            let blanks = String(repeating: " ", count: blanks.count)
            return Field(name: nil, value: name + (name.isEmpty ? "" : blanks) + String(sign) + upToComma())
        }
        skipBlanks()
        return Field(name: String(name), value: value())
    }

    private mutating func value() -> String {
        guard let sign = rest.first, sign != "," else { return "" }
        rest.removeFirst()
        return Self.quotes.contains(sign) ? quoted(by: sign) : String(sign) + upToComma()
    }

    /// After a quotation mark: up to the next one that no backslash escapes; without one, the mark is text.
    private mutating func quoted(by quote: Character) -> String {
        if rest.first == quote {
            rest.removeFirst()
            return ""
        }
        var previous: Character?
        for index in rest.indices {
            if rest[index] == quote, previous != "\\" {
                let value = String(rest[..<index])
                rest = rest[rest.index(after: index)...]
                return value.replacing("\\" + String(quote), with: String(quote))
            }
            previous = rest[index]
        }
        return String(quote) + upToComma()
    }

    private mutating func upToComma() -> String {
        let end = rest.firstIndex(of: ",") ?? rest.endIndex
        var value = rest[..<end]
        while value.last?.isAttributeBlank == true { value.removeLast() }
        rest = rest[value.endIndex...]
        return String(value)
    }

    private mutating func readName() -> Substring {
        guard let first = rest.first, first.isNameSign else { return "" }
        let name = rest.prefix { $0.isNameSign || $0 == "-" || $0 == "." }
        rest = rest[name.endIndex...]
        return name
    }

    private mutating func skipBlanks() { rest = rest.drop { $0.isAttributeBlank } }

    private mutating func skipComma() {
        let after = rest.drop { $0.isAttributeBlank }
        if after.isEmpty { rest = after } else if after.first == "," { rest = after.dropFirst() }
        // After a comma at the end, there is no other field.
        if rest.isEmpty { isOver = !endsWithComma }
    }

    private static let quotes: Set<Character> = ["\"", "'"]
}

extension Character {
    fileprivate var isAttributeBlank: Bool { self == " " || self == "\t" }
    fileprivate var isNameSign: Bool { isLetter || isNumber || self == "_" }
}
