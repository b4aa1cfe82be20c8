package import AsciiDoc

/// A block that a command writes.
package enum NoteBlock: Hashable, Sendable {
    case abstract
    case paragraph
    case admonition(Block.Admonition)
    case quote(attribution: String?)
    case code(language: String?)
    /// A block with a title, without a meaning of its own.
    case open(title: String?)
    /// An example, with or without a title.
    case example(title: String?)
    /// Rows of a table as typed, with what is said of it.
    case table(attributes: String)
    /// Lines that are not shown.
    case comment
    /// Lines that are shown where an attribute of the document is set.
    case condition(attribute: String)
    /// AsciiDoc as typed.
    case raw
}

/// What is put into a block.
package enum NoteBody: Hashable, Sendable {
    /// One line, typed with the command: text.
    case line(String)
    /// Lines typed or pasted after the command: the user's own AsciiDoc where the block may hold any.
    case lines([String])

    package var lines: [String] {
        switch self {
        case .line(let line): [line]
        case .lines(let lines): lines
        }
    }
}

extension NoteBlock {
    /// The blocks that the body makes.
    func blocks(_ body: NoteBody, _ layout: Layout) -> [Block] {
        switch self {
        case .abstract: layout.abstract.blocks(body)
        case .code(let language): [.listing(body.lines, language: language)]
        case .paragraph: body.paragraphs
        case .admonition(let kind): [.admonition(kind, body.blocks)]
        case .quote(let name): [.compound(.quote(attribution: name, source: nil), body.blocks)]
        case .open(let title): [Self.compound(.open, body, title)]
        case .example(let title): [Self.compound(.example, body, title)]
        case .table(let attributes): [.verbatim(.table(attributes: attributes), body.lines)]
        case .comment: [.comment(body.lines.joined(separator: "\n"))]
        case .condition(let attribute): [.condition(attribute: attribute, body.lines)]
        case .raw: [.asciidoc(body.lines)]
        }
    }

    private static func compound(_ kind: Block.Compound, _ body: NoteBody, _ title: String?) -> Block {
        let block = Block.compound(kind, body.blocks)
        return title.map { .titled($0, block) } ?? block
    }
}

extension NoteBody {
    var blocks: [Block] {
        switch self {
        case .line(let line): [.paragraph([line])]
        case .lines(let lines): [.asciidoc(lines)]
        }
    }

    /// Paragraphs of text: an empty line ends one.
    var paragraphs: [Block] {
        lines.split { $0.trimmingBlanks.isEmpty }.map { .paragraph(Array($0)) }
    }
}
