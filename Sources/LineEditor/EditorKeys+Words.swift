import CEditline

// Moving and deleting by words. libedit's own go by Unicode scalars and by the C library's letters: they stop inside an
// accented letter that is written as two, and inside an emoji.
extension LineEditor {
    /// What counts as one step.
    enum WordKind {
        /// Letters and numbers, as Alt with a letter takes it.
        case letters
        /// All but blanks, as Control-W takes it.
        case nonBlanks

        func contains(_ character: Character) -> Bool {
            switch self {
            case .letters: character.isLetter || character.isNumber
            case .nonBlanks: !character.isWhitespace
            }
        }
    }

    func moveByWord(forward: Bool) -> UInt8 {
        libedit.moveCursor(by: forward ? wordForward(.letters) : -wordBackward(.letters))
        return redraw
    }

    func killWord(backward kind: WordKind) -> UInt8 {
        kill(wordBackward(kind))
        return redraw
    }

    func killWordForward() -> UInt8 {
        let count = wordForward(.letters)
        libedit.moveCursor(by: count)
        kill(count)
        return redraw
    }

    func killToEnd() -> UInt8 {
        let count = libedit.scalars.count - libedit.cursor
        libedit.moveCursor(by: count)
        kill(count)
        return redraw
    }

    func killLine() -> UInt8 {
        libedit.moveCursor(by: libedit.scalars.count - libedit.cursor)
        kill(libedit.cursor)
        return redraw
    }

    func yank() -> UInt8 {
        libedit.insert(killed)
        return redraw
    }

    /// Deletes before the cursor, to be brought back by Control-Y.
    private func kill(_ count: Int) {
        guard count > 0 else { return }
        killed = Array(libedit.scalars[..<libedit.cursor].suffix(count))
        libedit.delete(count)
    }

    /// Scalars from the cursor back to where the word begins.
    private func wordBackward(_ kind: WordKind) -> Int {
        let before = String(libedit.scalars[..<libedit.cursor]).reversed()
        let gap = before.prefix { !kind.contains($0) }
        let word = before.dropFirst(gap.count).prefix(while: kind.contains)
        return (Array(gap) + Array(word)).reduce(0) { $0 + $1.unicodeScalars.count }
    }

    private func wordForward(_ kind: WordKind) -> Int {
        let after = String(libedit.scalars[libedit.cursor...])
        let gap = after.prefix { !kind.contains($0) }
        let word = after.dropFirst(gap.count).prefix(while: kind.contains)
        return gap.unicodeScalars.count + word.unicodeScalars.count
    }
}
