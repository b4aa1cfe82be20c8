@testable import AsciiDoc

/// Makes operations by chance, with what each must do.
struct OperationGenerator {
    var blocks: BlockGenerator
    let document: Document
    let dump: TreeDump
    private var isInOpenBlock = false

    init(_ document: Document, seed: UInt64) {
        blocks = BlockGenerator(random: SeededGenerator(seed: seed))
        self.document = document
        dump = TreeDump(document)
    }

    /// An operation at a node; nil where it is not offered.
    mutating func operation(at node: Node) -> OperationLaw? {
        let choice = Int.random(in: 0..<5, using: &blocks.random)
        isInOpenBlock = node.ancestors.contains { $0.kind == .open }
        switch node.kind {
        case .listItem: return itemOperation(node, Int.random(in: 0..<8, using: &blocks.random))
        case .section: return sectionOperation(node, Int.random(in: 0..<6, using: &blocks.random))
        case .unorderedList, .orderedList: return choice == 0 ? append(item(), to: node) : blockOperation(node, choice)
        case .heading where node.parent?.kind == .section: return rename(node)
        case _ where node.kind.isBlock: return blockOperation(node, Int.random(in: 0..<6, using: &blocks.random))
        default: return nil
        }
    }

    /// A block, and its entries as it stands by itself.
    private mutating func block() -> (Block, [TreeDump.Entry]) {
        let block = blocks.block(1)
        return (block, entries(of: block))
    }

    private func entries(of block: Block) -> [TreeDump.Entry] {
        let source = "x\n\n" + block.lines().map { $0 + "\n" }.joined()
        return Array(TreeDump(Document(parsing: Array(source.utf8))).entries.dropFirst(2))
    }

    private func expecting(_ range: Range<Int>, _ entries: [TreeDump.Entry], depth: Int) -> [TreeDump.Entry] {
        let shift = depth - (entries.first?.depth ?? depth)
        var expected = dump.entries
        expected.replaceSubrange(
            range,
            with: entries.map { entry in
                var entry = entry
                entry.depth += shift
                return entry
            })
        return expected
    }

    // MARK: - Blocks

    private mutating func blockOperation(_ node: Node, _ choice: Int) -> OperationLaw? {
        let (range, depth) = (dump.range(of: node), dump.depth(of: node))
        let (block, entries) = self.block()
        guard !entries.isEmpty, !(node.parent?.kind == .listItem && block.isList) else { return nil }
        switch choice {
        case 0:
            return law(
                "insert after", (try? document.insert(block, after: node)), range.upperBound..<range.upperBound,
                entries, depth
            )
        case 1:
            return law(
                "insert before", (try? document.insert(block, before: node)), range.lowerBound..<range.lowerBound,
                entries,
                depth)
        case 2: return law("replace", (try? document.replace(node, by: block)), range, entries, depth)
        case 3: return law("remove", (try? document.remove(node)), range, [], depth)
        case 4:
            guard let edits = (try? document.wrap(node, inAdmonition: .tip)) else { return nil }
            let inner = dump.entries[range].map { entry in
                var entry = entry
                entry.depth += 1
                return entry
            }
            let example = self.entries(of: .admonition(.tip, []))
            return OperationLaw(
                name: "wrap", edits: edits, expected: expecting(range, example.shifted(to: depth) + inner, depth: depth)
            )
        default: return moveBlock(node)
        }
    }

    private mutating func moveBlock(_ node: Node) -> OperationLaw? {
        let others = (1..<document.nodeCount).map { document.node($0) }.filter { $0.kind.isBlock }
        let other = blocks.pick(others)
        guard let edits = (try? document.move(node, after: other)), !edits.isEmpty else { return nil }
        let (range, place) = (dump.range(of: node), dump.range(of: other).upperBound)
        let around = other.parent?.kind == .listItem ? other.parent?.level ?? 0 : 0
        let level = node.kind.isList ? around + 1 - (node.level ?? 1) : 0
        let moved = Array(dump.entries[range]).shifted(to: dump.depth(of: other)).relevelled(by: level)
        var expected = dump.entries
        if place >= range.upperBound {
            expected.insert(contentsOf: moved, at: place)
            expected.removeSubrange(range)
        } else {
            expected.removeSubrange(range)
            expected.insert(contentsOf: moved, at: place)
        }
        return OperationLaw(name: "move after \(other.line)", edits: edits, expected: expected)
    }

    private func law(
        _ name: String, _ edits: Edits?, _ range: Range<Int>, _ entries: [TreeDump.Entry], _ depth: Int
    ) -> OperationLaw? {
        // Where there is an open block around, one within becomes an example.
        if isInOpenBlock, entries.contains(where: { $0.kind == .open }) { return nil }
        return edits.map { OperationLaw(name: name, edits: $0, expected: expecting(range, entries, depth: depth)) }
    }

    // MARK: - Sections

    private mutating func sectionOperation(_ node: Node, _ choice: Int) -> OperationLaw? {
        let (range, depth) = (dump.range(of: node), dump.depth(of: node))
        switch choice {
        case 0, 1:
            let (block, entries) = self.block()
            guard !entries.isEmpty else { return nil }
            let place =
                node.children.first { $0.kind == .section }.map { dump.range(of: $0).lowerBound } ?? range.upperBound
            // Lines about a block that never came stay after.
            let dangling = dump.entries[..<place].reversed().prefix { $0.isDangling && $0.depth == depth + 1 }.count
            return law(
                "append", (try? document.append(block, to: node)), (place - dangling)..<(place - dangling), entries,
                depth + 1)
        case 2: return law("remove", (try? document.remove(node)), range, [], depth)
        case 3: return level(node, blocks.pick([-1, 1]))
        default:
            guard let last = node.children.last(where: { $0.kind != .blankLines && $0.kind != .section }),
                last.kind == .unorderedList || last.kind == .orderedList
            else { return nil }
            return append(item(), to: last, through: node)
        }
    }

    private func level(_ node: Node, _ steps: Int) -> OperationLaw? {
        guard let edits = (try? document.changeDepth(of: node, by: steps)) else { return nil }
        return OperationLaw(
            name: "level \(steps)", edits: edits, expected: nil,
            kept: dump.entries.deepened(dump.range(of: node), steps, .section))
    }

    private mutating func rename(_ node: Node) -> OperationLaw? {
        let title = blocks.text()
        var expected = dump.entries
        let old = dump.range(of: node)
        guard let edit = (try? document.setHeading(of: node, to: title)),
            !dump.entries[old.lowerBound].text.contains("[[")
        else {
            return nil
        }
        expected[old.lowerBound] = TreeDump.Entry(
            depth: dump.depth(of: node), kind: .heading,
            text: escape(title, for: .sectionTitle).trimmingBlanks.withoutGuards)
        return OperationLaw(name: "heading \(title)", edits: edit, expected: expected)
    }

    // MARK: - Items

    private mutating func item() -> Block.Item {
        var item = blocks.item(.unordered, 1)
        item.isChecked = nil
        return item
    }

    private mutating func itemOperation(_ node: Node, _ choice: Int) -> OperationLaw? {
        let (range, depth) = (dump.range(of: node), dump.depth(of: node))
        let item = self.item()
        let entries = self.entries(of: item, level: node.level ?? 1)
        switch choice {
        case 0:
            return law(
                "insert item after", (try? document.insert(item, after: node)), range.upperBound..<range.upperBound,
                entries,
                depth)
        case 1:
            return law(
                "insert item before", (try? document.insert(item, before: node)), range.lowerBound..<range.lowerBound,
                entries,
                depth)
        case 2: return law("replace item", (try? document.replace(node, by: item)), range, entries, depth)
        case 3:
            let isOnly = node.parent?.children.count { $0.kind == .listItem } == 1
            let gone = isOnly ? node.parent.map { dump.range(of: $0) } ?? range : range
            return law("remove item", (try? document.remove(node)), gone, [], depth)
        case 4, 5:
            let steps = choice == 4 ? -1 : 1
            guard let edits = (try? document.changeDepth(of: node, by: steps)) else { return nil }
            return OperationLaw(
                name: "depth \(steps)", edits: edits, expected: nil,
                kept: dump.entries.deepened(range, steps, .listItem))
        case 6: return moveItem(node)
        default: return append(item, to: node)
        }
    }

    private func entries(of item: Block.Item, level: Int) -> [TreeDump.Entry] {
        Array(entries(of: .unorderedList([item])).dropFirst()).relevelled(by: level - 1)
    }

    private mutating func append(_ item: Block.Item, to node: Node, through place: Node? = nil) -> OperationLaw? {
        guard let edits = (try? document.append(item, to: place ?? node)) else { return nil }
        let (range, depth) = (dump.range(of: node), dump.depth(of: node))
        if node.kind == .listItem {
            if let list = node.children.last(where: { $0.kind.isList }) {
                return law(
                    "append item below", edits, dump.range(of: list).upperBound..<dump.range(of: list).upperBound,
                    entries(of: item, level: (node.level ?? 1) + 1), depth + 2)
            }
            let kind: NodeKind = node.parent?.kind == .orderedList ? .orderedList : .unorderedList
            let list = [TreeDump.Entry(depth: 0, kind: kind, text: "")]
            let items = entries(of: item, level: (node.level ?? 1) + 1).shifted(to: 1)
            return law("append first item below", edits, range.upperBound..<range.upperBound, list + items, depth + 1)
        }
        let level = node.level ?? 1
        return law(
            "append item", edits, range.upperBound..<range.upperBound, entries(of: item, level: level), depth + 1)
    }

    private mutating func moveItem(_ node: Node) -> OperationLaw? {
        let others = (1..<document.nodeCount).map { document.node($0) }.filter { $0.kind == .listItem }
        let other = blocks.pick(others)
        guard let edits = (try? document.move(node, after: other)), !edits.isEmpty else { return nil }
        let (range, place) = (dump.range(of: node), dump.range(of: other).upperBound)
        let moved = Array(dump.entries[range]).relevelled(by: (other.level ?? 1) - (node.level ?? 1))
        var kept = dump.entries
        kept.insert(contentsOf: moved, at: place)
        kept.removeSubrange(
            place >= range.upperBound ? range : (range.lowerBound + moved.count)..<(range.upperBound + moved.count))
        return OperationLaw(name: "move item behind \(other.line)", edits: edits, expected: nil, kept: kept)
    }
}

extension TreeDump.Entry {
    fileprivate var isDangling: Bool {
        switch kind {
        case .blockTitle, .blockAttributes, .blockAnchor: true
        default: false
        }
    }
}

extension [TreeDump.Entry] {
    fileprivate func shifted(to depth: Int) -> [TreeDump.Entry] {
        let shift = depth - (first?.depth ?? depth)
        return map { entry in
            var entry = entry
            entry.depth += shift
            return entry
        }
    }

    /// The items of the same lists deeper by so many levels; those within blocks have lists of their own.
    fileprivate func relevelled(by steps: Int, _ kind: NodeKind = .listItem) -> [TreeDump.Entry] {
        guard let start = first?.depth, steps != 0 else { return self }
        var inside: Int?
        return map { entry in
            var entry = entry
            if let depth = inside, entry.depth <= depth { inside = nil }
            if inside == nil, entry.kind.hasDelimiters, entry.depth > start { inside = entry.depth }
            if inside == nil, entry.kind == kind, let level = entry.level { entry.level = level + steps }
            return entry
        }
    }

    fileprivate func deepened(_ range: Range<Int>, _ steps: Int, _ kind: NodeKind) -> [TreeDump.Entry] {
        Array(self[..<range.lowerBound]) + Array(self[range]).relevelled(by: steps, kind)
            + Array(self[range.upperBound...])
    }
}
