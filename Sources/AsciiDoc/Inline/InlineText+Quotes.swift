/// A quote that was found in the cells.
private struct Match {
    /// Where the brackets, the signs, or the backslash before them begin.
    let start: Int
    /// What is in the brackets.
    let attributes: Range<Int>?
    let open: Int
    let close: Int
    let isEscaped: Bool
}

extension InlineText {
    /// Finds every place of one format, from left to right, as a global substitution does.
    mutating func substitute(_ quote: Quote) {
        guard let sign = quote.open.first, cells.contains(where: { $0.byte == sign }) else { return }
        var finder = QuoteFinder(self, quote)
        var output: [Cell] = []
        var done = 0
        while let match = finder.next() {
            output += cells[done..<match.start]
            done = match.close + quote.close.count
            if match.isEscaped {
                output += escaped(match, upTo: done)
            } else {
                output += substituted(match, quote)
            }
        }
        output += cells[done...]
        cells = output
    }

    /// What was kept from being markup, without its backslash.
    private mutating func escaped(_ match: Match, upTo end: Int) -> ArraySlice<Cell> {
        let range = offset(match.start)..<offset(match.start) + 1
        spans.append(Span(kind: .escape, range: range, content: range, attributes: nil))
        return cells[(match.start + 1)..<end]
    }

    private mutating func substituted(_ match: Match, _ quote: Quote) -> [Cell] {
        let content = match.open + quote.open.count..<match.close
        let end = offset(match.close + quote.close.count - 1) + 1
        let outer = offset(match.start)..<end
        let start = offset(match.open + quote.open.count - 1) + 1
        let inner = start..<max(start, offset(match.close))
        let attributes = match.attributes.map { offset($0.lowerBound)..<offset($0.upperBound) }
        spans.append(Span(kind: quote.kind, range: outer, content: inner, attributes: attributes))
        let first = Self.mark(outer.lowerBound..<inner.lowerBound)
        let last = Self.mark(inner.upperBound..<outer.upperBound)
        return [first] + cells[content] + [last]
    }
}

/// Walks over a text's places of one format; looks at every cell a bounded number of times.
private struct QuoteFinder {
    private let text: InlineText
    private let quote: Quote
    private let nextBracket: [Int]
    private var position = 0
    /// The closing signs from here on were not found.
    private var isExhausted = false

    init(_ text: InlineText, _ quote: Quote) {
        self.text = text
        self.quote = quote
        nextBracket = text.next { $0.byte($1) == UInt8(ascii: "]") }
    }

    mutating func next() -> Match? {
        while position < text.cells.count, !isExhausted {
            if let match = match(at: position) {
                position = match.close + quote.close.count
                return match
            }
            position += 1
        }
        return nil
    }

    private mutating func match(at start: Int) -> Match? {
        guard quote.reach == .constrained else {
            let isEscaped = text.byte(start) == UInt8(ascii: "\\")
            return (isEscaped ? quoted(at: start + 1, from: start, isEscaped: true) : nil)
                ?? quoted(at: start, from: start, isEscaped: false)
        }
        if text.isLineStart(start), let match = quoted(at: start, from: start, isEscaped: false) { return match }
        guard mayStand(behind: start) else { return nil }
        let isEscaped = text.byte(start) == UInt8(ascii: "\\")
        return quoted(at: start + 1, from: isEscaped ? start : start + 1, isEscaped: isEscaped)
    }

    private func mayStand(behind index: Int) -> Bool {
        !text.isWord(index) && !quote.notBehind.contains(text.byte(index))
    }

    /// Brackets, if any, then the opening signs.
    private mutating func quoted(at index: Int, from start: Int, isEscaped: Bool) -> Match? {
        var open = index
        var attributes: Range<Int>?
        if text.byte(index) == UInt8(ascii: "["), index < text.cells.count {
            let bracket = nextBracket[index]
            guard bracket < text.cells.count, bracket > index + 1 else { return nil }
            attributes = index + 1..<bracket
            open = bracket + 1
        }
        guard text.has(quote.open, at: open), let close = close(from: open + quote.open.count) else { return nil }
        // A backslash before the brackets of a constrained quote makes text of the brackets alone.
        if isEscaped, quote.reach == .constrained, attributes != nil {
            return Match(start: open, attributes: nil, open: open, close: close, isEscaped: false)
        }
        return Match(start: start, attributes: attributes, open: open, close: close, isEscaped: isEscaped)
    }

    /// The first closing signs behind at least one cell.
    private mutating func close(from content: Int) -> Int? {
        if quote.reach == .constrained, text.isSpace(content) { return nil }
        guard content + 1 < text.cells.count else { return nil }
        if quote.reach == .unbroken, text.isSpace(content) { return nil }
        for index in content + 1..<text.cells.count {
            if quote.reach == .unbroken, text.isSpace(index) { return nil }
            if text.has(quote.close, at: index), mayClose(at: index) { return index }
        }
        isExhausted = quote.reach != .unbroken
        return nil
    }

    private func mayClose(at index: Int) -> Bool {
        guard quote.reach == .constrained else { return true }
        let behind = index + quote.close.count
        let isInWord = behind < text.cells.count && (text.isWord(behind) || quote.notBefore.contains(text.byte(behind)))
        return !text.isSpace(index - 1) && !isInWord
    }
}
