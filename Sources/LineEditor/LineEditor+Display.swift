import CEditline

// What is shown beside the line: hints, messages, and the line again after a resize.
extension LineEditor {
    /// Shows a message above the line that is being edited; between lines, before the next one.
    package func post(_ message: String) {
        queue.append(message)
        if isReading {
            leaveLine()
            showQueued()
            cel_refresh(editline)
        }
    }

    func showQueued() {
        for message in queue { terminal.write(message + "\n") }
        queue = []
    }

    /// Dim text behind the cursor, as long as the row has room for it.
    func showHint() {
        guard let hint else { return }
        let line = buffer
        guard line.isAtEnd, let text = hint(line), !text.isEmpty else { return }
        let room = terminal.columns - column(of: line) - 1
        let shown = text.prefix(columns: room)
        guard room > 0, !shown.isEmpty else { return }
        hintColumns = shown.columns
        terminal.write("\u{1B}7\u{1B}[2m\(shown)\u{1B}[0m\u{1B}8")
    }

    /// libedit does not know of the hint: it must be gone before libedit draws.
    func eraseHint() {
        guard hintColumns > 0 else { return }
        hintColumns = 0
        terminal.write("\u{1B}[K")
    }

    func windowChanged() {
        eraseHint()
        el_resize(editline)
        leaveLine()
        cel_refresh(editline)
    }

    /// Goes to where the prompt begins and clears all below.
    private func leaveLine() {
        eraseHint()
        let rows = (prompt() + buffer.beforeCursor).columns / max(1, terminal.columns)
        terminal.write("\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
    }

    private func column(of line: LineBuffer) -> Int {
        (prompt() + line.beforeCursor).columns % max(1, terminal.columns)
    }
}
