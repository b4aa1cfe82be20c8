/// What edits must leave as it is meant, where that is more than the tree says: conditions hide lines and end blocks,
/// `leveloffset` moves headings, and the type `manpage` takes the first section for the document's name.
///
/// The blocks that begin outside the lines of the edits stay as they are, and what is put in is seen.
enum Meaning {
    /// The tree says it all.
    case asWritten
    /// The blocks that stay: those that begin outside the lines that the edits replace.
    case blocks([Kept])

    /// What stays of a block. Its text may be one with a text that an edit changes. A list is told by its items: it begins
    /// where the first of them does, which may be another one after the edits.
    struct Kept: Equatable {
        let kind: NodeKind
        let depth: Int
        let style: String?
        let level: Int?
    }

    /// A longer document is taken as it is written: to read it as it is meant would cost seconds for each line.
    private static let longest = 1 << 20

    /// - Throws: ``EditRefusal/readsOtherwise`` where what the edits replace is not what the tree says.
    init(before way: Edits.Way, in document: Document) throws(EditRefusal) {
        guard document.parser.needsPreprocessing, document.source.count <= Self.longest else {
            self = .asWritten
            return
        }
        let meant = MeantBlocks(document, in: way.edits)
        guard meant.isAsWritten else { throw .readsOtherwise }
        self = .blocks(meant.others)
    }

    func holds(in document: Document, after changes: [Change]) -> Bool {
        guard case .blocks(let kept) = self else { return true }
        let meant = MeantBlocks(document, in: changes.inverses)
        return meant.others == kept && meant.isAsWritten
    }
}

/// The blocks of a document as they are meant, and which of them begin in some ranges of its lines.
private struct MeantBlocks {
    /// Where a block begins that is written, and what it is.
    private struct Place: Hashable {
        let line: Int
        let kind: NodeKind
    }

    /// The blocks that begin in the lines of the ranges.
    private var within: [SemanticBlock] = []
    /// The blocks that do not.
    private(set) var others: [Meaning.Kept] = []
    /// The level that the headings in other lines say, and the one that their sections have.
    private var levels: Set<[Int]> = []
    private let document: Document
    private let view: SemanticView
    private let lines: LineIndex
    private let rows: LineIndex
    private let touched: [ClosedRange<Int>]

    /// - Parameter edits: those that are to be made, or those that would take back what was made.
    init(_ document: Document, in edits: [Edit]) {
        self.document = document
        view = document.semanticView()
        rows = LineIndex(view.document.source)
        let lines = LineIndex(document.source)
        self.lines = lines
        touched = edits.compactMap { $0.lines(of: document.source, lines) }
        // The introduction of a book's part is not written: it begins, ends and takes blocks in as others come.
        var introduction = Int.max
        for block in view.blocks.dropFirst() {
            guard let position = block.node else {
                introduction = block.depth
                continue
            }
            if block.depth <= introduction { introduction = Int.max }
            if let line = place(of: block)?.line, isTouched(line) {
                within.append(block)
            } else if let kind = view.document.node(position).keptKind {
                let isIntroduced = block.depth > introduction
                others.append(Meaning.Kept(block, kind, isIntroduced: isIntroduced))
                if let written = writtenLevel(of: block), let level = block.level { levels.insert([written, level]) }
            }
        }
    }

    /// Whether the blocks that begin in the lines are those that the tree has there, with the levels that it says, and
    /// those are seen that the lines say something about.
    var isAsWritten: Bool {
        let meant = Set(view.blocks.compactMap(place))
        return Set(within.compactMap(place)).isSubset(of: places { $0.contentStart..<$0.contentStart })
            && places { $0.range.lowerBound..<$0.contentStart }.isSubset(of: meant)
            && within.allSatisfy(hasLevelAsWritten)
    }

    private func isTouched(_ line: Int) -> Bool { touched.contains { $0.contains(line) } }

    /// Where the block itself is written; nil for the document and what is not written.
    private func place(of block: SemanticBlock) -> Place? {
        guard let position = block.node, position > 0 else { return nil }
        let node = view.document.node(position)
        let row = rows.line(at: node.contentStart)
        guard node.kind.isMeant, view.preprocessed.lines.indices.contains(row) else { return nil }
        return Place(line: view.preprocessed.lines[row] - 1, kind: node.kind)
    }

    /// The blocks that the tree has where the edits touch one of the lines in which a part of them lies.
    private func places(_ part: (Node) -> Range<Int>) -> Set<Place> {
        var found: Set<Place> = []
        for position in 0..<document.nodeCount where document.kind(at: position).isMeant {
            let node = document.node(position)
            let part = part(node)
            let span = lines.line(at: part.lowerBound)...lines.line(at: part.upperBound)
            guard touched.contains(where: span.overlaps) else { continue }
            found.insert(Place(line: lines.line(at: node.contentStart), kind: node.kind))
        }
        return found
    }

    /// Whether a section has the level that its heading says, or the one that others have whose headings say the same.
    private func hasLevelAsWritten(_ block: SemanticBlock) -> Bool {
        guard let written = writtenLevel(of: block), let level = block.level else { return true }
        return level == written || levels.contains([written, level])
    }

    private func writtenLevel(of block: SemanticBlock) -> Int? {
        guard block.context == .section, let line = place(of: block)?.line else { return nil }
        return document.node(at: lines.starts[line]).ancestors.first { $0.kind == .section }?.level
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

extension [Change] {
    /// What would take the changes back, in the document after all of them. They were made from its end to its start.
    fileprivate var inverses: [Edit] {
        var growth = 0
        return reversed().map { change in
            var edit = change.inverse
            edit.range = (edit.range.lowerBound + growth)..<(edit.range.upperBound + growth)
            growth += change.edit.growth
            return edit
        }
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
