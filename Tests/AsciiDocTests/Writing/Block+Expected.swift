@testable import AsciiDoc

/// What the semantic view, and Asciidoctor, must find in a written block: one line for each block in it.
struct ExpectedBlocks {
    private(set) var lines: [String] = []
    private var sectionLevel = 0
    private var takesSections = true

    init(_ blocks: [Block]) { add(blocks, 1) }

    private mutating func add(_ blocks: [Block], _ depth: Int) {
        for block in blocks { add(block, depth, title: nil) }
    }

    private mutating func note(_ depth: Int, _ context: String, _ title: String? = nil, _ text: String? = nil) {
        lines.append("\(depth) \(context) \(title.map { escape($0, for: .blockTitle) } ?? "-") \(text ?? "-")")
    }

    private mutating func add(_ block: Block, _ depth: Int, title: String?) {
        switch block {
        case .paragraph(let lines): note(depth, "paragraph", title, lines.asParagraph)
        case .section(let level, let heading, let blocks):
            let (outer, text) = (sectionLevel, escape(heading, for: .sectionTitle).trimmingBlanks)
            sectionLevel = min(max(level, outer + 1), 5)
            lines.append("\(depth) section \(text) \(sectionLevel)")
            add(blocks, depth + 1)
            sectionLevel = outer
        case .heading(let level, let heading):
            lines.append("\(depth) floating_title \(escape(heading, for: .sectionTitle).trimmingBlanks) \(level)")
        case .list(let kind, let items): add(kind, items, depth, title)
        case .verbatim(.comment, _), .comment: break
        case .described(_, .verbatim(.comment, _)): break
        case .verbatim(let kind, let lines):
            note(depth, kind.context, title, lines.map { escape($0, for: .verbatim) }.joined(separator: "\n"))
        case .compound(let kind, let blocks):
            note(depth, kind.context, title)
            add(blocks, depth + 1)
        case .table(let table):
            note(depth, "table \(table.columnCount) \(table.head == nil ? 0 : 1) \(table.rows.count)", title)
        case .macro(let macro, let target, _): note(depth, macro.rawValue, title, target.isEmpty ? nil : target)
        case .thematicBreak: note(depth, "thematic_break", title)
        case .pageBreak: note(depth, "page_break", title)
        // What was typed may be anything.
        case .asciidoc, .condition: break
        case .described(let metadata, let block): add(block, depth, title: metadata.title ?? title)
        }
    }

    private mutating func add(_ kind: Block.List, _ items: [Block.Item], _ depth: Int, _ title: String?) {
        let names: [Block.List: String] = [
            .unordered: "ulist", .ordered: "olist", .description: "dlist", .callouts: "colist",
        ]
        note(depth, names[kind] ?? "", title)
        for item in items {
            if kind == .description {
                for term in item.terms { note(depth + 1, "term", nil, term.asTerm) }
            }
            note(depth + 1, "item", nil, item.text.map { escape($0, for: .listItem).trimmingBlanks })
            for block in item.attached { add(block.isList ? .compound(.open, [block]) : block, depth + 2, title: nil) }
            if !item.items.isEmpty { add(item.list, item.items, depth + 2, nil) }
        }
    }
}

extension Block.Verbatim {
    fileprivate var context: String {
        switch self {
        case .listing: "listing"
        case .literal: "literal"
        case .pass: "pass"
        case .stem: "stem"
        case .verse: "verse"
        case .comment: "comment"
        case .table: "table"
        }
    }
}

extension Block.Compound {
    fileprivate var context: String {
        switch self {
        case .example: "example"
        case .sidebar: "sidebar"
        case .open: "open"
        case .quote: "quote"
        case .admonition: "admonition"
        }
    }
}

extension [String] {
    fileprivate var asParagraph: String {
        var written: [String] = []
        for line in self {
            written.append(
                escape(line, for: written.isEmpty ? .paragraph : .paragraphContinuation, after: written.last))
        }
        return written.joined(separator: "\n")
    }
}

extension SemanticBlock {
    /// The block as ``ExpectedBlocks`` has it.
    var summary: String {
        switch context {
        case .section, .discreteHeading: return "\(depth) \(context.rawValue) \(title ?? "") \(level ?? 0)"
        case .table:
            let shape = table ?? TableShape()
            return "\(depth) table \(shape.columns) \(shape.head) \(shape.body) \(title ?? "-") -"
        default:
            let text =
                target
                ?? (context == .item && text?.isEmpty == true
                    ? nil : text.map { context == .item ? $0.trimmingBlanks : $0 })
            return "\(depth) \(context.rawValue) \(title ?? "-") \(text ?? "-")"
        }
    }
}
