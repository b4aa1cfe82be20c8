import AsciiDoc

extension AsgWriter {
    /// How deep tables may stand in cells of tables; deeper ones are text.
    private static let deepest = 4

    mutating func writeRows(of block: SemanticBlock, _ table: SemanticBlock.TableShape) {
        json.name("columns")
        json.number(table.columns)
        json.name("rows")
        json.beginArray()
        for (index, row) in block.cells.enumerated() {
            let isFoot = index >= table.head + table.body
            json.beginObject()
            writeKind("tableRow")
            json.member("variant", index < table.head ? "head" : isFoot ? "foot" : "body")
            json.name("cells")
            json.beginArray()
            for cell in row { write(cell) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    private mutating func write(_ cell: TableCell) {
        json.beginObject()
        writeKind("tableCell")
        if let style = cell.style { json.member("style", String(style)) }
        for (name, count) in [("columnSpan", cell.columnSpan), ("rowSpan", cell.rowSpan)] where count > 1 {
            json.name(name)
            json.number(count)
        }
        let range = document.trimBlanks(cell.range.clamped(to: document.source.indices))
        let text = MappedText(cell.text, in: document.source, from: cell.range.clamped(to: document.source.indices))
        if cell.style == "a", nesting < Self.deepest {
            writeDocument(in: text)
        } else {
            writeInlines(text, as: "inlines", cell.style == "l" ? nil : .normal)
        }
        if !range.isEmpty { writeLocation(first: range.lowerBound, last: range.upperBound - 1) }
        json.endObject()
    }

    /// Writes the blocks of a cell that holds a document of its own, with their places in this one.
    private mutating func writeDocument(in text: MappedText) {
        let inner = Document(parsing: text.bytes).semanticView(with: attributes)
        var writer = AsgWriter(inner.moved(to: text, in: &map), attributes)
        writer.nesting = nesting + 1
        writer.json = json
        json = JSONWriter()
        writer.writeBlocks()
        json = writer.json
    }
}

extension SemanticView {
    /// The view of a part of a document, its lines and columns those of the document.
    fileprivate func moved(to text: MappedText, in map: inout SourceMap) -> SemanticView {
        var source = preprocessed
        let places = text.lineOffsets.map { text.place(of: $0) }
        for (row, line) in preprocessed.lines.enumerated() where line <= places.count {
            guard let offset = places[line - 1] else { continue }
            let place = map.place(of: offset)
            source.lines[row] = place.line
            source.columnShifts[row] = (preprocessed.columnShifts[row] ?? 0) + place.column - 1
        }
        return placed(by: source)
    }
}
