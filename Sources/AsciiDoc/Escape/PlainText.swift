extension StringProtocol {
    /// Whether nothing in the text could make anything of its line but text: it begins with a word of letters and a space,
    /// holds neither the marker of a term nor a line end, and does not end in a `+`.
    ///
    /// Most of what is typed is so, and needs none of the looks that other text needs. What is not may need nothing, too.
    var isPlainText: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = bytes.first, first.isASCIILetter, bytes.last != UInt8(ascii: "+"),
                bytes.last?.isBlankOrLineEnd == false
            else { return false }
            let word = bytes.prefix { $0.isASCIILetter || $0 >= 0x80 || $0 == UInt8(ascii: "'") }
            guard word.endIndex < bytes.count, bytes[word.endIndex] == UInt8(ascii: " ") else { return false }
            var previous = first
            for byte in bytes {
                if byte == newline || byte == UInt8(ascii: "\r") { return false }
                if byte == previous, byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") { return false }
                previous = byte
            }
            return true
        } ?? false
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
