/// What the tree must be after edits: the old one, its places moved, but for the parts that are named.
struct Law: Sendable {
    /// A part of the document that the edits write.
    struct Part: Sendable {
        /// What stood there, in the document before; empty for an insertion.
        let old: Range<Int>
        /// What stands there, in the document after all edits.
        let new: Range<Int>
        /// What it must be.
        let expected: Expected
    }

    enum Expected: Sendable {
        /// Anything that lies within the part.
        case anything
        /// These leaves; their starts do not count.
        case leaves([TracedLeaf])
        /// The leaves that were there, in any order and at any depth.
        case rearranged
        /// More of the text that stands before it.
        case moreText
    }

    var parts: [Part] = []
    /// Whether what follows a part may open other lists than before: an item before it came or went.
    var movesListStarts = false
    /// Whether lines about a block that wait for one may wait in another section: a new one comes before them.
    var movesWaitingLines = false
}

/// Holds a tree against a ``Law``. Looks at the sections that the edits touch, and at what is added when they add at
/// the end of the document.
struct Verification {
    private let law: Law
    private let edits: [Edit]
    private let scope: Scope

    private enum Scope {
        /// The edits add at the end. Leaves before `committed` stay; those after it are waiting for what comes.
        case end(committed: Int, lastEnd: UInt32, waiting: [TracedLeaf])
        /// The tree before, and where the sections that are touched begin and end in it.
        case sections([NodeRecord], tops: [UInt32], touched: Range<Int>)
    }

    init(of way: Edits.Way, in document: Document) {
        (law, edits) = (way.law, way.edits)
        let tree = document.tree
        if edits.count == 1, document.continues(with: edits[0]), !edits[0].hasContinuation,
            law.parts.allSatisfy({ $0.new.lowerBound >= document.source.count })
        {
            let committed = document.parser.state.recordCount
            scope = .end(
                committed: committed, lastEnd: tree[committed - 1].end,
                waiting: Trace.leaves(of: tree, from: committed))
        } else {
            let start = edits.map(\.range.lowerBound).min() ?? 0
            let end = edits.map(\.range.upperBound).max() ?? 0
            let tops = document.parser.topSections
            let first = tops.partitioningIndex { Int(tree[Int($0)].start) >= start } - 1
            let next = tops.partitioningIndex { Int(tree[Int($0)].start) >= end }
            scope = .sections(tree, tops: tops, touched: first..<max(next, first))
        }
    }

    func holds(in document: Document, after changes: [Change]) -> Bool {
        switch scope {
        case .end(let committed, let lastEnd, let waiting):
            return holdsAtEnd(document, committed, lastEnd, waiting)
        case .sections(let tree, let tops, let touched):
            let scanned = changes.map(\.scannedByteCount).max() ?? 0
            return holds(document, tree, tops, touched, scanned)
        }
    }

    private func holdsAtEnd(
        _ document: Document, _ committed: Int, _ lastEnd: UInt32, _ waiting: [TracedLeaf]
    ) -> Bool {
        let offset = edits[0].range.lowerBound
        let tree = document.tree
        let added = Trace.leaves(of: tree, from: committed)
        guard added.prefix(while: { $0.start < offset }).elementsEqual(waiting) else { return false }
        let last = tree[committed - 1]
        let isLeaf = Int(last.next) == committed
        guard law.takesMoreText || !isLeaf || last.end == lastEnd || last.kind == .blankLines else { return false }
        return fits(added.drop { $0.start < offset }, tree, before: [])
    }

    private func holds(
        _ document: Document, _ old: [NodeRecord], _ tops: [UInt32], _ touched: Range<Int>, _ scanned: Int
    ) -> Bool {
        let growth = edits.reduce(0) { $0 + $1.growth }
        let tree = document.tree
        let newTops = document.parser.topSections
        let start = touched.lowerBound < 0 ? 1 : Int(tops[touched.lowerBound])
        var end = touched.upperBound < tops.count ? Int(tops[touched.upperBound]) : old.count
        var newEnd = tree.count
        if end < old.count {
            let place = Int(old[end].start) + growth
            let index = newTops.partitioningIndex { Int(tree[Int($0)].start) >= place }
            guard index < newTops.count, Int(tree[Int(newTops[index])].start) == place else { return false }
            newEnd = Int(newTops[index])
            // Where the parser went on, what follows is looked at, too.
            let bytes = place - (touched.lowerBound < 0 ? 0 : Int(old[start].start))
            if scanned > bytes || touched.lowerBound < 0 { (end, newEnd) = (old.count, tree.count) }
        }
        let root = Trace.path(of: 0, in: tree)
        let before = Trace.leaves(old, start..<end, below: root)
        let after = Trace.leaves(tree, min(start, newEnd)..<newEnd, below: root)
        return matches(before, after, tree)
    }

    /// Whether the leaves that were there are there, moved, and the others are what the parts say.
    private func matches(_ before: [TracedLeaf], _ after: [TracedLeaf], _ tree: [NodeRecord]) -> Bool {
        let kept = before.filter { leaf in !law.parts.contains { $0.old.contains(leaf.start) } }
        let found = after.filter { leaf in !law.parts.contains { $0.new.contains(leaf.start) } && !isAround(leaf) }
        guard kept.count == found.count else { return false }
        for (old, new) in zip(kept, found) {
            let waits = law.movesWaitingLines && old.kind.saysOfBlock
            guard old.kind == new.kind, old.path == new.path || waits, moved(old.start) == new.start else {
                return false
            }
            if old.opens != new.opens, !(law.movesListStarts && isAfterPart(new.start, after)) { return false }
        }
        return fits(after[...], tree, before: before)
    }

    /// Whether the leaf is one that was written around a part: the end of an open block, a divider.
    private func isAround(_ leaf: TracedLeaf) -> Bool {
        guard
            leaf.kind == .lineComment || leaf.kind == .delimiterLine || leaf.kind == .directive
                || leaf.kind == .continuation
        else { return false }
        var growth = 0
        for edit in edits.reversed() {
            let start = edit.range.lowerBound + growth
            if (start..<(start + edit.replacement.count)).contains(leaf.start) { return true }
            growth += edit.growth
        }
        return false
    }

    /// Whether the leaf is the first one after a part.
    private func isAfterPart(_ start: Int, _ leaves: [TracedLeaf]) -> Bool {
        law.parts.contains { part in
            leaves.first { $0.start >= part.new.upperBound && $0.kind != .lineComment }?.start == start
        }
    }

    /// Where an old leaf's start is after the edits.
    private func moved(_ offset: Int) -> Int {
        edits.reduce(offset) { place, edit in
            let isBefore = edit.range.isEmpty ? edit.range.lowerBound <= offset : edit.range.upperBound <= offset
            return isBefore ? place + edit.growth : place
        }
    }

    private func fits(_ leaves: ArraySlice<TracedLeaf>, _ tree: [NodeRecord], before: [TracedLeaf]) -> Bool {
        law.parts.allSatisfy { part in
            let found = leaves.filter { part.new.contains($0.start) }
            switch part.expected {
            case .anything: return true
            case .leaves(let expected):
                return found.count == expected.count && zip(found, expected).allSatisfy { $0.isLike($1) }
            case .rearranged:
                let kinds = before.filter { part.old.contains($0.start) }.map(\.kind.rawValue).sorted()
                return kinds == found.map(\.kind.rawValue).sorted()
            case .moreText: return found.isEmpty && Self.text(at: part.new, in: tree)
            }
        }
    }

    /// Whether one leaf of text reaches over the range.
    private static func text(at range: Range<Int>, in tree: [NodeRecord]) -> Bool {
        // Records stand in the order of their places.
        let after = tree.partitioningIndex { Int($0.start) >= range.lowerBound }
        guard let index = tree[..<after].lastIndex(where: { $0.kind == .text }) else { return false }
        return Int(tree[index].end) >= range.upperBound
    }
}

extension Law {
    fileprivate var takesMoreText: Bool {
        parts.contains { if case .moreText = $0.expected { true } else { false } }
    }
}

extension Edit {
    /// Whether a lone `+` is among the lines: it may change what stands before it.
    fileprivate var hasContinuation: Bool {
        replacement.split(separator: newline).contains { $0.elementsEqual([UInt8(ascii: "+")]) }
    }
}
