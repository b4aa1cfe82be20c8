extension InlineView {
    /// Whether a letter, digit, mark or underscore begins at `index`.
    func isWord(at index: Int) -> Bool {
        guard let byte = byte(index) else { return false }
        return byte < 0x80 ? Self.isWord(byte) : scalar(at: index).map(Self.isWord) ?? false
    }

    /// Whether a letter, digit, mark or underscore ends at `index`.
    func isWord(endingAt index: Int) -> Bool {
        guard var first = byte(index).map({ _ in index }) else { return false }
        if view[first] < 0x80 { return Self.isWord(view[first]) }
        while first > 0, index - first < 3, view[first] & 0xC0 == 0x80 { first -= 1 }
        return scalar(at: first).map(Self.isWord) ?? false
    }

    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark: true
        default: scalar.properties.isAlphabetic
        }
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        var decoder = UTF8()
        var bytes = view[index..<min(index + 4, view.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
        return scalar
    }
}
