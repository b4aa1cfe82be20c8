import Notebook

/// A pasted line taken apart: the columns before it, and the first word where that may be a marker.
struct PastedLine {
    /// Columns before the first character; a tab goes to the next multiple of four.
    let indent: Int
    /// What the first word may be; nil: a word like any other.
    let mark: Mark?
    /// What stands after the indentation, the marker with it.
    let whole: String
    /// What stands after the marker; the same as `whole` where there is none.
    let text: String
    /// The column where `text` begins.
    let textColumn: Int
    /// Whether an empty line stands before it.
    let followsEmptyLine: Bool

    enum Mark: Hashable {
        /// `•`, `-`: what it looks like, and how deep a list with it is among lists at the same indentation.
        case sign(Character, rank: Int)
        /// A number, and how it is written: `#.`, `#)`, `(#)`; `start`: the first number of its list.
        case number(Int, form: String, start: Int)

        var rank: Int {
            switch self {
            case .sign(_, let rank): rank
            case .number: 1
            }
        }
    }

    private static let tabStop = 4

    init(_ line: String, followsEmptyLine: Bool) {
        self.followsEmptyLine = followsEmptyLine
        let spaces = line.prefix { $0 == " " || $0 == "\t" }
        indent = spaces.reduce(0) { $0 + ($1 == "\t" ? Self.tabStop - $0 % Self.tabStop : 1) }
        let body = line.dropFirst(spaces.count)
        let word = body.prefix { $0 != " " && $0 != "\t" }
        let gap = body.dropFirst(word.count).prefix { $0 == " " || $0 == "\t" }
        whole = String(body)
        guard word.count + gap.count < body.count, let mark = Self.mark(word, gap: gap) else {
            (mark, text, textColumn) = (nil, whole, indent)
            return
        }
        self.mark = mark
        text = body.dropFirst(word.count).trimmingBlanks
        textColumn = indent + word.count + gap.count
    }

    private static let ranks: [Character: Int] = [
        "-": 2, "*": 2, "+": 2, "•": 2, "●": 2, "·": 2, "–": 2, "—": 2, "‣": 2, "⁃": 2, "►": 2, "➢": 2,
        "\u{F0B7}": 2, "◦": 3, "○": 3, "▪": 4, "■": 4, "\u{F0A7}": 4,
    ]
    /// The signs of word processors that are words elsewhere: markers only where a tab or several spaces follow.
    private static let ranksBeforeWideGap: [Character: Int] = ["o": 3, "§": 4]

    private static func mark(_ word: Substring, gap: Substring) -> Mark? {
        if word.count == 1, let sign = word.first {
            if let rank = ranks[sign] { return .sign(sign, rank: rank) }
            let isWide = gap.count > 1 || gap == "\t"
            if let rank = ranksBeforeWideGap[sign], isWide { return .sign(sign, rank: rank) }
        }
        // AsciiDoc's own: depth is the number of stars.
        if word.count > 1, word.count < 7, word.allSatisfy({ $0 == "*" }) { return .sign("*", rank: 3 + word.count) }
        return number(word)
    }

    /// `1.`, `12)`, `(3)`
    private static func number(_ word: Substring) -> Mark? {
        guard let end = word.last, end == "." || end == ")" else { return nil }
        let opens = end == ")" && word.first == "("
        let digits = word.dropFirst(opens ? 1 : 0).dropLast()
        guard (1...4).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits)
        else { return nil }
        return .number(number, form: (opens ? "(#" : "#") + String(end), start: number)
    }
}
