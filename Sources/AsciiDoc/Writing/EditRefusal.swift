/// Why an operation on a document is refused. The document is then as it was.
public enum EditRefusal: Error, Hashable, Sendable {
    /// The node or the edits belong to another version of the document.
    case stale
    /// There is nothing to write: no text, no row, no item.
    case empty
    /// No block can stand in a node of that kind.
    case holdsNoBlocks(NodeKind)
    /// The node is part of another one and has no place of its own: a marker, a section's heading.
    case isPart(NodeKind)
    /// A section can stand only in the document or in another section.
    case sectionInBlock
    /// After a section, a block would belong to that section.
    case blockAfterSection
    /// Sections have levels 1 to 5.
    case levelOutOfRange(Int)
    /// A block before the document's title would make that a section.
    case beforeTitle
    /// The line would close a block around the place.
    case closesBlockAround(String)
    /// A lone `+`, or lines about a block, wait there for a block.
    case waitsForBlock
    /// The node is no list item, or one whose marker cannot be read.
    case notAnItem
    /// An item of a description list needs a term, and a term without text takes what follows.
    case lacksTerm
    /// There is no marker after this one: letters end at `z.`.
    case lastMarker
    /// An item of one kind of list cannot stand in a list of the other.
    case otherKindOfList
    /// There is no item to go below.
    case nothingAbove(depth: Int)
    /// There is no item or paragraph whose text could go on.
    case nothingToContinue
    /// Two lists, or a term and what follows it, would become one without the node.
    case partsNeighbours
    /// A node cannot be moved into itself.
    case intoItself
    /// The nodes do not follow each other in one container.
    case notNeighbours
    /// The node has no heading.
    case noHeading
    /// The node's text is not lines of text: a block is edited as a whole.
    case noText
    /// Letters, digits, `_` and `-` make an attribute's name.
    case badAttributeName(String)
    /// AsciiDoc would read the lines otherwise at that place, in every way in which they could be written there.
    case readsOtherwise
}

extension EditRefusal: CustomStringConvertible {
    /// What happened, in English, for a reader who sees the document's text.
    public var description: String {
        switch self {
        case .stale: "the document has changed since"
        case .empty: "there is nothing to write"
        case .holdsNoBlocks(let kind): "nothing can be put into a \(kind)"
        case .isPart(let kind): "a \(kind) is part of something else"
        case .sectionInBlock: "a section cannot stand within a block"
        case .blockAfterSection: "after a section, it would belong to that section"
        case .levelOutOfRange(let level): "there is no section of level \(level)"
        case .beforeTitle: "nothing can stand before the document's title"
        case .closesBlockAround(let line): "“\(line)” would end the block around it"
        case .waitsForBlock: "a “+” or an attribute line waits there for a block"
        case .notAnItem: "this is no list item"
        case .lacksTerm: "a term is missing, or one without text would take it"
        case .lastMarker: "there is no marker after the last one of the list"
        case .otherKindOfList: "the lists are of different kinds"
        case .nothingAbove(let depth): "there is no item above to stand below at depth \(depth)"
        case .nothingToContinue: "there is no text to go on with"
        case .partsNeighbours: "what stands around it would become one"
        case .intoItself: "it cannot go into itself"
        case .notNeighbours: "these do not follow each other"
        case .noHeading: "there is no heading"
        case .noText: "this is not a line of text"
        case .badAttributeName(let name): "“\(name)” is no name of an attribute"
        case .readsOtherwise: "AsciiDoc would read it otherwise there"
        }
    }
}
