import AsciiDoc

/// The end of a slot's content: where what is typed next goes, and what stands before it.
struct SlotEnd {
    /// Behind the last line that is not blank.
    let offset: Int
    /// The last block; the heading, the header or nil where the slot has no block yet.
    let last: Node?
    private let opening: String
    private let needsBlankBehind: Bool
    /// Blank lines that end the document behind the content; nil where more follows, or the block before is open.
    private let blankLinesAtEnd: Int?
    private let documentEnd: Int
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
        blankLinesAtEnd = opening.isEmpty ? document.blankLines(from: offset) : nil
        documentEnd = document.source.count
    }

    /// The edit that puts lines here.
    ///
    /// - Parameter blankLines: how many blank lines stand between what is there and the new lines.
    func insert(_ lines: [String], blankLines: Int) -> Edit {
        let place = place(blankLines)
        let gap = String(repeating: lineEnding, count: place.gap)
        let text = opening + gap + lines.map { $0 + lineEnding }.joined() + (needsBlankBehind ? lineEnding : "")
        return Edit(range: place.offset..<place.offset, replacement: Array(text.utf8))
    }

    /// Where the inserted lines begin in the document after ``insert(_:blankLines:)``.
    func start(blankLines: Int) -> Int {
        let place = place(blankLines)
        return place.offset + opening.utf8.count + place.gap * lineEnding.utf8.count
    }

    /// Where lines go, and how many blank lines come before them. Blank lines at the end of the document are the gap that
    /// is wanted: behind them the lines are appended, and the file need not be written anew.
    private func place(_ blankLines: Int) -> (offset: Int, gap: Int) {
        guard offset > 0 else { return (0, 0) }
        guard let there = blankLinesAtEnd, there > 0, blankLines > 0 else { return (offset, blankLines) }
        return (documentEnd, max(0, blankLines - there))
    }
}

extension Node {
    /// Of a document: the last thing before its first section that is not blank lines.
    fileprivate var contentBeforeSections: Node? {
        children.prefix { $0.kind != .section }.last { $0.kind != .blankLines }
    }
}

extension Document {
    /// How many blank lines, each with its end, are all there is from `offset` on; nil where there is anything else.
    func blankLines(from offset: Int) -> Int? {
        var count = 0
        var rest = source[offset...]
        while !rest.isEmpty {
            guard isBlankLine(at: rest.startIndex), let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                return nil
            }
            count += 1
            rest = rest[(end + 1)...]
        }
        return count
    }

    /// Whether nothing but blanks stands between `offset`, a line's start, and that line's end.
    func isBlankLine(at offset: Int) -> Bool {
        let line = source[offset...].prefix { $0 != UInt8(ascii: "\n") }
        return line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }
}
