import AsciiDoc
import Notebook

/// A line that `:find` showed, to be gone to.
struct FoundLine: Hashable {
    /// The slot that has it; nil: it stands before the first one.
    let slot: Int?
    /// The slot's heading, by which it is known when the day has changed.
    let heading: String
    let text: String
}

extension Session {
    /// Shows the lines of the day that have a text, numbered through, below their slots' headings.
    func find(_ text: String) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        found = open.day.lines(containing: text)
        guard !found.isEmpty else { return Response(lines: [Message.nothingFound.text(language)]) }
        var lines: [String] = []
        var last: FoundLine?
        let width = String(found.count).count
        for (index, line) in found.enumerated() {
            if last?.slot != line.slot || last == nil {
                lines.append(line.slot.map { "\($0 + 1)  \(line.heading)" } ?? line.heading)
            }
            let number = "#\(index + 1)"
            let pad = String(repeating: " ", count: width + 1 - number.count)
            lines.append("    \(pad)\(number)  \(line.text)")
            last = line
        }
        return Response(lines: lines)
    }

    /// The place that `#N` means: a line that was found last, or, before anything was, a slot by its number.
    ///
    /// - Returns: nil where the query is no such number.
    func place(found query: String) throws -> (place: Place, line: String?)? {
        guard let number = NoteNumber.read(marked: query.trimmingBlanks), let open else { return nil }
        guard !found.isEmpty else { return (Place(slot: try open.day.findSlot(String(number)), depth: 1), nil) }
        guard found.indices.contains(number - 1) else { throw DayError.slotNotFound(query) }
        let line = found[number - 1]
        guard let position = line.slot else { return (Place(slot: nil, depth: 1), line.text) }
        let slots = open.day.slots
        let isThere = slots.indices.contains(position) && slots[position].sectionTitle == line.heading
        guard let slot = isThere ? position : slots.first(where: { $0.sectionTitle == line.heading })?.position else {
            throw DayError.slotNotFound(query)
        }
        return (Place(slot: slot, depth: 1), line.text)
    }
}

extension Day {
    /// Every line of text that has `wanted` in it, accents and case aside: headings, notes, blocks, titles of blocks.
    fileprivate func lines(containing wanted: String) -> [FoundLine] {
        let key = wanted.folded
        var found: [FoundLine] = []
        for position in 0..<document.nodeCount where document.kind(at: position).isText {
            let node = document.node(position)
            // The title of a heading is looked for in the heading.
            if node.kind == .text, node.parent?.kind == .heading { continue }
            for line in text(node.kind == .text ? node.range : node.contentRange).split(whereSeparator: \.isLineEnd)
            where line.folded.contains(key) {
                let slot = slotPosition(containing: node.range.lowerBound)
                found.append(
                    FoundLine(
                        slot: slot, heading: self.slot(at: slot)?.sectionTitle ?? title ?? "", text: line.trimmingBlanks
                    ))
            }
        }
        return found
    }
}

extension NodeKind {
    fileprivate var isText: Bool { self == .text || self == .blockTitle || self == .heading }
}
