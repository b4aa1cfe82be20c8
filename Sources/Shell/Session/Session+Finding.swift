import AsciiDoc
import Notebook

/// A line that `:find` showed, to be gone to.
struct FoundLine: Hashable {
    /// The heading that has it; nil: it stands before the first one.
    let position: Int?
    /// By which the place is known when the day has changed.
    let heading: String
    let text: String
}

extension Session {
    /// Shows the lines of the day that have a text, numbered through, below their headings.
    func find(_ text: String) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        found = open.day.lines(containing: text)
        guard !found.isEmpty else { return Response(lines: [Message.nothingFound.text(language)]) }
        var lines: [String] = []
        let width = String(found.count).count
        for (index, line) in found.enumerated() {
            if index == 0 || found[index - 1].position != line.position {
                let slot = open.day.slot(at: line.position).flatMap { $0.position == line.position ? $0.number : nil }
                lines.append(slot.map { "\($0)  \(line.heading)" } ?? line.heading)
            }
            let number = "#\(index + 1)"
            let pad = String(repeating: " ", count: width + 1 - number.count)
            lines.append("    \(pad)\(number)  \(line.text)")
        }
        return Response(lines: lines)
    }

    /// The place that `#N` means: a line that was found last, or, before anything was, a slot by its number.
    ///
    /// - Returns: nil where the query is no such number.
    func place(found query: String) throws -> (position: Int?, line: String?)? {
        let query = query.trimmingBlanks
        guard query.hasPrefix("#"), let number = Int(noteNumber: query), let open else { return nil }
        guard !found.isEmpty else { return (try open.day.find(String(number)), nil) }
        guard found.indices.contains(number - 1) else { throw DayError.slotNotFound(query) }
        let line = found[number - 1]
        guard let position = line.position else { return (nil, line.text) }
        let entries = open.day.entries
        if entries.indices.contains(position), entries[position].title == line.heading { return (position, line.text) }
        guard let moved = entries.firstIndex(where: { $0.title == line.heading }) else {
            throw DayError.slotNotFound(query)
        }
        return (moved, line.text)
    }
}

extension Day {
    /// Every line of text that has `wanted` in it, accents and case aside: headings, notes, blocks, titles of blocks.
    fileprivate func lines(containing wanted: String) -> [FoundLine] {
        let key = wanted.folded
        var found: [FoundLine] = []
        for index in 0..<document.nodeCount where document.kind(at: index).isText {
            let node = document.node(index)
            // The title of a heading is looked for in the heading.
            if node.kind == .text, node.parent?.kind == .heading { continue }
            for line in text(node.kind == .text ? node.range : node.contentRange).split(whereSeparator: \.isLineEnd)
            where line.folded.contains(key) {
                let position = position(containing: node.range.lowerBound)
                found.append(FoundLine(position: position, heading: heading(at: position), text: line.trimmingBlanks))
            }
        }
        return found
    }
}

extension NodeKind {
    fileprivate var isText: Bool { self == .text || self == .blockTitle || self == .heading }
}
