import AsciiDoc

/// The end of a slot's content: where what is typed next goes, and what stands before it.
struct SlotEnd {
    /// Behind the last line that is not blank.
    let offset: Int
    /// The last block; the heading, the header or nil where the slot has no block yet.
    let last: Node?
    private let opening: String
    private let needsBlankBehind: Bool
    let lineEnding: String

    /// - Parameter slot: the slot's section; nil: what stands before the first slot.
    init(of slot: Node?, in document: Document) {
        let last = slot?.lastContent ?? document.root.contentBeforeSections
        let offset = last?.range.upperBound ?? 0
        let state = document.appendState(at: offset)
        let lineEnding = state.lineEnding.text
        self.last = last
        self.offset = offset
        self.lineEnding = lineEnding
        // A block that nobody closed would swallow the line: it is closed first.
        let closing = state.openDelimiters.reversed().map { String(decoding: $0, as: UTF8.self) + lineEnding }
        opening = (state.endsWithNewline || offset == 0 ? "" : lineEnding) + closing.joined()
        needsBlankBehind = offset < document.source.count && !document.isBlankLine(at: offset)
    }

    /// The edit that puts lines here.
    ///
    /// - Parameter blankLines: how many blank lines stand between what is there and the new lines.
    func insert(_ lines: [String], blankLines: Int) -> Edit {
        let gap = offset == 0 ? "" : String(repeating: lineEnding, count: blankLines)
        let text = opening + gap + lines.map { $0 + lineEnding }.joined() + (needsBlankBehind ? lineEnding : "")
        return Edit(range: offset..<offset, replacement: Array(text.utf8))
    }

    /// Where the inserted lines begin in the document after ``insert(_:blankLines:)``.
    func start(blankLines: Int) -> Int {
        offset + opening.utf8.count + (offset == 0 ? 0 : blankLines * lineEnding.utf8.count)
    }
}

extension Node {
    /// Of a document: the last thing before its first section that is not blank lines.
    fileprivate var contentBeforeSections: Node? {
        children.prefix { $0.kind != .section }.last { $0.kind != .blankLines }
    }
}

extension Document {
    /// Whether nothing but blanks stands between `offset`, a line's start, and that line's end.
    func isBlankLine(at offset: Int) -> Bool {
        let line = source[offset...].prefix { $0 != UInt8(ascii: "\n") }
        return line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }
}
