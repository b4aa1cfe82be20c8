@testable import AsciiDoc

extension Document {
    /// What is wrong with the tree; nil: its leaves cover every byte once, in order, and every node its children.
    var invariantProblem: String? {
        var offset = 0
        for (index, record) in tree.enumerated() {
            let parent = tree[Int(record.parent)]
            if record.start < parent.start || record.end > parent.end { return "\(record) reaches out of \(parent)" }
            if Int(record.next) <= index || Int(record.next) > tree.count { return "\(record) ends behind the tree" }
            guard Int(record.next) == index + 1, record.kind != .document || !source.isEmpty else { continue }
            if index == 0 { return source.isEmpty ? nil : "no leaves" }
            if Int(record.start) != offset { return "\(record) begins at \(record.start), not at \(offset)" }
            offset = Int(record.end)
        }
        return offset == source.count ? nil : "leaves end at \(offset) of \(source.count)"
    }

    /// The blocks, nested: `ul(li(p))`.
    var outline: String { root.outlineOfChildren }
}

extension Node {
    private static let names: [NodeKind: String] = [
        .unorderedList: "ul", .orderedList: "ol", .descriptionList: "dl", .calloutList: "cl", .listItem: "li",
        .paragraph: "p", .literalParagraph: "literal", .listing: "listing", .example: "example", .open: "open",
        .section: "section", .sidebar: "sidebar", .quote: "quote", .literal: "literalblock", .pass: "pass",
        .table: "table", .blockMacro: "macro", .thematicBreak: "break", .pageBreak: "page",
    ]

    var outline: String {
        guard let name = Self.names[kind] else { return "" }
        let inside = outlineOfChildren
        return inside.isEmpty ? name : "\(name)(\(inside))"
    }

    var outlineOfChildren: String { children.map(\.outline).filter { !$0.isEmpty }.joined(separator: " ") }
}
