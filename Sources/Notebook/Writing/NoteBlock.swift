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
    ///
    /// - Parameter abstractTitle: what the layout calls an abstract.
    func blocks(_ body: NoteBody, abstractTitle: String) -> [Block] {
        switch self {
        case .abstract: [.titled(abstractTitle, .listing(body.lines))]
        case .code(let language): [.listing(body.lines, language: language)]
        case .paragraph: body.paragraphs
        case .admonition(let kind): [.admonition(kind, body.blocks)]
        case .quote(let name): [.compound(.quote(attribution: name, source: nil), body.blocks)]
        case .open(let title):
            [title.map { .titled($0, .compound(.open, body.blocks)) } ?? .compound(.open, body.blocks)]
        case .raw: [.asciidoc(body.lines)]
        }
    }
}

extension NoteBody {
    fileprivate var blocks: [Block] {
        switch self {
        case .line(let line): [.paragraph([line])]
        case .lines(let lines): [.asciidoc(lines)]
        }
    }

    /// Paragraphs of text: an empty line ends one.
    fileprivate var paragraphs: [Block] {
        lines.split { $0.trimmingBlanks.isEmpty }.map { .paragraph(Array($0)) }
    }
}
