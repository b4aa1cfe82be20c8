// The title line above a block: a caption.
extension Document {
    /// Puts a title above a block, in the place of the one that it has; nil takes that away.
    ///
    /// - Throws: ``EditRefusal`` for a section, an item, and a block that is none: lines about blocks, comments.
    public func setTitle(of node: Node, to title: String?) throws(EditRefusal) -> Edits {
        let node = try own(node)
        guard node.kind.isBlock, node.kind != .commentBlock else { throw .isPart(node.kind) }
        let old = node.children.first { $0.kind == .blockTitle }
        guard let title else {
            guard let old else { return Edits(self, []) }
            let gone = Law.Part(
                old: old.range, new: old.range.lowerBound..<old.range.lowerBound, expected: .leaves([]))
            return Edits(self, [Edit(range: old.range, replacement: [])], Law(parts: [gone], movesListStarts: true))
        }
        guard !title.trimmingBlanks.isEmpty else { throw .empty }
        let text = node.writer(Style()).defused(escape(title, for: .blockTitle))
        if let old {
            return Edits(self, [Edit(range: old.contentRange, replacement: Array(text.utf8)).trimmed(in: source)])
        }
        // The title that an attribute gives would hide the line.
        guard BlockMetadata(about: node, resolving: { $0 }).title == nil else { throw .readsOtherwise }
        // Above the attribute line, or right above the block where the document has it there.
        let isBelowList = node.previous?.kind.isList == true
        guard node.previous?.endsWithoutText != true else { throw .lacksTerm }
        let isFirst = isBelowList || Style(learnedFrom: self, near: node).titleComesFirst
        let about = node.children.prefix { $0.kind.saysOfBlock }
        let place = isFirst ? node.range.lowerBound : about.last?.range.upperBound ?? node.range.lowerBound
        // Right below an item, the line would be its text.
        let line = (isBelowList ? lineEndBytes : []) + Array(("." + text).utf8) + lineEndBytes
        let new = place..<(place + line.count)
        let part = Law.Part(old: place..<place, new: new, expected: .anything)
        return Edits(
            self, [Edit(range: place..<place, replacement: line)], Law(parts: [part], movesListStarts: true),
            written: new)
    }
}
