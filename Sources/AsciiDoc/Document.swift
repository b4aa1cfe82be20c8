/// An AsciiDoc document: its bytes, and a tree of nodes whose ranges cover them.
///
/// The bytes are the truth and stay as they are, however odd; nothing is normalised. Parsing never fails.
public struct Document: Sendable {
    /// One reference to all that the document is: copying a document, and with it a node, costs the copy of a pointer.
    private var state: State

    /// The document's bytes.
    public var source: [UInt8] { state.source }
    var parser: BlockParser { state.parser }

    /// Tells this state of the document from those before and after it: nodes and edits belong to one.
    var version: Version { state.version }

    /// What two states of a document differ by. Only its identity counts.
    final class Version: Sendable {}

    /// What a document is between two edits. An edit takes the bytes and the tree out of the last reference to a state,
    /// changes them in place, and puts them into the next one.
    private final class State: Sendable {
        let source: [UInt8]
        let parser: BlockParser
        let version: Version

        init(_ source: [UInt8], _ parser: BlockParser, _ version: Version = Version()) {
            (self.source, self.parser, self.version) = (source, parser, version)
        }

        static let none = State([], BlockParser())
    }

    /// Parses `source`: any bytes at all.
    public init(parsing source: [UInt8]) {
        var parser = BlockParser()
        parser.parse(source, from: 0)
        state = State(source, parser)
    }

    /// Parses a text.
    public init(parsing text: String) { self.init(parsing: Array(text.utf8)) }

    /// Parses what the preprocessor gave: directives that are left in it are text.
    public init(preprocessed source: PreprocessedSource) {
        var parser = BlockParser()
        parser.isPreprocessed = true
        parser.parse(source.bytes, from: 0)
        state = State(source.bytes, parser)
    }

    var tree: [NodeRecord] { parser.tree }

    /// How many nodes the tree has.
    public var nodeCount: Int { tree.count }

    /// The node at a position in document order, where a node stands before those below it.
    ///
    /// - Parameter position: from 0 up to ``nodeCount``.
    public func node(_ position: Int) -> Node { Node(document: self, index: position) }

    /// The node of the whole document.
    public var root: Node { Node(document: self, index: 0) }

    /// The sections right below the document, in order; any of them is found in constant time.
    public var sections: DocumentSections { DocumentSections(document: self, places: parser.topSections) }

    /// Changes the bytes as `edit` says, and the tree with them: it is then what a parse of the new bytes gives.
    ///
    /// - Parameter edit: its range must lie within ``source``.
    /// - Returns: what was removed, and how much work the change was.
    @discardableResult
    public mutating func apply(_ edit: Edit) -> Change { apply(edit, giving: Version()) }

    mutating func apply(_ edit: Edit, giving version: Version) -> Change {
        let continues = self.continues(with: edit)
        var (source, parser) = (state.source, state.parser)
        // The only other reference to the bytes and the tree goes, so that they are changed in place.
        state = .none
        defer { state = State(source, parser, version) }
        let removed = Array(source[edit.range])
        let end = source.count
        source.replaceSubrange(edit.range, with: edit.replacement)
        if !continues, let scanned = parser.resume(source, after: edit) {
            return Change(edit: edit, removed: removed, scannedByteCount: scanned)
        }
        if !continues { parser = BlockParser() }
        let start = continues ? end : 0
        parser.parse(source, from: start)
        return Change(edit: edit, removed: removed, scannedByteCount: source.count - start)
    }

    /// Whether the edit adds lines at the end that are parsed alone: nothing before them is looked at again.
    func continues(with edit: Edit) -> Bool {
        edit.range.lowerBound == source.count && parser.canContinue(with: edit.replacement, after: source.count)
    }

    /// The deepest node that contains the byte at `offset`; the document where the offset is its end. Sections before it
    /// are not looked at.
    public func node(at offset: Int) -> Node {
        let tops = parser.topSections
        let after = tops.partitioningIndex { Int(tree[Int($0)].start) > offset }
        var node = after > 0 ? Node(document: self, index: Int(tops[after - 1])) : root
        if !node.range.contains(offset) { node = root }
        while let child = node.children.first(where: { $0.range.contains(offset) }) { node = child }
        return node
    }
}

extension Document: CustomStringConvertible {
    /// The document's text; what is no UTF-8 in it is replaced.
    public var description: String { text(0..<source.count) }

    /// The text in a range of bytes; what is no UTF-8 in it is replaced.
    ///
    /// - Parameter range: offsets into ``source``.
    public func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
}

/// What an edit did to a document.
public struct Change: Hashable, Sendable {
    /// The edit as it was applied.
    public let edit: Edit
    /// The bytes that it removed.
    public let removed: [UInt8]
    /// How many bytes were parsed again: the measure of the work.
    public let scannedByteCount: Int

    /// The edit that takes this change back.
    public var inverse: Edit {
        let start = edit.range.lowerBound
        return Edit(range: start..<(start + edit.replacement.count), replacement: removed)
    }
}

let newline = UInt8(ascii: "\n")
