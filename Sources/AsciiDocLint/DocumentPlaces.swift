import AsciiDoc

/// Turns places of the preprocessed document into those of the file.
struct DocumentPlaces {
    private let document: Document
    private var file: [UInt8] { document.source }
    let rows: LineIndex
    private let source: PreprocessedSource
    private let lines: LineIndex
    /// What was worked out last: many findings in one long line cost one walk over it.
    private var lastRow: (row: Int, shift: Int?)?
    private var last = (line: 0, offset: 0, column: 1)

    init(_ document: Document, _ source: PreprocessedSource) {
        self.document = document
        self.source = source
        lines = LineIndex(document.source)
        rows = LineIndex(source.bytes)
    }

    mutating func diagnostic(
        _ finding: Finding, _ rule: DiagnosticRule, _ severity: Diagnostic.Severity
    ) -> Diagnostic {
        let range = finding.isOfFile ? finding.range : written(finding.range)
        let (start, end) = (place(of: range.lowerBound), place(of: range.upperBound))
        return Diagnostic(
            rule: rule.name, message: rule.message(finding.arguments), arguments: finding.arguments,
            severity: severity, range: range, start: start, end: end,
            fix: finding.fix.flatMap { edit($0) })
    }

    /// The line of the file, from 0, in which a byte of the preprocessed document was written.
    func line(ofRowAt offset: Int) -> Int { source.line(ofRow: rows.line(at: offset)) - 1 }

    /// The bytes of the file's line in which a byte of the preprocessed document was written, without its end.
    func writtenLine(at offset: Int) -> ArraySlice<UInt8> { file[lines.content(line(ofRowAt: offset), of: file)] }

    /// The bytes of the file that a range stands for.
    private mutating func written(_ range: Range<Int>) -> Range<Int> {
        let start = written(range.lowerBound)
        return start.offset..<max(start.offset, written(range.upperBound).offset)
    }

    /// Where a byte was written; not exact where the line was made by the preprocessor.
    private mutating func written(_ offset: Int) -> (offset: Int, isExact: Bool) {
        let row = rows.line(at: offset)
        guard row < source.lines.count else { return (file.count, true) }
        let line = lines.content(source.lines[row] - 1, of: file)
        guard let shift = shift(ofRow: row, in: line) else { return (line.lowerBound, false) }
        let place = line.lowerBound + shift + offset - rows.starts[row]
        return (min(max(place, line.lowerBound), line.upperBound), true)
    }

    private mutating func shift(ofRow row: Int, in line: Range<Int>) -> Int? {
        if let lastRow, lastRow.row == row { return lastRow.shift }
        let shift = Self.shift(
            of: source.bytes[rows.content(row, of: source.bytes)], in: file[line],
            content: file[line.lowerBound..<document.trimBlanks(line).upperBound])
        lastRow = (row, shift)
        return shift
    }

    /// How many bytes further right a row's text begins in its line of the file; nil where it is not there.
    private static func shift(
        of row: ArraySlice<UInt8>, in line: ArraySlice<UInt8>, content: ArraySlice<UInt8>
    ) -> Int? {
        if line.starts(with: row) { return 0 }
        if content.suffix(row.count).elementsEqual(row) { return content.count - row.count }
        if row.suffix(content.count).elementsEqual(content) { return content.count - row.count }
        // `ifdef::name[text]`
        return content.last == UInt8(ascii: "]") && content.dropLast().suffix(row.count).elementsEqual(row)
            ? content.count - 1 - row.count : nil
    }

    private mutating func place(of offset: Int) -> Diagnostic.Place {
        let line = lines.line(at: offset)
        if line != last.line || offset < last.offset { last = (line, lines.starts[line], 1) }
        for byte in file[last.offset..<offset] where byte & 0xC0 != 0x80 { last.column += 1 }
        last.offset = offset
        return Diagnostic.Place(line: line + 1, column: last.column)
    }

    // MARK: Fixes

    private mutating func edit(_ fix: Fix) -> Edit? {
        switch fix {
        case .insertLine(let text, let offset):
            let start = lineStart(at: offset)
            let isEnded = start == 0 || file[start - 1] == newline
            return Edit(range: start..<start, replacement: (isEnded ? [] : lineEnd) + Array(text.utf8) + lineEnd)
        case .replace(let range, let text):
            let (start, end) = (written(range.lowerBound), written(range.upperBound))
            guard start.isExact, end.isExact, start.offset <= end.offset else { return nil }
            return Edit(range: start.offset..<end.offset, replacement: Array(text.utf8))
        case .replaceLineEnd(let offset, let text):
            let start = written(offset)
            guard start.isExact else { return nil }
            let end = lines.content(lines.line(at: start.offset), of: file).upperBound
            return Edit(range: start.offset..<end, replacement: Array(text.utf8))
        }
    }

    /// Where the file's line begins that a line goes before; the file's end after the last one.
    private func lineStart(at offset: Int) -> Int {
        let row = rows.line(at: offset)
        guard row < source.lines.count, source.lines[row] <= lines.starts.count else { return file.count }
        return lines.starts[source.lines[row] - 1]
    }

    /// The line end that the file's first line has.
    private var lineEnd: [UInt8] {
        guard let end = file.firstIndex(of: newline), end > 0, file[end - 1] == 0x0D else { return [newline] }
        return [0x0D, newline]
    }
}
