import CEditline

/// What stands at one place of the terminal's grid.
struct Cell: Equatable {
    var scalar: Unicode.Scalar
    /// What takes no column of its own: combining marks, joiners, variation selectors.
    var marks: [Unicode.Scalar] = []
    var width = 1
    var style = Style.plain

    static let blank = Cell(scalar: " ")

    /// Whether terminals disagree on how many columns it takes: what is joined, varied or modified, jamo, flags, the soft
    /// hyphen.
    var isUncertain: Bool { scalar.hasUncertainWidth || marks.contains(where: \.hasUncertainWidth) }
}

extension Unicode.Scalar {
    /// Columns on a terminal by the C library's table; -1 for what cannot be shown.
    var columns: Int {
        (0x20..<0x7F).contains(value) ? 1 : Int(wcwidth(wchar_t(value)))
    }

    fileprivate var hasUncertainWidth: Bool {
        switch value {
        case ..<0xAD: false
        // Soft hyphen, jamo, joiners and keycaps, variation selectors, regional indicators, skin tones, tags.
        case 0xAD, 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x200B...0x200D, 0x20E3, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF,
            0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
            true
        default: false
        }
    }
}
