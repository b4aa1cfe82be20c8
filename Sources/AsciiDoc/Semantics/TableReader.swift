/// Reads how many columns and rows a table has.
struct TableReader {
    private let lines: [String]
    private let metadata: BlockMetadata
    private let format: String
    private let separator: String

    init(lines: [String], delimiter: String, _ metadata: BlockMetadata) {
        self.lines = lines
        self.metadata = metadata
        let implied = delimiter.hasPrefix(",") ? "csv" : delimiter.hasPrefix(":") ? "dsv" : "psv"
        format = metadata.named["format"] ?? implied
        let usual = ["csv": ",", "dsv": ":", "tsv": "\t"][format] ?? (delimiter.hasPrefix("!") ? "!" : "|")
        let given = metadata.named["separator"] ?? usual
        separator = given == "\\t" ? "\t" : given.isEmpty ? usual : given
    }

    var shape: SemanticBlock.TableShape {
        var shape = SemanticBlock.TableShape()
        shape.columns = givenColumns ?? 0
        var rows = rowCount(&shape.columns)
        let hasHead =
            metadata.named["header-option"] != nil || (impliesHead && metadata.named["noheader-option"] == nil)
        if rows > 0, hasHead { (shape.head, rows) = (1, rows - 1) }
        if rows > 0, metadata.named["footer-option"] != nil { (shape.foot, rows) = (1, rows - 1) }
        shape.body = rows
        return shape
    }

    /// `cols="1,2*a,3"`
    private var givenColumns: Int? {
        guard let cols = metadata.named["cols"], !cols.isEmpty else { return nil }
        let list = cols.filter { $0 != " " }
        if let number = Int(list) { return number }
        return list.split(separator: list.contains(",") ? "," : ";", omittingEmptySubsequences: false)
            .reduce(0) { $0 + (repeats($1) ?? 1) }
    }

    private func repeats(_ spec: Substring) -> Int? {
        guard let star = spec.firstIndex(of: "*") else { return nil }
        return Int(spec[..<star])
    }

    /// A first line of cells with a blank line behind it, and none before.
    private var impliesHead: Bool {
        guard let first = lines.first, !first.isEmpty, lines.count > 1, lines[1].isEmpty else { return false }
        return format == "csv" ? first.count { $0 == "\"" } % 2 == 0 : true
    }

    private func rowCount(_ columns: inout Int) -> Int {
        var count = 0
        var firstLine: Int?
        for line in lines {
            let found = cells(line)
            if firstLine == nil, found > 0 { firstLine = found }
            count += found
        }
        if columns == 0 { columns = firstLine ?? 0 }
        guard columns > 0 else { return 0 }
        return format == "psv" ? count / columns : lines.count { !$0.isEmpty }
    }

    /// How many cells begin in the line, spans and repetitions counted as what they take.
    private func cells(_ line: String) -> Int {
        guard format == "psv" else {
            return line.isEmpty ? 0 : line.split(separator: separator, omittingEmptySubsequences: false).count
        }
        var count = 0
        var before = Substring()
        var rest = line[...]
        while let range = rest.firstRange(of: separator) {
            before = rest[..<range]
            rest = rest[range...].dropFirst(separator.count)
            if before.hasSuffix("\\") { continue }
            count += factor(before)
        }
        return count
    }

    /// `2+|`, `.3+|`, `3*|`: how many cells the one that follows stands for.
    private func factor(_ before: Substring) -> Int {
        let spec = before.split(separator: " ").last ?? ""
        guard before.last != " ", let sign = spec.firstIndex(where: { $0 == "+" || $0 == "*" }) else { return 1 }
        let numbers = spec[..<sign].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        if numbers.contains(where: { $0 == nil }), spec[..<sign].filter({ !$0.isNumber && $0 != "." }).isEmpty == false
        {
            return 1
        }
        return numbers.reduce(1) { $0 * ($1 ?? 1) }
    }
}

extension Substring {
    fileprivate func firstRange(of needle: String) -> Index? {
        indices.first { self[$0...].hasPrefix(needle) }
    }
}
