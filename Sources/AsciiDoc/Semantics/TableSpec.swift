/// What stands before a cell's separator: `2+`, `.3+`, `3*`, `^.>s`. A cell's span and repetition count here.
struct CellSpec {
    private(set) var columns = 1
    private(set) var rows = 1
    private(set) var repeats = 1
    /// The letter at its end.
    private(set) var style: Character?
    /// Other letters mean nothing.
    static let styles: Set<Character> = ["a", "d", "e", "h", "l", "m", "s"]
    /// More columns and rows than a table can have are not counted.
    fileprivate static let mostRepeats = 10_000
    /// Whether it says anything.
    private(set) var isWritten = false

    init() {}

    /// Reads all of what stands before a line's first separator; nil where it is the text of the cell before.
    init?(start text: Substring) {
        let spec = text.drop { $0 == " " || $0 == "\t" }
        guard read(spec) else { return nil }
    }

    /// Reads the last word before a separator within a line; where it is no spec, it is text.
    init(end text: Substring) {
        guard let blank = text.lastIndex(where: { $0 == " " || $0 == "\t" }) else { return }
        if !read(text[text.index(after: blank)...]) { self = CellSpec() }
    }

    private mutating func read(_ text: Substring) -> Bool {
        var rest = text
        let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        if !number.isEmpty, let sign = rest.dropFirst(number.count).first, sign == "+" || sign == "*" {
            let parts = number.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2, number != "." else { return false }
            let counts = parts.map { $0.isEmpty ? 1 : min(Int(written: $0) ?? 1, Self.mostRepeats) }
            if sign == "*" { repeats = counts[0] } else { (columns, rows) = (counts[0], counts.last ?? 1) }
            if sign == "+", counts.count == 1 { rows = 1 }
            rest = rest.dropFirst(number.count + 1)
        }
        guard Self.isAlignmentAndStyle(rest) else { return false }
        style = rest.last.flatMap { Self.styles.contains($0) ? $0 : nil }
        isWritten = !text.isEmpty
        return true
    }

    static func isAlignmentAndStyle(_ text: Substring) -> Bool {
        var rest = text.drop { "<^>".contains($0) }
        guard text.count - rest.count <= 1 else { return false }
        if rest.first == "." {
            let after = rest.dropFirst()
            let tail = after.drop { "<^>".contains($0) }
            guard after.count - tail.count <= 1, rest.count < text.count || tail.count < after.count else {
                return false
            }
            rest = tail
        }
        return rest.isEmpty || (rest.count == 1 && rest.first.map { ("a"..."z").contains($0) } == true)
    }
}

/// `cols="1,2*a,3"`
enum ColumnSpec {
    /// How many columns a list of specs declares.
    static func count(in cols: String) -> Int? {
        let list = cols.filter { $0 != " " }
        guard !list.isEmpty else { return nil }
        if let number = Int(written: list) { return min(max(number, 0), CellSpec.mostRepeats) }
        return list.split(separator: list.contains(",") ? "," : ";", omittingEmptySubsequences: false)
            .reduce(0) { $0 + count(of: $1) }
    }

    /// The style of each column, where it has one.
    static func styles(in cols: String) -> [Character?] {
        columns(in: cols) { spec in spec.last.flatMap { CellSpec.styles.contains($0) ? $0 : nil } }
    }

    /// How the text of each column is aligned, where that is said.
    static func alignments(in cols: String) -> [SemanticBlock.TableShape.Alignment?] {
        columns(in: cols) { spec in
            let alignment = spec.drop { $0.isNumber || $0 == "*" }.prefix { "<^>.".contains($0) }
            // After a point stands the vertical one.
            guard let sign = alignment.first, sign != "." else { return nil }
            return sign == "<" ? .left : sign == "^" ? .center : .right
        }
    }

    /// What the spec of each column says.
    private static func columns<Value>(in cols: String, _ value: (Substring) -> Value) -> [Value] {
        let list = cols.filter { $0 != " " }
        if Int(written: list) != nil { return [] }
        var values: [Value] = []
        for spec in list.split(separator: list.contains(",") ? "," : ";", omittingEmptySubsequences: false)
        where values.count < CellSpec.mostRepeats {
            values += Array(repeating: value(spec), count: count(of: spec))
        }
        return values
    }

    /// A word that is no spec declares no column.
    private static func count(of spec: Substring) -> Int {
        var rest = spec
        var repeats = 1
        // A sign makes it no number, and so no spec.
        if let star = rest.firstIndex(of: "*"), rest.first?.isNumber == true, let number = Int(written: rest[..<star]) {
            (repeats, rest) = (min(number, CellSpec.mostRepeats), rest[star...].dropFirst())
        }
        let alignment = rest.prefix { "<^>.".contains($0) }
        rest = rest.dropFirst(alignment.count)
        let width = rest.prefix { $0.isNumber || $0 == "~" }
        rest = rest.dropFirst(width.count)
        if rest.first == "%", !width.isEmpty { rest = rest.dropFirst() }
        // After the width stands a style, and nothing else.
        guard !"<^>.".contains(rest.first ?? "a") else { return 0 }
        return CellSpec.isAlignmentAndStyle(alignment + rest) ? repeats : 0
    }
}
