import AsciiDoc
import AsciiDocASG
import Notebook

extension MarkdownWriter {
    mutating func writeTable(_ block: SemanticBlock) {
        writeTitle(of: block, caption: caption("table", of: block))
        guard let shape = block.table, shape.columns > 0, !block.cells.isEmpty else { return }
        var rows = grid(block.cells, columns: min(shape.columns, 1_000))
        // A table without a head has an empty one: Markdown knows no other.
        if shape.head == 0 { rows.insert(Array(repeating: "", count: rows[0].count), at: 0) }
        let alignments = shape.alignments.map { $0.map { Self.rules[$0] ?? "---" } ?? "---" }
        let rules = alignments + Array(repeating: "---", count: max(0, rows[0].count - alignments.count))
        rows.insert(Array(rules.prefix(rows[0].count)), at: 1)
        lines.write(rows.map { "| " + $0.joined(separator: " | ") + " |" })
    }

    private static let rules: [SemanticBlock.TableShape.Alignment: String] = [
        .left: ":--", .center: ":-:", .right: "--:",
    ]

    /// The cells by rows and columns; those that another one spans are empty.
    private mutating func grid(_ cells: [[TableCell]], columns: Int) -> [[String]] {
        var rows: [[String]] = []
        /// For each column, how many of the next rows a cell above takes.
        var taken = Array(repeating: 0, count: columns)
        for row in cells {
            var written: [String] = []
            var next = row.makeIterator()
            while written.count < columns {
                if taken[written.count] > 0 {
                    taken[written.count] -= 1
                    written.append("")
                    continue
                }
                guard let cell = next.next() else {
                    written.append("")
                    continue
                }
                if cell.columnSpan > 1 || cell.rowSpan > 1 { lose(.spannedCell) }
                let text = text(of: cell)
                for column in 0..<min(max(1, cell.columnSpan), columns - written.count) {
                    taken[written.count] = max(0, cell.rowSpan - 1)
                    written.append(column == 0 ? text : "")
                }
            }
            rows.append(written)
        }
        return rows
    }

    private mutating func text(of cell: TableCell) -> String {
        switch cell.style {
        case "a": return blocks(in: cell)
        case "l": return code(linesOf: cell.text)
        default: break
        }
        let paragraphs = cell.text.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "")
        return paragraphs.map { lines in
            let inlines = reader.inlines(of: lines.joined(separator: "\n"))
            if cell.style == "m" { return MarkdownText.cellCode(plain(inlines)) }
            let text = markdown(inlines, in: .cell)
            return cell.style == "s" || cell.style == "h" ? strong(text) : cell.style == "e" ? emphasis(text) : text
        }.joined(separator: "<br><br>")
    }

    private func code(linesOf text: String) -> String {
        text.split(separator: "\n").map { MarkdownText.cellCode(String($0)) }.joined(separator: "<br>")
    }

    /// A document within a cell, as lines of text.
    private mutating func blocks(in cell: TableCell) -> String {
        let outer = reader
        reader = outer.reader(of: cell)
        defer { reader = outer }
        var parts: [String] = []
        for block in reader.view.blocks.dropFirst() {
            reader.move(to: block)
            parts += [block.title.map { markdown(reader.inlines(of: $0), in: .cell) }, part(block)].compactMap { $0 }
        }
        if reader.view.blocks.count > 2 { lose(.blocksInCell) }
        return parts.joined(separator: "<br>")
    }

    private mutating func part(_ block: SemanticBlock) -> String? {
        switch block.context {
        case .image: return image(block.target ?? "", reader.metadata(of: block))
        case .listing, .literal: return code(linesOf: plain(reader.inlines(of: block)))
        case .term: return strong(markdown(reader.inlines(of: block.text ?? ""), in: .cell))
        case .pass: return MarkdownText.escaped(RawMarkup.text(block.text ?? "").replacing("\n", with: " "))
        case .table:
            return block.cells.map { row in
                row.map { markdown(reader.inlines(of: $0.text), in: .cell) }.joined(separator: " · ")
            }
            .joined(separator: "<br>")
        case .admonition:
            return strong(label(of: block))
                + (block.text == nil ? "" : " " + markdown(reader.inlines(of: block), in: .cell))
        default:
            guard block.text != nil else { return nil }
            let text = markdown(reader.inlines(of: block), in: .cell)
            return block.context == .item && block.marker != nil ? "• " + text : text
        }
    }
}
