/// A table as Asciidoctor reads it.
public struct Table: Hashable, Sendable {
    /// How many columns it has, and how many rows in head, body and foot.
    public let shape: SemanticBlock.TableShape
    /// The rows that are complete: first the head's, last the foot's.
    public let rows: [[TableCell]]
    /// The cells of a last row that is not complete, which is left out.
    public let rest: [TableCell]
    /// How many columns of that row are taken, by its cells and by those of rows above that span it.
    public let restColumns: Int
    /// Where cells stand that no row has room for: offsets into the document's source.
    public let dropped: [Range<Int>]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - node: its node.
    ///   - metadata: what is written about it: columns, format, separator, options.
    public init(_ node: Node, _ metadata: BlockMetadata) {
        var reader = TableReader(of: node, metadata)
        reader.read()
        (shape, rows, rest, dropped) = (reader.shape, reader.cells, reader.row, reader.dropped)
        restColumns = reader.takenColumns
    }
}
