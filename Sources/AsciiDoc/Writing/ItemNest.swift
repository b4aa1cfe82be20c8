/// An item with those below it at another place: each gets a marker that none of the items around it has.
struct ItemNest {
    let item: Node
    /// The marker that the item gets.
    let marker: ItemMarker
    /// The markers of the items around the new place.
    let outer: [ItemMarker]
    /// How much further in it stands.
    let shift: Int

    /// The edits of the markers and what is before them, in order.
    func edits() throws(EditRefusal) -> [Edit] {
        guard let old = item.itemMarker else { throw .notAnItem }
        var edits: [Edit] = []
        var markers: [Int: ItemMarker] = [item.index: marker]
        let document = item.document
        var index = item.index
        let end = Int(document.tree[item.index].next)
        while index < end {
            let node = document.node(index)
            switch node.kind {
            case .listItem:
                guard let wanted = markers[index] ?? marker(of: node, old, &markers) else { throw .notAnItem }
                edits += self.edits(of: node, wanted)
                markers[index] = wanted
                index += 1
            case _ where node.kind.isList: index += 1
            default: index = Int(document.tree[index].next)
            }
        }
        return edits
    }

    /// The marker of an item further down: that of its siblings before it, or the first of its list.
    private func marker(of node: Node, _ old: ItemMarker, _ markers: inout [Int: ItemMarker]) -> ItemMarker? {
        guard let own = node.itemMarker else { return nil }
        if let sibling = node.previous(where: { $0.kind == .listItem }), let wanted = markers[sibling.index] {
            return wanted.counter == nil ? wanted : own
        }
        let around = outer + node.outerItems.compactMap { markers[$0.index] }
        let wanted = own.deepened(as: old, was: marker)
        if !around.contains(where: { $0.continues(wanted) }) { return wanted }
        return ItemMarker.first(of: own.kind, below: around, Style())
    }

    private func edits(of node: Node, _ wanted: ItemMarker) -> [Edit] {
        guard let range = node.marker, let own = node.itemMarker else { return [] }
        let indent = max(0, node.indent + shift)
        let start = range.lowerBound - node.indent
        let sign = wanted.kind == .description ? range.suffix(own.sign.utf8.count) : range
        var edits: [Edit] = []
        if indent != node.indent, sign.lowerBound > range.lowerBound {
            edits.append(Edit(range: start..<range.lowerBound, replacement: Array(repeating: 0x20, count: indent)))
        }
        let front = sign.lowerBound > range.lowerBound ? [] : [UInt8](repeating: 0x20, count: indent)
        let from = sign.lowerBound > range.lowerBound ? sign.lowerBound : start
        let text = front + Array(wanted.text.utf8)
        if !node.document.source[from..<sign.upperBound].elementsEqual(text) {
            edits.append(Edit(range: from..<sign.upperBound, replacement: text))
        }
        return edits
    }
}

extension ItemMarker {
    /// A row of signs as much longer as the marker of the item above it became.
    fileprivate func deepened(as old: ItemMarker, was new: ItemMarker) -> ItemMarker {
        guard isRow, old.isRow, new.isRow, sign.first == old.sign.first, old.sign.first == new.sign.first,
            let first = sign.first
        else { return self }
        return ItemMarker(kind, String(repeating: first, count: max(1, sign.count + new.sign.count - old.sign.count)))
    }

    /// Whether the marker is a row of stars or dots.
    private var isRow: Bool { counter == nil && (sign.first == "*" || sign.first == ".") }
}
