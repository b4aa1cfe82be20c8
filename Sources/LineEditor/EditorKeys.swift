import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keys that the editor itself handles where nobody bound them: those that move by what the user sees as a character,
/// and those that libedit would lose text with.
enum EditorKeys {
    typealias Action = @Sendable (LineEditor) -> UInt8

    static let actions: [Key: Action] = {
        var actions: [Key: Action] = [:]
        for (keys, action) in table { for key in keys { actions[key] = action } }
        return actions
    }()

    private static let table: [([Key], Action)] = [
        ([.left, .control("b")], { $0.move(forward: false) }),
        ([.right, .control("f")], { $0.acceptHint() ?? $0.move(forward: true) }),
        ([.home, .control("a")], { $0.move(to: 0) }),
        ([.end, .control("e")], { $0.acceptHint() ?? $0.move(to: .max) }),
        ([.up, .control("p")], { $0.recall(older: true) }),
        ([.down, .control("n")], { $0.recall(older: false) }),
        ([.delete], { $0.deleteForward() }),
        ([.control("d")], { $0.buffer.text.isEmpty ? $0.end(with: .endOfInput) : $0.deleteForward() }),
        ([.control("c")], { $0.end(with: .cancelled($0.buffer.text.composed)) }),
        ([.altLeft, .controlLeft, .alt("b")], { $0.moveByWord(forward: false) }),
        ([.altRight, .controlRight, .alt("f")], { $0.moveByWord(forward: true) }),
        ([.control("w")], { $0.killWord(backward: .nonBlanks) }),
        ([.altBackspace], { $0.killWord(backward: .letters) }),
        ([.alt("d")], { $0.killWordForward() }),
        ([.control("k")], { $0.killToEnd() }),
        ([.control("u")], { $0.killLine() }),
        ([.control("y")], { $0.yank() }),
        ([.control("g")], { $0.redraw }),
        ([.control("l")], { $0.clear() }),
        ([.control("r")], { $0.startSearch() }),
        ([.control("z")], { $0.suspend() }),
        ([.tab], { $0.complete(next: 1) }),
        ([.backTab], { $0.complete(next: -1) }),
    ]
}

extension LineEditor {
    fileprivate func move(to position: Int) -> UInt8 {
        libedit.moveCursor(by: position == .max ? libedit.scalars.count : -libedit.cursor)
        return redraw
    }

    fileprivate func move(forward: Bool) -> UInt8 {
        libedit.moveCursor(by: forward ? sizeOfNextCharacter : -sizeOfPreviousCharacter)
        return redraw
    }

    func deleteBackward() -> UInt8 {
        libedit.delete(sizeOfPreviousCharacter)
        return redraw
    }

    fileprivate func deleteForward() -> UInt8 {
        let size = sizeOfNextCharacter
        libedit.moveCursor(by: size)
        libedit.delete(size)
        return redraw
    }

    /// Scalars of the character before the cursor. A long line is not looked at as a whole.
    private var sizeOfPreviousCharacter: Int {
        String(libedit.scalars[..<libedit.cursor].suffix(64)).last?.unicodeScalars.count ?? 0
    }

    private var sizeOfNextCharacter: Int {
        String(libedit.scalars[libedit.cursor...].prefix(64)).first?.unicodeScalars.count ?? 0
    }

    /// Nil where there is no hint.
    fileprivate func acceptHint() -> UInt8? {
        let line = buffer
        guard line.isAtEnd, let completed = acceptableHint?(line) else { return nil }
        libedit.insert(completed.unicodeScalars)
        return redraw
    }

    fileprivate func recall(older: Bool) -> UInt8 {
        let line = buffer.text
        if histories[currentHistory]?.isAtEnd != false { currentHistory = historyName(line) }
        let recalled = older ? histories[currentHistory]?.older(than: line) : histories[currentHistory]?.newer()
        if let recalled { replace(by: LineBuffer(text: recalled)) }
        return redraw
    }

    fileprivate func clear() -> UInt8 {
        clearScreen()
        return redraw
    }

    fileprivate func startSearch() -> UInt8 {
        let line = buffer
        search = HistorySearch(lines: histories[historyName(line.text)]?.lines ?? [], original: line)
        return redraw
    }

    /// Stops the whole job, as a cooked terminal would; goes on behind `fg`.
    fileprivate func suspend() -> UInt8 {
        leaveLine()
        withTerminalHandedOver { cel_stop_process() }
        return redraw
    }
}
