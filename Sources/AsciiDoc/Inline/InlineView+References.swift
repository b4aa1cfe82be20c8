extension InlineView {
    // MARK: `((term))`

    mutating func readIndexTerms() {
        let (opening, closing) = (Array("((".utf8), Array("))".utf8))
        var index = 0
        while let open = find(opening, from: index), var close = find(closing, from: open + 3) {
            while byte(close + 2) == UInt8(ascii: ")") { close += 1 }
            index = close + 2
            if byte(open - 1) == UInt8(ascii: "\\") {
                takeEscape(open - 1)
            } else {
                takeIndexTerm(open, close)
            }
        }
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
        let term = Span(
            kind: isHidden ? .hiddenIndexTerm : .indexTerm, range: range, content: content, attributes: nil)
        take(term, leaving: isHidden ? nil : content, as: StandIn.tag)
    }

    // MARK: `[[id]]`

    mutating func readAnchors() {
        let opening = Array("[[".utf8)
        var index = 0
        var exhausted = 0
        while let open = find(opening, from: index) {
            index = open + 1
            guard open >= exhausted, let name = identifier(from: open + 2) else { continue }
            let close = anchorEnd(from: name.upperBound)
            guard matches(Array("]]".utf8), at: close) else {
                exhausted = close
                continue
            }
            index = close + 2
            if byte(open - 1) == UInt8(ascii: "\\") {
                takeEscape(open - 1)
            } else {
                takeMacro(.anchor, open..<close + 2, target: name, content: name.upperBound..<close, as: StandIn.tag)
            }
        }
        readArguments(of: Array("anchor:".utf8)) { parser, name, open, close in
            guard let target = parser.identifier(from: name.upperBound), target.upperBound == open else {
                return false
            }
            let range = name.lowerBound..<close + 1
            parser.takeMacro(.anchor, range, target: target, content: open + 1..<close, as: StandIn.tag)
            return true
        }
    }

    private func identifier(from start: Int) -> Range<Int>? {
        guard let first = byte(start), first == UInt8(ascii: ":") || isWord(at: start), !Self.isDigit(first) else {
            return nil
        }
        var end = start
        while let byte = byte(end), isWord(at: end) || "-:.".utf8.contains(byte) || byte & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }

    /// Where the brackets would have to close: behind the identifier, or behind a text in the same line.
    private func anchorEnd(from index: Int) -> Int {
        guard byte(index) == UInt8(ascii: ",") else { return index }
        var end = index + 1
        while let byte = byte(end), byte != 0x0A, !matches([0x5D, 0x5D], at: end) { end += 1 }
        return end
    }

    // MARK: `<<id>>`

    mutating func readCrossReferences() {
        let (opening, closing) = (Array("<<".utf8), Array(">>".utf8))
        var index = 0
        while let open = find(opening, from: index) {
            index = open + 1
            let start = open + 2
            guard isWord(at: start) || byte(start).map("#/.:{".utf8.contains) ?? false else { continue }
            guard let close = find(closing, from: start + 1) else { return }
            index = close + 2
            if byte(open - 1) == UInt8(ascii: "\\") {
                takeEscape(open - 1)
            } else {
                takeCrossReference(open, close)
            }
        }
    }

    private mutating func takeCrossReference(_ open: Int, _ close: Int) {
        let comma = view[open + 2..<close].firstIndex(of: UInt8(ascii: ",")) ?? close
        var text = min(comma + 1, close)
        while text < close, isSpace(text) { text += 1 }
        let reference = Span(
            kind: .crossReference, range: open..<close + 2, content: text..<close, attributes: nil,
            target: open + 2..<comma)
        take(reference, leaving: text..<close, as: StandIn.tag)
    }
}
