/// Reads how many columns and rows a table has: Asciidoctor's way of finding cells, without their text.
struct TableReader {
    /// A line of the table, and where it begins in the preprocessed source.
    typealias Line = (text: String, range: Range<Int>)

    private let source: [UInt8]
    private let lines: [Line]
    private let metadata: BlockMetadata
    let format: String
    let separator: String

    var shape = SemanticBlock.TableShape()
    /// The rows, as far as they are complete.
    private(set) var cells: [[TableCell]] = []
    private(set) var row: [TableCell] = []
    /// Where cells stand that no row has room for.
    private(set) var dropped: [Range<Int>] = []
    /// How many cells that are not written may still come: a few bytes could ask for millions of them.
    private var repeatsLeft = 100_000
    private let styles: [Character?]
    /// Where the cell that is read begins and ends.
    private var place: Range<Int>?
    private var rows = 0
    /// How many columns a row has; nil as long as the first row tells.
    private var rowLength: Int?
    /// How many columns of this row cells of earlier rows take, how many more those of this row take of the next one, and
    /// how many are free again from a row on.
    private var spanned = 0
    private var spansBegun = 0
    private var spansEnding: [Int: Int] = [:]
    private var cellsInRow = 0
    private var visits = 0
    private var lineNumber = -1
    private var specs: [CellSpec] = []
    private var buffer = ""
    private var isOpen = false
    private var header: Header

    /// Whether the first row is the table's head.
    private enum Header {
        case no, yes
        /// It is, as long as a blank line ends it; the line number is that before which no text may go on.
        case implied(boundary: Int?)
    }

    /// - Parameters:
    ///   - node: the table.
    ///   - metadata: what is written about it.
    init(of node: Node, _ metadata: BlockMetadata) {
        let document = node.document
        let delimiter = document.text(node.delimiter ?? node.range)
        let lines = node.children.filter { $0.kind == .text }.flatMap { document.placedLines(in: $0.range) }
        source = document.source
        let written = lines.filter { !$0.text.hasPrefix("//") || $0.text.hasPrefix("///") }
        let leading = written.prefix { $0.text.isEmpty }.count
        let trailing = node.losesBlankEnd ? written.reversed().prefix { $0.text.isEmpty }.count : 0
        self.lines = Array(written.dropLast(trailing).dropFirst(leading))
        styles = ColumnSpec.styles(in: metadata.named["cols"] ?? "")
        shape.alignments = ColumnSpec.alignments(in: metadata.named["cols"] ?? "")
        self.metadata = metadata
        let implied = delimiter.hasPrefix(",") ? "csv" : delimiter.hasPrefix(":") ? "dsv" : "psv"
        let given = metadata.named["format"].map { ["csv", "dsv", "tsv"].contains($0) ? $0 : "psv" } ?? implied
        format = given == "tsv" ? "csv" : given
        let usual = ["csv": ",", "dsv": ":", "tsv": "\t"][given] ?? (delimiter.hasPrefix("!") ? "!" : "|")
        let sign = metadata.named["separator"] ?? usual
        separator = sign == "\\t" ? "\t" : sign.isEmpty ? usual : sign
        if let columns = ColumnSpec.count(in: metadata.named["cols"] ?? ""), columns > 0 {
            (shape.columns, rowLength) = (columns, columns)
        }
        let canImply = leading == 0 && metadata.named["noheader-option"] == nil
        header = metadata.named["header-option"] != nil ? .yes : canImply ? .implied(boundary: nil) : .no
    }

    /// Reads the table's lines.
    mutating func read() {
        var index = 0
        while index < lines.count {
            take(lines[index].text[...], at: index)
            index += 1
            if isOpen {
                if index == lines.count { closeCell(endsLine: true) }
            } else {
                while index < lines.count, lines[index].text.isEmpty { index += 1 }
            }
        }
        if rows > 0, isHeaded { (shape.head, rows) = (1, rows - 1) }
        if rows > 0, metadata.named["footer-option"] != nil { (shape.foot, rows) = (1, rows - 1) }
        shape.body = rows
        for index in cells.indices.prefix(shape.head) {
            for cell in cells[index].indices {
                cells[index][cell].style = nil
                cells[index][cell].text = String(cells[index][cell].text.trimmingBlanksAndLines)
            }
        }
    }

    /// How many columns of the row that is read are taken.
    var takenColumns: Int { visits + spanned }

    private var isHeaded: Bool { if case .no = header { false } else { true } }

    private var taken = 0
    private var current: Line = ("", 0..<0)

    private mutating func take(_ line: Substring, at index: Int) {
        defer { taken += 1 }
        current = lines[index]
        if taken > 0, line.isEmpty {
            if case .implied(let boundary?) = header { header = .implied(boundary: boundary + 1) }
            return split(nil)
        }
        let rest = format == "psv" ? beginCell(line) : line
        if taken == 0, case .implied = header {
            let isGap = index + 1 < lines.count && lines[index + 1].text.isEmpty
            header = isGap ? .implied(boundary: 1) : .no
        }
        split(rest)
    }

    /// A cell that begins with the line, or goes on with it.
    private mutating func beginCell(_ line: Substring) -> Substring {
        guard let place = line.firstRange(of: separator), let spec = CellSpec(start: line[..<place]) else {
            if case .implied(let boundary?) = header, boundary == taken { header = .no }
            return line
        }
        specs.append(spec)
        if isOpen { closeCell(endsLine: true) }
        lineNumber += 1
        if case .implied = header, taken > 0 { header = .implied(boundary: nil) }
        return line.after(separator, at: place)
    }

    /// Takes cells off a line up to its end.
    private mutating func split(_ line: Substring?) {
        var line = line
        while let text = line, let place = text.firstRange(of: separator) {
            let before = text[..<place]
            let rest = text.after(separator, at: place)
            if isText(before) {
                extend(over: before)
                buffer += format == "csv" ? before + separator : before.dropLast() + separator
                if rest.isEmpty { return keepOpen() }
                line = rest
                continue
            }
            var content = before
            if format == "psv" {
                specs.append(CellSpec(end: before))
                if specs.last?.isWritten == true {
                    content = before[..<(before.utf8.lastIndex { $0.isBlank } ?? before.startIndex)]
                }
            }
            extend(over: content)
            buffer += content
            line = rest.isEmpty ? nil : rest
            closeCell()
        }
        if let line { extend(over: line) }
        buffer += (line ?? "") + "\n"
        if format == "psv" || (format == "csv" && hasOpenQuote("")) {
            if format == "csv", taken == 0, case .implied = header { header = .no }
            isOpen = true
        } else {
            closeCell(endsLine: true)
        }
    }

    private mutating func keepOpen() {
        guard format != "csv" else { return }
        buffer += "\n"
        isOpen = true
    }

    /// Whether the separator after `before` is no separator.
    private func isText(_ before: Substring) -> Bool {
        format == "csv" ? hasOpenQuote(before) : before.hasSuffix("\\")
    }

    private func hasOpenQuote(_ more: Substring) -> Bool {
        let record = (buffer + more).trimmingBlanksAndLines
        guard record.hasPrefix("\"") else { return false }
        if record == "\"" { return true }
        let ends = record.hasSuffix("\"")
        guard (ends && record.hasSuffix("\"\"")) || record.hasPrefix("\"\"") else { return !ends }
        let bare = record.withoutDoubledQuotes
        return bare.hasPrefix("\"") && !bare.hasSuffix("\"")
    }

    /// Puts what is read of the current line to the cell's place.
    private mutating func extend(over text: Substring) {
        let line = current.text.utf8
        let start = line.distance(from: line.startIndex, to: text.startIndex)
        let (first, end) = (offset(ofShown: start), offset(ofShown: start + text.utf8.count))
        place = (place?.lowerBound ?? first)..<max(place?.lowerBound ?? first, end)
    }

    /// Where a byte of the current line's text was written: bytes that are not UTF-8 are shown by longer ones.
    private func offset(ofShown shown: Int) -> Int {
        let written = current.range
        guard current.text.utf8.count != written.count else { return written.lowerBound + shown }
        var bytes = source[written].makeIterator()
        var (decoder, passed, offset) = (UTF8(), 0, written.lowerBound)
        while passed < shown, offset < written.upperBound {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar):
                passed += UTF8.width(scalar)
                offset += UTF8.width(scalar)
            case .error:
                passed += 3
                offset += 1
            case .emptyInput: return written.upperBound
            }
        }
        return min(offset, written.upperBound)
    }

    /// The cell's text without its spaces; of a quoted field, what is between the quotation marks.
    private var text: String {
        let text = buffer.trimmingBlanksAndLines
        guard format == "csv", text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
        return String(text.dropFirst().dropLast().replacing("\"\"", with: "\""))
    }

    private mutating func closeCell(endsLine: Bool = false) {
        var cell = TableCell(text: text, range: place ?? 0..<0)
        let written = buffer
        place = nil
        buffer = ""
        isOpen = false
        let spec = format == "psv" && !specs.isEmpty ? specs.removeFirst() : CellSpec()
        guard spec.repeats > 0 else { return }
        let repeats = min(spec.repeats, repeatsLeft + 1)
        repeatsLeft -= repeats - 1
        for count in 1...repeats {
            if rowLength == nil {
                shape.columns += spec.columns
            } else if cellsInRow >= shape.columns {
                return dropped.append(cell.range)
            }
            if spec.rows > 1 {
                spansBegun += spec.columns
                spansEnding[rows + spec.rows, default: 0] += spec.columns
            }
            cell.apply(spec, columnStyle: cellsInRow < styles.count ? styles[cellsInRow] : nil)
            if cell.keepsIndent, format != "csv", let indented = written.indentedText { cell.text = indented }
            row.append(cell)
            visits += spec.columns
            cellsInRow += 1
            let isFull = rowLength.map { takenColumns == $0 } ?? true
            let mayEnd = rowLength != nil || lineNumber > 0 || (endsLine && count == repeats)
            if isFull, mayEnd { closeRow() }
        }
    }

    private mutating func closeRow() {
        rows += 1
        cells.append(row)
        row = []
        if rowLength == nil { rowLength = visits }
        (visits, cellsInRow) = (0, 0)
        spanned += spansBegun - (spansEnding.removeValue(forKey: rows) ?? 0)
        spansBegun = 0
    }
}
