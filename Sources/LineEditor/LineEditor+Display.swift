// What is shown: prompt, line, hint, menu, and messages above them.
extension LineEditor {
    /// Shows a message above the line that is being edited.
    package func post(_ message: String) { screen.post(message, isLineShown: reading.isActive) }

    /// Columns of the terminal.
    package var columns: Int { screen.columns }

    /// Asks for the prompt again before the line is drawn next.
    package func askPrompt() { screen.askPrompt() }

    /// Draws what changed since the last time. What was typed is on the screen before a hint for it is looked for.
    func repaint() {
        // The window may be another one already, and its signal on the way.
        fitWindow()
        defer { (reading.isShown, reading.isEchoed) = (true, false) }
        if !reading.isEchoed, screen.showsHints, host.hint != nil, case .none = dialogue {
            screen.paint(layout(columns: screen.columns, hint: screen.hints.stillGood))
        }
        screen.paint(layout(columns: screen.paintedColumns, hint: newHint))
        if state.vi != nil { screen.show(state.isViCommandMode ? .block : .bar) }
    }

    /// Draws the line alone and goes below it.
    func leaveLine() {
        dialogue = .none
        screen.isLeaving = true
        defer { screen.isLeaving = false }
        repaint()
        screen.leave()
    }

    func fitWindow() {
        guard let (columns, rows) = screen.newSize else { return }
        screen.resize(columns: columns, rows: rows, showing: layout(columns: columns, hint: newHint))
    }

    private func newHint(_ line: LineBuffer) -> String {
        let hint = host.hint?(line) ?? ""
        screen.hints.show(hint, for: line.text)
        return hint
    }

    private func layout(columns: Int, hint: (LineBuffer) -> String) -> Layout {
        var layout = Layout(columns: columns)
        layout.append(prompt.unicodeScalars, style: .prompt)
        layout.endPrompt()
        let scalars = state.line.scalars
        // The last time, a linear terminal gets the line as a whole.
        let cursor = screen.isLinear && screen.isLeaving ? scalars.count : state.line.cursor
        let line = LineBuffer(text: String(scalars), cursor: cursor)
        appendLine(scalars, line, to: &layout)
        guard !screen.isLinear, !screen.isLeaving else { return layout }
        switch dialogue {
        case .none:
            if let bytes = input.decoder.stalledPaste {
                appendHint("  " + host.messages.pasteStalls(bytes), to: &layout)
            } else if cursor == scalars.count {
                appendHint(hint(line), to: &layout)
            }
            layout.alignRight(screen.rightPrompt.unicodeScalars, style: .hint)
        case .menu(let menu):
            layout.alignRight(screen.rightPrompt.unicodeScalars, style: .hint)
            menu.append(to: &layout, height: screen.height)
        case .search: break
        }
        return layout
    }

    private var prompt: String {
        if case .search(let search) = dialogue { return search.prompt(failing: host.messages.failing) }
        if screen.prompt == nil { screen.takeOver(prompt: host.prompt(), right: host.rightPrompt()) }
        let prompt = screen.prompt ?? ""
        let count = state.shownCount.map { "(\($0)) " } ?? ""
        // In vi's command mode the sign before the line points the other way.
        guard state.isViCommandMode, prompt.hasSuffix("› ") || prompt.hasSuffix("> ") else { return count + prompt }
        return count + prompt.dropLast(2) + (prompt.hasSuffix("› ") ? "‹ " : "< ")
    }

    private func appendLine(_ scalars: [Unicode.Scalar], _ line: LineBuffer, to layout: inout Layout) {
        let parts = host.highlighter?(line.text) ?? []
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
    private func appendHint(_ text: String, to layout: inout Layout) {
        guard !text.isEmpty else { return }
        layout.append(text.prefix(columns: layout.room - 1).unicodeScalars, style: .hint)
    }
}
