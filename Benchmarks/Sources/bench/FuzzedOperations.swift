import AsciiDoc

/// The operations of the document model, as the fuzzer calls them: at any node, with a number to choose by.
enum FuzzedOperations {
    typealias Operation = @Sendable (Document, Node, Int) throws -> Edits

    static let all: [Operation] = [
        { try $0.append(blocks[$2], to: $1) },
        { try $0.insert(blocks[$2], after: $1) },
        { try $0.insert(blocks[$2], before: $1) },
        { try $0.replace($1, by: blocks[$2]) },
        { document, node, _ in try document.remove(node) },
        { document, node, _ in try document.append(item, to: node) },
        { document, node, _ in try document.insert(item, after: node) },
        { document, node, _ in try document.insert(item, before: node) },
        { document, node, _ in try document.replace(node, by: item) },
        { try $0.setTitle(of: $1, to: $2 == 0 ? nil : "a *title*") },
        { try $0.setChecked($2 % 2 == 0, of: $1) },
        { try $0.setAttribute("a", to: $2 == 0 ? nil : "b") },
        { try $0.changeDepth(of: $1, by: $2 % 2 == 0 ? 1 : -1) },
        { document, node, choice in try document.split(node, at: node.range.lowerBound + choice) },
        { document, node, _ in try document.setHeading(of: node, to: "a heading") },
        { try $0.setText(of: $1, line: $2, to: "* a text") },
        { document, node, _ in try document.continueText(atEndOf: node, with: "goes on +") },
        { document, node, _ in try document.wrap(node, inAdmonition: .tip) },
        { document, node, choice in
            guard let other = document.root.children.first else { return try document.remove(node) }
            return try choice % 2 == 0 ? document.move(node, after: other) : document.join(node, with: other)
        },
    ]

    private static let item = Block.Item("an item")

    private static let blocks: [Block] = [
        .paragraph(["a text", "* of two lines"]), .list(.unordered, [item, item]),
        .verbatim(.listing(language: "swift"), ["----", "let a = 1"]), .described(.init(title: "T"), .thematicBreak),
    ]
}
