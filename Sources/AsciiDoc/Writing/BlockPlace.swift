/// What is written at a place: lines with what they are.
struct Written {
    var bytes: [UInt8]
    var isList = false
    /// Whether there is a description list in it.
    var describes = false
    var isSection = false
    /// Whether its last lines are those of a paragraph, which the next line would continue.
    var endsInText = false
}

/// A place between the children of a container, or one of the children that is to be replaced: what stands around it
/// decides what must be written with a block.
struct BlockPlace {
    let document: Document
    let container: Node
    /// What is replaced; empty for an insertion.
    let range: Range<Int>
    /// The nearest children on both sides, blank lines left out.
    let before: Node?
    let after: Node?
    /// The lone `+` that stands before what is there already.
    private var continuation: Node?

    private var lineEnd: [UInt8] { Array(document.lineEnding.text.utf8) }
    private var isInItem: Bool { container.kind == .listItem }

    /// Behind a child of a container.
    init(behind node: Node, in container: Node) {
        let end = node.kind == .section ? node.contentEnd : node.range.upperBound
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

    private init(document: Document, container: Node, range: Range<Int>, before: Node?, after: Node?) {
        (self.document, self.container, self.range, self.before, self.after) = (
            document, container, range, before, after
        )
    }

    // MARK: - Edits

    /// The edit that puts a block there; nil where AsciiDoc has no way to say that.
    func edit(_ block: Block, _ style: Style) -> Edit? {
        var writer = container.writer(style)
        guard let block = block.fitting(self, &writer) else { return nil }
        let isWrapped = isInItem && block.isList
        let lines = writer.lines(isWrapped ? .compound(.open, [block]) : block)
        guard !lines.isEmpty else { return nil }
        let written = Written(
            bytes: Array(lines.map { $0 + document.lineEnding.text }.joined().utf8), isList: block.isList && !isWrapped,
            describes: block.describes && !isWrapped, isSection: block.isSection, endsInText: block.endsInText)
        return edit(written, style)
    }

    /// The edit that puts lines there; nil where one of them would close a block around the place, or the place is behind
    /// a lone `+` that waits for a block of its own.
    func edit(_ written: Written, _ style: Style) -> Edit? {
        let enclosing = container.enclosingDelimiters
        guard !written.bytes.lines.contains(where: { enclosing.contains($0) }), before?.tail.kind != .continuation
        else {
            return nil
        }
        let replacement = opening(written, style) + written.bytes + closing(written)
        return Edit(range: range, replacement: replacement)
    }

    /// The edit that leaves nothing there.
    func removal() -> Edit {
        var range = self.range
        if isInItem {
            if let continuation { range = continuation.range.lowerBound..<range.upperBound }
            let merges = before?.tail.isText == true && after?.kind.isList == true
            return Edit(range: range, replacement: merges ? lineEnd : [])
        }
        range = range.lowerBound..<document.behindBlankLines(range.upperBound)
        let isBlankBefore = document.isBlankBefore(range.lowerBound)
        if range.upperBound == document.source.count, isBlankBefore {
            return Edit(range: document.beforeBlankLines(range.lowerBound)..<range.upperBound, replacement: [])
        }
        var glue: [UInt8] = []
        if needsDivider(document.startsLikeItem(at: range.upperBound) || after?.kind.isList == true) {
            glue = (isBlankBefore ? [] : lineEnd) + Array("//-".utf8) + lineEnd + lineEnd
        } else if !isBlankBefore, before != nil, before?.kind != .heading, range.upperBound < document.source.count {
            glue = lineEnd
        }
        return Edit(range: range, replacement: glue)
    }

    // MARK: - Around

    /// What must stand before the lines: an end to what is open, and what keeps them apart from what is before.
    private func opening(_ written: Written, _ style: Style) -> [UInt8] {
        let place = range.lowerBound
        var text: [UInt8] = place == 0 || document.source[place - 1] == newline ? [] : lineEnd
        let closers = before.map { $0.range.upperBound >= place ? $0.openDelimiters : [] } ?? []
        for closer in closers { text += closer + lineEnd }
        if isInItem { return text + (continuation != nil ? [] : [UInt8(ascii: "+")] + lineEnd) }
        let isApart = text.isEmpty && document.isBlankBefore(place)
        if let before, !isApart {
            var gap = before.kind == .heading && before.parent?.kind == .section ? style.blankLinesAfterHeading : 1
            if written.isSection { gap = max(gap, style.blankLinesBeforeSection) }
            for _ in 0..<gap { text += lineEnd }
        }
        if needsDivider(written.isList || written.startsLikeItem) { text += Array("//-".utf8) + lineEnd + lineEnd }
        return text
    }

    /// What must stand behind the lines.
    private func closing(_ written: Written) -> [UInt8] {
        let isApart = document.isBlankLine(at: range.upperBound)
        if isInItem {
            guard !isApart, let after, after.kind != .continuation, after.kind != .directive else { return [] }
            return after.kind.isList || after.kind == .lineComment ? lineEnd : [UInt8(ascii: "+")] + lineEnd
        }
        let goesOn = written.isList && (after?.kind.isList == true || document.startsLikeItem(at: range.upperBound))
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

extension Block {
    /// The block as it may stand at a place: a section at the level that it has there; nil where it may not.
    fileprivate func fitting(_ place: BlockPlace, _ writer: inout BlockWriter) -> Block? {
        guard isSection else {
            if place.container.kind == .listItem, !isAttachable { return nil }
            return place.before?.kind == .section || place.isBeforeHeader ? nil : self
        }
        guard place.container.kind == .document || place.container.kind == .section,
            place.after == nil || place.after?.kind == .section, !place.isBeforeHeader
        else { return nil }
        let level = place.before.flatMap { $0.kind == .section ? $0.level : nil } ?? place.after?.level
        let below = (place.container.kind == .section ? place.container.level ?? 0 : 0) + 1
        let target = max(level ?? below, 1)
        guard target <= 5 else { return nil }
        writer.level = target - 1
        return self.atLevel(target)
    }

    private func atLevel(_ level: Int) -> Block {
        switch self {
        case .section(_, let title, let blocks): .section(level: level, title: title, blocks)
        case .described(let metadata, let block): .described(metadata, block.atLevel(level))
        default: self
        }
    }

    /// Whether a `+` attaches the block: a comment is none, and behind a heading the item goes on.
    private var isAttachable: Bool {
        switch bare {
        case .comment, .heading, .verbatim(.comment, _): false
        default: true
        }
    }

    fileprivate var endsInText: Bool { if case .paragraph = bare { true } else { false } }
}

extension BlockPlace {
    /// Whether the document's header comes later: a block before it would be its end.
    fileprivate var isBeforeHeader: Bool {
        guard container.kind == .document, let after else { return false }
        return after.kind == .header
            || after.next { $0.kind == .header || $0.kind.isBlock || $0.kind == .section }?.kind == .header
    }
}

extension Written {
    var startsLikeItem: Bool { Document(parsing: bytes).startsLikeItem(at: 0) }
}
