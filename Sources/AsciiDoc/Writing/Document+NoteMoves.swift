// Notes moved between places of different kinds: bullets among blocks, and what ends a section.
extension Document {
    /// Moves a block, or a list item with what lies below it, to the end of a section or of the document before its sections:
    /// an item into the list that ends it, if there is one of its kind.
    ///
    /// - Returns: no edits where it is there already.
    public func move(_ node: Node, toEndOf section: Node) throws(EditRefusal) -> Edits {
        let (node, section) = (try own(node), try own(section))
        guard section.kind == .section || section.kind == .document else { throw .holdsNoBlocks(section.kind) }
        guard let last = section.lastContent ?? section.first(.heading) else { throw .noHeading }
        if last.kind == .section { return try move(node, toEndOf: last) }
        if last.index == node.index { return Edits(self, []) }
        guard node.kind == .listItem, last.kind.isList, let item = last.children.last(where: { $0.kind == .listItem })
        else { return try move(node, after: last) }
        if item.index == node.index { return Edits(self, []) }
        return try move(node, after: item)
    }

    /// Moves an item after a block: before the items of a list that follows it, or as a list of its own.
    func moveItem(_ node: Node, afterBlock other: Node) throws(EditRefusal) -> Edits {
        let place = try SiblingItem(node)
        guard node.endsCleanly else { throw .waitsForBlock }
        guard !place.isTermOnly, place.marker.kind != .description, place.marker.kind != .callouts else {
            throw .otherKindOfList
        }
        guard let container = other.parent, other.kind != .section, container.takesBlocks, container.kind != .listItem
        else { throw .notNeighbours }
        if let next = other.next(where: { $0.kind != .blankLines }), next.kind.isList {
            return try moveItem(node, before: next)
        }
        let style = Style(learnedFrom: self, near: node)
        let marker = ItemMarker.first(of: place.marker.kind, below: [], style)
        let nest = ItemNest(item: node, marker: marker, outer: [], shift: -node.indent)
        let bytes = try nest.bytes()
        let written = Written(bytes: bytes, isList: true, endsInList: true)
        let removal = try remove(node)
        let there = try InsertionPoint(after: other, in: container).edits(written, .anything, style)
        return Edits(self, moving: removal, there)
    }

    /// Moves an item before the items of a list.
    private func moveItem(_ node: Node, before list: Node) throws(EditRefusal) -> Edits {
        guard let first = list.children.first(where: { $0.kind == .listItem }) else { throw .notAnItem }
        if first.index == node.index { return Edits(self, []) }
        let (place, sibling) = (try SiblingItem(node), try SiblingItem(first))
        guard sibling.marker.kind.takes(place.marker.kind) else { throw .otherKindOfList }
        let nest = ItemNest(item: node, marker: sibling.marker, outer: [], shift: first.indent - node.indent)
        var bytes = try nest.bytes()
        if let line = first.closedAround(by: bytes) { throw .closesBlockAround(line) }
        if sibling.isApart { bytes += lineEndBytes }
        let start = first.range.lowerBound
        let removal = try removeItem(node).edits
        guard !removal.contains(where: { $0.range.contains(start) }) else { throw .partsNeighbours }
        return Edits(
            self, removal + [Edit(range: start..<start, replacement: bytes)], rearranging: [node, first])
    }
}

extension ItemNest {
    /// The item's bytes at its new place, whole lines.
    func bytes() throws(EditRefusal) -> [UInt8] {
        let document = item.document
        var bytes = Array(document.source[item.range])
        for edit in try edits().reversed() {
            let start = edit.range.lowerBound - item.range.lowerBound
            bytes.replaceSubrange(start..<(start + edit.range.count), with: edit.replacement)
        }
        if bytes.last != newline { bytes += document.lineEndBytes }
        for closer in item.openDelimiters { bytes += closer + document.lineEndBytes }
        return bytes
    }
}

extension Node {
    /// The outermost list around an item that ends with it: after that, a block can stand.
    func listThatEndsHere() throws(EditRefusal) -> Node {
        var (node, list) = (self, self)
        while let outer = node.parent, outer.kind == .listItem || outer.kind.isList {
            guard node.next(where: { $0.kind == .listItem || $0.kind.isBlock }) == nil else { throw .notNeighbours }
            if outer.kind.isList { list = outer }
            node = outer
        }
        guard list.kind.isList else { throw .notAnItem }
        return list
    }
}
