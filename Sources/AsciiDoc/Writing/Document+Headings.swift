// Headings and levels.
extension Document {
    /// Puts a heading's text in the place of the one it has; an anchor at its end stays, an underline follows the length.
    ///
    /// - Parameter node: a section, a heading, the document or its header.
    /// - Throws: ``EditRefusal/noHeading``.
    public func setHeading(of node: Node, to title: String) throws(EditRefusal) -> Edits {
        guard let heading = try own(node).heading else { throw .noHeading }
        let content = heading.contentRange
        var text = escape(title, for: .sectionTitle)
        // After a list, even after a blank line, Asciidoctor takes a heading with a `::` for an item of it.
        if heading.followsList { text = escape(text, for: .listItemContinuation) }
        let written = Array(text.utf8) + heading.inlineAnchor
        guard heading.marker == nil else {
            return Edits(self, [Edit(range: content, replacement: written).trimmed(in: source)])
        }
        let level = heading.kind == .documentTitle ? 0 : heading.level ?? 0
        let range = content.lowerBound..<trimBlanks(heading.range).upperBound
        return Edits(self, [Edit(range: range, replacement: underlined(written, level) ?? headed(written, level))])
    }

    /// Moves a section with those below it to another level: the headings follow.
    func changeLevel(of section: Node, by steps: Int) throws(EditRefusal) -> Edits {
        guard steps != 0 else { return Edits(self, []) }
        guard steps < 0 || section.previous(where: { $0.kind != .blankLines })?.kind == .section else {
            throw .nothingAbove(depth: (section.level ?? 0) + steps)
        }
        let end = Int(tree[section.index].next)
        var edits: [Edit] = []
        for index in section.index..<end where tree[index].kind == .section {
            guard let heading = node(index).heading, let old = heading.level else { throw .noHeading }
            guard old > 0 || steps > 0, (1...5).contains(old + steps) else { throw .levelOutOfRange(old + steps) }
            edits += relevelled(heading, old + steps)
        }
        // The section may come to stand in another one, with all that is below it.
        let whole = section.range.lowerBound..<source.count
        let growth = edits.reduce(0) { $0 + $1.growth }
        let part = Law.Part(
            old: whole, new: whole.lowerBound..<(whole.upperBound + growth), expected: .anything)
        return Edits(self, edits, Law(parts: [part]))
    }

    private func relevelled(_ heading: Node, _ level: Int) -> [Edit] {
        let content = heading.contentRange
        guard let marker = heading.marker else {
            let range = content.lowerBound..<trimBlanks(heading.range).upperBound
            let title = Array(source[content])
            return [Edit(range: range, replacement: underlined(title, level) ?? headed(title, level))]
        }
        let signs = Array(repeating: source[marker.lowerBound], count: level + 1)
        let first = Edit(range: marker, replacement: signs)
        let closing = source[content].suffix(while: { $0 == signs[0] })
        guard closing.count == marker.count, closing.startIndex > content.lowerBound,
            source[closing.startIndex - 1].isBlank
        else { return [first] }
        return [first, Edit(range: closing.startIndex..<closing.endIndex, replacement: signs)]
    }

    /// The title over a line of signs of its length; nil where that would not be read as one.
    private func underlined(_ title: [UInt8], _ level: Int) -> [UInt8]? {
        let signs = TitleUnderline.signs
        guard signs.indices.contains(level) else { return nil }
        let length = title.count { $0 & 0xC0 != 0x80 }
        let text = title + Array(lineEnding.text.utf8) + Array(repeating: signs[level], count: max(2, length))
        let read = Document(parsing: text + [newline])
        let heading = read.root.children.first?.heading
        return heading?.range.upperBound == text.count + 1 ? text : nil
    }

    private func headed(_ title: [UInt8], _ level: Int) -> [UInt8] {
        Array(repeating: UInt8(ascii: "="), count: level + 1) + [0x20] + title
    }
}

extension Node {
    /// Whether the block before the heading is a list.
    fileprivate var followsList: Bool {
        let start = parent?.kind == .section && previous(where: { $0.kind == .heading }) == nil ? parent : self
        return start?.previous { $0.kind != .blankLines }?.lastBlock?.kind.isList ?? false
    }

    /// ` [[id]]` at the end of a heading's text: other places refer to it.
    fileprivate var inlineAnchor: ArraySlice<UInt8> {
        let text = document.source[contentRange]
        guard text.suffix(2).elementsEqual("]]".utf8),
            let open = text.indices.dropLast(2).last(where: { text[$0...].prefix(3).elementsEqual(" [[".utf8) })
        else { return [] }
        return text[open...]
    }
}

extension Collection where Self: BidirectionalCollection {
    /// The longest end of which all elements fit.
    fileprivate func suffix(while fits: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, fits(self[index(before: start)]) { start = index(before: start) }
        return self[start...]
    }
}
