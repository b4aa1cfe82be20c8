import Notebook

/// Pasted lines as bullets: their markers taken away where they are markers, their depth told by indentation and kind of
/// marker.
struct PastedOutline {
    /// The first one has level 0.
    private(set) var items: [OutlineItem] = []
    /// How many of them are rows of tables.
    private(set) var rowCount = 0

    /// The lists around the line at hand, the outermost first.
    private var stack: [Level] = []
    /// Where the text of the last marked line began.
    private var textColumn: Int?

    /// A list is deeper than another by its indentation, and where that is the same by its marker's rank.
    private struct Level: Comparable {
        let indent: Int
        let rank: Int

        static func < (one: Level, other: Level) -> Bool { (one.indent, one.rank) < (other.indent, other.rank) }
    }

    init(_ lines: [String]) {
        let rows = PastedTable(lines).rows
        let pasted = lines.indices.filter { !lines[$0].trimmingBlanks.isEmpty && rows[$0] != "" }.map { index in
            let follows = index > 0 && lines[index - 1].trimmingBlanks.isEmpty
            return (line: PastedLine(rows[index] ?? lines[index], followsEmptyLine: follows), isRow: rows[index] != nil)
        }
        let marks = PastedMarkers(pasted.map(\.line)).marks
        for (index, part) in pasted.enumerated() {
            if part.isRow { rowCount += 1 }
            add(part.line, part.isRow ? nil : marks[index])
        }
    }

    /// Whether a line alone, as it stands, would lose its first word to the grammar of typed lines.
    static func keepsFirstWord(of line: String) -> Bool {
        let pasted = PastedLine(line, followsEmptyLine: false)
        return pasted.mark != nil && PastedMarkers([pasted]).marks[0] == nil
    }

    private mutating func add(_ line: PastedLine, _ mark: PastedLine.Mark?) {
        if line.mark == nil, let column = textColumn, line.indent == column {
            // After a marker's text, below it: a line that whoever copied it saw wrapped.
            items[items.count - 1].text += " " + line.whole
            return
        }
        let level = Level(indent: line.indent, rank: mark?.rank ?? 0)
        while let last = stack.last, last > level { stack.removeLast() }
        if stack.last != level { stack.append(level) }
        items.append(OutlineItem(line, mark, level: stack.count - 1))
        textColumn = line.mark == nil ? nil : line.textColumn
    }
}

extension OutlineItem {
    /// - Parameter mark: nil where the first word is none.
    fileprivate init(_ line: PastedLine, _ mark: PastedLine.Mark?, level: Int) {
        switch mark {
        case nil: self.init(text: line.whole, level: level)
        case .number(let number, _, let start):
            self.init(text: line.text, level: level, kind: .numbered(start == 1 ? nil : number))
        case .sign:
            let box = line.text.prefix(4)
            guard ["[ ] ", "[x] ", "[X] "].contains(box) else {
                self.init(text: line.text, level: level)
                return
            }
            self.init(text: line.text.dropFirst(4).trimmingBlanks, level: level, kind: .task(isDone: box != "[ ] "))
        }
    }
}
