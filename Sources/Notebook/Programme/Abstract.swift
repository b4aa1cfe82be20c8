/// A session's abstract, read when somebody asks for it: of a thousand sessions, a note-taker writes a dozen.
struct Abstract: Hashable, Sendable {
    private enum Form {
        case blocks([AbstractBlock])
        /// A cell of the stored form, as it stands there.
        case cell(Substring)
    }

    private let form: Form

    init(_ blocks: [AbstractBlock]) { form = .blocks(blocks) }
    init(cell: Substring) { form = .cell(cell) }

    var blocks: [AbstractBlock] {
        switch form {
        case .blocks(let blocks): blocks
        case .cell(let cell): cell.isEmpty ? [] : [AbstractBlock](text: Cell.read(cell))
        }
    }

    /// As the stored form has it.
    var cell: String {
        switch form {
        case .blocks(let blocks): Cell.escaped(blocks.text)
        case .cell(let cell): String(cell)
        }
    }

    static func == (one: Abstract, other: Abstract) -> Bool {
        if case (.cell(let a), .cell(let b)) = (one.form, other.form), a == b { return true }
        return one.blocks == other.blocks
    }

    func hash(into hasher: inout Hasher) { hasher.combine(blocks) }
}
