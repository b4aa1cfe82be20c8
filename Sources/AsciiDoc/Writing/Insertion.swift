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

    /// The ways to write the same lines.
    struct Variants: Sendable {
        /// The preferred one.
        let first: Variant
        /// The others; made when the preferred one is read otherwise. What it keeps must not be a node: that would cost a
        /// copy of the document.
        let others: @Sendable () -> [Variant]

        init(_ first: Variant, others: @escaping @Sendable () -> [Variant] = { [] }) {
            (self.first, self.others) = (first, others)
        }

        /// The same lines after one of several separators.
        init(
            _ lines: [UInt8], _ expected: Law.Expected, after separator: Separator, or others: [Separator],
            then more: @escaping @Sendable () -> [Variant] = { [] }
        ) {
            let variant = { @Sendable in Variant(separator: $0, lines: lines, expected: expected) }
            self.init(variant(separator), others: { others.map(variant) + more() })
        }
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
    var numbers: [Edit] = []
    let variants: Variants

    func way(_ number: Int) -> Edits.Way? {
        guard number > 0 else { return way(variants.first) }
        let others = variants.others()
        return others.indices.contains(number - 1) ? way(others[number - 1]) : nil
    }

    private func way(_ variant: Variant) -> Edits.Way {
        let front = opening + separator(variant.separator)
        let edit = Edit(range: range, replacement: front + variant.lines + closing)
        let start = range.lowerBound + front.count
        let written = start..<(start + variant.lines.count)
        let part = Law.Part(old: removed ?? range, new: written, expected: variant.expected)
        return Edits.Way(
            edits: numbers.isEmpty ? [edit] : (numbers + [edit]).lastFirst,
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
