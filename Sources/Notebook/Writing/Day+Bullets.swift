import AsciiDoc

extension Day {
    /// A bullet at the end of a slot.
    ///
    /// - Parameters:
    ///   - text: what was typed; written so that it renders as typed.
    ///   - depth: from 1; at most one below the bullet above.
    ///   - startsGroup: a blank line comes first, within the same list.
    ///   - indent: what stands before its marker; nil: as the bullets around have it.
    package mutating func appendBullet(
        _ text: String, depth: Int, startsGroup: Bool, indent: String? = nil, to slot: Int?
    ) throws(DayError) -> NextDepth {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        var item = Block.Item(text)
        (item.indent, item.depth) = (indent, depth)
        return try appendBullet(item, depth: depth, startsGroup: startsGroup, to: slot)
    }

    mutating func appendBullet(
        _ item: Block.Item, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> NextDepth {
        guard depth <= deepestBullet else { throw .depthTooDeep(limit: deepestBullet) }
        try beginNotes(in: slot)
        if comesAfterSpeakers(in: slot) {
            try apply(try planList(item, to: slot, learnedLayout().style))
            return .at(1)
        }
        try append(item, in: .unordered, depth: depth, startsGroup: startsGroup, to: slot)
        return .at(depth)
    }

    /// A bullet at the end of a slot that begins a list, whatever comes before.
    package mutating func appendList(_ text: String, indent: String?, to slot: Int?) throws(DayError) -> NextDepth {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        try beginNotes(in: slot)
        var item = Block.Item(text)
        item.indent = indent
        let style = learnedLayout().style
        try apply(try planList(item, to: slot, style))
        return .at(1)
    }

    /// Whether the list that ends a slot's notes is that of its speakers, which notes are not part of.
    private func comesAfterSpeakers(in position: Int?) -> Bool {
        guard case .titled(_, isList: true) = learnedLayout().speakers.place,
            let block = slot(at: position)?.speakerBlock, block.form == .list
        else { return false }
        return container(of: position).openLists.first?.item.parent?.range == block.node.range
    }

    private func planList(
        _ item: Block.Item, in kind: Block.List = .unordered, to slot: Int?, _ style: Style
    ) throws(DayError) -> Edits {
        try planned { () throws(EditRefusal) in
            try document.appendList(item, in: kind, to: container(of: slot), style: style)
        }
    }

    /// How many numbered lists are open at the end of a slot, one below the other.
    package func numberedLists(in slot: Int?) -> Int { container(of: slot).openLists.count { $0.kind == .ordered } }

    /// Whether numbers are typed in the day, or in the list that ends a slot, and not counted by dots.
    package func numbersByHand(in slot: Int?) -> Bool {
        learnedLayout().style.numbersByHand || container(of: slot).openLists.contains(where: \.isNumberedByHand)
    }

    /// A numbered item at the end of a slot: the next of the numbered list at hand, or the first below the last bullet.
    ///
    /// - Parameter number: nil: the next one; another than that begins a list.
    package mutating func appendNumbered(
        _ text: String, number: Int? = nil, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> NextDepth {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        try beginNotes(in: slot)
        let kinds = container(of: slot).openLists.map(\.kind)
        let kept = max(1, min(depth, kinds.count))
        var item = Block.Item(text)
        item.number = number
        if let level = kinds.dropFirst(kept - 1).firstIndex(of: .ordered) {
            try append(item, in: .ordered, depth: level + 1, startsGroup: startsGroup, to: slot)
        } else {
            let below = startsGroup || kinds.isEmpty ? 1 : kept + 1
            do throws(DayError) {
                try append(item, in: .ordered, depth: below, startsGroup: false, to: slot)
            } catch {
                // Below a bullet that has others below it, AsciiDoc takes it for one of those: it goes below the last.
                guard error == .refused(.readsOtherwise), below > 1, below <= kinds.count else { throw error }
                try append(item, in: .ordered, depth: kinds.count + 1, startsGroup: false, to: slot)
            }
        }
        return .at(kept)
    }

    /// A numbered item so many numbered lists deep, from 2: the first below the last one of the list around, or the next.
    package mutating func appendNumbered(
        _ text: String, level: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> NextDepth {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        let kinds = container(of: slot).openLists.map(\.kind)
        let ordered = kinds.indices.filter { kinds[$0] == .ordered }
        guard level > 1, ordered.count >= level - 1 else { throw .depthJump(from: ordered.count, to: level) }
        let depth = ordered.count >= level ? ordered[level - 1] + 1 : ordered[level - 2] + 2
        try append(Block.Item(text), in: .ordered, depth: depth, startsGroup: startsGroup, to: slot)
        return .at(depth)
    }

    private mutating func append(
        _ item: Block.Item, in kind: Block.List, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) {
        let edits = try planAppending(item, in: kind, depth: depth, startsGroup: startsGroup, to: slot)
        try apply(edits)
    }

    /// No node outlives the planning: a node that is held while the document changes costs a copy of it.
    private mutating func planAppending(
        _ item: Block.Item, in kind: Block.List, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> Edits {
        let container = container(of: slot)
        let open = container.openLists
        let style = learnedLayout().style
        do throws(EditRefusal) {
            return try document.append(
                item, in: kind, depth: depth, to: container, startsGroup: startsGroup, style: style)
        } catch {
            guard case .nothingAbove = error else { throw .refused(error) }
            throw .depthJump(from: open.count, to: depth)
        }
    }

    /// A line of its own inside the last bullet or paragraph: the line before gets a hard break.
    package mutating func continueText(_ text: String, in slot: Int?) throws(DayError) {
        guard !text.trimmingBlanks.isEmpty else { throw .emptyText }
        let edits: Edits
        do throws(EditRefusal) {
            edits = try document.continueText(atEndOf: container(of: slot), with: text)
        } catch {
            throw error == .nothingToContinue ? .nothingToContinue : .refused(error)
        }
        try apply(edits)
    }

    /// Depth of the bullet that ends a slot; 1 where none does.
    package func lastDepth(in slot: Int?) -> Int { max(1, bulletDepth(in: slot)) }

    /// Depth of the bullet that ends a slot; 0 where none does.
    package func bulletDepth(in slot: Int?) -> Int { container(of: slot).openLists.count }

    /// The slot's last bullet, with what belongs to it, at another depth; what follows goes on there.
    package mutating func indentLastBullet(by step: Int, in slot: Int?) throws(DayError) -> NextDepth {
        let style = learnedLayout().style
        let edits = try planIndenting(by: step, in: slot, style)
        try apply(edits.edits)
        return .at(edits.depth)
    }

    private func planIndenting(by step: Int, in slot: Int?, _ style: Style) throws(DayError) -> (
        edits: Edits, depth: Int
    ) {
        let last = try note(nil, in: slot)
        guard let depth = last.depth else { throw .notOneLine }
        do throws(EditRefusal) {
            return (try document.changeDepth(of: last.node, by: step, style: style), depth + step)
        } catch {
            guard case .nothingAbove = error else { throw .refused(error) }
            throw .depthJump(from: max(0, depth - 1), to: depth + step)
        }
    }
}

/// A bullet of several that are written at once.
package struct OutlineItem: Hashable, Sendable {
    package var text: String
    /// From 0: below the bullet where the outline begins.
    package var level: Int
    package var kind: Kind

    package enum Kind: Hashable, Sendable {
        case bullet
        /// With the number that it has where its list begins with another one than 1; nil: the next number.
        case numbered(Int?)
        /// With a box: something to check.
        case task(isDone: Bool)
    }

    package var isNumbered: Bool { if case .numbered = kind { true } else { false } }

    package init(text: String, level: Int, kind: Kind = .bullet) {
        (self.text, self.level, self.kind) = (text, level, kind)
    }
}

extension Day {
    /// Bullets at the end of a slot, one after the other.
    ///
    /// - Parameters:
    ///   - depth: of the items at level 0. What would be nested deeper than bullets go stands at the deepest level.
    ///     Numbered ones go below the bullet that is there, as typed ones do.
    ///   - startsGroup: a blank line comes before the first one.
    package mutating func appendOutline(
        _ items: [OutlineItem], depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> NextDepth {
        guard items.contains(where: { !$0.text.trimmingBlanks.isEmpty }) else { throw .emptyText }
        // The depth of the last item of each level.
        var depths: [Int] = []
        for (position, item) in items.enumerated() {
            depths.removeLast(max(0, depths.count - item.level))
            let wanted = min(depths.last.map { $0 + 1 } ?? depth, deepestBullet)
            let group = startsGroup && position == 0
            depths.append(try appendOutlineItem(item, depth: wanted, startsGroup: group, to: slot))
        }
        return .at(depth)
    }

    /// Returns the item's depth.
    private mutating func appendOutlineItem(
        _ item: OutlineItem, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> Int {
        switch item.kind {
        case .bullet: _ = try appendBullet(item.text, depth: depth, startsGroup: startsGroup, to: slot)
        case .task(let isDone):
            let box = Block.Item(item.text, isChecked: isDone)
            try append(box, in: .unordered, depth: depth, startsGroup: startsGroup, to: slot)
        case .numbered(let number):
            var block = Block.Item(item.text)
            block.ordinal = number
            return try appendNumbered(block, depth: depth, startsGroup: startsGroup, to: slot)
        }
        return depth
    }

    /// Returns the item's depth.
    private mutating func appendNumbered(
        _ item: Block.Item, depth: Int, startsGroup: Bool, to slot: Int?
    ) throws(DayError) -> Int {
        let open = container(of: slot).openLists.map(\.kind)
        let isBelow = open.indices.contains(depth - 1) && open[depth - 1] != .ordered && depth < deepestBullet
        let below = isBelow ? depth + 1 : depth
        do throws(DayError) {
            try append(item, in: .ordered, depth: below, startsGroup: startsGroup, to: slot)
            return below
        } catch {
            // Within a list, AsciiDoc has no other list with a number of its own: that one stands below it.
            guard item.ordinal != nil, case .refused = error else { throw error }
            try apply(try planList(item, in: .ordered, to: slot, learnedLayout().style))
            return 1
        }
    }
}
