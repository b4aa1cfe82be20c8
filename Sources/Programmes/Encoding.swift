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

    /// The file's text.
    ///
    /// - Throws: as `utf8`.
    static func text(_ bytes: [UInt8]) throws(ProgrammeError) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(decoding: try utf8(bytes), as: UTF8.self)
    }

    /// Text of an encoding of Windows (code page 1252, of which Latin-1 is a part), which tables of spreadsheets have and
    /// cannot state; nil where a byte is none of it, or the text has control characters.
    static func windows1252(_ bytes: [UInt8]) -> [UInt8]? {
        var scalars = String.UnicodeScalarView()
        scalars.reserveCapacity(bytes.count)
        for byte in bytes {
            let isControl = byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F
            let value = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt16(byte)
            guard !isControl, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
            scalars.append(scalar)
        }
        return Array(String(scalars).utf8)
    }

    /// 0x80 to 0x9F of code page 1252; 0: none.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

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
