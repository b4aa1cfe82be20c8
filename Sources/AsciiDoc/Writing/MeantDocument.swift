/// A document's blocks as they are meant, and where each of them is written.
struct MeantDocument {
    /// Lines, from 0.
    typealias Lines = [ClosedRange<Int>]

    /// Where a block begins that is written, and what it is.
    private struct Place: Hashable {
        let line: Int
        let kind: NodeKind
    }

    /// A block that is meant.
    private struct Placed {
        /// Nil for what the tree does not tell by itself.
        let place: Place?
        /// Nil for a list, which is told by its items.
        let kept: Meaning.Kept?
        /// The level of a section, as its heading says it and as it is meant.
        let level: Level?

        func begins(in lines: Lines) -> Bool {
            place.map { place in lines.contains { $0.contains(place.line) } } ?? false
        }
    }

    private struct Level: Hashable {
        let written: Int
        let meant: Int
    }

    private let document: Document
    private let index: LineIndex
    private let blocks: [Placed]

    init(_ document: Document) {
        let view = document.semanticView()
        let index = LineIndex(document.source)
        let rows = LineIndex(view.document.source)
        // The introduction of a book's part is not written: it begins, ends and takes blocks in as others come.
        var introduction = Int.max
        blocks = view.blocks.dropFirst().compactMap { block in
            guard let position = block.node else {
                introduction = block.depth
                return nil
            }
            if block.depth <= introduction { introduction = Int.max }
            let node = view.document.node(position)
            let row = rows.line(at: node.contentStart)
            let isPlaced = node.kind.isMeant && view.preprocessed.lines.indices.contains(row)
            let line = isPlaced ? view.preprocessed.lines[row] - 1 : nil
            return Placed(
                place: line.map { Place(line: $0, kind: node.kind) },
                kept: node.keptKind.map { Meaning.Kept(block, $0, isIntroduced: block.depth > introduction) },
                level: block.context == .section
                    ? line.flatMap { document.level(ofHeadingAt: index.starts[$0]) }
                        .flatMap { written in block.level.map { Level(written: written, meant: $0) } } : nil)
        }
        (self.document, self.index) = (document, index)
    }

    /// The lines that edits change: those that are to be made, or those that would take back what was made.
    func lines(changedBy edits: [Edit]) -> Lines { edits.compactMap { $0.lines(of: document.source, index) } }

    /// The blocks that begin in other lines.
    func blocks(outside lines: Lines) -> [Meaning.Kept] { blocks.filter { !$0.begins(in: lines) }.compactMap(\.kept) }

    /// Whether the blocks that begin in the lines are those that the tree has there, with the levels that it says, and
    /// those are seen that the lines say something about.
    func isAsWritten(_ lines: Lines) -> Bool {
        let within = blocks.filter { $0.begins(in: lines) }
        let levels = Set(blocks.lazy.filter { !$0.begins(in: lines) }.compactMap(\.level))
        // A section has the level that its heading says, or the one that others have whose headings say the same.
        guard within.allSatisfy({ $0.level.map { $0.meant == $0.written || levels.contains($0) } ?? true }) else {
            return false
        }
        let (begun, said) = places(in: lines)
        return Set(within.compactMap(\.place)).isSubset(of: begun)
            && said.isSubset(of: Set(blocks.lazy.compactMap(\.place)))
    }

    /// The blocks that the tree has: those that begin in the lines, and those that the lines say something about.
    private func places(in lines: Lines) -> (begun: Set<Place>, said: Set<Place>) {
        var (begun, said): (Set<Place>, Set<Place>) = ([], [])
        for position in 0..<document.nodeCount where document.kind(at: position).isMeant {
            let node = document.node(position)
            let line = index.line(at: node.contentStart)
            guard lines.contains(where: (index.line(at: node.range.lowerBound)...line).overlaps) else { continue }
            let place = Place(line: line, kind: node.kind)
            said.insert(place)
            if lines.contains(where: { $0.contains(line) }) { begun.insert(place) }
        }
        return (begun, said)
    }
}

extension Document {
    /// The level that a heading at an offset says.
    fileprivate func level(ofHeadingAt offset: Int) -> Int? {
        node(at: offset).ancestors.first { $0.kind == .section }?.level
    }
}

extension Node {
    /// What stays of its kind: of an item, that of its list.
    fileprivate var keptKind: NodeKind? { kind.isList ? nil : kind == .listItem ? parent?.kind ?? kind : kind }
}

extension NodeKind {
    /// Whether the node is a block in the document as it is meant, too, as soon as it is seen.
    fileprivate var isMeant: Bool {
        switch self {
        case .section, .listItem, .paragraph, .literalParagraph, .blockMacro, .thematicBreak, .pageBreak: true
        default: isList || (hasDelimiters && self != .commentBlock)
        }
    }
}

extension Meaning.Kept {
    fileprivate init(_ block: SemanticBlock, _ kind: NodeKind, isIntroduced: Bool) {
        self.init(
            kind: kind, depth: block.depth - (isIntroduced ? 1 : 0),
            style: block.style == "partintro" ? nil : block.style, level: block.level)
    }
}

extension Edit {
    /// The lines, from 0, that the edit changes; nil where it only puts lines between others.
    fileprivate func lines(of source: [UInt8], _ index: LineIndex) -> ClosedRange<Int>? {
        var first = index.line(at: range.lowerBound)
        // What begins with a line's end leaves the line as it is.
        if index.starts[first] < range.lowerBound, Self.endsLine(source[range.lowerBound...]),
            Self.endsLine(replacement + source[range.upperBound...].prefix(2))
        {
            first += 1
        }
        let last = index.line(at: range.upperBound)
        let leavesNext =
            replacement.isEmpty
            ? range.lowerBound == 0 || source[range.lowerBound - 1] == newline
            : replacement.last == newline || range.upperBound == source.count
        let end = leavesNext && index.starts[last] == range.upperBound ? last - 1 : last
        return first <= end ? first...end : nil
    }

    private static func endsLine(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.first.map { $0 == newline || $0 == UInt8(ascii: "\r") } ?? true
    }
}
