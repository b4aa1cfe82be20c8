/// Shows the line as a printer would, for screen readers and for terminals that obey nothing: what is typed is echoed,
/// and where the line changed otherwise it is written again below. No sequence, no hint. Pure.
///
/// With the cursor inside the line, what stands after it is said in a row of its own, and the line is written up to the
/// cursor: what is typed there is echoed as at the end.
struct LinearPainter {
    /// Cells of the prompt and the line up to the cursor, as they stand in the last row or rows.
    private var shown: [Cell] = []
    /// What stands after the cursor, said above.
    private var after: [Cell] = []

    /// - Parameter columns: of the terminal, where a row ends.
    mutating func paint(_ layout: Layout, columns: Int) -> [UInt8] {
        let (new, rest) = layout.partedAtCursor
        defer { (shown, after) = (new, rest) }
        if !Self.areSame(rest, after) {
            let said = rest.isEmpty ? [] : Array("…".utf8) + Self.bytes(rest[...]) + Self.newRow
            return (shown.isEmpty ? [] : Self.newRow) + said + Self.bytes(new[...])
        }
        if new.starts(with: shown, by: Self.isSame) { return Self.bytes(new[shown.count...]) }
        let removed = shown[min(new.count, shown.count)...].reduce(0) { $0 + $1.width }
        let used = shown.reduce(0) { $0 + $1.width }
        // A backspace does not go up to the row above.
        if shown.starts(with: new, by: Self.isSame), removed < (used - 1) % columns + 1 {
            return [[UInt8]](repeating: Array("\u{8} \u{8}".utf8), count: removed).flatMap { $0 }
        }
        return Self.newRow + Self.bytes(new[...])
    }

    /// Goes below the line, which is written again the next time.
    mutating func leave() -> [UInt8] {
        (shown, after) = ([], [])
        return Self.newRow
    }

    private static let newRow = Array("\r\n".utf8)

    private static func areSame(_ one: [Cell], _ other: [Cell]) -> Bool {
        one.count == other.count && one.starts(with: other, by: isSame)
    }

    private static func isSame(_ one: Cell, _ other: Cell) -> Bool {
        one.scalar == other.scalar && one.marks == other.marks
    }

    private static func bytes(_ cells: ArraySlice<Cell>) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for cell in cells {
            text.append(cell.scalar)
            text.append(contentsOf: cell.marks)
        }
        return Array(String(text).utf8)
    }
}
