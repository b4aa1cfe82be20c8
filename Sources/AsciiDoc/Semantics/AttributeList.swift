/// Reads what stands between the brackets of an attribute line or macro, field by field, as Asciidoctor's `AttributeList`
/// does: fields that only a quoted value parts need no comma between them.
struct AttributeList: Sequence, IteratorProtocol {
    struct Field: Equatable {
        /// nil where the field is positional.
        let name: String?
        /// nil where a positional field is empty.
        let value: String?
    }

    private let bytes: [UInt8]
    /// Where the next field begins.
    private var position = 0
    private var isOver = false
    private let endsWithComma: Bool

    init(_ text: String) {
        bytes = Array(text.utf8)
        endsWithComma = bytes.last { !$0.isBlank } == Self.comma
    }

    mutating func next() -> Field? {
        guard !isOver else { return nil }
        skipBlanks()
        let field = readField()
        if position == bytes.count { isOver = true } else { skipComma() }
        return field
    }

    private static let comma = UInt8(ascii: ",")

    /// The byte that is read next; nil at the end.
    private var first: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func readField() -> Field? {
        if let quote = first, Self.isQuote(quote) {
            position += 1
            return Field(name: nil, value: quoted(by: quote))
        }
        let start = position
        let name = readName()
        skipBlanks()
        guard let sign = first else {
            isOver = true
            return name.isEmpty && !endsWithComma ? nil : Field(name: nil, value: name.isEmpty ? nil : string(name))
        }
        if sign == Self.comma { return Field(name: nil, value: name.isEmpty ? nil : string(name)) }
        guard sign == UInt8(ascii: "="), !name.isEmpty else {
            position = name.isEmpty ? position : start
            return Field(name: nil, value: upToComma(isBegun: true))
        }
        position += 1
        skipBlanks()
        return Field(name: string(name), value: value())
    }

    private mutating func value() -> String {
        guard let sign = first, sign != Self.comma else { return "" }
        guard Self.isQuote(sign) else { return upToComma(isBegun: true) }
        position += 1
        return quoted(by: sign)
    }

    /// After a quotation mark: up to the next one that no backslash escapes; without one, the mark is text.
    private mutating func quoted(by quote: UInt8) -> String {
        if first == quote {
            position += 1
            return ""
        }
        for index in position..<bytes.count where bytes[index] == quote && bytes[index - 1] != UInt8(ascii: "\\") {
            let value = string(position..<index)
            position = index + 1
            guard value.utf8.contains(UInt8(ascii: "\\")) else { return value }
            let sign = String(UnicodeScalar(quote))
            return value.replacing("\\" + sign, with: sign)
        }
        position -= 1
        return upToComma(isBegun: true)
    }

    /// The text up to a comma, without the spaces at its end.
    ///
    /// - Parameter isBegun: whether its first byte belongs to it whatever it is.
    private mutating func upToComma(isBegun: Bool) -> String {
        let start = position
        let from = isBegun && position < bytes.count ? position + 1 : position
        var end = bytes[from...].firstIndex(of: Self.comma) ?? bytes.count
        while end > from, bytes[end - 1].isBlank { end -= 1 }
        position = end
        return string(start..<end)
    }

    /// Letters, digits and `_`, and after the first of them `-` and `.`.
    private mutating func readName() -> Range<Int> {
        let start = position
        while let byte = first {
            let joins = position > start && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
            guard let length = joins ? 1 : wordLength(at: position) else { break }
            position += length
        }
        return start..<position
    }

    /// How many bytes the letter, digit or `_` at `index` has; nil where there is none.
    private func wordLength(at index: Int) -> Int? {
        guard bytes[index] >= 0x80 else { return InlineText.isWord(bytes[index]) ? 1 : nil }
        var decoder = UTF8()
        var rest = bytes[index..<Swift.min(index + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest), scalar.isWord else { return nil }
        return UTF8.width(scalar)
    }

    private mutating func skipBlanks() {
        while let byte = first, byte.isBlank { position += 1 }
    }

    private mutating func skipComma() {
        let start = position
        skipBlanks()
        if first == Self.comma { position += 1 } else if position < bytes.count { position = start }
        // After a comma at the end, there is no other field.
        if position == bytes.count { isOver = !endsWithComma }
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
