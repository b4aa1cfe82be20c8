@_spi(_Unicode) import Swift

/// The lines typed before, and which of them is shown while one is edited. Its own: libedit's loses long unsent lines.
struct LineHistory {
    private(set) var lines: [String] = []
    /// Position of the line shown; the number of lines: the unsent one.
    private var position = 0
    private var unsent = ""
    /// Where the lines are kept; nil: only in memory.
    var file: HistoryFile?

    init(lines: [String] = [], file: HistoryFile? = nil) {
        self.lines = lines
        self.file = file
        position = lines.count
    }

    /// Whether the unsent line is shown.
    var isAtEnd: Bool { position == lines.count }

    mutating func add(_ line: String) {
        if !line.isEmpty, lines.last != line {
            lines.append(line)
            file?.append(line)
        }
        start()
    }

    /// A new line is edited.
    mutating func start() {
        position = lines.count
        unsent = ""
    }

    /// The line before the one shown, `current`, that begins as the unsent one does; nil where there is none.
    mutating func older(than current: String) -> String? {
        if isAtEnd { unsent = current }
        guard let found = lines[..<position].lastIndex(where: { $0.hasPrefix(unsent) }) else { return nil }
        position = found
        return lines[found]
    }

    /// The line after the one shown; after the last one, the unsent line.
    mutating func newer() -> String? {
        guard !isAtEnd else { return nil }
        position = lines[(position + 1)...].firstIndex { $0.hasPrefix(unsent) } ?? lines.count
        return isAtEnd ? unsent : lines[position]
    }

    /// The first line that begins as the unsent one does.
    mutating func oldest(than current: String) -> String? {
        if isAtEnd { unsent = current }
        guard let found = lines.firstIndex(where: { $0.hasPrefix(unsent) }) else { return nil }
        position = found
        return lines[found]
    }

    /// The unsent line.
    mutating func newest() -> String? {
        guard !isAtEnd else { return nil }
        position = lines.count
        return unsent
    }
}

/// The histories by name, and which of them the keys go through.
///
/// Invariant: while one of them shows an older line, `current` names it.
struct Histories {
    private var named: [String: LineHistory] = [:]
    private var current = ""
    /// The lines of all, those of this session last and in their order.
    private(set) var all: [String] = []

    mutating func start() { for name in named.keys { named[name]?.start() } }

    mutating func add(_ line: String, to name: String) {
        named[name, default: LineHistory()].add(line)
        if !line.isEmpty, all.last != line { all.append(line) }
    }

    mutating func keep(_ name: String, in file: HistoryFile) {
        let lines = file.load()
        named[name] = LineHistory(lines: lines, file: file)
        all += lines
    }

    /// Goes through the history of `name`, or on through the one that shows a line.
    mutating func show(_ name: String, _ body: (inout LineHistory) -> String?) -> String? {
        if named[current]?.isAtEnd != false { current = name }
        return body(&named[current, default: LineHistory()])
    }
}

extension LineEditor {
    package func addToHistory(_ line: String) { histories.add(line, to: host.historyName(line)) }

    /// Keeps a history in a file, and takes over the lines that are there.
    ///
    /// - Throws: `noHistory` when the file cannot be opened; the history then lives in memory.
    package func keepHistory(_ name: String, in path: String) throws(LineEditorError) {
        histories.keep(name, in: try HistoryFile(path: path))
    }

    func showHistory(_ body: (inout LineHistory, String) -> String?) {
        let line = state.line.text
        guard let shown = histories.show(host.historyName(line), { body(&$0, line) }) else { return }
        state.replace(by: LineBuffer(text: shown))
        host.onHistoryLine?()
        screen.askPrompt()
    }
}

extension String {
    /// The text in Unicode's normalization form C: `e` and a combining accent are one letter.
    var composed: String {
        unicodeScalars.allSatisfy { $0.value < 0x300 }
            ? self : String(_nfc.reduce(into: String.UnicodeScalarView()) { $0.append($1) })
    }

    /// Lower case without accents.
    var searchable: String {
        String(lowercased()._nfd.filter { $0.properties.canonicalCombiningClass == .notReordered })
    }
}
