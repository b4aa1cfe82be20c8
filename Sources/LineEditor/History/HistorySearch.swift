/// Control-R: the newest line of the history that holds what is typed.
struct HistorySearch {
    let lines: [String]
    /// The line before the search.
    let original: LineBuffer
    private(set) var query = ""
    /// Position of the match; the number of lines: none yet.
    private var position: Int

    init(lines: [String], original: LineBuffer) {
        self.lines = lines
        self.original = original
        position = lines.count
    }

    var prompt: String { "⌕ \(query) › " }

    var match: String? { lines.indices.contains(position) ? lines[position] : nil }

    mutating func append(_ scalar: Unicode.Scalar) {
        query.unicodeScalars.append(scalar)
        find(before: min(position + 1, lines.count))
    }

    mutating func deleteBackward() {
        if !query.isEmpty { query.removeLast() }
        find(before: lines.count)
    }

    mutating func older() { find(before: position) }

    /// Stays where it is when nothing older matches.
    private mutating func find(before end: Int) {
        guard !query.isEmpty else { return position = lines.count }
        let wanted = query.searchable
        if let found = lines[..<end].lastIndex(where: { $0.searchable.contains(wanted) }) { position = found }
    }
}

extension LineEditor {
    /// Returns whether the search has taken the event; every other key ends it and keeps the line found.
    func takesForSearch(_ event: InputEvent) -> Bool {
        switch event {
        case .text(let scalar): search?.append(scalar)
        case .backspace: search?.deleteBackward()
        case .key(.control("r")): search?.older()
        case .key(.escape), .key(.control("g")), .key(.control("c")):
            if let original = search?.original { replace(by: original) }
            search = nil
            return true
        default:
            search = nil
            return false
        }
        if let match = search?.match { replace(by: LineBuffer(text: match)) }
        return true
    }
}
