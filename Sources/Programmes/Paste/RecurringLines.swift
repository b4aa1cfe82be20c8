/// Lines of a page that come again under one time after the other: rooms, tracks, kinds of talks.
enum RecurringLines {
    /// Lines that stand under three times or more, and no more than once under each.
    static func find(_ lines: [String]) -> Set<String> {
        var counts: [String: Int] = [:], block: [String: Int] = [:], repeated: Set<String> = []
        func close() {
            for (line, count) in block {
                counts[line, default: 0] += 1
                if count > 1 { repeated.insert(line) }
            }
            block = [:]
        }
        var isInside = false
        for line in lines where !line.isEmpty {
            if let times = TimeRange(line) {
                close()
                // A line with times and a title is a talk of its own.
                isInside = times.rest.isEmpty
            } else if isInside, line.count <= 40, !BreakWords.make(up: line) {
                block[line, default: 0] += 1
            }
        }
        close()
        return Set(counts.filter { $1 >= 3 }.keys).subtracting(repeated)
    }

    /// The lines under one time, separated by the rooms among them; each room stands before its talk, or after it.
    static func groups(_ lines: [String], rooms: Set<String>) -> [(room: String, lines: [String])] {
        let places = lines.indices.filter { rooms.contains(lines[$0]) }
        guard places.count > 1 else { return [] }
        let isBefore = places.first == 0
        return places.indices.compactMap { index in
            let place = places[index]
            let start = isBefore ? place + 1 : index == 0 ? 0 : places[index - 1] + 1
            let end = isBefore ? (index + 1 < places.count ? places[index + 1] : lines.count) : place
            guard start < end else { return nil }
            return (lines[place], Array(lines[start..<end]))
        }
    }
}

/// A line of Markdown as a page shows it.
enum MarkdownLine {
    /// Without the signs of headings, items and emphasis; a row of a table has tabs between its cells.
    static func plain(_ line: String) -> String {
        guard line.utf8.contains(where: { signs.contains($0) }) else { return line }
        var text = line.drop { $0 == " " }
        if text.hasPrefix("|") {
            let cells = text.split(separator: "|").map { withoutAddresses(MarkdownText.plain(String($0))).spaced }
            // The line below a table's head.
            if cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { return "" }
            return cells.joined(separator: "\t")
        }
        if ["- ", "* ", "+ "].contains(where: text.hasPrefix) { text = text.dropFirst(2) }
        return withoutAddresses(MarkdownText.plain(String(text)))
    }

    /// The text of links alone.
    private static func withoutAddresses(_ text: String) -> String {
        var text = text
        while let start = text.firstRange(of: " (http"), let end = text[start.upperBound...].firstIndex(of: ")") {
            text.removeSubrange(start.lowerBound...end)
        }
        return text
    }

    private static let signs = Set("*_#|`[-+>".utf8)
}
