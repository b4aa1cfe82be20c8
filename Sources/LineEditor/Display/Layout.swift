/// Prompt, line, hint and menu as rows of a terminal of some width. Pure.
struct Layout {
    let columns: Int
    private(set) var rows: [[Cell]] = [[]]
    /// Columns taken in the last row.
    private var used = 0
    private(set) var cursorRow = 0
    private(set) var cursorColumn = 0

    /// Where the prompt ends, as a row and the cells in it.
    private(set) var promptEnd = (row: 0, cell: 0)

    private static let tabStop = 8
    private static let mostMarks = 16

    init(columns: Int) {
        self.columns = max(columns, 2)
        if columns < 1000 { rows[0].reserveCapacity(columns) }
    }

    mutating func append(_ text: some Sequence<Unicode.Scalar>, style: Style) {
        for scalar in text { append(scalar, style: style) }
    }

    /// Nothing that a terminal would obey gets through: controls become `^X`, what has no glyph U+FFFD.
    mutating func append(_ scalar: Unicode.Scalar, style: Style) {
        switch scalar.value {
        case 0x09: for _ in 0..<(Self.tabStop - used % Self.tabStop) { put(Cell(scalar: " ", style: style)) }
        case ..<0x20, 0x7F:
            put(Cell(scalar: "^", style: style))
            put(Cell(scalar: Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value ^ 0x40)), style: style))
        default:
            let width = Self.isBidiControl(scalar) ? -1 : scalar.columns
            switch width {
            case 0: attach(scalar)
            case 1...: put(Cell(scalar: scalar, width: width, style: style))
            default: put(Cell(scalar: "\u{FFFD}", style: style))
            }
        }
    }

    /// What was appended is the prompt.
    mutating func endPrompt() { promptEnd = (rows.count - 1, rows[rows.count - 1].count) }

    /// The cursor stands in front of what is appended next, which begins with `scalar`.
    mutating func placeCursor(before scalar: Unicode.Scalar?) {
        makeRoom(for: max(1, scalar?.columns ?? 1))
        (cursorRow, cursorColumn) = (rows.count - 1, used)
    }

    /// Text at the right margin of the only row, where that leaves a gap before it and a column after it.
    mutating func alignRight(_ text: some Sequence<Unicode.Scalar>, style: Style) {
        var end = Layout(columns: columns)
        end.append(text, style: style)
        guard end.used > 0, end.rows.count == 1, rows.count == 1, used + Self.gap + end.used < columns else { return }
        while used + end.used + 1 < columns { put(.blank) }
        for cell in end.rows[0] { put(cell) }
    }

    /// Least columns between the line and what stands at the right margin.
    private static let gap = 3

    /// All cells of the rows: those before the cursor, and the rest.
    var partedAtCursor: (before: [Cell], after: [Cell]) {
        let cells = rows[cursorRow]
        var (index, column) = (0, 0)
        while index < cells.count, column < cursorColumn {
            column += cells[index].width
            index += 1
        }
        return (
            rows[..<cursorRow].flatMap { $0 } + cells[..<index],
            cells[index...] + rows[(cursorRow + 1)...].flatMap { $0 }
        )
    }

    /// What follows begins a row of its own.
    mutating func breakRow() {
        rows.append([])
        used = 0
    }

    /// Columns left in the last row.
    var room: Int { columns - used }

    private mutating func attach(_ mark: Unicode.Scalar) {
        guard let last = rows[rows.count - 1].indices.last else { return }
        if rows[rows.count - 1][last].marks.count < Self.mostMarks { rows[rows.count - 1][last].marks.append(mark) }
    }

    private mutating func put(_ cell: Cell) {
        makeRoom(for: cell.width)
        rows[rows.count - 1].append(cell)
        used += cell.width
    }

    /// A wide character that does not fit leaves a space at the margin, written by us: terminals differ about it.
    private mutating func makeRoom(for width: Int) {
        guard used + width > columns else { return }
        while used < columns {
            rows[rows.count - 1].append(.blank)
            used += 1
        }
        breakRow()
    }

    /// They would make the terminal show another order than the text has.
    private static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
