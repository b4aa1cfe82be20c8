/// Something of a document that Markdown has no form for, and that was written in the nearest one.
package struct MarkdownLoss: Hashable, Sendable {
    /// What it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Terms became bold list items.
        case descriptionList
        /// An example or a sidebar lost its frame.
        case frame
        /// A formula that is not LaTeX became code.
        case formula
        /// Raw HTML lost its tags.
        case rawMarkup
        /// A cell over several columns or rows left empty cells.
        case spannedCell
        /// Blocks in a table's cell became one line.
        case blocksInCell
        /// A video or a sound became a link.
        case media
        /// A link that would run a script became text.
        case unsafeLink
        /// A text lost the role that styles it.
        case role
        /// An icon became its name.
        case icon
        /// A picture lost the size at which it is shown.
        case imageSize
        /// A page break was left out.
        case pageBreak
        /// The place of the table of contents was left out: readers of Markdown make their own.
        case tableOfContents
        /// Letters or Roman numerals in front of items became numbers.
        case listStyle
        /// An alert inside another block became a quotation.
        case nestedAlert
        /// What was nested deeper than Markdown's readers go lost its indent.
        case nesting
    }

    /// What it is.
    package let kind: Kind
    /// The line, from 1, of the document in which the block begins that it stands in.
    package let line: Int

    package init(kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }
}
