/// Comma-separated values (RFC 4180), with the separators that spreadsheets write: comma, semicolon, tab.
struct CSV {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0

    /// The rows of a table; the separator is the one that its first row has most of.
    ///
    /// - Returns: Nil where a quoted cell never ends.
    static func rows(_ bytes: [UInt8], limit: Int = .max) -> [[String]]? {
        var csv = CSV(bytes, separator: separator(bytes))
        var rows: [[String]] = []
        while let row = csv.row() {
            guard let row else { return nil }
            if row.count > 1 || row.first?.isEmpty == false { rows.append(row) }
            if rows.count > limit { break }
        }
        return rows
    }

    private init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    /// The one that the first rows have most of in one row: a title may stand before the names of the columns.
    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:], most: [UInt8: Int] = [:], isQuoted = false, rows = 0
        for byte in bytes {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D {
                most.merge(counts, uniquingKeysWith: max)
                // `sep=;` says it, and is a row of its own.
                let isDone = candidates.contains { counts[$0, default: 0] > 1 }
                (counts, rows) = ([:], rows + 1)
                if isDone || rows == 5 { break }
            } else {
                counts[byte, default: 0] += 1
            }
        }
        most.merge(counts, uniquingKeysWith: max)
        return candidates.max { most[$0, default: 0] < most[$1, default: 0] } ?? 0x2C
    }

    private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09]

    /// The next row; the outer nil at the end, the inner one for a quoted cell without an end.
    private mutating func row() -> [String]?? {
        guard index < bytes.count else { return .none }
        var cells: [String] = []
        while true {
            guard let cell = cell() else { return .some(nil) }
            cells.append(cell)
            guard index < bytes.count else { return cells }
            let byte = bytes[index]
            index += 1
            if byte == separator { continue }
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            return cells
        }
    }

    private mutating func cell() -> String? {
        guard index < bytes.count, bytes[index] == 0x22 else { return bare() }
        index += 1
        var cell: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte != 0x22 {
                cell.append(byte)
            } else if index < bytes.count, bytes[index] == 0x22 {
                cell.append(0x22)
                index += 1
            } else {
                // What follows the quote up to the separator belongs to the cell, as Python's csv has it.
                return String(decoding: cell, as: UTF8.self) + bare()
            }
        }
        return nil
    }

    private mutating func bare() -> String {
        let start = index
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
