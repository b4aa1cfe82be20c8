/// A list item as the sibling of a new one.
struct SiblingItem {
    let node: Node
    let marker: ItemMarker

    init(_ node: Node) throws(EditRefusal) {
        guard node.kind == .listItem, let marker = node.itemMarker else { throw .notAnItem }
        (self.node, self.marker) = (node, marker)
    }

    private var document: Document { node.document }

    /// Whether it is one of several terms: what is described comes after a later one.
    var isTermOnly: Bool {
        marker.kind == .description && !node.children.contains { $0.kind != .marker && $0.kind != .blankLines }
    }

    /// Whether the numbers of the list are in order; where they are all the same, they stay so.
    var isCounted: Bool {
        guard marker.counter != nil else { return false }
        let neighbour = node.previous { $0.kind == .listItem } ?? node.next { $0.kind == .listItem }
        return neighbour?.itemMarker != marker
    }

    /// The marker of an item after this one; nil after the last letter.
    var markerAfter: ItemMarker? { marker.counter != nil && !isCounted ? marker : marker.successor }

    /// Whether blank lines part the siblings.
    var isApart: Bool {
        let isAfter = node.next?.kind == .blankLines && node.next(where: { $0.kind == .listItem }) != nil
        return isAfter || (node.previous?.kind == .blankLines && node.previous(where: { $0.kind == .listItem }) != nil)
    }

    /// How deep a new item's deepest one stands.
    func depth(of item: Block.Item) -> Int { (node.level ?? 1) + item.nesting }

    /// What writes items beside this one.
    ///
    /// - Parameter item: nil: any. Below an item that is one line nothing is written, which would need the markers around.
    func listWriter(_ style: Style, for item: Block.Item? = nil) -> ListWriter {
        var writer = ListWriter(writer: node.writer(style))
        if item?.isLine != true { writer.markers = node.outerItems.compactMap(\.itemMarker) }
        writer.indent = node.indentText
        writer.gap = node.gapText
        return writer
    }

    /// What writes the first items of a list below this one.
    func listWriterBelow(_ style: Style) -> ListWriter {
        var writer = listWriter(style)
        writer.markers.append(marker)
        writer.indent += style.indent
        writer.gap = " "
        return writer
    }

    /// The lines of an item beside this one.
    func lines(_ item: Block.Item, _ marker: ItemMarker, _ style: Style?) throws(EditRefusal) -> [String] {
        guard marker.kind != .description || !item.terms.isEmpty else { throw .lacksTerm }
        var item = item
        if item.isChecked == nil, node.box != nil { item.isChecked = false }
        // A line alone is written as its sibling is.
        let learned = item.isLine ? Style() : style ?? Style(learnedFrom: document, near: node)
        let lines = listWriter(learned).lines(item, marker)
        if let line = node.closedAround(by: lines) { throw .closesBlockAround(line) }
        return lines
    }

    /// What the tree must have of lines beside this item.
    func expected(_ lines: [String]) -> Law.Expected {
        guard let list = node.parent else { return .anything }
        return .leaves(
            itemLeaves(document.bytes(of: lines), Trace.path(of: list), shift: (list.level ?? 1) - 1, joins: true))
    }
}

extension Block.Item {
    /// How many levels lie below the item where it ends.
    var nesting: Int { items.last.map { $0.nesting + 1 } ?? 0 }

    /// Whether the item is one line, and nothing below it.
    var isLine: Bool { items.isEmpty && attached.isEmpty && text?.hasLineEnds != true }
}

// List items as nodes.
extension Node {
    /// Where the box of a task stands, `[ ]` or `[x]`; nil for an item without, and for other nodes.
    public var box: Range<Int>? {
        guard kind == .listItem, parent?.kind == .unorderedList,
            let text = first(.text), TaskBox(startOf: document.source[text.range]) != nil
        else { return nil }
        return text.range.lowerBound..<(text.range.lowerBound + 3)
    }

    /// Whether a task's box is ticked; nil for an item without a box.
    public var isChecked: Bool? { box.map { document.source[$0.lowerBound + 1] != UInt8(ascii: " ") } }

    /// The items around a list item within its lists, outermost first.
    var outerItems: [Node] {
        ancestors.dropFirst().prefix { $0.kind == .listItem || $0.kind.isList }.filter { $0.kind == .listItem }
            .reversed()
    }

    /// How many lists there are around what stands in the node.
    var listsAround: Int { kind == .listItem ? (level ?? 1) - 1 : 0 }

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

    /// What stands before a list item's marker, and between it and the text.
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

    /// The first of the lines that would close a block around the node; nil where none does.
    func closedAround(by lines: [String]) -> String? {
        let enclosing = enclosingDelimiters
        guard !enclosing.isEmpty else { return nil }
        return closedAround(by: Array(lines.joined(separator: "\n").utf8))
    }

    /// The first of the lines that would close a block around the node; nil where none does.
    func closedAround(by bytes: [UInt8]) -> String? {
        let enclosing = enclosingDelimiters
        guard !enclosing.isEmpty else { return nil }
        return bytes.lines.first { enclosing.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
}
