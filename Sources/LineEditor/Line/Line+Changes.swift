// What keys change in the line.
extension Line {
    mutating func deleteLeft() { replace(before(cursor)..<cursor, with: []) }

    mutating func deleteRight() { replace(cursor..<after(cursor), with: []) }

    /// Takes text away, to be brought back.
    mutating func kill(_ range: Range<Int>, joining: Bool = false) {
        let range = range.clamped(to: 0..<count)
        guard !range.isEmpty else { return }
        kills.add(Array(scalars[range]), joining: joining, isForward: range.lowerBound >= cursor)
        replace(range, with: [])
    }

    /// Brings back what was killed last. Returns where it stands.
    mutating func yank() -> Range<Int> {
        let (start, text) = (cursor, kills.newest)
        insert(text: text)
        return start..<cursor
    }

    /// Puts what was killed before in the place of what was brought back.
    mutating func yankOlder(_ range: Range<Int>) -> Range<Int> {
        let text = kills.older()
        replace(range, with: text)
        return range.lowerBound..<cursor
    }

    /// Exchanges the two characters around the cursor; at the end, the two before it.
    mutating func transposeCharacters() {
        guard count > 1, cursor > 0 else { return }
        let second = isAtEnd ? before(cursor) : cursor
        guard second > 0 else { return }
        let (first, end) = (before(second), after(second))
        replace(first..<end, with: scalars[second..<end] + scalars[first..<second])
    }

    /// Exchanges the word before the cursor and the one at or after it.
    mutating func transposeWords() {
        var end = wordEnd(after: cursor, .letters)
        var second = wordStart(before: end, .letters)
        // At the end of the line, the last two words.
        if wordEnd(after: second, .letters) < end { end = wordEnd(after: second, .letters) }
        if second > cursor || isAtEnd { second = wordStart(before: end, .letters) }
        let first = wordStart(before: second, .letters)
        let firstEnd = wordEnd(after: first, .letters)
        guard first < second, firstEnd <= second, end > second else { return }
        replace(first..<end, with: scalars[second..<end] + scalars[firstEnd..<second] + scalars[first..<firstEnd])
    }

    enum LetterCase { case upper, lower, capital, other }

    /// Writes the word at or after the cursor in another case, and goes to its end.
    mutating func changeCase(_ letterCase: LetterCase) {
        let end = wordEnd(after: cursor, .letters)
        changeCase(letterCase, in: cursor..<end)
    }

    mutating func changeCase(_ letterCase: LetterCase, in range: Range<Int>) {
        let text = String(scalars[range])
        guard !text.isEmpty else { return }
        let changed: String
        switch letterCase {
        case .upper: changed = text.uppercased()
        case .lower: changed = text.lowercased()
        case .other: changed = text.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
        case .capital:
            let gap = text.prefix { !$0.isLetter && !$0.isNumber }
            let word = text.dropFirst(gap.count)
            changed = gap + word.prefix(1).uppercased() + word.dropFirst().lowercased()
        }
        replace(range, with: Array(changed.unicodeScalars))
    }

    /// Takes the spaces around the cursor away, and leaves as many as said.
    mutating func closeSpaces(to count: Int) {
        let start = scalars[..<cursor].lastIndex { $0 != " " && $0 != "\t" }.map { $0 + 1 } ?? 0
        let end = scalars[cursor...].firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
        replace(start..<end, with: Array(repeating: " ", count: count))
    }
}
