import Notebook

/// CSV and TSV by the names of their columns.
enum TableReader {
    /// Whether the first line has the names of a title and a start.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = Array(bytes.prefix(8192))
        let rows = CSV.rows(head, limit: mostBefore) ?? [headerOfCut(head)].compactMap { $0 }
        return header(in: rows) != nil
    }

    /// Rows that may stand before the names of the columns: a title, `sep=;`.
    private static let mostBefore = 5

    /// The row with the names of a title and a start.
    private static func header(in rows: [[String]]) -> (row: Int, fields: FieldNames)? {
        for (index, names) in rows.prefix(mostBefore).enumerated() where names.count > 1 {
            if let fields = FieldNames(names) { return (index, fields) }
        }
        return nil
    }

    /// The first row of a table whose first eight kilobytes end inside a quoted cell.
    private static func headerOfCut(_ head: [UInt8]) -> [String]? {
        CSV.rows(Array(head.prefix { $0 != 0x0A && $0 != 0x0D }))?.first
    }

    static func read(_ bytes: [UInt8], _ limits: ReadingLimits) throws(ProgrammeError) -> Source {
        guard let rows = CSV.rows(bytes, limit: limits.sessions + mostBefore) else { throw .truncated(format: "CSV") }
        guard let (header, fields) = header(in: rows) else { throw .unknownFormat }
        if rows.count - header - 1 > limits.sessions { throw .tooManySessions(limit: limits.sessions) }
        var source = Source("CSV")
        source.entries = rows.dropFirst(header + 1).map { row in
            fields.entry { $0 < row.count ? row[$0].trimmingBlanks : "" }
        }
        return source
    }
}
