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
        var found: [TracedLeaf] = []
        var around: [(next: Int, path: UInt64, shift: Int)] = [(Int.max, path, shift)]
        var opens = 0
        for index in range {
            let record = tree[index]
            while index >= around[around.count - 1].next { around.removeLast() }
            let outer = around[around.count - 1]
            if Int(record.next) > index + 1 {
                let inner = record.kind.hasDelimiters ? 0 : outer.shift
                around.append((Int(record.next), step(outer.path, record, shift: outer.shift), inner))
                opens += 1
            } else {
                if record.kind.isTraced {
                    found.append(
                        TracedLeaf(
                            kind: record.kind, start: Int(record.start), path: record.kind.isAside ? 0 : outer.path,
                            opens: record.kind.isAside ? 0 : opens))
                }
                opens = 0
            }
        }
        return found
    }

    /// The leaves of the records from `start` to the end of the tree, whose parents may stand before.
    static func leaves(of tree: [NodeRecord], from start: Int) -> [TracedLeaf] {
        guard start < tree.count else { return [] }
        var found: [TracedLeaf] = []
        var opens = 0
        for index in start..<tree.count {
            let record = tree[index]
            guard Int(record.next) == index + 1 else {
                opens += 1
                continue
            }
            if record.kind.isTraced {
                let path = record.kind.isAside ? 0 : path(of: Int(record.parent), in: tree)
                found.append(
                    TracedLeaf(
                        kind: record.kind, start: Int(record.start), path: path, opens: record.kind.isAside ? 0 : opens)
                )
            }
            opens = 0
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
