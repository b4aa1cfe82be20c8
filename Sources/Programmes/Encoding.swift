import Notebook

/// Bytes of a file as UTF-8.
enum Encoding {
    /// The file as UTF-8 without a byte order mark; UTF-16 is known by its mark.
    ///
    /// - Throws: `ProgrammeError.encoding` with the line of the first byte that is none of UTF-8.
    static func utf8(_ bytes: [UInt8]) throws(ProgrammeError) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(bytes.dropFirst(3))) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, isLittle: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, isLittle: false) }
        return try checked(bytes)
    }

    private static func checked(_ bytes: [UInt8]) throws(ProgrammeError) -> [UInt8] {
        if let line = invalidLine(bytes) { throw .encoding(line: line) }
        return bytes
    }

    /// The line of the first byte that is not UTF-8; nil where all are.
    static func invalidLine(_ bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }

    private static func utf16(_ bytes: [UInt8], isLittle: Bool) -> [UInt8] {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
            let (low, high) = isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt16(high) << 8 | UInt16(low)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
