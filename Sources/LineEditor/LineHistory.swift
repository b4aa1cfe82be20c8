@_spi(_Unicode) import Swift

/// The lines typed before, and which of them is shown while one is edited. Its own: libedit's loses long unsent lines.
struct LineHistory {
    private(set) var lines: [String] = []
    /// Position of the line shown; the number of lines: the unsent one.
    private var position = 0
    private var unsent = ""

    mutating func add(_ line: String) {
        if !line.isEmpty, lines.last != line { lines.append(line) }
        start()
    }

    /// A new line is edited.
    mutating func start() {
        position = lines.count
        unsent = ""
    }

    /// The line before the one shown, `current`; nil where there is none.
    mutating func older(than current: String) -> String? {
        guard position > 0 else { return nil }
        if position == lines.count { unsent = current }
        position -= 1
        return lines[position]
    }

    /// The line after the one shown; behind the last one, the unsent line.
    mutating func newer() -> String? {
        guard position < lines.count else { return nil }
        position += 1
        return position == lines.count ? unsent : lines[position]
    }
}

extension String {
    /// The text in Unicode's normalization form C: `e` and a combining accent are one letter.
    var composed: String {
        unicodeScalars.allSatisfy { $0.value < 0x300 }
            ? self : String(_nfc.reduce(into: String.UnicodeScalarView()) { $0.append($1) })
    }
}
