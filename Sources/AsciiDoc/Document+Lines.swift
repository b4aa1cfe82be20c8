extension Document {
    /// The line, from 1, that contains the byte at `offset`.
    public func line(at offset: Int) -> Int {
        source[..<min(offset, source.count)].reduce(1) { $0 + ($1 == newline ? 1 : 0) }
    }

    /// Where the line that contains `offset` begins.
    ///
    /// - Parameter offset: from 0 up to the number of bytes.
    public func lineStart(at offset: Int) -> Int {
        source[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
    }

    /// Where the line that contains `offset` ends, its line end included.
    func lineEnd(at offset: Int) -> Int { source[offset...].firstIndex(of: newline).map { $0 + 1 } ?? source.count }

    /// The end of the first line of `range`, without its line end.
    ///
    /// - Parameter range: offsets into ``source``.
    public func lineContentEnd(_ range: Range<Int>) -> Int {
        let end = source[range].firstIndex(of: newline) ?? range.upperBound
        return end > range.lowerBound && end < range.upperBound && source[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    /// `range` without what Asciidoctor trims of lines on either side: spaces, tabs, line ends, form feeds, NUL.
    ///
    /// - Parameter range: offsets into ``source``.
    public func trimBlanks(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, source[start].isBlankOrLineEnd { start += 1 }
        while end > start, source[end - 1].isBlankOrLineEnd { end -= 1 }
        return start..<end
    }
}

extension Node {
    /// How many line ends the node has.
    var lineEndCount: Int { document.source[range].count { $0 == newline } }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// What Ruby's `rstrip` takes away at a line's end: spaces, tabs, line ends, form feed, vertical tab, NUL.
    var isBlankOrLineEnd: Bool { self == 0x20 || (0x09...0x0D).contains(self) || self == 0 }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self >= 0x80 }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
