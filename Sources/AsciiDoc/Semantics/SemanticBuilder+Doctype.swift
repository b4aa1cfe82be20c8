// What the document's type makes of its first blocks: a book's parts have introductions, a manual page has a name.
extension SemanticBuilder {
    /// The first section of a manual page, whose first paragraph is `name - purpose`: not content, but header.
    func isNameSection(_ node: Node) -> Bool {
        guard attributes["doctype"] == "manpage", node.level == 1, node.isFirstContent,
            let paragraph = node.children.first(where: { !$0.kind.isAboutBlock && $0.kind != .heading }),
            paragraph.kind == .paragraph
        else { return false }
        return lines(of: paragraph).joined(separator: " ").contains { $0 == "-" }
    }

    /// Gives every part of a book that begins with blocks an introduction of them.
    mutating func introduceParts() {
        guard !bookSections.isEmpty else { return }
        var index = 0
        var result: [SemanticBlock] = []
        result.reserveCapacity(blocks.count)
        while index < blocks.count {
            let block = blocks[index]
            result.append(block)
            index += 1
            guard block.context == .section, block.level == 0, block.node.map(bookSections.contains) == true else {
                continue
            }
            let end = blocks[index...].firstIndex { $0.context == .section } ?? blocks.endIndex
            result += introduction(blocks[index..<end], depth: block.depth + 1)
            index = end
        }
        blocks = result
    }

    /// One paragraph becomes the introduction; more than that are put into one.
    private func introduction(_ blocks: ArraySlice<SemanticBlock>, depth: Int) -> [SemanticBlock] {
        guard var first = blocks.first else { return [] }
        let count = blocks.count { $0.depth == depth }
        let isWritten = first.context == .open && first.style == "partintro"
        if count == 1, isWritten { return Array(blocks) }
        if count == 1, first.context == .paragraph {
            (first.context, first.style) = (.open, "partintro")
            return [first]
        }
        if isWritten {
            guard first.text != nil else { return Array(blocks) }
            (first.context, first.style) = (.paragraph, nil)
        }
        var open = SemanticBlock(.open, depth: depth, line: 0)
        open.style = "partintro"
        return [open]
            + ([first] + blocks.dropFirst()).map { block in
                var block = block
                block.depth += 1
                return block
            }
    }
}

extension Node {
    /// Whether nothing but the document's header and lines that are no block stand before it.
    fileprivate var isFirstContent: Bool {
        guard let parent, parent.kind == .document else { return false }
        return parent.children.first { !$0.kind.isAboutBlock && $0.kind != .header }?.index == index
    }
}
