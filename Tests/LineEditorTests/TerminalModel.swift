@testable import LineEditor

/// A terminal small enough to be seen through: what a painter's bytes leave on the screen, in xterm's way of wrapping.
struct TerminalModel {
    let columns: Int
    let height: Int
    private(set) var grid: [[String]]
    private(set) var row = 0
    private(set) var column = 0
    /// The last column was written: the next character goes to the next row.
    private var wraps = false
    /// What it does not know, which must stay empty.
    private(set) var unknown: [String] = []
    /// Columns more than the C library says that what is joined, varied or modified takes.
    var disagreement = 0

    init(columns: Int, height: Int) {
        (self.columns, self.height) = (columns, height)
        grid = Array(repeating: Array(repeating: " ", count: columns), count: height)
    }

    mutating func feed(_ bytes: [UInt8]) {
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\r": (column, wraps) = (0, false)
            case "\n": lineFeed()
            case "\u{8}": (column, wraps) = (max(0, column - 1), false)
            case "\u{1B}": sequence(&scalars)
            default: put(scalar)
            }
        }
    }

    /// The rows up to the last one that is not empty, without spaces at their ends.
    var text: [String] {
        var rows = grid.map { row in
            var row = row[...]
            while row.last == " " { row.removeLast() }
            return row.joined()
        }
        while rows.last == "" { rows.removeLast() }
        return rows
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let isUncertain = Cell(scalar: scalar).isUncertain
        let width = scalar.columns == 0 && !isUncertain ? 0 : max(0, scalar.columns + (isUncertain ? disagreement : 0))
        guard width > 0 else {
            if isUncertain, disagreement < 0, scalar.columns == 0 { column = max(0, column - 1) }
            let last = wraps ? column : max(0, column - 1)
            let cell = grid[row][last] == "" ? last - 1 : last
            grid[row][cell].unicodeScalars.append(scalar)
            return
        }
        if wraps || column + width > columns {
            column = 0
            lineFeed()
        }
        grid[row][column] = String(Character(scalar))
        if width == 2 { grid[row][column + 1] = "" }
        column += width
        wraps = column == columns
        if wraps { column = columns - 1 }
    }

    private mutating func lineFeed() {
        wraps = false
        if row == height - 1 {
            grid.removeFirst()
            grid.append(Array(repeating: " ", count: columns))
        } else {
            row += 1
        }
    }

    private mutating func sequence(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        let introducer = scalars.popFirst()
        if introducer == "]" {
            // Marks are not shown.
            while let scalar = scalars.popFirst(), scalar != "\\" {}
            return
        }
        guard introducer == "[" else { return unknown.append("ESC") }
        var parameters = ""
        while let scalar = scalars.popFirst() {
            guard scalar.value >= 0x40 else {
                parameters.unicodeScalars.append(scalar)
                continue
            }
            return perform(scalar, count: Int(parameters) ?? 1, parameters)
        }
    }

    private mutating func perform(_ final: Unicode.Scalar, count: Int, _ parameters: String) {
        switch final {
        case "A": row = max(0, row - count)
        case "B": row = min(height - 1, row + count)
        case "C": column = min(columns - 1, column + count)
        case "G": column = min(columns - 1, count - 1)
        case "K": for index in column..<columns { grid[row][index] = " " }
        case "J":
            for index in column..<columns { grid[row][index] = " " }
            for below in (row + 1)..<max(row + 1, height) { grid[below] = Array(repeating: " ", count: columns) }
        case "m": break
        default: unknown.append("ESC[\(parameters)\(final)")
        }
        if final != "m" { wraps = false }
    }
}
