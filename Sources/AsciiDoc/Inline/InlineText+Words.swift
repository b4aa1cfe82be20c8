extension InlineText {
    /// Whether a letter, digit, mark or underscore begins at `index`.
    func isWord(at index: Int) -> Bool {
        let byte = byte(index)
        return byte < 0x80 ? Self.isWord(byte) : isWordScalar(at: index)
    }

    /// Whether a letter, digit, mark or underscore ends at `index`.
    func isWord(endingAt index: Int) -> Bool {
        var first = index
        guard byte(first) >= 0x80 else { return Self.isWord(byte(first)) }
        while first > 0, index - first < 3, view[first] & 0xC0 == 0x80 { first -= 1 }
        return isWordScalar(at: first)
    }

    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func isWordScalar(at index: Int) -> Bool {
        // The letters of French, without a look at the tables: all of U+00C0 to U+00FF but the signs of two operations.
        if byte(index) == 0xC3 { return byte(index + 1) != 0x97 && byte(index + 1) != 0xB7 }
        var decoder = UTF8()
        var bytes = view[index..<min(index + 4, view.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return false }
        return scalar.isWord
    }
}
