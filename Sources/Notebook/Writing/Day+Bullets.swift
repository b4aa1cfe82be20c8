package import AsciiDoc

/// Edits of a day, and the depth that follows them.
package struct DayChange {
    /// Applied one after the other.
    package var edits: [Edit]
    /// Depth of the next bullet; nil: as before.
    package var depth: Int?

    package init(_ edits: [Edit], depth: Int?) {
        self.edits = edits
        self.depth = depth
    }
}

extension Day {
    /// A bullet at the end of a slot.
    ///
    /// - Parameters:
    ///   - text: what was typed; written so that it renders as typed.
    ///   - depth: from 1; at most one below the bullet above.
    ///   - startsGroup: a blank line comes first, within the same list.
    ///   - isFollowUp: something to check later: the bullet gets an empty box.
    package func appendBullet(
        _ text: String, depth: Int, startsGroup: Bool, isFollowUp: Bool = false, to slot: Int?
    ) throws(DayError) -> DayChange {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        guard depth <= deepestBullet else { throw .depthTooDeep(limit: deepestBullet) }
        let end = self.end(of: slot)
        let stack = ListStack(endingWith: end.last, in: self)
        guard depth <= stack.depth + 1 else { throw .depthJump(from: stack.depth, to: depth) }
        let written = (isFollowUp ? "[ ] " : "") + escape(text, for: .listItem)
        if let level = stack.sibling(at: depth, kind: .unorderedList) {
            let line = level.indent + level.marker + " " + written
            return DayChange([end.insert([line], blankLines: startsGroup ? 1 : 0)], depth: depth)
        }
        let marker = stack.unusedMarker(star: "*", depth: depth)
        let line = indent(at: depth, stack: stack, after: end.last) + marker + " " + written
        // Two lists that touch are one for AsciiDoc, blank line or not: a numbered list above is ended by a comment.
        let separator = depth == 1 && stack.depth > 0 ? ["//-", ""] : []
        return DayChange([end.insert(separator + [line], blankLines: depth > 1 ? 0 : 1)], depth: depth)
    }

    /// A numbered item at the end of a slot: the next of the numbered list at hand, or the first below the last bullet.
    package func appendNumbered(_ text: String, depth: Int, startsGroup: Bool, to slot: Int?) throws(DayError)
        -> DayChange
    {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        let end = self.end(of: slot)
        let stack = ListStack(endingWith: end.last, in: self)
        let kept = max(1, min(depth, stack.depth))
        if let level = stack.levels.dropFirst(kept - 1).first(where: { $0.kind == .orderedList }) {
            let line = level.indent + level.marker + " " + escape(text, for: .listItem)
            return DayChange([end.insert([line], blankLines: startsGroup ? 1 : 0)], depth: kept)
        }
        let separator = startsGroup && stack.depth > 0 ? ["//-", ""] : []
        let parents = separator.isEmpty ? Array(stack.levels.prefix(kept)) : []
        let marker = String(repeating: ".", count: parents.count { $0.kind == .orderedList } + 1)
        let indent = self.indent(at: parents.count + 1, stack: stack, after: end.last)
        let line = indent + marker + " " + escape(text, for: .listItem)
        return DayChange([end.insert(separator + [line], blankLines: parents.isEmpty ? 1 : 0)], depth: kept)
    }

    /// A line of its own inside the last bullet or paragraph: the line before gets a hard break.
    package func appendHardBreak(_ text: String, to slot: Int?, depth: Int) throws(DayError) -> DayChange {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        let end = self.end(of: slot)
        let stack = ListStack(endingWith: end.last, in: self)
        let target = stack.levels.last?.item ?? end.last
        guard let target, target.takesHardBreak else { throw .nothingToContinue }
        let indent = stack.levels.last?.indent ?? ""
        let place = lineEnd(target.contentRange)
        let blank = source(endsWithBlankAt: place) ? "" : " "
        let context: EscapeContext = stack.depth > 0 ? .listItemContinuation : .paragraphContinuation
        let added = blank + "+" + end.lineEnding + indent + escape(text, for: context)
        return DayChange([Edit(range: place..<place, replacement: Array(added.utf8))], depth: depth)
    }

    private func source(endsWithBlankAt offset: Int) -> Bool {
        offset > 0 && document.source[offset - 1] == UInt8(ascii: " ")
    }

    /// The end of the text in `range`, without the end of its last line.
    func lineEnd(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(document.source[end - 1]) {
            end -= 1
        }
        return end
    }

    /// Depth of the bullet that ends a slot; 1 where none does.
    package func lastDepth(in slot: Int?) -> Int { max(1, bulletDepth(in: slot)) }

    /// Depth of the bullet that ends a slot; 0 where none does.
    package func bulletDepth(in slot: Int?) -> Int { ListStack(endingWith: end(of: slot).last, in: self).depth }

    func end(of slot: Int?) -> SlotEnd { SlotEnd(of: self.slot(at: slot)?.section, in: document) }

    /// The blanks before a marker that begins a new level.
    private func indent(at depth: Int, stack: ListStack, after last: Node?) -> String {
        let style = HouseStyle()
        let width = stack.indentPerLevel ?? style.indentPerLevel
        if depth > 1, stack.levels.indices.contains(depth - 2) {
            return stack.levels[depth - 2].indent + String(repeating: " ", count: max(0, width))
        }
        let isAnnounced = style.indentsAnnouncedLists && last.map(announcesList) == true
        return isAnnounced ? String(repeating: " ", count: style.indentPerLevel) : ""
    }

    /// Whether a paragraph ends with a colon: `Saagie : `.
    private func announcesList(_ node: Node) -> Bool {
        node.kind == .paragraph && text(lineTrimmed(node.contentRange)).trimmingBlanks.hasSuffix(":")
    }

    private func lineTrimmed(_ range: Range<Int>) -> Range<Int> { range.lowerBound..<lineEnd(range) }
}

extension Node {
    /// A paragraph, or an item whose text is its last part.
    fileprivate var takesHardBreak: Bool {
        switch kind {
        case .paragraph, .listItem: true
        default: false
        }
    }
}

extension ListStack {
    /// The level whose last item a new item at `depth` follows.
    fileprivate func sibling(at depth: Int, kind: NodeKind) -> Level? {
        guard levels.indices.contains(depth - 1), levels[depth - 1].kind == kind else { return nil }
        return levels[depth - 1]
    }

    /// A marker that no list around has: depth is the order in which markers first appear, not the number of stars.
    fileprivate func unusedMarker(star: String, depth: Int) -> String {
        let used = Set(levels.prefix(depth).map(\.marker))
        let markers = (depth...(depth + deepestBullet)).map { String(repeating: star, count: $0) }
        return markers.first { !used.contains($0) } ?? String(repeating: star, count: depth)
    }
}
