// Lines of text that are corrected: what makes them what they are stays.
extension Node {
    /// The lines of a list item's or paragraph's own text: of each, the words, without a task's box, the name of an
    /// admonition, the `>` of a quotation, and the ` +` that breaks the line. None for other nodes.
    public var textRanges: [Range<Int>] {
        guard kind == .listItem || kind == .paragraph else { return [] }
        var found: [Range<Int>] = []
        let content = contentRange
        var start = content.lowerBound
        while start < content.upperBound {
            let end = min(document.lineEnd(at: start), content.upperBound)
            let words = document.withoutHardBreak(start..<end)
            found.append((found.isEmpty ? start + prefixLength : start)..<max(words.upperBound, start))
            start = end
        }
        return found.map { $0.lowerBound > $0.upperBound ? $0.upperBound..<$0.upperBound : $0 }
    }

    /// What stands before the words of the first line and says what the text is.
    private var prefixLength: Int {
        if let box { return box.count + 1 }
        let line = document.source[contentRange]
        guard kind == .paragraph else { return 0 }
        if let label = AdmonitionLabel(startOf: line) { return label.length }
        return line.starts(with: "> ".utf8) ? 2 : 0
    }
}

extension Document {
    /// A line without its end, and without the ` +` there.
    fileprivate func withoutHardBreak(_ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        while end > line.lowerBound, source[end - 1].isBlankOrLineEnd { end -= 1 }
        guard end > line.lowerBound + 1, source[end - 1] == UInt8(ascii: "+"), source[end - 2].isBlank else {
            return line.lowerBound..<end
        }
        end -= 1
        while end > line.lowerBound, source[end - 1].isBlank { end -= 1 }
        return line.lowerBound..<end
    }

    /// Puts words in the place of those of one line of a list item's or paragraph's text.
    ///
    /// - Parameters:
    ///   - text: typed text: it is escaped so that it stays text.
    ///   - line: counts the lines of the text from 0.
    /// - Throws: ``EditRefusal/noText`` for another node or line.
    public func setText(of node: Node, line: Int = 0, to text: String) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let lines = node.textRanges
        guard lines.indices.contains(line) else { throw .noText }
        guard !text.trimmingBlanks.isEmpty else { throw .empty }
        let range = lines[line]
        let written = Array(escape(text, for: node.context(ofLine: line)).utf8)
        return Edits(
            self, [Edit(range: range, replacement: written).trimmed(in: source)],
            written: range.lowerBound..<(range.lowerBound + written.count))
    }

    /// Goes on with the text of the item or paragraph that ends a section, on a line of its own: the line before gets a
    /// hard break.
    ///
    /// - Parameter text: spaces before it are the line's indent; without them it has that of the item.
    /// - Throws: ``EditRefusal/nothingToContinue``.
    public func continueText(atEndOf node: Node, with text: String) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard !text.trimmingBlanks.isEmpty else { throw .empty }
        let end = try TextEnd(of: node)
        return end.edits(escape(text, for: end.context, after: end.lineAbove(" +")), break: " +")
    }
}

/// Where the text of the item or paragraph that ends a section goes on.
struct TextEnd {
    let node: Node
    private let last: Range<Int>

    init(of section: Node) throws(EditRefusal) {
        guard let node = section.openLists.last?.item ?? section.lastContent, let last = node.textRanges.last else {
            throw .nothingToContinue
        }
        (self.node, self.last) = (node, last)
    }

    private var document: Document { node.document }

    var context: EscapeContext { node.kind == .listItem ? .listItemContinuation : .paragraphContinuation }

    /// The last line as it is written, with what is put at its end.
    func lineAbove(_ end: String) -> String {
        let start = document.lineStart(at: last.lowerBound)
        return document.text(start..<last.upperBound) + end
    }

    /// One more line of the text.
    ///
    /// - Parameter front: what the last line gets at its end, where it has no hard break.
    func edits(_ line: String, break front: String) -> Edits {
        let indent = node.kind == .listItem && line.first?.isBlank != true ? node.indentText : ""
        let start = document.lineStart(at: last.lowerBound)
        let line = document.lineEnding.text + indent + line
        let end = document.trimBlanks(
            start..<document.lineContentEnd(last.upperBound..<document.source.count)
        ).upperBound
        let rest = end..<document.lineContentEnd(end..<document.source.count)
        // Spaces at the line's end stay where they are.
        let broken = Array((end > last.upperBound ? "" : front).utf8) + document.source[rest]
        let added = broken + Array(line.utf8)
        let part = Law.Part(old: end..<end, new: end..<(end + added.count), expected: .moreText)
        return Edits(document, [Edit(range: rest, replacement: added)], Law(parts: [part]), written: part.new)
    }
}

extension Character {
    /// A space or a tab.
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}

extension Node {
    fileprivate func context(ofLine line: Int) -> EscapeContext {
        switch (kind, line) {
        case (.listItem, 0): .listItem
        case (.listItem, _): .listItemContinuation
        case (_, 0): .paragraph
        default: .paragraphContinuation
        }
    }
}

extension Edit {
    /// The same change without the bytes at either end that stay as they are.
    ///
    /// - Parameter source: the bytes before the edit.
    public func trimmed(in source: [UInt8]) -> Edit {
        let old = source[range]
        let start = zip(old, replacement).prefix { $0 == $1 }.count
        let rest = min(old.count, replacement.count) - start
        let end = zip(old.reversed(), replacement.reversed()).prefix(rest).prefix { $0 == $1 }.count
        return Edit(
            range: (range.lowerBound + start)..<(range.upperBound - end),
            replacement: Array(replacement[start..<(replacement.count - end)]))
    }
}
