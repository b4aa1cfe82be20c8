import AsciiDoc

/// Tells where a byte of the preprocessed document was written: line and column, from 1.
///
/// Columns count Unicode code points. The place that was asked for last is kept, so that many places in one long line
/// cost one walk over it.
struct SourceMap {
    struct Place: Hashable {
        let line: Int
        let column: Int
    }

    private let source: PreprocessedSource
    private let lines: LineIndex
    private var rows: [Int] { lines.starts }
    private var last = (row: 0, offset: 0, column: 1)

    init(_ source: PreprocessedSource) {
        self.source = source
        lines = LineIndex(source.bytes)
    }

    /// The place of the character that contains the byte at `offset`.
    mutating func place(of offset: Int) -> Place {
        let offset = min(max(offset, 0), max(source.bytes.count - 1, 0))
        let row = row(of: offset)
        if row != last.row { last = (row, rows[row], 1) }
        move(to: offset)
        let shift = source.columnShifts.isEmpty ? 0 : source.columnShifts[row] ?? 0
        let column = last.column + shift
        return Place(line: source.line(ofRow: row), column: max(column, 1))
    }

    /// Walks from the place that was asked for last; bytes that go on with a character do not count.
    private mutating func move(to offset: Int) {
        while last.offset < offset {
            last.offset += 1
            if !goesOn(last.offset) { last.column += 1 }
        }
        while last.offset > offset {
            if !goesOn(last.offset) { last.column -= 1 }
            last.offset -= 1
        }
    }

    private func goesOn(_ offset: Int) -> Bool { source.bytes[offset] & 0xC0 == 0x80 }

    private func row(of offset: Int) -> Int {
        if rows[last.row] <= offset, last.row + 1 == rows.count || offset < rows[last.row + 1] { return last.row }
        return lines.line(at: offset)
    }
}
