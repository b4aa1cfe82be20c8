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
        if let label = AdmonitionLabel(startOf: line) { return label.length }
        guard kind == .paragraph, line.starts(with: "> ".utf8) else { return 0 }
        return 2
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
    /// - Throws: ``EditRefusal/nothingToContinue``.
    public func continueText(atEndOf node: Node, with text: String) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard !text.trimmingBlanks.isEmpty else { throw .empty }
        guard let target = node.openLists.last?.item ?? node.lastContent, let last = target.textRanges.last else {
            throw .nothingToContinue
        }
        let indent = target.kind == .listItem ? target.indentText : ""
        let context: EscapeContext = target.kind == .listItem ? .listItemContinuation : .paragraphContinuation
        let lineStart = self.lineStart(at: last.lowerBound)
        let end = trimBlanks(lineStart..<lineContentEnd(last.upperBound..<source.count)).upperBound
        let isBroken = end > last.upperBound
        let above = String(decoding: source[lineStart..<last.upperBound], as: UTF8.self) + " +"
        let front = isBroken ? "" : " +"
        let added = Array((front + lineEnding.text + indent + escape(text, for: context, after: above)).utf8)
        let rest = end..<lineContentEnd(end..<source.count)
        let part = Law.Part(old: end..<end, new: end..<(end + added.count), expected: .moreText)
        return Edits(self, [Edit(range: rest, replacement: added)], Law(parts: [part]), written: part.new)
    }
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
