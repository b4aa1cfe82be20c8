/// A place between the children of a container, or one of the children that is to be replaced: what stands around it
/// decides what must be written with a block.
struct InsertionPoint {
    let document: Document
    let container: Node
    /// What is replaced; empty for an insertion.
    let range: Range<Int>
    /// The nearest children on both sides, blank lines left out.
    let before: Node?
    let after: Node?
    /// The lone `+` that stands before what is there already.
    private var continuation: Node?
    /// Whether what follows stays within the conditions that are open there: they must not be closed before it.
    private var goesOnInConditions = false

    private var lineEnd: [UInt8] { document.lineEndBytes }
    private var isInItem: Bool { container.kind == .listItem }

    /// After a child of a container.
    init(after node: Node, in container: Node) {
        let end = node.kind == .section ? node.endOfSubstance : node.range.upperBound
        self.init(
            document: node.document, container: container, range: end..<end, before: node,
            after: node.next { $0.kind != .blankLines })
    }

    /// Before a node.
    init(before node: Node, in container: Node) {
        self.init(
            document: node.document, container: container, range: node.range.lowerBound..<node.range.lowerBound,
            before: node.previous { $0.kind != .blankLines && $0.kind != .continuation }, after: node)
        continuation = node.continuation
        goesOnInConditions = true
    }

    /// In the place of a node.
    init(of node: Node, in container: Node) {
        self.init(
            document: node.document, container: container, range: node.range,
            before: node.previous { $0.kind != .blankLines && $0.kind != .continuation },
            after: node.next { $0.kind != .blankLines })
        continuation = node.continuation
    }

    /// At the start of a container in which there is nothing else.
    init(startOf container: Node) {
        let opening = container.children.first { $0.kind == .delimiterLine }
        let start = opening?.range.upperBound ?? 0
        self.init(
            document: container.document, container: container, range: start..<start, before: nil,
            after: opening.map { $0.next { $0.kind != .blankLines } } ?? container.children.first)
    }

    /// At the end of what stands in a section, or in the document before its sections; new text goes above lines about a
    /// block that has not come.
    init(endOf container: Node) {
        let last = container.lastContent
        let end = last.map { $0.kind == .section ? $0.contentEnd : $0.range.upperBound } ?? 0
        self.init(
            document: container.document, container: container, range: end..<end, before: last,
            after: last.map { $0.next { $0.kind != .blankLines } }
                ?? container.children.first { $0.kind != .blankLines })
    }

    private init(document: Document, container: Node, range: Range<Int>, before: Node?, after: Node?) {
        (self.document, self.container, self.range, self.before, self.after) = (
            document, container, range, before, after
        )
    }

    // MARK: - Edits

    /// The edits that put blocks there.
    func edits(_ blocks: [Block], _ style: Style) throws(EditRefusal) -> Edits {
        var writer = container.writer(style)
        var fitting: [Block] = []
        for block in blocks { fitting.append(try block.fitting(self, &writer)) }
        let isWrapped = isInItem && fitting.contains(where: \.isList)
        let lines = writer.lines(isWrapped ? [.compound(.open, fitting)] : fitting)
        guard let last = fitting.last, !lines.isEmpty else { throw .empty }
        let bytes = Array(lines.map { $0 + document.lineEnding.text }.joined().utf8)
        let expected =
            fitting.contains { $0.isAnything }
            ? Law.Expected.anything : .leaves(leaves(bytes, Trace.path(of: container)))
        return try edits(
            Written(
                bytes: bytes, isList: fitting[0].isList && !isWrapped, describes: last.describes && !isWrapped,
                isSection: fitting[0].isSection, endsInList: last.isList && !isWrapped), expected, style)
    }

    /// The edits that put lines there.
    func edits(_ written: Written, _ expected: Law.Expected, _ style: Style) throws(EditRefusal) -> Edits {
        if let line = container.closedAround(by: written.bytes) { throw .closesBlockAround(line) }
        return Edits(document, insertion(written, expected, style))
    }

    private func insertion(_ written: Written, _ expected: Law.Expected, _ style: Style) -> Insertion {
        let separators = separators(written, style)
        let place = placeAtEnd(style)
        return Insertion(
            range: place.range, removed: range, opening: opening, blankLinesBefore: place.blankLines,
            closing: closing(written), lineEnd: lineEnd, movesWaitingLines: written.isSection,
            variants: Insertion.Variants(
                written.bytes, expected, after: separators.usual, or: separators.others))
    }

    /// Items put there, in one of several ways.
    func insertion(of variants: Insertion.Variants, _ style: Style) -> Insertion {
        let isBlankLineWanted = variants.first.separator != .blankLines(0)
        let place = isBlankLineWanted ? placeAtEnd(style) : (range: range, blankLines: 0)
        let isApart = document.isBlankLine(at: place.range.upperBound)
        return Insertion(
            range: place.range, removed: range, opening: opening, blankLinesBefore: place.blankLines,
            closing: isApart || place.range.upperBound == document.source.count ? [] : lineEnd, lineEnd: lineEnd,
            variants: variants)
    }

    /// The edits that leave nothing there.
    ///
    /// - Throws: ``EditRefusal/partsNeighbours`` where a condition begins or ends within what would go.
    func removal() throws(EditRefusal) -> Edits {
        var range = try document.withoutDirectivesAtEnd(self.range)
        if range.upperBound < self.range.upperBound { return removal(range, [], Law()) }
        let law = Law(parts: [])
        if isInItem {
            if let continuation { range = continuation.range.lowerBound..<range.upperBound }
            let merges = before?.tail.isText == true && after?.kind.isList == true
            return removal(range, merges ? lineEnd : [], law)
        }
        range = range.lowerBound..<document.afterBlankLines(range.upperBound)
        let isBlankBefore = document.isBlankBefore(range.lowerBound)
        if range.upperBound == document.source.count, isBlankBefore {
            return removal(document.beforeBlankLines(range.lowerBound)..<range.upperBound, [], law)
        }
        var glue: [UInt8] = []
        if needsDivider(document.startsLikeItem(at: range.upperBound) || after?.kind.isList == true) {
            glue = (isBlankBefore ? [] : lineEnd) + Array("//-".utf8) + lineEnd + lineEnd
        } else if !isBlankBefore, before != nil, before?.kind != .heading, range.upperBound < document.source.count {
            glue = lineEnd
        }
        return removal(range, glue, law)
    }

    private func removal(_ range: Range<Int>, _ glue: [UInt8], _ law: Law) -> Edits {
        let place = range.lowerBound
        let gone = Law.Part(old: range, new: place..<place, expected: .leaves([]))
        return Edits(document, [Edit(range: range, replacement: glue)], Law(parts: [gone]))
    }

    // MARK: - Around

    /// What ends what is open there; in an item, the `+` that attaches a block to it.
    private var opening: [UInt8] {
        let opening = document.opening(at: range.lowerBound, after: before, closesConditions: !goesOnInConditions)
        return isInItem && continuation == nil ? opening + [UInt8(ascii: "+")] + lineEnd : opening
    }

    /// What may keep the lines apart from what is before.
    private func separators(
        _ written: Written, _ style: Style
    ) -> (usual: Insertion.Separator, others: [Insertion.Separator]) {
        guard !isInItem, let before else { return (.blankLines(0), []) }
        let isApart = range.lowerBound > 0 && document.isBlankBefore(range.lowerBound) && opening.isEmpty
        var gap =
            before.kind == .heading && before.parent?.kind == .section
            ? style.blankLinesAfterHeading : style.blankLinesBetweenBlocks
        if written.isSection { gap = max(gap, style.blankLinesBeforeSection) }
        if isApart { gap = 0 }
        let least = isApart ? 0 : 1
        let divider = Insertion.Separator.divider(after: max(gap, least))
        if needsDivider(written.isList || written.startsLikeItem) {
            return endsInTerm ? (.emptyComment(after: least), []) : (divider, [.divider(after: 2)])
        }
        return (
            .blankLines(gap),
            [.blankLines(max(1, gap)), divider, .blankLines(2), .divider(after: 2), .emptyComment(after: least)]
        )
    }

    /// Whether what stands before the place ends in a term without text.
    private var endsInTerm: Bool { before?.lastBlock?.endsInTerm ?? false }

    /// Where lines go at the end of a document: blank lines that end it are the gap that is wanted, so that the lines are
    /// added at the end. More than a few are a margin, which stays below.
    private func placeAtEnd(_ style: Style) -> (range: Range<Int>, blankLines: Int) {
        let end = document.source.count
        guard range.isEmpty, before != nil, style.blankLinesAtEnd == 0, !isInItem, range.lowerBound < end,
            opening.isEmpty,
            document.afterBlankLines(range.lowerBound) == end
        else { return (range, 0) }
        let count = document.source[range.lowerBound...].count { $0 == newline }
        guard count <= Self.usualBlankLines, document.source.last == newline else { return (range, 0) }
        return (end..<end, count)
    }

    /// How many blank lines at the end of a document may be the gap before what comes next.
    private static let usualBlankLines = 2

    /// What must stand after the lines.
    private func closing(_ written: Written) -> [UInt8] {
        let isApart = document.isBlankLine(at: range.upperBound)
        if isInItem {
            guard !isApart, let after, after.kind != .continuation, after.kind != .directive else { return [] }
            return after.kind.isList || after.kind == .lineComment ? lineEnd : [UInt8(ascii: "+")] + lineEnd
        }
        let goesOn =
            written.endsInList && (after?.kind.isList == true || document.startsLikeItem(at: range.upperBound))
        if goesOn || (written.describes && after != nil && after?.kind != .delimiterLine) {
            return lineEnd + Array("//-".utf8) + lineEnd + (isApart ? [] : lineEnd)
        }
        return isApart || after?.kind == .delimiterLine ? [] : lineEnd
    }

    /// Whether the list before the place would take what comes.
    private func needsDivider(_ looksLikeItem: Bool) -> Bool {
        guard let before, let list = before.lastBlock, list.kind.isList else { return false }
        return looksLikeItem || list.endsWithoutText
    }
}

/// What is written at a place: lines with what they are.
struct Written {
    var bytes: [UInt8]
    var isList = false
    /// Whether there is a description list in it.
    var describes = false
    var isSection = false
    var endsInList = false

    var startsLikeItem: Bool { Document(parsing: bytes).startsLikeItem(at: 0) }
}

/// The leaves of lines as they stand alone, below a container with that path.
func leaves(_ bytes: [UInt8], _ path: UInt64) -> [TracedLeaf] {
    // After a paragraph, no line can be part of a document's header.
    let alone = Document(parsing: Array("x\n\n".utf8) + bytes)
    return Trace.leaves(alone.tree, 1..<alone.tree.count, below: path).filter { $0.start > 2 }
}

extension Trace {
    /// The path of a node.
    static func path(of node: Node) -> UInt64 { path(of: node.index, in: node.document.tree) }
}
