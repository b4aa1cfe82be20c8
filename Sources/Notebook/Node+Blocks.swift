package import AsciiDoc

extension Node {
    /// The first child of that kind.
    package func first(_ kind: NodeKind) -> Node? { children.first { $0.kind == kind } }

    /// The blocks below a section or the document: no headings, blank lines, metadata; subsections are looked into.
    package var blocks: [Node] {
        children.flatMap { child -> [Node] in
            child.kind == .section ? child.blocks : child.kind.isBlock ? [child] : []
        }
    }

    /// The last child that is not blank lines, looked for in subsections too.
    var lastContent: Node? {
        guard let last = children.last(where: { $0.kind != .blankLines }) else { return nil }
        return last.kind == .section ? last.lastContent : last
    }
}

extension NodeKind {
    /// A list of any kind.
    package var isList: Bool {
        self == .unorderedList || self == .orderedList || self == .descriptionList || self == .calloutList
    }

    /// What is a note, and not a line about notes.
    package var isBlock: Bool { !Self.notBlocks.contains(self) }

    private static let notBlocks: Set<NodeKind> = [
        .header, .heading, .blankLines, .lineComment, .directive, .attributeEntry, .section, .commentBlock,
        .blockTitle, .blockAttributes, .blockAnchor,
    ]
}
