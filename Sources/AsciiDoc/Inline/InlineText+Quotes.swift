extension InlineText {
    /// Finds every place of every format, one format after the other, as global substitutions do.
    mutating func readFormats() {
        let quotes = attributes["compat-mode"] == nil ? Quote.all : Quote.compatible
        for quote in quotes where has(quote.sign) { read(quote) }
    }

    private mutating func read(_ quote: Quote) {
        var finder = QuoteFinder(quote)
        for mark in 0..<marks.count {
            let index = marks[mark]
            guard view[index] == quote.sign || view[index] == UInt8(ascii: "["), index >= finder.position else {
                continue
            }
            guard let match = finder.match(at: index, mark: mark, in: self) else {
                if finder.isExhausted { return }
                continue
            }
            take(match, quote)
            finder.position = match.close + quote.length
        }
    }

    private mutating func take(_ match: QuoteMatch, _ quote: Quote) {
        if let escape = match.escape { takeEscape(before: escape) }
        guard !match.isText else { return }
        let content = match.open + quote.length..<match.close
        let range = (match.attributes.map { $0.lowerBound - 1 } ?? match.open)..<match.close + quote.length
        take(
            Span(kind: quote.kind, range: range, content: content, attributes: match.attributes), leaving: content,
            opening: quote.isCurved ? StandIn.character : StandIn.tag)
    }
}

/// A quote that was found in a text.
struct QuoteMatch {
    let open: Int
    let close: Int
    /// What is in the brackets.
    var attributes: Range<Int>?
    /// What a backslash stands before.
    var escape: Int?
    /// Whether the backslash made text of it all.
    var isText = false
}

/// Walks over a text's places of one format; looks at every byte a bounded number of times.
private struct QuoteFinder {
    let quote: Quote
    /// After the last match.
    var position = 0
    /// No closing signs are left.
    var isExhausted = false
    private var nextBracket = NextByte()
    /// Signs that were seen to open nothing, after a bracket that more than one bracket may open.
    private var failed = -1

    init(_ quote: Quote) { self.quote = quote }

    /// A match whose brackets or signs begin at `index`, which is the place of a mark.
    mutating func match(at index: Int, mark: Int, in text: InlineText) -> QuoteMatch? {
        guard mayBegin(at: index, in: text) else { return nil }
        var open = index
        var attributes: Range<Int>?
        if text.view[index] == UInt8(ascii: "[") {
            guard let bracket = nextBracket.find(UInt8(ascii: "]"), from: index + 1, in: text.view),
                bracket > index + 1
            else { return nil }
            attributes = index + 1..<bracket
            open = bracket + 1
        }
        guard open != failed, quote.opens(at: open, in: text) else { return nil }
        guard let close = close(from: open + quote.length, mark: mark, in: text) else {
            failed = attributes == nil ? failed : open
            return nil
        }
        let escape = text.isEscaped(index) && text.previous(index) >= position ? index : nil
        // A backslash before the brackets of a constrained quote makes text of the brackets alone.
        if escape != nil, quote.reach == .constrained, attributes != nil {
            return QuoteMatch(open: open, close: close, escape: escape)
        }
        return QuoteMatch(open: open, close: close, attributes: attributes, escape: escape, isText: escape != nil)
    }

    private func mayBegin(at index: Int, in text: InlineText) -> Bool {
        guard quote.reach == .constrained else { return true }
        let before = text.previous(index)
        if text.byte(before) == 0x0A { return true }
        return before >= position && !text.isWord(endingAt: before) && !quote.notAfter.contains(text.view[before])
    }

    /// The first closing signs after at least one character.
    private mutating func close(from content: Int, mark: Int, in text: InlineText) -> Int? {
        guard quote.reach != .unbroken else { return closeOfUnbroken(from: content, in: text) }
        if quote.reach == .constrained, text.isSpace(content) { return nil }
        for next in mark + 1..<max(mark + 1, text.marks.count) {
            let index = text.marks[next]
            if index > content, quote.closes(at: index, in: text), mayClose(at: index, in: text) { return index }
        }
        isExhausted = true
        return nil
    }

    private func closeOfUnbroken(from content: Int, in text: InlineText) -> Int? {
        var index = content
        while !text.isSpace(index) {
            if index > content, text.view[index] == quote.sign { return index }
            index += 1
        }
        return nil
    }

    private func mayClose(at index: Int, in text: InlineText) -> Bool {
        guard quote.reach == .constrained else { return true }
        let after = text.following(index + quote.length)
        return !text.isSpace(text.previous(index)) && !text.isWord(at: after)
            && !quote.notBefore.contains(text.byte(after))
    }
}
