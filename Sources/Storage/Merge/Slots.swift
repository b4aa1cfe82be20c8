/// The day's slots, as far as the store has to know them to put a line back: a slot begins with a line `== …` and ends
/// before the next one.
enum Slots {
    /// The heading line under which `offset` lies.
    static func heading(before offset: Int, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        bytes.lineRanges.last { $0.lowerBound < offset && isHeading(bytes[$0]) }.map { bytes[$0].trimmedAtEnd }
    }

    /// The offset behind that heading line; a heading in other words counts where none has the same.
    static func find(heading: ArraySlice<UInt8>, in bytes: [UInt8]) -> Int? {
        let headings = bytes.lineRanges.filter { isHeading(bytes[$0]) }
        if let same = headings.last(where: { bytes[$0].trimmedAtEnd == heading }) { return same.upperBound }
        let similar = headings.map { (line: $0, score: Similarity.of(bytes[$0].trimmedAtEnd, heading)) }
        let best = similar.max { $0.score < $1.score }
        return best.flatMap { $0.score >= Similarity.sameLine ? $0.line.upperBound : nil }
    }

    /// The end of the slot in which `offset` lies: behind its last line that is not blank, but not before `offset`.
    static func end(in bytes: [UInt8], from offset: Int) -> Int {
        var end = offset
        for line in Array(bytes[offset...]).lineRanges {
            let text = bytes[(offset + line.lowerBound)..<(offset + line.upperBound)]
            if isHeading(text) { return end }
            if !text.trimmedAtEnd.isEmpty { end = offset + line.upperBound }
        }
        return end
    }

    /// What must come between the line before `offset` and a bullet, so that the bullet does not become part of it.
    static func separator(after offset: Int, in bytes: [UInt8]) -> [UInt8] {
        guard offset > 0 else { return [] }
        var separator: [UInt8] = bytes[offset - 1] == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
        let last = bytes[bytes.lineStart(of: bytes[offset - 1] == UInt8(ascii: "\n") ? offset - 1 : offset)..<offset]
        let marker = last.trimmedAtEnd.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        if let marker, !"*-.".utf8.contains(marker) { separator.append(UInt8(ascii: "\n")) }
        return separator
    }

    private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "== ".utf8)
    }
}

extension [UInt8] {
    /// The end of the lines up to `offset`: `offset` itself where a line ends there.
    func wholeLineEnd(of offset: Int) -> Int {
        offset > 0 && self[offset - 1] == UInt8(ascii: "\n") ? offset : lineEnd(of: offset)
    }
}
