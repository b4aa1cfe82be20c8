import Notebook

/// Pasted lines as bullets: their markers taken off, their depth told by indentation and kind of marker.
struct PastedOutline {
    /// The first one has level 0.
    private(set) var items: [OutlineItem] = []

    /// The lists around the line at hand, the outermost first.
    private var stack: [Level] = []

    /// A list is deeper than another by its indentation, and where that is the same by its marker's rank.
    private struct Level: Comparable {
        let indent: Int
        let rank: Int

        static func < (one: Level, other: Level) -> Bool { (one.indent, one.rank) < (other.indent, other.rank) }
    }

    init(_ lines: [String]) {
        for line in lines where !line.trimmingBlanks.isEmpty { add(line) }
    }

    private mutating func add(_ line: String) {
        let marked = MarkedLine(line)
        guard !marked.text.isEmpty else { return }
        if marked.rank == 0, let column = textColumn, marked.indent == column {
            // Behind a marker's text, below it: a line that whoever copied it saw wrapped.
            items[items.count - 1].text += " " + marked.text
            return
        }
        let level = Level(indent: marked.indent, rank: marked.rank)
        while let last = stack.last, last > level { stack.removeLast() }
        if stack.last != level { stack.append(level) }
        items.append(OutlineItem(text: marked.text, level: stack.count - 1))
        textColumn = marked.rank == 0 ? nil : marked.textColumn
    }

    /// Where the text of the last marked line began.
    private var textColumn: Int?
}

/// A line, its marker taken off.
private struct MarkedLine {
    /// Columns before the marker; a tab goes to the next multiple of four.
    let indent: Int
    /// 0: no marker.
    let rank: Int
    let textColumn: Int
    let text: String

    private static let tabStop = 4

    init(_ line: String) {
        var column = 0
        let blank = line.prefix { $0 == " " || $0 == "\t" }
        for character in blank { column += character == "\t" ? Self.tabStop - column % Self.tabStop : 1 }
        indent = column
        let body = line.dropFirst(blank.count)
        let word = body.prefix { $0 != " " && $0 != "\t" }
        let behind = body.dropFirst(word.count)
        guard !behind.isEmpty, let rank = Self.rank(of: word) else {
            (rank, textColumn, text) = (0, indent, String(body))
            return
        }
        self.rank = rank
        text = behind.trimmingBlanks
        textColumn = indent + word.count + behind.prefix { $0 == " " || $0 == "\t" }.count
    }

    private static let ranks: [Substring: Int] = [
        "-": 2, "*": 2, "+": 2, "•": 2, "●": 2, "·": 2, "–": 2, "—": 2, "‣": 2, "⁃": 2, "►": 2, "➢": 2, "✓": 2,
        "\u{F0B7}": 2, "◦": 3, "○": 3, "o": 3, "▪": 4, "■": 4, "\u{F0A7}": 4, "§": 4,
    ]

    /// Nil where the word is no marker of a list.
    private static func rank(of word: Substring) -> Int? {
        if let rank = ranks[word] { return rank }
        // AsciiDoc's own: depth is the number of stars.
        if word.count > 1, word.count < 7, word.allSatisfy({ $0 == "*" }) { return 3 + word.count }
        return isNumber(word) ? 1 : nil
    }

    /// `1.`, `12)`, `(3)`, `a)`; four digits are a year.
    private static func isNumber(_ word: Substring) -> Bool {
        guard let end = word.last, end == "." || end == ")", word.count > 1 else { return false }
        let number = word.dropLast().drop { $0 == "(" }
        if number.count == 1, end == ")", let letter = number.first { return letter.isLetter || letter.isNumber }
        return (1...2).contains(number.count) && number.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
