import Notebook

/// CSV and TSV by the names of their columns.
enum TableReader {
    /// Whether the first line has the names of a title and a start.
    static func recognises(_ bytes: [UInt8]) -> Bool {
        let head = Array(bytes.prefix(8192))
        guard let names = CSV.rows(head, limit: 1)?.first ?? headerOfCut(head) else { return false }
        return names.count > 1 && FieldNames(names) != nil
    }

    /// The first row of a table whose first eight kilobytes end inside a quoted cell.
    private static func headerOfCut(_ head: [UInt8]) -> [String]? {
        CSV.rows(Array(head.prefix { $0 != 0x0A && $0 != 0x0D }))?.first
    }

    static func read(_ bytes: [UInt8], _ limits: ReadingLimits) throws(ProgrammeError) -> Source {
        guard let rows = CSV.rows(bytes, limit: limits.sessions + 1) else { throw .truncated(format: "CSV") }
        guard let header = rows.first, let fields = FieldNames(header) else { throw .unknownFormat }
        if rows.count > limits.sessions + 1 { throw .tooManySessions(limit: limits.sessions) }
        var source = Source("CSV")
        source.entries = rows.dropFirst().map { row in
            fields.entry { $0 < row.count ? row[$0].trimmingBlanks : "" }
        }
        return source
    }
}
