// Two notes made one, one made two: of what stands in them no byte is changed.
extension Document {
    /// Makes the text of an item or paragraph go on with that of the next one, which is gone then; what lies below that
    /// lies below the first.
    ///
    /// - Throws: ``EditRefusal/noText`` where something stands between the two texts, ``EditRefusal/notNeighbours`` where
    ///   one is an item and the other is not, ``EditRefusal/partsNeighbours`` where what lies below would change its depth.
    public func join(_ first: Node, with second: Node) throws(EditRefusal) -> Edits {
        let (first, second) = (try own(first), try own(second))
        guard first.kind == second.kind, first.range.lowerBound < second.range.lowerBound else { throw .notNeighbours }
        guard let end = first.textRanges.last, let start = second.textRanges.first,
            first.contentRange.upperBound <= second.range.lowerBound, second.title == nil, second.attributes == nil
        else { throw .noText }
        let between = source[first.contentRange.upperBound..<second.range.lowerBound]
        guard between.allSatisfy(\.isBlankOrLineEnd) else { throw .noText }
        let below = second.children.contains { $0.kind.isList || $0.kind.isBlock || $0.kind == .continuation }
        guard !below || first.level == second.level, second.box == nil || first.box != nil else {
            throw .partsNeighbours
        }
        let place = end.upperBound..<start.lowerBound
        let numbers = try numbersAfterJoining(first, second)
        let whole = first.range.lowerBound..<max(first.range.upperBound, second.range.upperBound)
        return Edits(
            self, numbers + [Edit(range: place, replacement: [UInt8(ascii: " ")])], rewriting: whole)
    }

    private func numbersAfterJoining(_ first: Node, _ second: Node) throws(EditRefusal) -> [Edit] {
        guard second.kind == .listItem else { return [] }
        let item = try SiblingItem(second)
        // The term would be lost.
        guard item.marker.kind != .description else { throw .lacksTerm }
        return item.isCounted ? renumbering(second.next { $0.kind == .listItem }, from: item.marker) : []
    }

    /// Makes two notes of an item or paragraph: the second begins at an offset in its text, and has what lies below.
    ///
    /// - Throws: ``EditRefusal/noText`` where the offset is not within the text, ``EditRefusal/empty`` where one of the two
    ///   would have none.
    public func split(_ node: Node, at offset: Int) throws(EditRefusal) -> Edits {
        let node = try own(node)
        let lines = node.textRanges
        guard let number = lines.firstIndex(where: { $0.lowerBound <= offset && offset < $0.upperBound }) else {
            throw .noText
        }
        let line = lines[number]
        // What ends the first note: its last words, and a hard break no more.
        let before = number > 0 && offset == line.lowerBound ? lines[number - 1] : line.lowerBound..<offset
        let end = trimBlanks(before).upperBound
        guard end > before.lowerBound else { throw .empty }
        let rest = text(offset..<line.upperBound)
        let context: EscapeContext = node.kind == .listItem ? .listItem : .paragraph
        let (front, numbers) = try beginning(ofPartOf: node)
        let text = front + Array(escape(rest, for: context).utf8)
        let edit = Edit(range: end..<line.upperBound, replacement: text)
        return Edits(self, numbers + [edit], rewriting: node.range)
    }

    /// What stands before the second half of a note, and the numbers that move on.
    private func beginning(ofPartOf node: Node) throws(EditRefusal) -> ([UInt8], [Edit]) {
        guard node.kind == .listItem else { return (lineEndBytes + lineEndBytes, []) }
        let item = try SiblingItem(node)
        guard !item.isTermOnly, item.marker.kind != .description else { throw .lacksTerm }
        guard let marker = item.markerAfter else { throw .lastMarker }
        let numbers = item.isCounted ? renumbering(node.next { $0.kind == .listItem }, from: marker.successor) : []
        let box = node.isChecked == nil ? "" : TaskBox.open.rawValue
        let text = node.indentText + marker.text + node.gapText + box
        let gap = item.isApart ? lineEndBytes : []
        return (lineEndBytes + gap + Array(text.utf8), numbers)
    }
}

extension Edits {
    /// Edits after which a part of the document is read otherwise, and everything around it as before.
    fileprivate init(_ document: Document, _ edits: [Edit], rewriting old: Range<Int>) {
        let growth = edits.reduce(0) { old.contains($1.range.lowerBound) ? $0 + $1.growth : $0 }
        let new = old.lowerBound..<max(old.lowerBound, old.upperBound + growth)
        let part = Law.Part(old: old, new: new, expected: .anything)
        self.init(document, edits, Law(parts: [part], movesListStarts: true), written: new)
    }
}
