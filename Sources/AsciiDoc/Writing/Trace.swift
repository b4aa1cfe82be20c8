/// A leaf of the tree, and where in the structure it stands.
struct TracedLeaf: Equatable {
    let kind: NodeKind
    let start: Int
    /// Stands for the kinds and levels of all containers around it.
    let path: UInt64
    /// How many containers begin with it: what tells two lists from one.
    let opens: Int

    /// Whether both stand in the same structure, wherever that is.
    func isLike(_ other: TracedLeaf) -> Bool { kind == other.kind && path == other.path && opens == other.opens }
}

/// The structure of a part of a tree, leaf by leaf. Blank lines are no part of it, nor are the lengths of texts.
enum Trace {
    /// The path of the node at `index`.
    static func path(of index: Int, in tree: [NodeRecord]) -> UInt64 {
        index == 0 ? root : step(path(of: Int(tree[index].parent), in: tree), tree[index], shift: 0)
    }

    /// The leaves among the records in `range`, which begin with a node and end with what is below it.
    ///
    /// - Parameters:
    ///   - path: of the parent of the first record.
    ///   - shift: how much deeper the lists at the top stand than their records say.
    static func leaves(_ tree: [NodeRecord], _ range: Range<Int>, below path: UInt64, shift: Int = 0) -> [TracedLeaf] {
        leaves(tree, range, around: [Around(next: Int.max, path: path, shift: shift)])
    }

    /// The leaves of the records from `start` to the end of the tree, whose parents may stand before.
    static func leaves(of tree: [NodeRecord], from start: Int) -> [TracedLeaf] {
        guard start < tree.count else { return [] }
        // Room for what there usually is: arrays that grow would cost more than the walk.
        var parents: [Int] = []
        parents.reserveCapacity(8)
        var index = start
        while index > 0 {
            index = Int(tree[index].parent)
            parents.append(index)
        }
        var around: [Around] = []
        around.reserveCapacity(8)
        around.append(Around(next: Int.max, path: root, shift: 0))
        for parent in parents.reversed() {
            let path = step(around[around.count - 1].path, tree[parent], shift: 0)
            around.append(Around(next: Int(tree[parent].next), path: path, shift: 0))
        }
        return leaves(tree, start..<tree.count, around: around)
    }

    /// A container around the record that is looked at.
    private struct Around {
        /// The index after the last record in it.
        let next: Int
        let path: UInt64
        let shift: Int
    }

    private static func leaves(_ tree: [NodeRecord], _ range: Range<Int>, around: [Around]) -> [TracedLeaf] {
        var found: [TracedLeaf] = []
        found.reserveCapacity(min(range.count, 8))
        var around = around
        var opens = 0
        for index in range {
            let record = tree[index]
            while index >= around[around.count - 1].next { around.removeLast() }
            let outer = around[around.count - 1]
            if Int(record.next) > index + 1 {
                around.append(
                    Around(
                        next: Int(record.next), path: step(outer.path, record, shift: outer.shift),
                        shift: record.kind.hasDelimiters ? 0 : outer.shift))
                opens += 1
            } else {
                if record.kind.isTraced {
                    let isAside = record.kind.isAside
                    found.append(
                        TracedLeaf(
                            kind: record.kind, start: Int(record.start), path: isAside ? 0 : outer.path,
                            opens: isAside ? 0 : opens))
                }
                opens = 0
            }
        }
        return found
    }

    /// The path of a node of that kind and level below another one.
    static func path(_ path: UInt64, _ kind: NodeKind, level: Int = 0) -> UInt64 {
        (path ^ (UInt64(kind.rawValue) << 8 | UInt64(clamping: level) & 0xFF)) &* 0x100_0000_01B3 &+ 0x9E37_79B9
    }

    private static let root: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func step(_ outer: UInt64, _ record: NodeRecord, shift: Int) -> UInt64 {
        switch record.kind {
        case .document: outer
        case .section, .heading: path(outer, record.kind, level: Int(record.level))
        case _ where record.kind.isList || record.kind == .listItem:
            path(outer, record.kind, level: Int(record.level) + shift)
        default: path(outer, record.kind)
        }
    }
}

extension NodeKind {
    /// Blank lines come and go with what stands around them.
    fileprivate var isTraced: Bool { self != .blankLines }
}
