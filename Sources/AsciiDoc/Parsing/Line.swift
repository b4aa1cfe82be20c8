/// A line of the source, as offsets.
struct Line {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    /// Behind the last byte that is not blank: what Asciidoctor sees of the line.
    let textEnd: Int
    /// Behind the line end.
    let end: Int

    /// The line that begins at `start`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        self.start = start
        var end = start
        while end < bytes.count, bytes[end] != newline { end += 1 }
        var textEnd = end
        while textEnd > start, bytes[textEnd - 1].isBlankOrLineEnd { textEnd -= 1 }
        self.textEnd = textEnd
        self.end = min(end + 1, bytes.count)
    }

    var isBlank: Bool { textEnd == start }
    var first: UInt8 { bytes[start] }
    var last: UInt8 { bytes[textEnd - 1] }
    var count: Int { textEnd - start }
    /// Offset of the first byte that is not a blank or a tab.
    var textStart: Int {
        var offset = start
        while offset < textEnd, bytes[offset].isBlank { offset += 1 }
        return offset
    }

    /// The byte at an offset of the source; 0 behind the text.
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
