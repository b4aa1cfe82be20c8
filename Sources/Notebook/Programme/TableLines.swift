/// The lines of a table's text and their cells, found in one pass over its bytes: a cell may hold what Unicode calls a line
/// end, and a table has megabytes.
struct TableLines {
    struct Line {
        /// From 1.
        let number: Int
        let text: Substring
        let cells: [Substring]
    }

    private let text: String
    /// Where the cells end, ascending; of the last one of a line, as its complement.
    private let ends: [Int]
    private var reached = (end: 0, start: 0, number: 1)

    init(_ text: String) {
        var text = text
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        text.makeContiguousUTF8()
        self.text = text
        let ends = text.utf8.withContiguousStorageIfAvailable { bytes in
            var ends: [Int] = []
            for index in bytes.indices {
                if bytes[index] == 0x09 { ends.append(index) }
                if bytes[index] == 0x0A { ends.append(~index) }
            }
            return ends + [~bytes.count]
        }
        self.ends = ends ?? []
    }

    /// The next line; nil after the last one.
    mutating func next() -> Line? {
        guard reached.end < ends.count else { return nil }
        var cells: [Substring] = []
        var (end, start) = (reached.end, reached.start)
        while end < ends.count {
            let mark = ends[end]
            let offset = mark < 0 ? ~mark : mark
            cells.append(slice(start, offset, isLast: mark < 0))
            (end, start) = (end + 1, offset + 1)
            if mark < 0 { break }
        }
        let line = Line(number: reached.number, text: slice(reached.start, start - 1, isLast: true), cells: cells)
        reached = (end, start, reached.number + 1)
        return line
    }

    /// Offsets of bytes as a slice; without a `\r` before the line's end.
    private func slice(_ start: Int, _ end: Int, isLast: Bool) -> Substring {
        let bytes = text.utf8
        let from = bytes.index(bytes.startIndex, offsetBy: start)
        let slice = bytes[from..<bytes.index(from, offsetBy: end - start)]
        return Substring(isLast && slice.last == 0x0D ? slice.dropLast() : slice)
    }
}
