/// What a node of a document is. The names are those of the AsciiDoc language documentation and of its ASG.
public enum NodeKind: UInt8, Hashable, Sendable, CaseIterable {
    // Containers.
    case document, header, section, unorderedList, orderedList, descriptionList, calloutList, listItem
    // Blocks with delimiters.
    case listing, literal, example, sidebar, quote, open, pass, commentBlock, table
    // Blocks without delimiters.
    case paragraph, literalParagraph, blockMacro, thematicBreak, pageBreak
    // Parts of the header and of headings.
    case documentTitle, authorLine, revisionLine, heading
    // Lines about blocks, and lines that are no block.
    case attributeEntry, blockTitle, blockAttributes, blockAnchor, lineComment, directive, blankLines
    // Parts of blocks.
    case delimiterLine, marker, continuation, text
}

extension NodeKind {
    /// Whether blocks of this kind may stand between delimiter lines.
    public var hasDelimiters: Bool { (NodeKind.listing.rawValue...NodeKind.table.rawValue).contains(rawValue) }

    /// Whether a line of that kind says something about the block that follows.
    public var isAboutBlock: Bool {
        switch self {
        case .blockTitle, .blockAttributes, .blockAnchor, .blankLines, .lineComment, .attributeEntry, .directive,
            .commentBlock, .continuation:
            true
        default: false
        }
    }

    /// A list of any kind.
    public var isList: Bool { (NodeKind.unorderedList.rawValue...NodeKind.calloutList.rawValue).contains(rawValue) }

    /// What is a block, and not a line about blocks or a part of one.
    public var isBlock: Bool {
        isList || hasDelimiters || (NodeKind.paragraph.rawValue...NodeKind.pageBreak.rawValue).contains(rawValue)
    }
}
