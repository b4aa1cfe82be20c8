/// How Asciidoctor numbers the lines of blocks; sections, list items and delimited blocks differ in it.
enum LineNumbering {
    /// By the lines of the document, where a block's second line was looked at already for an underline.
    case ofSections
    /// From a list item's or delimiter's line on, one by one: what the preprocessor took away does not count, nor do
    /// the lines that the items dropped.
    case counted(from: Int32)

    static func counted(_ base: Int) -> LineNumbering { .counted(from: Int32(clamping: base)) }
}

/// How many lines were dropped so far: of several blank lines in a list item, Asciidoctor keeps the first. Outside the
/// item, its lines count again as they are.
struct DroppedLines {
    private(set) var count = 0
    /// The outermost items of lists that are open: where they end, and the count before them.
    private var items: [(end: Int, count: Int)] = []

    mutating func enter(itemUpTo end: Int) { items.append((end, count)) }

    /// Takes note that the walk has come to the record at `index`.
    mutating func leave(at index: Int) {
        while let last = items.last, last.end <= index { count = items.removeLast().count }
    }

    mutating func add(_ dropped: Int) { count += dropped }
}

/// Finds the line of offsets that mostly grow.
struct LineCursor {
    private var start = 0
    private var row = 0

    mutating func row(at offset: Int, in source: [UInt8]) -> Int {
        // Back line by line: from the document's beginning, offsets that fall by little would cost its whole length.
        while offset < start {
            start = source[..<(start - 1)].lastIndex(of: newline).map { $0 + 1 } ?? 0
            row -= 1
        }
        while let end = source[start...].firstIndex(of: newline), end < offset {
            start = end + 1
            row += 1
        }
        return row
    }
}

extension SemanticBuilder {
    /// The line that Asciidoctor gives for a block; notes how lines below it are numbered.
    mutating func number(of node: Node, _ style: String?) -> Int {
        let row = row(at: node.contentStart)
        let number = number(of: node, at: row, style)
        if node.kind == .listItem, node.parent?.parent?.kind != .listItem {
            drops.enter(itemUpTo: Int(document.tree[node.index].next))
        }
        if node.kind == .listItem || node.kind.hasDelimiters {
            numberings[node.index] = .counted(number - row + drops.count)
        }
        return number
    }

    /// Notes what is dropped of blank lines within an item.
    mutating func noteDrops(_ blanks: Node) {
        guard let parent = blanks.parent, parent.kind == .listItem || parent.parent?.kind == .listItem && parent.isList
        else { return }
        drops.add(blanks.lineEndCount - 1)
    }

    /// The line of an offset within a node whose lines are counted from its own.
    mutating func number(at offset: Int, in node: Node) -> Int {
        let row = row(at: offset)
        guard case .counted(let base) = numberings[node.index] else { return source.line(ofRow: row) }
        return Int(base) + row - drops.count
    }

    private func number(of node: Node, at row: Int, _ style: String?) -> Int {
        if case .counted(let base) = numberings[node.index] { return Int(base) + row - drops.count }
        let isLater = node.kind == .listItem && !node.isFirstItem
        return isLater || style == "discrete" || style == "float"
            ? source.line(ofRow: row) : source.line(beforeRow: row + 1)
    }
}

extension PreprocessedSource {
    /// The line, from 1, of the document in which a row, from 0, of ``bytes`` was written.
    public func line(ofRow row: Int) -> Int { row < lines.count ? lines[row] : lines.last ?? 1 }

    /// The line before that of a row: two lines are read to find a title, and put back as if nothing had stood between.
    func line(beforeRow row: Int) -> Int {
        let own = line(ofRow: row - 1)
        guard row < contentRowCount else { return max(own, lastContentLine) }
        return max(own, lines[row] - 1)
    }
}

extension Node {
    fileprivate var isList: Bool { children.first { $0.kind == .listItem } != nil }
    fileprivate var isFirstItem: Bool { parent?.children.first { $0.kind == .listItem }?.index == index }
}
