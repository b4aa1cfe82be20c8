/// What counts as one word.
enum WordKind {
    /// Letters and numbers, as Alt with a letter takes it.
    case letters
    /// All but spaces, as Control-W and vi's `W` take it.
    case nonSpaces
    /// As vi's `w` takes it: letters, numbers and `_`, or other signs.
    case vi

    /// Characters of one class make a word; 0 is between words.
    func wordClass(_ character: Character) -> Int {
        let isLetter = character.isLetter || character.isNumber
        switch self {
        case .letters: return isLetter ? 1 : 0
        case .nonSpaces: return character.isWhitespace ? 0 : 1
        case .vi: return character.isWhitespace ? 0 : isLetter || character == "_" ? 1 : 2
        }
    }
}

// Where a motion leads from a position. All go by what the user sees as one character.
extension Line {
    /// Scalars that are looked at for the borders of one character: a long line is not looked at as a whole.
    private static let longestCharacter = 64

    func before(_ position: Int) -> Int {
        let window = scalars[..<position].suffix(Self.longestCharacter)
        // Before an ASCII character that follows another one there is always a border.
        if let last = window.last, last.isASCII, last != "\n" { return position - 1 }
        return position - (String(window).last?.unicodeScalars.count ?? 0)
    }

    func after(_ position: Int) -> Int {
        position + (String(scalars[position...].prefix(Self.longestCharacter)).first?.unicodeScalars.count ?? 0)
    }

    private func character(at position: Int) -> Character? {
        String(scalars[position...].prefix(Self.longestCharacter)).first
    }

    private func wordClass(at position: Int, _ kind: WordKind) -> Int {
        character(at: position).map(kind.wordClass) ?? 0
    }

    /// Where the word begins that ends before `position`.
    func wordStart(before position: Int, _ kind: WordKind) -> Int {
        var position = position
        while position > 0, wordClass(at: before(position), kind) == 0 { position = before(position) }
        guard position > 0 else { return 0 }
        let word = wordClass(at: before(position), kind)
        while position > 0, wordClass(at: before(position), kind) == word { position = before(position) }
        return position
    }

    /// The end of the word at or after `position`.
    func wordEnd(after position: Int, _ kind: WordKind) -> Int {
        var position = position
        while position < count, wordClass(at: position, kind) == 0 { position = after(position) }
        guard position < count else { return count }
        let word = wordClass(at: position, kind)
        while position < count, wordClass(at: position, kind) == word { position = after(position) }
        return position
    }

    /// The start of the next word, as vi goes.
    func nextWord(after position: Int, _ kind: WordKind) -> Int {
        var position = position
        let word = position < count ? wordClass(at: position, kind) : 0
        while word != 0, position < count, wordClass(at: position, kind) == word { position = after(position) }
        while position < count, wordClass(at: position, kind) == 0 { position = after(position) }
        return position
    }

    /// The last character of the word after `position`, as vi's `e` goes.
    func lastOfWord(after position: Int, _ kind: WordKind) -> Int {
        guard position < count else { return position }
        let end = wordEnd(after: after(position), kind)
        return end > 0 ? before(end) : 0
    }

    /// The last character of the word before `position`, as vi's `ge` goes.
    func lastOfWord(before position: Int, _ kind: WordKind) -> Int {
        var position = position
        if position < count {
            let word = wordClass(at: position, kind)
            while word != 0, position > 0, wordClass(at: position, kind) == word { position = before(position) }
            if position == 0, wordClass(at: 0, kind) == word { return 0 }
        }
        while position > 0, position == count || wordClass(at: position, kind) == 0 { position = before(position) }
        return position
    }

    /// The word that touches `position`, or the gap there; with `around`, the spaces after it, or else before it, too.
    func word(at position: Int, _ kind: WordKind, around: Bool) -> Range<Int> {
        guard count > 0 else { return 0..<0 }
        let at = min(position, before(count))
        let word = wordClass(at: at, kind)
        var (start, end) = (at, after(at))
        while start > 0, wordClass(at: before(start), kind) == word { start = before(start) }
        while end < count, wordClass(at: end, kind) == word { end = after(end) }
        guard around, word != 0 else { return start..<end }
        let inner = end
        while end < count, wordClass(at: end, kind) == 0 { end = after(end) }
        if end == inner { while start > 0, wordClass(at: before(start), kind) == 0 { start = before(start) } }
        return start..<end
    }

    /// The next place of a character after `position`, or the last one before it.
    func find(_ wanted: Unicode.Scalar, from position: Int, forward: Bool) -> Int? {
        forward
            ? scalars[min(position + 1, count)...].firstIndex(of: wanted)
            : scalars[..<min(position, count)].lastIndex(of: wanted)
    }

    /// The first character that is no space.
    var firstNonSpace: Int { scalars.firstIndex { $0 != " " && $0 != "\t" } ?? count }

    private static let brackets: [Unicode.Scalar: (other: Unicode.Scalar, forward: Bool)] = [
        "(": (")", true), "[": ("]", true), "{": ("}", true), "«": ("»", true),
        ")": ("(", false), "]": ("[", false), "}": ("{", false), "»": ("«", false),
    ]

    /// The bracket that matches the first one at or after `position`.
    func matchingBracket(from position: Int) -> Int? {
        guard let start = scalars[min(position, count)...].firstIndex(where: { Self.brackets[$0] != nil }),
            let (other, forward) = Self.brackets[scalars[start]]
        else { return nil }
        var depth = 0
        for index in forward ? Array(start..<count) : (0...start).reversed() {
            if scalars[index] == scalars[start] { depth += 1 }
            if scalars[index] == other { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// What stands between two signs around `position`; with `around`, the signs, too.
    func enclosed(by open: Unicode.Scalar, _ close: Unicode.Scalar, at position: Int, around: Bool) -> Range<Int>? {
        let pair = open == close ? quotes(open, at: position) : brackets(open, close, at: position)
        guard let (start, end) = pair else { return nil }
        return around ? start..<end + 1 : start + 1..<end
    }

    private func quotes(_ sign: Unicode.Scalar, at position: Int) -> (Int, Int)? {
        let places = scalars.indices.filter { scalars[$0] == sign }
        for index in stride(from: 0, to: places.count - 1, by: 2) where places[index + 1] >= position {
            return (places[index], places[index + 1])
        }
        return nil
    }

    private func brackets(_ open: Unicode.Scalar, _ close: Unicode.Scalar, at position: Int) -> (Int, Int)? {
        var (depth, start) = (0, min(position, count - 1))
        while start >= 0 {
            if scalars[start] == close, start != position { depth += 1 }
            if scalars[start] == open {
                if depth == 0 { break }
                depth -= 1
            }
            start -= 1
        }
        guard start >= 0, let end = matchingBracket(from: start) else { return nil }
        return (start, end)
    }
}
