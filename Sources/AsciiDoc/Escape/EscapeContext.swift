/// Where text is put, and so what of it AsciiDoc would take for structure.
public enum EscapeContext: Hashable, Sendable, CaseIterable {
    /// The first line of a paragraph.
    case paragraph
    /// A later line of a paragraph.
    case paragraphContinuation
    /// What stands after a list item's marker.
    case listItem
    /// A later line of a list item's text.
    case listItemContinuation
    /// What stands after the signs of a section title.
    case sectionTitle
    /// What stands after the `.` of a block title.
    case blockTitle
    /// One or several lines between the delimiters of a listing.
    case verbatim
    /// What stands after `:name: `.
    case attributeValue
    /// What stands after the `|` of a table's cell.
    case tableCell
}

/// What of the text stays markup.
public enum EscapeMode: Hashable, Sendable, CaseIterable {
    /// What would be read as block structure is defused; inline markup is the writer's own.
    case structureSafe
    /// Nothing is markup: pasted text, captions made of file names, imported abstracts.
    case literal
}

extension EscapeContext {
    /// Whether the lines around it belong to the same text, so that a sign may find its partner there.
    var isPartOfSeveralLines: Bool {
        switch self {
        case .paragraph, .paragraphContinuation, .listItem, .listItemContinuation, .tableCell: true
        case .sectionTitle, .blockTitle, .verbatim, .attributeValue: false
        }
    }
}
