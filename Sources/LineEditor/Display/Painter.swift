/// Brings the terminal from the rows that it shows to those that it should show, with as few bytes as that takes. Pure:
/// returns the bytes to write. Rows count from the one where the prompt began.
///
/// libedit's own redraw is not used: it loses zero-width characters, knows no colour, and cannot show a line that is
/// taller than the screen.
struct Painter {
    var columns = 80
    var height = 24
    var colours = true

    private var shown: [[Cell]] = [[]]
    private var row = 0
    /// `columns`: behind the last one, where the next character goes to the next row.
    private var column = 0
    private var cursorRow = 0
    /// First row of a layout that is taller than the screen.
    private var top = 0
    private var style = Style.plain
    private var bytes: [UInt8] = []

    mutating func paint(_ layout: Layout) -> [UInt8] {
        let rows = window(of: layout)
        for index in rows.indices { paintRow(index, rows[index], of: rows) }
        if shown.count > rows.count {
            move(to: rows.count, 0)
            emit("\u{1B}[J")
        }
        shown = rows
        set(style: .plain)
        cursorRow = layout.cursorRow - top
        move(to: cursorRow, layout.cursorColumn)
        return take()
    }

    /// Clears all rows and leaves the cursor where the prompt began.
    mutating func erase() -> [UInt8] {
        move(to: 0, 0)
        emit("\r\u{1B}[J")
        forget()
        return take()
    }

    /// Leaves the cursor below the last row.
    mutating func leave() -> [UInt8] {
        move(to: shown.count - 1, 0)
        emit("\r\n")
        forget()
        return take()
    }

    /// An empty screen with the cursor in its corner.
    mutating func clearScreen() -> [UInt8] {
        emit("\u{1B}[H\u{1B}[2J")
        forget()
        return take()
    }

    /// The window's size changed, and the terminal has flowed the rows anew: `layout` is what it shows now.
    mutating func resize(columns: Int, height: Int, showing layout: Layout) -> [UInt8] {
        (self.columns, self.height) = (columns, height)
        row = min(max(layout.cursorRow - top, 0), height - 1)
        move(to: 0, 0)
        emit("\r\u{1B}[J")
        forget()
        return take()
    }

    mutating func forget() {
        (shown, row, column, cursorRow, top) = ([[]], 0, 0, 0, 0)
    }

    /// The rows around the cursor, where not all fit.
    private mutating func window(of layout: Layout) -> [[Cell]] {
        guard layout.rows.count > height else {
            top = 0
            return layout.rows
        }
        top = min(max(top, layout.cursorRow - height + 1), layout.cursorRow, layout.rows.count - height)
        return Array(layout.rows[top..<top + height])
    }

    private mutating func paintRow(_ index: Int, _ new: [Cell], of rows: [[Cell]]) {
        let isNew = index >= shown.count
        if isNew { beginRow(index, after: rows[index - 1], isEmpty: new.isEmpty) }
        let old = isNew ? [] : shown[index]
        if old == new { return }
        var first = 0
        while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
        var last = new.count
        let (oldWidth, newWidth) = (Self.width(old[...]), Self.width(new[...]))
        if old.count == new.count, oldWidth == newWidth {
            while last > first, old[last - 1] == new[last - 1] { last -= 1 }
        }
        let start = Self.width(new[..<first])
        if !(isNew && start == 0) { move(to: index, start) }
        for cell in new[first..<last] { write(cell) }
        if newWidth < oldWidth {
            set(style: .plain)
            emit("\u{1B}[K")
        }
    }

    /// Goes to a row that is not there yet. Behind a full row the terminal wraps by itself: then it knows that both are
    /// one line, for copying and for flowing anew.
    private mutating func beginRow(_ index: Int, after previous: [Cell], isEmpty: Bool) {
        let width = Self.width(previous[...])
        if width == columns, let last = previous.last {
            if row != index - 1 || column != columns {
                move(to: index - 1, columns - last.width)
                write(last)
            }
            if isEmpty {
                set(style: .plain)
                emit(" \r")
                column = 0
            } else {
                column = 0  // once the next character is written
            }
        } else {
            move(to: index - 1, 0)
            set(style: .plain)
            emit("\r\n")
            column = 0
        }
        row = index
    }

    private mutating func write(_ cell: Cell) {
        set(style: cell.style)
        bytes.append(contentsOf: UTF8.encode(cell.scalar) ?? UTF8.encodedReplacementCharacter)
        for mark in cell.marks { bytes.append(contentsOf: UTF8.encode(mark) ?? UTF8.encodedReplacementCharacter) }
        column += cell.width
    }

    private mutating func set(style new: Style) {
        guard new != style else { return }
        style = new
        let parameters = new.parameters(colours: colours)
        emit(parameters.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(parameters)m")
    }

    private mutating func move(to newRow: Int, _ newColumn: Int) {
        if newRow < row { emit("\u{1B}[\(row - newRow)A") }
        if newRow > row { emit("\u{1B}[\(newRow - row)B") }
        row = newRow
        if newColumn == column, column < columns { return }
        if newColumn == column - 1, column < columns {
            emit("\u{8}")
        } else {
            emit("\r")
            if newColumn > 0 { emit("\u{1B}[\(newColumn)C") }
        }
        column = newColumn
    }

    private static func width(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }

    private mutating func emit(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}
