import AsciiDoc

/// A bullet of several that are written at once.
package struct OutlineItem: Hashable, Sendable {
    package var text: String
    /// From 0: below the bullet where the outline begins.
    package var level: Int

    package init(text: String, level: Int) {
        self.text = text
        self.level = level
    }
}

extension Day {
    /// Bullets at the end of a slot, as one edit.
    ///
    /// - Parameters:
    ///   - depth: of the items at level 0. What would be nested deeper than bullets go stands at the deepest level.
    ///   - startsGroup: a blank line comes before the first one.
    package func appendOutline(_ items: [OutlineItem], depth: Int, startsGroup: Bool, to slot: Int?) throws(DayError)
        -> DayChange
    {
        guard !items.isEmpty else { throw .emptyText }
        var filled = self
        var startsGroup = startsGroup
        for item in items {
            // Each one is written as if it had been typed, so that the list grows as it would under the user's hands.
            let change = try filled.appendBullet(
                item.text, depth: min(depth + item.level, deepestBullet), startsGroup: startsGroup, to: slot)
            for edit in change.edits { filled.document.apply(edit) }
            startsGroup = false
        }
        let whole = Edit(range: 0..<document.source.count, replacement: filled.document.source)
        return DayChange([whole.trimmed(in: document.source)], depth: depth)
    }
}

extension Day {
    /// The last bullet of a slot, written again at another depth; what follows goes on there.
    package func indentLastBullet(by step: Int, in slot: Int?) throws(DayError) -> DayChange {
        let last = try note(nil, in: slot)
        guard let text = line(of: last), last.depth != nil else { throw .notOneLine }
        var moved = self
        for edit in moved.delete(last).edits { moved.document.apply(edit) }
        let depth = bulletDepth(in: slot) + step
        for edit in try moved.appendBullet(text, depth: depth, startsGroup: false, to: slot).edits {
            moved.document.apply(edit)
        }
        let whole = Edit(range: 0..<document.source.count, replacement: moved.document.source)
        return DayChange([whole.trimmed(in: document.source)], depth: depth)
    }
}
