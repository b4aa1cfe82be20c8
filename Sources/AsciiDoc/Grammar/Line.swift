/// A line of the source, as offsets.
struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    /// After the last byte that is not blank: what Asciidoctor sees of the line.
    let textEnd: Int
    /// After the line end.
    let end: Int
    /// Whether a `:` or `;` may be in the line: without one it is no description list.
    let mayDescribe: Bool
    /// Whether the line parts the two sides of a conflict of versions: it is text, whatever it looks like.
    var isConflictMark = false

    /// The line that begins at `start`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        self.start = start
        let (end, mayDescribe) = Self.scan(bytes, from: start)
        self.mayDescribe = mayDescribe
        var textEnd = end
        while textEnd > start, bytes[textEnd - 1].isBlankOrLineEnd { textEnd -= 1 }
        self.textEnd = textEnd
        self.end = min(end + 1, bytes.count)
    }

    /// Offset of the next line feed or the end; and whether a colon or semicolon may stand before it. Eight bytes at a
    /// time, as one word: this loop sees every byte of the source.
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, mayDescribe: Bool) {
        let raw = UnsafeRawBufferPointer(bytes)
        var offset = start
        var described: UInt64 = 0
        while offset + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if zeroByte(in: word ^ newlines) != 0 { break }
            // `:` and `;` differ in their lowest bit only.
            described |= zeroByte(in: (word | ones) ^ semicolons)
            offset += 8
        }
        var mayDescribe = described != 0
        while offset < bytes.count, bytes[offset] != newline {
            mayDescribe = mayDescribe || bytes[offset] | 1 == UInt8(ascii: ";")
            offset += 1
        }
        return (offset, mayDescribe)
    }

    /// Not zero where one of the word's bytes is.
    private static func zeroByte(in word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones << 7) }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let newlines = ones * UInt64(UInt8(ascii: "\n"))
    private static let semicolons = ones * UInt64(UInt8(ascii: ";"))

    var isBlank: Bool { textEnd == start }
    var first: UInt8 { bytes[start] }
    var last: UInt8 { bytes[textEnd - 1] }
    var count: Int { textEnd - start }
    /// A lone `+`.
    var isContinuation: Bool { count == 1 && first == UInt8(ascii: "+") }
    /// Offset of the first byte that is not a space or a tab.
    var textStart: Int {
        var offset = start
        while offset < textEnd, bytes[offset].isBlank { offset += 1 }
        return offset
    }

    /// The byte at an offset of the source; 0 after the text.
    func byte(_ offset: Int) -> UInt8 { offset < textEnd ? bytes[offset] : 0 }

    /// How many bytes from `offset` equal `byte`.
    func run(of byte: UInt8, from offset: Int) -> Int {
        var end = offset
        while end < textEnd, bytes[end] == byte { end += 1 }
        return end - offset
    }

    func hasPrefix(_ prefix: StaticString, at offset: Int) -> Bool {
        guard textEnd - offset >= prefix.utf8CodeUnitCount else { return false }
        return (0..<prefix.utf8CodeUnitCount).allSatisfy { bytes[offset + $0] == prefix.utf8Start[$0] }
    }

    func contains(_ byte: UInt8, from offset: Int) -> Bool {
        (offset..<textEnd).contains { bytes[$0] == byte }
    }

    /// How many characters the text has, counting UTF-8 lead bytes.
    var characterCount: Int {
        (start..<textEnd).reduce(0) { $0 + (bytes[$1] & 0xC0 == 0x80 ? 0 : 1) }
    }
}
