@testable import AsciiDoc

/// A document's blocks with their depths and texts, without places: what an operation must leave as it was.
struct TreeDump {
    struct Entry: Hashable, CustomStringConvertible {
        var depth: Int
        let kind: NodeKind
        let text: String
        /// Depth of an item.
        var level: Int?
        var description: String { "\(depth) \(kind) \(level ?? 0) \(text.prefix(60).debugDescription)" }
    }

    private(set) var entries: [Entry] = []
    /// For every record of the tree, how many entries stand before it.
    private(set) var positions: [Int] = []

    init(_ document: Document) {
        var depths = [Int](repeating: 0, count: document.nodeCount + 1)
        for index in 0..<document.nodeCount {
            let node = document.node(index)
            let parent = node.parent.map { depths[$0.index] } ?? -1
            depths[index] = parent + (Self.isShown(node) ? 1 : 0)
            positions.append(entries.count)
            guard Self.isShown(node) else { continue }
            entries.append(
                Entry(
                    depth: depths[index], kind: node.kind, text: Self.text(of: node),
                    level: node.kind == .listItem || node.kind == .section ? node.level : nil))
        }
        positions.append(entries.count)
    }

    /// The entries of a node and what is below it.
    func range(of node: Node) -> Range<Int> {
        positions[node.index]..<positions[Int(node.document.tree[node.index].next)]
    }

    func depth(of node: Node) -> Int { entries[positions[node.index]].depth }

    /// Blank lines, dividers and signs between blocks are the writer's business.
    private static func isShown(_ node: Node) -> Bool {
        switch node.kind {
        case .blankLines, .continuation, .marker, .text, .delimiterLine: false
        case .lineComment: !node.document.source[node.range].starts(with: "//-".utf8)
        default: true
        }
    }

    /// The node's own lines, trimmed, without marker and delimiters.
    private static func text(of node: Node) -> String {
        let document = node.document
        let ranges: [Range<Int>]
        switch node.kind {
        case .heading, .documentTitle: ranges = [node.contentRange]
        case _ where node.children.first == nil: ranges = node.kind == .document ? [] : [node.range]
        default:
            ranges = node.children.filter { $0.kind == .text || $0.kind == .lineComment && node.kind == .paragraph }
                .map(\.range)
        }
        let lines = ranges.flatMap { range in
            document.source[range].split(separator: newline, omittingEmptySubsequences: false).map { line in
                String(decoding: line, as: UTF8.self).trimmed
            }
        }
        let text = lines.joined(separator: "\n").trimmed.withoutGuards
        // A new item of a check list gets a box.
        let hasBox = node.kind == .listItem && ["[ ] ", "[x] ", "[*] "].contains(where: text.hasPrefix)
        return hasBox ? String(text.dropFirst(4)).trimmed : text
    }
}

extension String {
    fileprivate var trimmed: String {
        let bytes = Array(utf8)
        let start = bytes.firstIndex { !$0.isBlankOrLineEnd } ?? bytes.count
        let end = bytes.lastIndex { !$0.isBlankOrLineEnd } ?? -1
        return start > end ? "" : String(decoding: bytes[start...end], as: UTF8.self)
    }
}
