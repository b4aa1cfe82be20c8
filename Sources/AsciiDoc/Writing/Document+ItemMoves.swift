// Items moved to another place.
extension Document {
    /// Moves an item with what lies below it after another one, at whose depth it then is.
    ///
    /// Within one list that is numbered by hand, the numbers in between move on; elsewhere the item takes its new
    /// siblings' marker, and both lists are numbered again from the places that changed.
    func moveItem(_ node: Node, after other: Node) throws(EditRefusal) -> Edits {
        let (place, sibling) = (try SiblingItem(node), try SiblingItem(other))
        guard node.endsCleanly, other.endsCleanly else { throw .waitsForBlock }
        guard !sibling.isTermOnly, !place.isTermOnly else { throw .lacksTerm }
        guard sibling.marker.kind.takes(place.marker.kind) else { throw .otherKindOfList }
        if node.previous(where: { $0.kind == .listItem })?.index == other.index { return Edits(self, []) }
        if place.isCounted, node.parent?.index == other.parent?.index { return try moveCounted(place, sibling) }
        guard !node.isAllOfDescribedList else { throw .partsNeighbours }
        guard let marker = sibling.markerAfter else { throw .lastMarker }
        let depth = (other.level ?? 1) + node.deepest - (node.level ?? 1)
        guard keepsDepth(at: other.range.upperBound, from: other.deepest, to: depth) else { throw .waitsForBlock }
        let nest = ItemNest(
            item: node, marker: marker, outer: other.outerItems.compactMap(\.itemMarker),
            shift: other.indent - node.indent)
        let bytes = try moved(nest, sibling)
        let removal = try removeItem(node).edits
        let end = other.range.upperBound
        // The list after the item may end where the other one does: what is removed begins at the same place then.
        guard !removal.contains(where: { $0.range.overlaps(end..<end + 1) && $0.range.lowerBound < end }) else {
            throw .partsNeighbours
        }
        let numbers = sibling.isCounted ? renumbering(other.next { $0.kind == .listItem }, from: marker.successor) : []
        return Edits(
            self, removal + numbers + [Edit(range: end..<end, replacement: bytes)], rearranging: [node, other])
    }

    private func moveCounted(_ place: SiblingItem, _ sibling: SiblingItem) throws(EditRefusal) -> Edits {
        let (node, other) = (place.node, sibling.node)
        guard let list = node.parent else { throw .notAnItem }
        var items = list.children.filter { $0.kind == .listItem }
        guard let from = items.firstIndex(where: { $0.index == node.index }) else { throw .notAnItem }
        var marker = items.first?.itemMarker
        items.remove(at: from)
        guard let to = items.firstIndex(where: { $0.index == other.index }) else { throw .notAnItem }
        items.insert(node, at: to + 1)
        guard keepsDepth(at: other.range.upperBound, from: other.deepest, to: node.deepest),
            let removal = try removeItem(node).edits.last
        else { throw .waitsForBlock }
        var edits = [removal]
        // At the same place, the marker of the item that stood there is written before what is put in front of it.
        var insertion: [Edit] = []
        for item in items {
            guard let wanted = marker, let range = item.marker else { throw .lastMarker }
            if item.index == node.index {
                let nest = ItemNest(
                    item: node, marker: wanted, outer: node.outerItems.compactMap(\.itemMarker), shift: 0)
                let end = other.range.upperBound
                insertion = [Edit(range: end..<end, replacement: try moved(nest, sibling))]
            } else if item.itemMarker != wanted {
                edits.append(Edit(range: range, replacement: Array(wanted.text.utf8)))
            }
            marker = wanted.successor
        }
        return Edits(self, edits + insertion, rearranging: [node, other])
    }

    /// The bytes of an item at its new place.
    private func moved(_ nest: ItemNest, _ sibling: SiblingItem) throws(EditRefusal) -> [UInt8] {
        let bytes = try nest.bytes()
        if let line = sibling.node.closedAround(by: bytes) { throw .closesBlockAround(line) }
        let isOpen = sibling.node.range.upperBound == source.count && source.last != newline
        return (isOpen ? lineEndBytes : []) + (sibling.isApart ? lineEndBytes : []) + bytes
    }
}

extension Edits {
    /// Edits after which the items from the first of these on, up to the ends of their lists, may stand elsewhere; each is
    /// still an item.
    init(_ document: Document, _ edits: [Edit], rearranging items: [Node]) {
        let lists = items.map { item in item.ancestors.prefix { $0.kind == .listItem || $0.kind.isList }.last ?? item }
        let start = items.map(\.range.lowerBound).min() ?? 0
        let end = (lists + items).map(\.range.upperBound).max() ?? 0
        let growth = edits.reduce(0) { $0 + $1.growth }
        let part = Law.Part(old: start..<end, new: start..<max(start, end + growth), expected: .rearranged)
        self.init(document, edits, Law(parts: [part], movesListStarts: true))
    }
}

extension Node {
    /// Whether a list would go with the item, and the lines about it be lost.
    fileprivate var isAllOfDescribedList: Bool {
        parent?.children.allSatisfy { $0.index == index || $0.kind == .blankLines } == false
            && parent?.children.count { $0.kind == .listItem } == 1
    }
}
