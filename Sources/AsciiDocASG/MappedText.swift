import AsciiDoc

/// A text of the semantic view, and where each of its lines stands in the preprocessed document.
///
/// The semantic view takes comments, indents and signs out of a text; its lines are found again in those of the block.
struct MappedText {
    private(set) var bytes: [UInt8] = []
    /// Where a line begins in `bytes`, and where it stands in the document; nil where it was not found.
    private var lines: [(start: Int, place: Int?)] = []

    /// How many lines of the source are passed over to find one.
    private static let reach = 64

    init(_ text: String, in source: [UInt8], from region: Range<Int>) {
        bytes = Array(text.utf8)
        var start = 0
        var next = region.lowerBound
        while start <= bytes.count {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            let place = Self.find(bytes[start..<end], in: source, &next, upTo: region.upperBound)
            lines.append((start, place))
            start = end + 1
        }
    }

    /// A text of one piece.
    init(_ text: String, at place: Int?) {
        bytes = Array(text.utf8)
        lines = [(0, place)]
    }

    /// Finds a line from `next` on; where it is not found, `next` stays.
    private static func find(_ line: ArraySlice<UInt8>, in source: [UInt8], _ next: inout Int, upTo end: Int) -> Int? {
        var start = next
        for _ in 0..<reach where start < end {
            let after = source[start..<end].firstIndex(of: newline) ?? end
            if let place = place(of: line, in: source[start..<after]) {
                next = after + 1
                return place
            }
            start = after + 1
        }
        return nil
    }

    /// Most lines end as in the source; a quotation's lose a quotation mark.
    private static func place(of line: ArraySlice<UInt8>, in written: ArraySlice<UInt8>) -> Int? {
        let end =
            written.lastIndex { !$0.isSpace && $0 != 0x0D && $0 != 0x0B && $0 != 0x0C && $0 != 0 }.map { $0 + 1 }
            ?? written.startIndex
        let content = written[..<end]
        guard !line.isEmpty else { return content.isEmpty ? end : nil }
        if line.count <= content.count, content.suffix(line.count).elementsEqual(line) { return end - line.count }
        if content.starts(with: line) { return content.startIndex }
        return content.dropFirst().starts(with: line) ? content.startIndex + 1 : nil
    }

    /// Where the lines begin in `bytes`.
    var lineOffsets: [Int] { lines.map(\.start) }

    /// Where the byte at `offset` of the text stands in the document.
    func place(of offset: Int) -> Int? {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return lines[low].place.map { $0 + offset - lines[low].start }
    }

    /// Where a range stands: its first and its last byte.
    func places(of range: Range<Int>) -> (first: Int, last: Int)? {
        guard !range.isEmpty, let first = place(of: range.lowerBound), let last = place(of: range.upperBound - 1)
        else { return nil }
        return (first, last)
    }
}
