/// A text in the midst of its substitutions: bytes of the source, and marks where something was substituted.
struct InlineText {
    /// A byte of the text, or a mark.
    struct Cell {
        var byte: UInt8
        /// What it stands for in the source: one byte, or the signs of a format, or a whole passthrough.
        var offset: Int32
        var length: Int32 = 1
    }

    /// What was found.
    struct Span {
        let kind: Inline.Kind
        let range: Range<Int>
        let content: Range<Int>
        let attributes: Range<Int>?
        var target: Range<Int>?
    }

    /// What a mark looks like to the substitutions that come later: no word, no blank.
    static let mark: UInt8 = 0x01

    var cells: [Cell]
    var spans: [Span] = []

    init(_ source: [UInt8], _ range: Range<Int>) {
        cells = range.map { Cell(byte: source[$0], offset: Int32(truncatingIfNeeded: $0)) }
    }

    /// The byte at `index`; a line end outside of the text.
    func byte(_ index: Int) -> UInt8 { cells.indices.contains(index) ? cells[index].byte : 0x0A }

    func offset(_ index: Int) -> Int {
        guard let last = cells.last else { return 0 }
        return index < cells.count ? Int(cells[index].offset) : Int(last.offset) + 1
    }

    /// Behind what the cell at `index` stands for.
    func end(_ index: Int) -> Int { Int(cells[index].offset) + Int(cells[index].length) }

    static func mark(_ range: Range<Int>) -> Cell {
        Cell(
            byte: mark, offset: Int32(truncatingIfNeeded: range.lowerBound),
            length: Int32(truncatingIfNeeded: range.count))
    }

    func isLineStart(_ index: Int) -> Bool { index == 0 || cells[index - 1].byte == 0x0A }

    func isSpace(_ index: Int) -> Bool { byte(index) == 0x20 || (9...13).contains(byte(index)) }

    func has(_ sign: [UInt8], at index: Int) -> Bool {
        index + sign.count <= cells.count && sign.indices.allSatisfy { cells[index + $0].byte == sign[$0] }
    }

    /// Whether a letter, mark or number of any script is at `index`, which may be any byte of it.
    func isWord(_ index: Int) -> Bool {
        let byte = byte(index)
        guard byte >= 0x80 else { return byte.isWord }
        var start = index
        while start > 0, cells[start].byte & 0xC0 == 0x80 { start -= 1 }
        let bytes = cells[start..<min(start + 4, cells.count)].map(\.byte)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return false }
        return scalar.isWord
    }

    /// For every index, where the next cell that fits is, at or behind it.
    func next(_ fits: (InlineText, Int) -> Bool) -> [Int] {
        var next = Array(repeating: cells.count, count: cells.count + 1)
        for index in cells.indices.reversed() { next[index] = fits(self, index) ? index : next[index + 1] }
        return next
    }
}
