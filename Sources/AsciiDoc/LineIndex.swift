/// Where lines begin, to turn many offsets into lines.
public struct LineIndex: Sendable {
    /// Where each line begins, in order; there is at least one line.
    public let starts: [Int]
    private let end: Int

    /// Finds the lines of a text.
    public init(_ source: [UInt8]) {
        var starts = [0]
        source.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices where bytes[offset] == newline { starts.append(offset + 1) }
        }
        self.starts = starts
        end = source.count
    }

    /// The line, from 0, that contains an offset; the last one for an offset after it.
    public func line(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// A line's bytes without its end.
    ///
    /// - Parameters:
    ///   - line: from 0; of a line that is not there, the empty range at the end.
    ///   - source: the text that the index was made of.
    public func content(_ line: Int, of source: [UInt8]) -> Range<Int> {
        guard starts.indices.contains(line), end == source.count else { return source.count..<source.count }
        var end = line + 1 < starts.count ? starts[line + 1] - 1 : source.count
        if end > starts[line], source[end - 1] == 0x0D { end -= 1 }
        return starts[line]..<end
    }
}
