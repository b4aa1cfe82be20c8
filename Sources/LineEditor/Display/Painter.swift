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
    /// `columns`: after the last one, where the next character goes to the next row.
    private var column = 0
    private var cursorRow = 0
    /// First row of a layout that is taller than the screen.
    private var top = 0
    private var style = Style.plain
    /// Whether prompt and line are marked for terminals that go from one to the other (OSC 133).
    var marksPrompts = false
    /// A marked line was ended, and what came after it was not.
    private var isOutputOpen = false
    /// Nothing of the prompt is on the screen.
    private var isFresh = true
    private var bytes: [UInt8] = []

    mutating func paint(_ layout: Layout) -> [UInt8] {
        let rows = window(of: layout)
        if isFresh { markPrompt() }
        for index in rows.indices {
            let isPrompt = isFresh && marksPrompts && top == 0 && index == layout.promptEnd.row
            paintRow(index, rows[index], of: rows, promptEnd: isPrompt ? layout.promptEnd.cell : nil)
        }
        isFresh = false
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

    /// Writes one character where the cursor stands, before anybody knows how the line looks with it: what is painted next
    /// puts the rest right.
    ///
    /// - Returns: nothing where that cannot be done by one cell in place of another.
    mutating func echo(_ scalar: Unicode.Scalar) -> [UInt8] {
        let cell = Cell(scalar: scalar)
        guard scalar.columns == 1, !cell.isUncertain, let index = echoedCell else { return [] }
        if index == shown[row].count { shown[row].append(cell) } else { shown[row][index] = cell }
        write(cell)
        return take()
    }

    /// Whether ``echo(_:)`` of an ASCII letter is that letter's byte and nothing else.
    var takesEcho: Bool { style == .plain && echoedCell != nil }

    /// Which cell of the cursor's row a narrow character takes; nil: more than one cell would change.
    private var echoedCell: Int? {
        guard !isFresh, row == cursorRow, shown.indices.contains(row), column + 1 < columns else { return nil }
        var (index, end) = (0, 0)
        while end < column, index < shown[row].count {
            end += shown[row][index].width
            index += 1
        }
        guard end == column else { return nil }
        if index == shown[row].count { return index }
        return shown[row][index].width == 1 && shown[row][index].marks.isEmpty ? index : nil
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
        if marksPrompts { emit("\u{1B}]133;C\u{1B}\\") }
        isOutputOpen = marksPrompts
        forget()
        return take()
    }

    /// An empty screen with the cursor in its corner.
    mutating func clearScreen() -> [UInt8] {
        emit("\u{1B}[H\u{1B}[2J")
        forget()
        return take()
    }

    /// What a terminal makes of its rows when its width changes.
    enum Flow: Sendable {
        /// They are wrapped again.
        case anew
        /// They stay as they are, cut at the margin.
        case never
        case unknown
    }

    /// The window's size changed: `layout` is what a terminal shows now that has flowed the rows again. Where that is not
    /// known, rather a row of ours is left above than a note taken away.
    mutating func resize(columns: Int, height: Int, flow: Flow, showing layout: Layout) -> [UInt8] {
        (self.columns, self.height) = (columns, height)
        let flowed = max(layout.cursorRow - top, 0)
        row = min(flow == .anew ? flowed : flow == .never ? row : min(row, flowed), height - 1)
        move(to: 0, 0)
        emit("\r\u{1B}[J")
        forget()
        return take()
    }

    mutating func forget() {
        (shown, row, column, cursorRow, top) = ([[]], 0, 0, 0, 0)
        isFresh = true
    }

    private mutating func markPrompt() {
        guard marksPrompts else { return }
        if isOutputOpen { emit("\u{1B}]133;D\u{1B}\\") }
        isOutputOpen = false
        // kitty and those after it would take the prompt away themselves when the window changes its width, and leave the
        // cursor at its start.
        emit("\u{1B}]133;A;redraw=0\u{1B}\\")
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

    /// - Parameter promptEnd: how many cells are the prompt's, where that is to be marked.
    private mutating func paintRow(_ index: Int, _ new: [Cell], of rows: [[Cell]], promptEnd: Int?) {
        let isNew = index >= shown.count
        if isNew { beginRow(index, after: rows[index - 1], isEmpty: new.isEmpty) }
        let old = isNew ? [] : shown[index]
        if old == new, promptEnd == nil { return }
        var first = 0
        while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
        var last = new.count
        let (oldWidth, newWidth) = (Self.width(old[...]), Self.width(new[...]))
        let isUncertain = old[first...].contains(where: \.isUncertain) || new[first...].contains(where: \.isUncertain)
        if old.count == new.count, oldWidth == newWidth, !isUncertain {
            while last > first, old[last - 1] == new[last - 1] { last -= 1 }
        }
        let start = Self.width(new[..<first])
        if !(isNew && start == 0) { move(to: index, start) }
        // Where what stands there is as wide as nobody knows, it is taken away before the rest is written.
        if isUncertain, !old.isEmpty { eraseToMargin() }
        for (offset, cell) in new[first..<last].enumerated() {
            if first + offset == promptEnd { emit(Self.promptEnded) }
            write(cell)
        }
        if promptEnd == last { emit(Self.promptEnded) }
        if newWidth < oldWidth, !isUncertain { eraseToMargin() }
    }

    private static let promptEnded = "\u{1B}]133;B\u{1B}\\"

    private mutating func eraseToMargin() {
        set(style: .plain)
        emit("\u{1B}[K")
    }

    /// Goes to a row that is not there yet. After a full row the terminal wraps by itself: then it knows that both are
    /// one line, for copying and for flowing again.
    private mutating func beginRow(_ index: Int, after previous: [Cell], isEmpty: Bool) {
        let width = Self.width(previous[...])
        if width == columns, let last = previous.last, !previous.contains(where: \.isUncertain) {
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
        if cell.isUncertain { anchor() }
    }

    /// The terminal may have counted other columns: it is told where the cursor stands.
    private mutating func anchor() {
        if column < columns {
            emit("\u{1B}[\(column + 1)G")
        } else {
            emit("\r")
            column = 0
        }
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
