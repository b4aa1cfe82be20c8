// What can be done to the items of lists. A new item has the marker, indent and box of its siblings; numbers written by
// hand stay in order. All edits come last one first, so that each leaves the places of the others as they are.
extension Document {
    /// Puts an item at the end of a list; below a list item, behind those that are there; or at the end of a section or the
    /// document before its sections: into the list that ends it, or a new one.
    ///
    /// - Returns: the edits; nil where there is no such place, or the item lacks the term that its siblings have.
    public func append(_ item: Block.Item, to node: Node, style: Style? = nil) -> [Edit]? {
        switch node.kind {
        case .unorderedList, .orderedList, .descriptionList, .calloutList:
            return node.children.last { $0.kind == .listItem }.flatMap { insert(item, after: $0, style: style) }
        case .listItem:
            if let list = node.children.last(where: { $0.kind.isList }) { return append(item, to: list, style: style) }
            return appendFirst(item, below: node, style ?? Style(learnedFrom: self, near: node))
        default:
            if node.kind == .document, let first = sections.first {
                return append(item, behind: first.previous { $0.kind != .blankLines }, in: node, style)
            }
            let last = node.children.last { $0.kind != .blankLines && $0.kind != .section }
            return append(item, behind: last, in: node, style)
        }
    }

    private func append(_ item: Block.Item, behind last: Node?, in node: Node, _ style: Style?) -> [Edit]? {
        if let last, last.kind == .unorderedList || last.kind == .orderedList {
            return append(item, to: last, style: style)
        }
        return append(.list(.unordered, [item]), to: node, style: style).map { [$0] }
    }

    /// Puts an item behind another one and what lies below that.
    public func insert(_ item: Block.Item, after node: Node, style: Style? = nil) -> [Edit]? {
        guard let sibling = ItemPlace(node), !sibling.isTermOnly, let marker = sibling.markerBehind else { return nil }
        let end = node.range.upperBound
        guard node.endsCleanly, keepsDepth(at: end, from: node.deepest, to: sibling.depth(of: item)),
            let lines = sibling.lines(item, marker, style)
        else { return nil }
        let lineEnd = lineEnding.text
        let isOpen = end > 0 && source[end - 1] != newline
        let closers = node.openDelimiters.map { String(decoding: $0, as: UTF8.self) + lineEnd }.joined()
        let gap = sibling.isApart ? lineEnd : ""
        let text = (isOpen ? lineEnd : "") + closers + gap + lines.map { $0 + lineEnd }.joined()
        let edit = Edit(range: end..<end, replacement: Array(text.utf8))
        let numbers = sibling.isCounted ? renumbering(node.next { $0.kind == .listItem }, from: marker.successor) : []
        return (numbers + [edit]).lastFirst
    }

    /// Puts an item before another one.
    public func insert(_ item: Block.Item, before node: Node, style: Style? = nil) -> [Edit]? {
        guard let sibling = ItemPlace(node), let lines = sibling.lines(item, sibling.marker, style),
            node.previous(where: { $0.kind == .listItem }).map({ ItemPlace($0)?.isTermOnly == false }) ?? true
        else { return nil }
        let lineEnd = lineEnding.text
        let text = lines.map { $0 + lineEnd }.joined() + (sibling.isApart ? lineEnd : "")
        let start = node.range.lowerBound
        let edit = Edit(range: start..<start, replacement: Array(text.utf8))
        return (sibling.isCounted ? renumbering(node, from: sibling.marker.successor) : []) + [edit]
    }

    /// Puts an item in the place of another one and what lies below that; its box stays, unless the new one has its own.
    public func replace(_ node: Node, by item: Block.Item, style: Style? = nil) -> [Edit]? {
        guard let old = ItemPlace(node), !old.isTermOnly, node.endsCleanly,
            keepsDepth(at: node.range.upperBound, from: node.deepest, to: old.depth(of: item))
        else { return nil }
        var item = item
        if item.isChecked == nil { item.isChecked = old.box }
        guard let lines = old.lines(item, old.marker, style) else { return nil }
        return [Edit(range: node.range, replacement: Array(lines.map { $0 + lineEnding.text }.joined().utf8))]
    }

    // MARK: - Below and away

    private func appendFirst(_ item: Block.Item, below node: Node, _ style: Style) -> [Edit]? {
        guard let place = ItemPlace(node), !place.isTermOnly || place.marker.kind == .description,
            place.marker.kind != .callouts, node.endsCleanly
        else { return nil }
        let kind: Block.List =
            place.marker.kind == .description ? (item.terms.isEmpty ? .unordered : .description) : place.marker.kind
        let end = node.range.upperBound
        var writer = place.listWriter(style)
        writer.markers.append(place.marker)
        writer.indent += String(repeating: " ", count: style.indentPerLevel)
        writer.gap = " "
        let depth = (node.level ?? 1) + 1 + item.nesting
        guard keepsDepth(at: end, from: node.deepest, to: depth), !node.enclosingDelimits(writer.lines(kind, [item]))
        else {
            return nil
        }
        let lineEnd = lineEnding.text
        let isOpen = end > 0 && source[end - 1] != newline
        let closers = node.openDelimiters.map { String(decoding: $0, as: UTF8.self) + lineEnd }.joined()
        let gap = node.tail.isText ? lineEnd : ""
        let text = (isOpen ? lineEnd : "") + closers + gap + writer.lines(kind, [item]).map { $0 + lineEnd }.joined()
        return [Edit(range: end..<end, replacement: Array(text.utf8))]
    }

    /// Takes an item away; with the last one goes the list.
    func removeItem(_ node: Node) -> [Edit]? {
        guard let place = ItemPlace(node), let list = node.parent, node.endsCleanly else { return nil }
        let previous = node.previous { $0.kind == .listItem }
        let next = node.next { $0.kind == .listItem }
        if previous == nil, next == nil {
            guard keepsDepth(at: list.range.upperBound, from: 1, to: 2) else { return nil }
            return remove(list)
        }
        if let previous, ItemPlace(previous)?.isTermOnly != false { return nil }
        guard next != nil || keepsDepth(at: node.range.upperBound, from: node.deepest, to: previous?.deepest ?? 0)
        else {
            return nil
        }
        if next == nil, previous?.endsCleanly == false { return nil }
        let end = next == nil ? node.range.upperBound : behindBlankLines(node.range.upperBound)
        let start = next == nil ? beforeBlankLines(node.range.lowerBound) : node.range.lowerBound
        let numbers = place.isCounted ? renumbering(next, from: place.marker) : []
        return numbers + [Edit(range: start..<end, replacement: [])]
    }

    /// The edits that number an item and its later siblings; none where they are not numbered by hand.
    func renumbering(_ first: Node?, from marker: ItemMarker?) -> [Edit] {
        var (node, marker) = (first, marker)
        var edits: [Edit] = []
        while let item = node, let place = ItemPlace(item), let wanted = marker, wanted.counter != nil {
            if place.marker.counter?.form != wanted.counter?.form { break }
            if place.marker != wanted, let range = item.marker {
                edits.append(Edit(range: range, replacement: Array(wanted.text.utf8)))
            }
            (node, marker) = (item.next { $0.kind == .listItem }, wanted.successor)
        }
        return edits.reversed()
    }

    /// Whether an item of another depth may end at `offset`: a lone `+` behind blank lines counts its way up from there.
    func keepsDepth(at offset: Int, from old: Int, to new: Int) -> Bool {
        guard old != new, isBlankLine(at: offset), offset < source.count else { return true }
        let start = behindBlankLines(offset)
        return !source[trimBlanks(start..<lineContentEnd(start..<source.count))].elementsEqual([UInt8(ascii: "+")])
    }
}

/// A list item as the sibling of a new one.
struct ItemPlace {
    let node: Node
    let marker: ItemMarker

    init?(_ node: Node) {
        guard node.kind == .listItem, let marker = node.itemMarker else { return nil }
        (self.node, self.marker) = (node, marker)
    }

    private var document: Document { node.document }
    private var list: Node? { node.parent }

    /// Whether it is one of several terms: what is described comes behind a later one.
    var isTermOnly: Bool {
        marker.kind == .description && !node.children.contains { $0.kind != .marker && $0.kind != .blankLines }
    }

    /// Whether the numbers of the list are in order; where they are all the same, they stay so.
    var isCounted: Bool {
        guard marker.counter != nil else { return false }
        let neighbour = node.previous { $0.kind == .listItem } ?? node.next { $0.kind == .listItem }
        return neighbour?.itemMarker != marker
    }

    /// The marker of an item behind this one; nil behind the last letter.
    var markerBehind: ItemMarker? { marker.counter != nil && !isCounted ? marker : marker.successor }

    /// Whether blank lines part the siblings.
    var isApart: Bool {
        let isBehind = node.next?.kind == .blankLines && node.next(where: { $0.kind == .listItem }) != nil
        return isBehind || (node.previous?.kind == .blankLines && node.previous(where: { $0.kind == .listItem }) != nil)
    }

    /// Whether the item's box is ticked; nil: it has none.
    var box: Bool? {
        guard marker.kind == .unordered, let text = node.children.first(where: { $0.kind == .text }) else { return nil }
        let front = document.source[text.range].prefix(4)
        if front.elementsEqual("[ ] ".utf8) { return false }
        return front.elementsEqual("[x] ".utf8) || front.elementsEqual("[*] ".utf8) ? true : nil
    }

    /// How deep a new item's deepest one stands.
    func depth(of item: Block.Item) -> Int { (node.level ?? 1) + item.nesting }

    /// What writes items beside this one.
    func listWriter(_ style: Style) -> ListWriter {
        var writer = ListWriter(writer: node.writer(style))
        writer.markers = node.outerItems.compactMap(\.itemMarker)
        writer.indent = node.indentText
        writer.gap = node.gapText
        return writer
    }

    /// The lines of an item beside this one; nil where it has no term, or one of the lines would close a block around.
    func lines(_ item: Block.Item, _ marker: ItemMarker, _ style: Style?) -> [String]? {
        guard marker.kind != .description || !item.terms.isEmpty else { return nil }
        var item = item
        if item.isChecked == nil, box != nil { item.isChecked = false }
        // A line alone is written as its sibling is.
        let learned = item.isLine ? Style() : style ?? Style(learnedFrom: document, near: node)
        let writer = listWriter(learned)
        let lines = writer.lines(item, marker)
        return node.enclosingDelimits(lines) ? nil : lines
    }
}

extension Block.Item {
    /// How many levels lie below the item where it ends.
    var nesting: Int { items.last.map { $0.nesting + 1 } ?? 0 }

    /// Whether the item is one line, and nothing below it.
    fileprivate var isLine: Bool { items.isEmpty && attached.isEmpty && text?.contains(where: \.isNewline) != true }
}

extension Node {
    /// The items around a list item within its lists, outermost first.
    var outerItems: [Node] {
        ancestors.dropFirst().prefix { $0.kind == .listItem || $0.kind.isList }.filter { $0.kind == .listItem }
            .reversed()
    }

    /// Depth of the item in which the node ends.
    var deepest: Int {
        var (node, depth) = (self, kind == .listItem ? level ?? 1 : 0)
        while let last = node.children.last(where: { $0.kind == .listItem || $0.kind.isList || $0.kind.isBlock }),
            last.kind == .listItem || last.kind.isList
        {
            node = last
            if last.kind == .listItem { depth = last.level ?? depth }
        }
        return depth
    }

    /// The blanks before a list item's marker, and behind it.
    var indentText: String {
        guard let marker else { return "" }
        return String(
            decoding: document.source[document.lineStart(at: marker.lowerBound)..<marker.lowerBound], as: UTF8.self)
    }

    var gapText: String {
        guard let leaf = children.first(where: { $0.kind == .marker }), let marker, leaf.next?.kind == .text,
            leaf.range.upperBound > marker.upperBound
        else { return " " }
        let gap = document.source[marker.upperBound..<leaf.range.upperBound]
        return gap.contains(newline) ? " " : String(decoding: gap, as: UTF8.self)
    }

    /// Whether one of the lines would close a block around the node.
    func enclosingDelimits(_ lines: [String]) -> Bool {
        let enclosing = enclosingDelimiters
        return !enclosing.isEmpty && Array(lines.joined(separator: "\n").utf8).lines.contains { enclosing.contains($0) }
    }
}
