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

    /// The line after the one shown; behind the last one, the unsent line.
    mutating func newer() -> String? {
        guard !isAtEnd else { return nil }
        position = lines[(position + 1)...].firstIndex { $0.hasPrefix(unsent) } ?? lines.count
        return isAtEnd ? unsent : lines[position]
    }
}

extension LineEditor {
    package func addToHistory(_ line: String) { histories[historyName(line), default: LineHistory()].add(line) }

    /// Keeps a history in a file, and takes over the lines that are there.
    ///
    /// - Throws: `noHistory` when the file cannot be opened; the history then lives in memory.
    package func keepHistory(_ name: String, in path: String) throws(LineEditorError) {
        let file = try HistoryFile(path: path)
        histories[name] = LineHistory(lines: file.load(), file: file)
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
