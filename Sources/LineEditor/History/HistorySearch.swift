/// Control-R and Control-S: the lines of the history that hold what is typed.
///
/// Invariant: `position` is that of a line that holds `query`, or `lines.count`; while `isFailing`, no line holds it.
struct HistorySearch {
    let lines: [String]
    /// The line before the search.
    let original: LineBuffer
    private(set) var query = ""
    private(set) var isFailing = false
    private var position: Int

    init(lines: [String], original: LineBuffer) {
        self.lines = lines
        self.original = original
        position = lines.count
    }

    /// - Parameter failing: the word for it.
    func prompt(failing: String) -> String { isFailing ? "⌕ \(failing): \(query) › " : "⌕ \(query) › " }

    var match: String? { lines.indices.contains(position) ? lines[position] : nil }

    mutating func append(_ scalar: Unicode.Scalar) {
        query.unicodeScalars.append(scalar)
        if isFailing { return }
        findOlder(before: min(position + 1, lines.count))
    }

    mutating func deleteBackward() {
        if !query.isEmpty { query.removeLast() }
        findOlder(before: lines.count)
    }

    /// Goes on; where there is no further line, it stays.
    mutating func next(older: Bool) {
        let (place, failed) = (position, isFailing)
        if older { findOlder(before: position) } else { findNewer() }
        if isFailing, !failed, lines.indices.contains(place) { (position, isFailing) = (place, false) }
    }

    private mutating func findOlder(before end: Int) {
        find { lines, wanted in lines[..<end].lastIndex { $0.searchable.contains(wanted) } }
    }

    private mutating func findNewer() {
        let start = min(position + 1, lines.count)
        find { lines, wanted in lines[start...].firstIndex { $0.searchable.contains(wanted) } }
    }

    private mutating func find(_ body: ([String], String) -> Int?) {
        isFailing = false
        guard !query.isEmpty else { return position = lines.count }
        if let found = body(lines, query.searchable) { position = found } else { isFailing = true }
    }
}

extension LineEditor {
    func startSearch(older: Bool) {
        dialogue = .search(HistorySearch(lines: histories.all, original: state.line.buffer))
    }

    /// Returns whether the search has taken the event; every other key ends it and keeps the line found.
    func takesForSearch(_ event: InputEvent) -> Bool {
        guard case .search(var search) = dialogue else { return false }
        switch event {
        case .text(let scalar): search.append(scalar)
        case .key(.backspace): search.deleteBackward()
        case .key(.control("r")): search.next(older: true)
        case .key(.control("s")): search.next(older: false)
        case .key(.escape), .key(.control("g")), .key(.control("c")):
            endSearch(with: search.original)
            return true
        case .key(.enter) where search.isFailing || search.query.isEmpty:
            // What is on the line was not looked for.
            endSearch(with: search.original)
            if search.isFailing { post(host.messages.nothingFound(search.query)) }
            return true
        default:
            dialogue = .none
            if search.isFailing { state.replace(by: search.original) }
            screen.askPrompt()
            return false
        }
        dialogue = .search(search)
        if search.isFailing {
            if state.line.text != search.original.text { state.replace(by: search.original) }
        } else if let match = search.match {
            if match != state.line.text { state.replace(by: LineBuffer(text: match)) }
            host.onHistoryLine?()
        }
        return true
    }

    private func endSearch(with line: LineBuffer) {
        dialogue = .none
        if state.line.buffer != line { state.replace(by: line) }
        screen.askPrompt()
    }
}
