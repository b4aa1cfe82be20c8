extension DiagnosticRule {
    /// Rules on tables.
    static let tables = [incompleteRow]

    private static let incompleteRow = DiagnosticRule(
        "table-row-incomplete", .error, "a last row with too few cells: it is dropped",
        says: "the last row has %1 of %2 cells: it is dropped"
    ) { context in
        context.tables.compactMap { table in
            guard table.restCount > 0, !context.holdsInclude(table.node) else { return nil }
            let rest = table.cells.suffix(table.restCount).first { !$0.range.isEmpty }
            let start = rest?.range.lowerBound ?? table.node.delimiter?.lowerBound ?? table.node.range.lowerBound
            let line = context.places.rows.content(
                context.places.rows.line(at: start), of: context.preprocessed.bytes)
            return Finding(line, [String(table.restCount), String(table.columns)])
        }
    }
}
