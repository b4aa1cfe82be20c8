extension InlineText {
    // MARK: `((term))`

    mutating func readIndexTerms() {
        let sign = UInt8(ascii: "(")
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == sign {
            let open = marks[mark]
            guard byte(open + 1) == sign else { continue }
            guard var close = find("))", from: open + 3) else { return }
            while byte(close + 2) == UInt8(ascii: ")") { close += 1 }
            position = close + 2
            if isEscaped(open) {
                takeEscape(before: open)
            } else {
                takeIndexTerm(open, close)
            }
        }
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
        var index = start
        while index < count {
            if view[index] == text.utf8Start[0], has(text, at: index) { return index }
            index += 1
        }
        return nil
    }

    private mutating func takeIndexTerm(_ open: Int, _ close: Int) {
        var content = open + 2..<close
        let isOpened = view[content.lowerBound] == UInt8(ascii: "(")
        let isClosed = view[content.upperBound - 1] == UInt8(ascii: ")")
        var range = open..<close + 2
        let isHidden = isOpened && isClosed && content.count > 2
        if isHidden {
            content = content.lowerBound + 1..<content.upperBound - 1
        } else if isOpened {
            (range, content) = (open + 1..<close + 2, open + 3..<close)
        } else if isClosed {
            (range, content) = (open..<close + 1, open + 2..<close - 1)
        }
        let term = Span(kind: isHidden ? .hiddenIndexTerm : .indexTerm, range: range, content: content)
        take(term, leaving: isHidden ? nil : content)
    }

    // MARK: `[[id]]`

    mutating func readAnchors() {
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == UInt8(ascii: "[") {
            let open = marks[mark]
            guard byte(open + 1) == UInt8(ascii: "["), let name = identifier(from: open + 2) else { continue }
            let close = anchorEnd(from: name.upperBound)
            guard has("]]", at: close) else { continue }
            position = close + 2
            if isEscaped(open) {
                takeEscape(before: open)
            } else {
                let content = name.upperBound..<close
                take(Span(kind: .anchor, range: open..<position, content: content, target: name))
            }
        }
    }

    /// A name as Asciidoctor allows it for an anchor.
    func identifier(from start: Int) -> Range<Int>? {
        let first = byte(start)
        guard first == UInt8(ascii: ":") || isWord(at: start), !Self.isDigit(first) else { return nil }
        var end = start
        while isWord(at: end) || "-:.".utf8.contains(byte(end)) || byte(end) & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }

    /// Where the brackets would have to close: after the identifier, or after a text in the same line.
    private mutating func anchorEnd(from index: Int) -> Int {
        guard byte(index) == UInt8(ascii: ","), byte(index + 1) != 0x0A else { return index }
        var end = index + 2
        while byte(end) != 0x0A {
            if byte(end) == UInt8(ascii: "]"), byte(end + 1) == UInt8(ascii: "]") { return end }
            // What begins again cannot be the text of this one without looking at everything many times.
            if byte(end) == UInt8(ascii: "["), byte(end + 1) == UInt8(ascii: "[") { return index }
            end += 1
        }
        return end
    }

    // MARK: `<<id>>`

    mutating func readCrossReferences() {
        let sign = UInt8(ascii: "<")
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == sign {
            let open = marks[mark]
            let start = open + 2
            guard byte(open + 1) == sign, isWord(at: start) || ASCIISet("#/.:{").contains(byte(start)) else { continue }
            guard let close = find(">>", from: start + 1) else { return }
            position = close + 2
            if isEscaped(open) {
                takeEscape(before: open)
            } else {
                takeCrossReference(open, close)
            }
        }
    }

    private mutating func takeCrossReference(_ open: Int, _ close: Int) {
        var comma = open + 2
        while comma < close, view[comma] != UInt8(ascii: ",") { comma += 1 }
        var text = min(comma + 1, close)
        while text < close, isSpace(text) { text += 1 }
        let content = text..<close
        take(
            Span(kind: .crossReference, range: open..<close + 2, content: content, target: open + 2..<comma),
            leaving: content)
    }
}
