// Depth of an item.
extension Document {
    /// Moves a list item with those below it to another depth: its marker is that of its new siblings, or one that is not in
    /// use yet; indents follow. A section with those below it moves to another level.
    ///
    /// What follows the item may then lie below it.
    ///
    /// - Parameter steps: positive: deeper, below the item before it.
    /// - Throws: ``EditRefusal`` where there is no item to go below, or none around to go beside.
    public func changeDepth(of item: Node, by steps: Int, style: Style? = nil) throws(EditRefusal) -> Edits {
        let item = try own(item)
        if item.kind == .section { return try changeLevel(of: item, by: steps) }
        guard steps != 0 else { return Edits(self, []) }
        let place = try SiblingItem(item)
        guard !place.isTermOnly else { throw .lacksTerm }
        guard item.endsCleanly, keepsDepth(at: item.range.upperBound, from: 1, to: 2) else { throw .waitsForBlock }
        let style = style ?? Style(learnedFrom: self, near: item)
        let nest = steps > 0 ? try deeper(place, steps, style) : try higher(place, -steps)
        let edits = try nest.edits()
        let counted =
            steps > 0 && place.isCounted ? renumbering(item.next { $0.kind == .listItem }, from: place.marker) : []
        let around = steps < 0 ? try renumberingAfter(item, steps: -steps, nest.marker) : []
        return Edits(self, edits + counted + around + gap(before: item, nest), rearranging: [item])
    }

    private func deeper(_ place: SiblingItem, _ steps: Int, _ style: Style) throws(EditRefusal) -> ItemNest {
        let depth = (place.node.level ?? 1) + steps
        var above = place.node.previous { $0.kind == .listItem }
        for _ in 1..<steps { above = above?.lastItemBelow }
        guard let above, let marker = above.itemMarker, marker.kind != .callouts else {
            throw .nothingAbove(depth: depth)
        }
        guard above.endsCleanly else { throw .waitsForBlock }
        let outer = (above.outerItems + [above]).compactMap(\.itemMarker)
        if let sibling = above.lastItemBelow {
            let next = try SiblingItem(sibling)
            guard next.marker.kind.takes(place.marker.kind) else { throw .otherKindOfList }
            guard let marker = next.markerAfter else { throw .lastMarker }
            return ItemNest(
                item: place.node, marker: marker, outer: outer, shift: sibling.indent - place.node.indent)
        }
        let wanted = ItemMarker.first(of: place.marker.kind, below: outer, style)
        guard !outer.contains(where: { $0.continues(wanted) }) else { throw .lastMarker }
        return ItemNest(
            item: place.node, marker: wanted, outer: outer,
            shift: above.indent + style.indentPerLevel - place.node.indent)
    }

    private func higher(_ place: SiblingItem, _ steps: Int) throws(EditRefusal) -> ItemNest {
        let outer = place.node.outerItems
        guard outer.count >= steps else { throw .nothingAbove(depth: (place.node.level ?? 1) - steps) }
        let sibling = try SiblingItem(outer[outer.count - steps])
        guard sibling.marker.kind.takes(place.marker.kind) else { throw .otherKindOfList }
        guard let marker = sibling.markerAfter else { throw .lastMarker }
        return ItemNest(
            item: place.node, marker: marker, outer: outer.prefix(outer.count - steps).compactMap(\.itemMarker),
            shift: sibling.node.indent - place.node.indent)
    }

    private func renumberingAfter(_ item: Node, steps: Int, _ marker: ItemMarker) throws(EditRefusal) -> [Edit] {
        let outer = item.outerItems
        let sibling = try SiblingItem(outer[outer.count - steps])
        guard sibling.isCounted else { return [] }
        return renumbering(sibling.node.next { $0.kind == .listItem }, from: marker.successor)
    }

    /// Right below a paragraph, an item whose list is not open yet would be a line of it.
    private func gap(before item: Node, _ nest: ItemNest) -> [Edit] {
        guard let above = item.previous(where: { $0.kind == .listItem }), above.tail.isText,
            !isBlankBefore(item.range.lowerBound)
        else { return [] }
        let start = item.range.lowerBound
        return [Edit(range: start..<start, replacement: lineEndBytes)]
    }
}

extension Node {
    /// The last item of the last list below an item.
    fileprivate var lastItemBelow: Node? {
        children.last { $0.kind.isList }?.children.last { $0.kind == .listItem }
    }
}

extension Block.List {
    /// Whether an item of another list may be one of this: a term needs its own kind.
    func takes(_ other: Block.List) -> Bool { self == other || (self.isPlain && other.isPlain) }
    private var isPlain: Bool { self == .unordered || self == .ordered }
}
