// What is shown: prompt, line, hint, menu, and messages above them.
extension LineEditor {
    /// Shows a message above the line that is being edited.
    package func post(_ message: String) {
        if isReading { terminal.write(isLinear ? linearPainter.leave() : painter.erase()) }
        // A linear terminal may be one that flows text itself, as a screen reader's is.
        terminal.write(DisplayLines.safe(message, columns: isLinear ? .max : painter.columns))
    }

    /// Columns of the terminal.
    package var columns: Int { painter.columns }

    /// Draws what changed since the last time. What was typed is on the screen before a hint for it is looked for.
    func repaint() {
        if hint != nil, !isLinear, !isLeaving, menu == nil, search == nil {
            terminal.write(painter.paint(layout(columns: painter.columns) { [self] in stillHinted($0) }))
        }
        terminal.write(
            isLinear
                ? linearPainter.paint(layout(columns: .max), columns: painter.columns)
                : painter.paint(layout(columns: painter.columns)))
    }

    /// Draws the line alone and goes below it.
    func leaveLine() {
        menu = nil
        search = nil
        isLeaving = true
        defer { isLeaving = false }
        repaint()
        terminal.write(isLinear ? linearPainter.leave() : painter.leave())
    }

    /// Takes over a size that changed: as the terminal has flowed the rows by now, the cursor stands where it would
    /// stand had they been drawn in the new size.
    func fitWindow() {
        let (columns, rows) = terminal.size
        guard columns != painter.columns || rows != painter.height else { return }
        // The prompt is cut to the width: it is asked for again once what is shown is gone.
        defer { shownPrompt = nil }
        guard !isLinear else { return painter.columns = columns }
        terminal.write(painter.resize(columns: columns, height: rows, showing: layout(columns: columns)))
    }

    func clearScreen() { if !isLinear { terminal.write(painter.clearScreen()) } }

    /// What the last hint still says of a line with one more character, which may be its next one.
    private func stillHinted(_ line: LineBuffer) -> String {
        let (hinted, text) = shownHint
        guard !text.isEmpty, line.text.utf8.count > hinted.utf8.count, line.text.utf8.starts(with: hinted.utf8) else {
            return ""
        }
        let typed = line.text.utf8.dropFirst(hinted.utf8.count)
        return text.utf8.starts(with: typed) ? String(decoding: text.utf8.dropFirst(typed.count), as: UTF8.self) : ""
    }

    private func newHint(_ line: LineBuffer) -> String {
        shownHint = (line.text, hint?(line) ?? "")
        return shownHint.hint
    }

    private func layout(columns: Int) -> Layout { layout(columns: columns) { [self] in newHint($0) } }

    private func layout(columns: Int, hint: (LineBuffer) -> String) -> Layout {
        var layout = Layout(columns: columns)
        let prompt = search?.prompt ?? shownPrompt ?? self.prompt()
        if search == nil, shownPrompt == nil { (shownPrompt, shownRightPrompt) = (prompt, rightPrompt()) }
        layout.append(prompt.unicodeScalars, style: .prompt)
        let scalars = libedit.scalars
        // The last time, a linear terminal gets the line as a whole.
        let cursor = isLinear && isLeaving ? scalars.count : min(libedit.cursor, scalars.count)
        let line = LineBuffer(text: String(scalars), cursor: cursor)
        appendLine(scalars, line, to: &layout)
        guard !isLinear else { return layout }
        if !isLeaving, cursor == scalars.count { appendHint(hint, line, to: &layout) }
        if !isLeaving, search == nil { layout.alignRight(shownRightPrompt.unicodeScalars, style: .hint) }
        if !isLeaving { menu?.append(to: &layout, height: painter.height) }
        return layout
    }

    private func appendLine(_ scalars: [Unicode.Scalar], _ line: LineBuffer, to layout: inout Layout) {
        let parts = highlighter?(line.text) ?? []
        var styles = [Style](repeating: .plain, count: parts.isEmpty ? 0 : scalars.count)
        for part in parts {
            for index in part.range.clamped(to: scalars.indices) { styles[index] = part.style }
        }
        for (index, scalar) in scalars.enumerated() {
            if index == line.cursor { layout.placeCursor(before: scalar) }
            layout.append(scalar, style: styles.isEmpty ? .plain : styles[index])
        }
        if line.cursor == scalars.count { layout.placeCursor(before: nil) }
    }

    /// The hint is cut at the row's end: it must not move what is there.
    private func appendHint(_ hint: (LineBuffer) -> String, _ line: LineBuffer, to layout: inout Layout) {
        guard menu == nil, search == nil else { return }
        let text = hint(line)
        guard !text.isEmpty else { return }
        layout.append(text.prefix(columns: layout.room - 1).unicodeScalars, style: .hint)
    }
}

/// Messages for a terminal in raw mode.
enum DisplayLines {
    /// Every line with its end, broken at blanks where it is wider than the terminal; controls are shown as `^X`.
    static func safe(_ message: String, columns: Int = .max) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrapped(String($0.unicodeScalars.flatMap(shown)), columns: columns) + "\n" }.joined()
    }

    /// A word that is wider than a row is left to the terminal.
    static func wrapped(_ line: String, columns: Int) -> String {
        guard line.utf8.count > columns, line.columns > columns, !line.contains("\t") else { return line }
        let indent = indent(of: line, columns: columns)
        var (rows, row, rest) = ([String](), "", line[...])
        while !rest.isEmpty {
            let gap = rest.prefix { $0 == " " }
            let word = rest.dropFirst(gap.count).prefix { $0 != " " }
            rest = rest.dropFirst(gap.count + word.count)
            if row.contains(where: { $0 != " " }), row.columns + gap.count + word.columns > columns {
                rows.append(row)
                row = indent + word
            } else {
                row += gap + word
            }
        }
        return (rows + [row]).joined(separator: "\n")
    }

    /// Blanks before what follows the first row: those of the line, or up to its second column where it has two.
    private static func indent(of line: String, columns: Int) -> String {
        let start = line.prefix { $0 == " " }
        let name = line.dropFirst(start.count).prefix { $0 != " " }
        let gap = line.dropFirst(start.count + name.count).prefix { $0 == " " }
        let second = start.columns + name.columns + gap.count
        let width = !start.isEmpty && gap.count > 1 && second * 2 <= columns ? second : start.count
        return String(repeating: " ", count: width * 2 <= columns ? width : 0)
    }

    private static func shown(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 9: [scalar]
        case ..<0x20, 0x7F: ["^", Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value ^ 0x40))]
        case 0x80..<0xA0: ["\u{FFFD}"]
        default: [scalar]
        }
    }
}

extension String {
    /// By way of bytes: appending scalar by scalar to a string costs ten times as much, at each key.
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.underestimatedCount)
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
