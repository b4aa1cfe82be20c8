/// A text as it is when its attribute references are replaced, with its inlines: what references stand for takes part in
/// links and other macros, as it does in Asciidoctor, but not in formats.
public struct ExpandedText: Sendable {
    /// The text, each reference that has a value replaced by it.
    public let bytes: [UInt8]
    /// The inlines; their ranges are offsets into ``bytes``.
    public let inlines: [Inline]
    let expansion: Expansion

    /// Whether no reference was looked for: places in ``bytes`` are those of the text that was read.
    public var isAsWritten: Bool { expansion.isEmpty }

    /// Where a range of ``bytes`` was written: an offset into the text that was read. What stands in a value was written
    /// where its reference is.
    public func written(_ range: Range<Int>) -> Range<Int> { expansion.written(range) }
}

/// The places of an expanded text in the one that was written. Invariant: the pieces stand in order and cover both.
struct Expansion: Sendable {
    private struct Piece {
        /// Where it begins in the expanded text.
        let start: Int
        let written: Range<Int>
        /// Whether it is the value of a reference: its bytes have no places of their own.
        let isValue: Bool
    }

    private var pieces: [Piece] = []
    /// Whether it says nothing: every place is its own.
    var isEmpty: Bool { pieces.isEmpty }

    /// How long the expanded text is.
    private(set) var count = 0

    mutating func add(_ written: Range<Int>, value: Int? = nil) {
        guard !written.isEmpty else { return }
        pieces.append(Piece(start: count, written: written, isValue: value != nil))
        count += value ?? written.count
    }

    /// Where a place of the written text is in the expanded one.
    func expanded(_ place: Int) -> Int {
        let index = pieces.partitioningIndex { $0.written.upperBound > place }
        guard index < pieces.count else { return count }
        return pieces[index].start + (pieces[index].isValue ? 0 : place - pieces[index].written.lowerBound)
    }

    func written(_ range: Range<Int>) -> Range<Int> {
        guard !pieces.isEmpty else { return range }
        let start = written(range.lowerBound, isEnd: false)
        return start..<max(start, range.isEmpty ? start : written(range.upperBound - 1, isEnd: true))
    }

    /// Where the byte at `place` begins or ends in the written text.
    private func written(_ place: Int, isEnd: Bool) -> Int {
        let piece = pieces[max(0, pieces.partitioningIndex { $0.start > place } - 1)]
        guard !piece.isValue else { return isEnd ? piece.written.upperBound : piece.written.lowerBound }
        return min(piece.written.lowerBound + place - piece.start + (isEnd ? 1 : 0), piece.written.upperBound)
    }
}

extension InlineParser {
    /// Reads one text as it is shown, with the values of its attribute references.
    ///
    /// - Parameters:
    ///   - source: bytes that hold the text.
    ///   - range: where it is.
    ///   - substitutions: what is read.
    ///   - references: what references stand for; `{counter:…}` and `{set:…}` change it.
    public mutating func expanded(
        _ source: [UInt8], range: Range<Int>, substitutions: InlineSubstitutions,
        references: inout DocumentAttributes
    ) -> ExpandedText {
        text.load(source, range)
        let expands = substitutions.contains(.attributes) && text.has(UInt8(ascii: "{"))
        if expands { text.expand(source, range) }
        if !text.marks.isEmpty || text.breaksLines {
            if substitutions.contains(.passthroughs) { text.readPassthroughs() }
            text.substitute(substitutions, &references)
        }
        let offset = expands ? 0 : range.lowerBound
        var tree = InlineTree(spans: text.spans, offset: offset)
        let inlines = tree.inlines(in: 0..<text.count)
        return ExpandedText(
            bytes: expands ? text.written : source, inlines: inlines,
            expansion: expands ? text.expansion.moved(by: range.lowerBound) : Expansion())
    }
}

extension Expansion {
    /// The same, for a text that begins at `offset`.
    func moved(by offset: Int) -> Expansion {
        guard offset != 0 else { return self }
        var moved = Expansion()
        for (index, piece) in pieces.enumerated() {
            let end = index + 1 < pieces.count ? pieces[index + 1].start : count
            moved.add(
                piece.written.moved(by: offset), value: piece.isValue ? end - piece.start : nil)
        }
        return moved
    }
}
