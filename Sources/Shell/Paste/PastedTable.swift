import Notebook

/// Rows that a page or a sheet has copied: each becomes one line with its cells.
struct PastedTable {
    /// Nil where a line at that place is no row; else its cells, separated by ` | `, or nothing for the line below a head.
    private(set) var rows: [String?]

    init(_ lines: [String]) {
        rows = lines.map { _ in nil }
        var index = 0
        while index < lines.count {
            let end = lines[index...].firstIndex { !Self.hasCells($0) } ?? lines.endIndex
            if end > index { takeTabs(lines[index..<end]) }
            let bars = lines[index...].firstIndex { !Self.isBarred($0) } ?? lines.endIndex
            if bars > index + 1, Self.isRule(lines[index + 1]) { takeBars(lines[index..<bars]) }
            index = max(end, bars, index + 1)
        }
    }

    // MARK: Tabs

    /// Whether tabs part cells: one after a marker, or before the text, does not.
    private static func hasCells(_ line: String) -> Bool {
        let body = line.drop { $0 == "\t" || $0 == " " }
        let tabs = body.count { $0 == "\t" }
        guard tabs > 0 else { return false }
        guard tabs == 1, let mark = PastedLine(line, followsEmptyLine: false).mark else { return true }
        // `-` stands for an empty cell, too.
        let isSign = mark == .sign("-", rank: 2) || mark == .sign("–", rank: 2)
        return isSign && body.drop { $0 != "\t" }.dropFirst().allSatisfy { $0.isNumber || ".,%".contains($0) }
    }

    private mutating func takeTabs(_ lines: ArraySlice<String>) {
        let outer = lines.map { $0.prefix { $0 == "\t" }.count }.min() ?? 0
        for index in lines.indices {
            var cells = lines[index].dropFirst(outer).split(separator: "\t", omittingEmptySubsequences: false)
                .map { $0.trimmingBlanks }
            while cells.last?.isEmpty == true { cells.removeLast() }
            rows[index] = Self.row(cells)
        }
    }

    // MARK: Bars

    /// `| a | b |`
    private static func isBarred(_ line: String) -> Bool {
        let line = line.trimmingBlanks
        return line.hasPrefix("|") && line.hasSuffix("|") && line.count > 2
    }

    /// `|---|:-:|`
    private static func isRule(_ line: String) -> Bool {
        line.contains("-") && line.allSatisfy { "|-: \t".contains($0) }
    }

    private mutating func takeBars(_ lines: ArraySlice<String>) {
        for index in lines.indices {
            guard !Self.isRule(lines[index]) else {
                rows[index] = ""
                continue
            }
            let cells = lines[index].trimmingBlanks.dropFirst().dropLast()
                .split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingBlanks }
            rows[index] = Self.row(cells)
        }
    }

    private static func row(_ cells: [String]) -> String { cells.joined(separator: " | ").trimmingBlanks }
}
