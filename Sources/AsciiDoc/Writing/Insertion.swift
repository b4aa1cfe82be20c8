/// Lines put at one place, and the ways to keep them apart from what stands before it.
struct Insertion: Sendable {
    /// What stands between the lines and what was there.
    enum Separator: Hashable, Sendable {
        /// That many blank lines.
        case blankLines(Int)
        /// A comment between blank lines: it ends any list. The number is of the blank lines before it.
        case divider(after: Int)
        /// A comment block without lines, after that many blank lines: it ends a list that ends in a term without text,
        /// too, which would take a list that follows a comment.
        case emptyComment(after: Int)
    }

    /// One way to write the lines.
    struct Variant: Sendable {
        let separator: Separator
        let lines: [UInt8]
        let expected: Law.Expected
    }

    /// What is replaced; empty at the place of an insertion.
    let range: Range<Int>
    /// The part of `range` whose leaves are gone afterwards.
    var removed: Range<Int>?
    /// What ends the blocks and conditions that are open there.
    let opening: [UInt8]
    /// Blank lines that stand there already.
    var blankLinesBefore = 0
    let closing: [UInt8]
    let lineEnd: [UInt8]
    var movesListStarts = false
    var movesWaitingLines = false
    /// Edits elsewhere, such as numbers that move on; all of them after the place.
    var others: [Edit] = []
    /// The ways, the preferred one first.
    let variants: [Variant]

    func way(_ number: Int) -> Edits.Way? {
        guard variants.indices.contains(number) else { return nil }
        let variant = variants[number]
        let front = opening + separator(variant.separator)
        let edit = Edit(range: range, replacement: front + variant.lines + closing)
        let start = range.lowerBound + front.count
        let written = start..<(start + variant.lines.count)
        let part = Law.Part(old: removed ?? range, new: written, expected: variant.expected)
        return Edits.Way(
            edits: others.isEmpty ? [edit] : (others + [edit]).lastFirst,
            law: Law(
                parts: [part], movesListStarts: movesListStarts, movesWaitingLines: movesWaitingLines),
            written: written)
    }

    private func separator(_ separator: Separator) -> [UInt8] {
        switch separator {
        case .blankLines(let count): blankLines(count - blankLinesBefore)
        case .divider(let count):
            blankLines(count - blankLinesBefore) + Array("//-".utf8) + lineEnd + lineEnd
        case .emptyComment(let count):
            blankLines(count - blankLinesBefore) + Array("////".utf8) + lineEnd + Array("////".utf8) + lineEnd + lineEnd
        }
    }

    private func blankLines(_ count: Int) -> [UInt8] {
        count > 0 ? Array(repeatElement(lineEnd, count: count).joined()) : []
    }
}
