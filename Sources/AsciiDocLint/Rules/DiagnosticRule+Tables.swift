import AsciiDoc

extension DiagnosticRule {
    /// Rules on tables.
    static let tables = [incompleteRow, droppedCell]

    private static let incompleteRow = DiagnosticRule(
        "table-row-incomplete", .error, "a last row with too few cells: it is dropped",
        says: "the last row fills %1 of %2 columns: it is dropped"
    ) { context in
        context.tables.compactMap { node, table in
            guard !table.rest.isEmpty, !context.holdsInclude(node) else { return nil }
            let rest = table.rest.first { !$0.range.isEmpty }
            let line = context.line(of: rest?.range, in: node)
            return Finding(line, [String(table.restColumns), String(table.shape.columns)])
        }
    }

    private static let droppedCell = DiagnosticRule(
        "table-cell-dropped", .error, "a cell that spans more columns than are left: it is dropped",
        says: "no row has room for this cell: it is dropped"
    ) { context in
        context.tables.flatMap { node, table in
            table.dropped.map { Finding(context.line(of: $0, in: node)) }
        }
    }
}

extension RuleContext {
    /// The line in which a cell begins; the table's first where it is not known.
    fileprivate func line(of cell: Range<Int>?, in table: Node) -> Range<Int> {
        let delimiter = table.delimiter?.lowerBound ?? table.range.lowerBound
        let start = cell.flatMap { $0.isEmpty ? nil : $0.lowerBound } ?? delimiter
        return places.rows.content(places.rows.line(at: start), of: preprocessed.bytes)
    }
}
