import CEditline

/// What stands at one place of the terminal's grid.
struct Cell: Equatable {
    var scalar: Unicode.Scalar
    /// What takes no column of its own: combining marks, joiners, variation selectors.
    var marks: [Unicode.Scalar] = []
    var width = 1
    var style = Style.plain

    static let blank = Cell(scalar: " ")
}

extension Unicode.Scalar {
    /// Columns on a terminal by the C library's table; -1 for what cannot be shown.
    var columns: Int {
        (0x20..<0x7F).contains(value) ? 1 : Int(wcwidth(wchar_t(value)))
    }
}
