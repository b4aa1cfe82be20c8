/// An item with those below it at another place: each gets a marker that none of the items around it has.
struct ItemNest {
    let item: Node
    /// The marker that the item gets.
    let marker: ItemMarker
    /// The markers of the items around the new place.
    let outer: [ItemMarker]
    /// How much further in it stands.
    let shift: Int

    /// The edits of the markers and what is before them, in order; nil where a marker cannot be read.
    func edits() -> [Edit]? {
        guard let old = item.itemMarker else { return nil }
        var edits: [Edit] = []
        var markers: [Int: ItemMarker] = [item.index: marker]
        let document = item.document
        var index = item.index
        let end = Int(document.tree[item.index].next)
        while index < end {
            let node = document.node(index)
            switch node.kind {
            case .listItem:
                guard let wanted = markers[index] ?? marker(of: node, old, &markers) else { return nil }
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

// Depth and place of an item.
extension Document {
    /// Moves a list item with those below it to another depth: its marker is that of its new siblings, or one that is not in
    /// use yet; indents follow.
    ///
    /// What follows the item may then lie below it.
    ///
    /// - Parameter steps: positive: deeper, below the item before it.
    /// - Returns: the edits, the last one first; nil where there is no item to go below, or none around to go beside.
    public func changeDepth(of item: Node, by steps: Int, style: Style? = nil) -> [Edit]? {
        if item.kind == .section { return changeLevel(of: item, by: steps) }
        guard steps != 0 else { return [] }
        guard let place = ItemPlace(item), !place.isTermOnly, item.endsCleanly,
            keepsDepth(at: item.range.upperBound, from: 1, to: 2)
        else { return nil }
        let style = style ?? Style(learnedFrom: self, near: item)
        guard let nest = steps > 0 ? deeper(place, steps, style) : higher(place, -steps) else { return nil }
        guard let edits = nest.edits() else { return nil }
        let counted =
            steps > 0 && place.isCounted ? renumbering(item.next { $0.kind == .listItem }, from: place.marker) : []
        let around = steps < 0 ? renumberingBehind(item, steps: -steps, nest.marker) : []
        return (edits + counted + around + gap(before: item, nest)).lastFirst
    }

    private func deeper(_ place: ItemPlace, _ steps: Int, _ style: Style) -> ItemNest? {
        var above = place.node.previous { $0.kind == .listItem }
        for _ in 1..<steps { above = above?.lastItemBelow }
        guard let above, let marker = above.itemMarker, marker.kind != .callouts, above.endsCleanly else {
            return nil
        }
        let outer = (above.outerItems + [above]).compactMap(\.itemMarker)
        if let sibling = above.lastItemBelow {
            guard let next = ItemPlace(sibling), next.marker.kind.takes(place.marker.kind),
                let marker = next.markerBehind
            else {
                return nil
            }
            return ItemNest(
                item: place.node, marker: marker, outer: outer, shift: sibling.indent - place.node.indent)
        }
        let wanted = ItemMarker.first(of: place.marker.kind, below: outer, style)
        guard !outer.contains(where: { $0.continues(wanted) }) else { return nil }
        return ItemNest(
            item: place.node, marker: wanted, outer: outer,
            shift: above.indent + style.indentPerLevel - place.node.indent)
    }

    private func higher(_ place: ItemPlace, _ steps: Int) -> ItemNest? {
        let outer = place.node.outerItems
        guard outer.count >= steps, let sibling = ItemPlace(outer[outer.count - steps]),
            sibling.marker.kind.takes(place.marker.kind), let marker = sibling.markerBehind
        else { return nil }
        return ItemNest(
            item: place.node, marker: marker, outer: outer.prefix(outer.count - steps).compactMap(\.itemMarker),
            shift: sibling.node.indent - place.node.indent)
    }

    private func renumberingBehind(_ item: Node, steps: Int, _ marker: ItemMarker) -> [Edit] {
        let outer = item.outerItems
        let sibling = outer[outer.count - steps]
        guard ItemPlace(sibling)?.isCounted == true else { return [] }
        return renumbering(sibling.next { $0.kind == .listItem }, from: marker.successor)
    }

    /// Right below a paragraph, an item whose list is not open yet would be a line of it.
    private func gap(before item: Node, _ nest: ItemNest) -> [Edit] {
        guard let above = item.previous(where: { $0.kind == .listItem }), above.tail.isText,
            !isBlankBefore(item.range.lowerBound)
        else { return [] }
        let start = item.range.lowerBound
        return [Edit(range: start..<start, replacement: Array(lineEnding.text.utf8))]
    }

    /// Moves an item with what lies below it behind another one, at whose depth it then is.
    func moveItem(_ node: Node, after other: Node) -> [Edit]? {
        guard let place = ItemPlace(node), let sibling = ItemPlace(other), sibling.marker.kind.takes(place.marker.kind),
            !sibling.isTermOnly, !place.isTermOnly, node.endsCleanly, other.endsCleanly,
            place.marker.counter == nil || node.parent?.index != other.parent?.index || !place.isCounted
        else { return moveCounted(node, after: other) }
        if node.previous(where: { $0.kind == .listItem })?.index == other.index { return [] }
        guard !node.isAllOfDescribedList else { return nil }
        let depth = (other.level ?? 1) + node.deepest - (node.level ?? 1)
        guard let marker = sibling.markerBehind, keepsDepth(at: other.range.upperBound, from: other.deepest, to: depth),
            let bytes = moved(
                node,
                ItemNest(
                    item: node, marker: marker, outer: other.outerItems.compactMap(\.itemMarker),
                    shift: other.indent - node.indent), sibling), let removal = removeItem(node)
        else { return nil }
        let end = other.range.upperBound
        // The list behind the item may end where the other one does: what is removed begins at the same place then.
        let numbers = sibling.isCounted ? renumbering(other.next { $0.kind == .listItem }, from: marker.successor) : []
        let insertion = Edit(range: end..<end, replacement: bytes)
        return removal.contains { $0.range.overlaps(end..<end + 1) && $0.range.lowerBound < end }
            ? nil : (removal + numbers + [insertion]).lastFirst
    }

    /// The same within one list that is numbered by hand: the numbers in between move on.
    private func moveCounted(_ node: Node, after other: Node) -> [Edit]? {
        guard let place = ItemPlace(node), let list = node.parent, list.index == other.parent?.index, place.isCounted,
            node.endsCleanly, other.endsCleanly
        else { return nil }
        if node.previous(where: { $0.kind == .listItem })?.index == other.index { return [] }
        var items = list.children.filter { $0.kind == .listItem }
        guard let first = items.first?.itemMarker, let from = items.firstIndex(where: { $0.index == node.index }) else {
            return nil
        }
        items.remove(at: from)
        guard let to = items.firstIndex(where: { $0.index == other.index }) else { return nil }
        items.insert(node, at: to + 1)
        var marker: ItemMarker? = first
        var edits: [Edit] = []
        var bytes: [UInt8]?
        for item in items {
            guard let wanted = marker, let range = item.marker else { return nil }
            if item.index == node.index {
                bytes = ItemPlace(other).flatMap {
                    moved(
                        node,
                        ItemNest(item: node, marker: wanted, outer: node.outerItems.compactMap(\.itemMarker), shift: 0),
                        $0)
                }
            } else if item.itemMarker != wanted {
                edits.append(Edit(range: range, replacement: Array(wanted.text.utf8)))
            }
            marker = wanted.successor
        }
        let end = other.range.upperBound
        guard let bytes, let removal = removeItem(node)?.last,
            keepsDepth(at: end, from: other.deepest, to: node.deepest)
        else { return nil }
        return (edits + [removal, Edit(range: end..<end, replacement: bytes)]).lastFirst
    }

    /// The bytes of an item at its new place.
    private func moved(_ node: Node, _ nest: ItemNest, _ sibling: ItemPlace) -> [UInt8]? {
        guard let edits = nest.edits() else { return nil }
        var bytes = Array(source[node.range])
        for edit in edits.reversed() {
            let start = edit.range.lowerBound - node.range.lowerBound
            bytes.replaceSubrange(start..<(start + edit.range.count), with: edit.replacement)
        }
        let lineEnd = Array(lineEnding.text.utf8)
        if bytes.last != newline { bytes += lineEnd }
        for closer in node.openDelimiters { bytes += closer + lineEnd }
        guard !sibling.node.enclosingDelimits([String(decoding: bytes, as: UTF8.self)]) else { return nil }
        let isOpen = sibling.node.range.upperBound == source.count && source.last != newline
        return (isOpen ? lineEnd : []) + (sibling.isApart ? lineEnd : []) + bytes
    }
}

extension Node {
    /// Whether a list would go with the item, and the lines about it be lost.
    fileprivate var isAllOfDescribedList: Bool {
        parent?.children.allSatisfy { $0.index == index || $0.kind == .blankLines } == false
            && parent?.children.count { $0.kind == .listItem } == 1
    }

    /// The last item of the last list below an item.
    fileprivate var lastItemBelow: Node? {
        children.last { $0.kind.isList }?.children.last { $0.kind == .listItem }
    }
}

extension Block.List {
    /// Whether an item of another list may be one of this: a term needs its own kind.
    fileprivate func takes(_ other: Block.List) -> Bool { self == other || (self.isPlain && other.isPlain) }
    private var isPlain: Bool { self == .unordered || self == .ordered }
}
