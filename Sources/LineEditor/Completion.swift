/// Something that the line could become.
package struct Completion: Hashable, Sendable {
    /// What takes the place of `range`.
    package let replacement: String
    /// Unicode scalars of the line.
    package let range: Range<Int>
    /// One line about it; may be empty.
    package let description: String

    package init(_ replacement: String, range: Range<Int>, description: String = "") {
        self.replacement = replacement
        self.range = range
        self.description = description
    }
}

/// The candidates below the line, one of them perhaps chosen.
struct CompletionMenu {
    let candidates: [Completion]
    /// The line before a candidate was put into it.
    let original: LineBuffer
    private(set) var selected: Int?

    static let mostRows = 8
    private static let gap = 2

    init(_ candidates: [Completion], original: LineBuffer) {
        self.candidates = candidates
        self.original = original
    }

    /// Chooses the next candidate, around the end; a page stops at both ends. Returns the line with it.
    mutating func select(next step: Int) -> LineBuffer {
        let last = candidates.count - 1
        let index: Int
        switch (selected, abs(step)) {
        case (nil, 1): index = step > 0 ? 0 : last
        case (let selected?, 1): index = (selected + step + last + 1) % (last + 1)
        case (let selected, _): index = min(max((selected ?? 0) + step, 0), last)
        }
        selected = index
        return original.completed(by: candidates[index])
    }

    /// The candidates as lines, where no menu is drawn.
    var text: String {
        let lines = candidates.prefix(Self.mostRows).map { candidate in
            candidate.description.isEmpty ? candidate.replacement : "\(candidate.replacement)  \(candidate.description)"
        }
        let hidden = candidates.count - lines.count
        return (lines + (hidden > 0 ? ["… +\(hidden)"] : [])).joined(separator: "\n")
    }

    func append(to layout: inout Layout, height: Int) {
        let room = min(Self.mostRows, height - 2)
        guard room > 0 else { return }
        let first = min(max(0, (selected ?? 0) - room + 1), max(0, candidates.count - room))
        let visible = candidates.indices[first..<min(candidates.count, first + room)]
        let width = min(visible.map { candidates[$0].replacement.columns }.max() ?? 0, layout.columns - 1)
        for index in visible {
            layout.breakRow()
            let name = candidates[index].replacement.prefix(columns: width)
            layout.append(name.unicodeScalars, style: index == selected ? .selected : .plain)
            let blanks = width - name.columns + Self.gap
            let about = candidates[index].description.prefix(columns: layout.columns - width - Self.gap - 1)
            guard !about.isEmpty else { continue }
            layout.append((String(repeating: " ", count: blanks) + about).unicodeScalars, style: .hint)
        }
        let hidden = candidates.count - visible.count
        guard hidden > 0 else { return }
        layout.breakRow()
        layout.append("… +\(hidden)".unicodeScalars, style: .hint)
    }
}

extension LineBuffer {
    func completed(by completion: Completion) -> LineBuffer {
        var scalars = Array(text.unicodeScalars)
        let range = completion.range.clamped(to: scalars.indices)
        scalars.replaceSubrange(range, with: completion.replacement.unicodeScalars)
        return LineBuffer(
            text: String(scalars), cursor: range.lowerBound + completion.replacement.unicodeScalars.count)
    }
}
