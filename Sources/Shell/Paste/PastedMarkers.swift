import Notebook

/// Which first words of pasted lines are markers of lists. What is none stays: a word must not be lost.
///
/// Numbers are markers where two or more of them count up, as the list does that they become: `24. Mai` is a date, and so
/// are `24. Mai` and `25. Mai`. `+` and `-` are signs where both stand beside each other, or before amounts.
struct PastedMarkers {
    /// For each line: nil where the first word stays.
    private(set) var marks: [PastedLine.Mark?]

    private let lines: [PastedLine]

    init(_ lines: [PastedLine]) {
        self.lines = lines
        marks = lines.map(\.mark)
        keepNumbersThatDoNotCount()
        keepSigns()
    }

    // MARK: Numbers

    /// Numbers in one column that may count up.
    private struct Run {
        let indent: Int
        let form: String
        let start: Int
        var lines: [Int]
        var next: Int { start &+ lines.count }
    }

    private mutating func keepNumbersThatDoNotCount() {
        var starts: [Int: Int] = [:]
        var open: [Run] = []
        func close(_ run: Run?) {
            guard let run, run.lines.count > 1 else { return }
            for index in run.lines { starts[index] = run.start }
        }
        for (index, line) in lines.enumerated() {
            while let last = open.last, last.indent > line.indent { close(open.popLast()) }
            let last = open.last?.indent == line.indent ? open.last : nil
            switch line.mark {
            case .number(let number, let form, _):
                if let last, last.form == form, last.next == number {
                    open[open.count - 1].lines.append(index)
                } else {
                    if last != nil { close(open.popLast()) }
                    if line.isDate { continue }
                    open.append(Run(indent: line.indent, form: form, start: number, lines: [index]))
                }
            // Bullets in the same column are below the number.
            case .sign: break
            case nil: if last != nil { close(open.popLast()) }
            }
        }
        open.forEach(close)
        for index in lines.indices {
            guard case .number(let number, let form, _) = lines[index].mark else { continue }
            marks[index] = starts[index].map { .number(number, form: form, start: $0) }
        }
    }

    // MARK: Signs

    private mutating func keepSigns() {
        let dashes = lines.filter { $0.sign.map { "–—".contains($0) } ?? false }.count
        var group: [Int] = []
        for (index, line) in lines.enumerated() {
            guard let sign = line.sign, "+-–—".contains(sign) else {
                // What is deeper belongs to the line above.
                if let first = group.first, line.indent > lines[first].indent, !line.followsEmptyLine { continue }
                decide(&group)
                continue
            }
            // One dash alone is an aside, or says who wrote what is above.
            if "–—".contains(sign), dashes == 1 { marks[index] = nil }
            if let first = group.first, line.indent != lines[first].indent || line.followsEmptyLine { decide(&group) }
            group.append(index)
        }
        decide(&group)
    }

    /// The signs of a group stay, or all of them go.
    private mutating func decide(_ group: inout [Int]) {
        defer { group = [] }
        let signs = Set(group.compactMap { lines[$0].sign })
        let areAmounts = !group.isEmpty && group.allSatisfy { lines[$0].text.isAmount }
        guard signs.isSuperset(of: ["+", "-"]) || areAmounts else { return }
        for index in group { marks[index] = nil }
    }
}

extension PastedLine {
    /// Whether the number is the day of a month that is named: `24. Mai`.
    fileprivate var isDate: Bool {
        guard case .number(let number, form: "#.", _) = mark, text.first?.isLetter == true else { return false }
        // English names of months have a capital, French ones have none.
        return [text, text.lowercased()].contains { DayOfYear.match(in: Array("\(number) \($0)"), at: 0) != nil }
    }

    fileprivate var sign: Character? {
        if case .sign(let sign, _) = mark { sign } else { nil }
    }
}

extension String {
    /// Whether it begins with a number and what is counted in percent, money or points: `3 % growth`, `€2M`; or is a
    /// number alone.
    fileprivate var isAmount: Bool {
        let money: Set<Character> = ["€", "$", "£", "¥"]
        var rest = self[...]
        let begins = rest.first.map(money.contains) ?? false
        if begins { rest = rest.dropFirst() }
        let number = rest.prefix { $0.isASCII && $0.isNumber || " .,\u{A0}\u{202F}".contains($0) }
        guard number.first?.isNumber == true else { return false }
        rest = rest.dropFirst(number.count)
        guard let unit = rest.first else { return true }
        if begins || money.contains(unit) || "%‰°".contains(unit) { return true }
        let word = rest.prefix { $0.isLetter || money.contains($0) }
        return ["pp", "pt", "pts", "bp", "bps", "k€", "M€", "Md€", "k$", "M$"].contains(String(word))
    }
}
