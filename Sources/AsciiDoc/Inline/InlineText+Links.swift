extension InlineText {
    // MARK: Addresses

    private static let schemes: [StaticString] = ["https", "http", "file", "ftp", "irc"]

    mutating func readAddresses() {
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == UInt8(ascii: ":") {
            let colon = marks[mark]
            guard byte(colon + 1) == UInt8(ascii: "/"), byte(colon + 2) == UInt8(ascii: "/"),
                let start = schemeStart(before: colon)
            else { continue }
            position = readAddress(from: start, rest: colon + 3, after: position)
        }
    }

    /// `{name}[text]` where the attribute's value is an address.
    mutating func readAddressReferences() {
        for range in addresses where byte(range.upperBound) == UInt8(ascii: "[") && mayPrecedeAddress(range.lowerBound)
        {
            if let close = closingBracket(from: range.upperBound + 1) {
                _ = takeLink(start: range.lowerBound, address: range, close: close, isMacro: false)
            }
        }
    }

    private func schemeStart(before colon: Int) -> Int? {
        for scheme in Self.schemes where has(scheme, at: colon - scheme.utf8CodeUnitCount) {
            return colon - scheme.utf8CodeUnitCount
        }
        return nil
    }

    /// An address stands at a line's start, after a space, a bracket, a quotation mark or `link:`.
    private mutating func readAddress(from start: Int, rest: Int, after position: Int) -> Int {
        let before = isEscaped(start) ? start - 1 : start
        let isMacro = has("link:", at: before - 5)
        // What the address before took does not stand before this one.
        let isFree = isMacro || isLineStart(before) || previous(before) >= position && mayPrecedeAddress(before)
        guard isFree else { return rest }
        var end = addressEnd(from: rest)
        let isEnded = end > rest && view[end - 1] != UInt8(ascii: ".") && view[end - 1] != UInt8(ascii: ",")
        if isEnded, byte(end) == UInt8(ascii: "["), let close = closingBracket(from: end + 1) {
            return takeLink(start: before, address: start..<end, close: close, isMacro: isMacro)
        }
        while end > rest, view[end - 1] == UInt8(ascii: ".") || view[end - 1] == UInt8(ascii: ",") { end -= 1 }
        let opening = byte(before - 1)
        guard end > rest, !isMacro, opening != UInt8(ascii: "\""), opening != UInt8(ascii: "'") else { return end }
        if view[end - 1] == UInt8(ascii: ">"), opening == UInt8(ascii: "<") {
            end -= 1
        } else {
            end = withoutPunctuation(rest..<end)
        }
        guard end > rest else { return rest }
        if before < start {
            takeEscape(before: start)
        } else {
            takeBareAddress(start..<end)
        }
        return end
    }

    private mutating func takeLink(start: Int, address: Range<Int>, close: Int, isMacro: Bool) -> Int {
        if start < address.lowerBound {
            takeEscape(before: address.lowerBound)
            return close + 1
        }
        let content = address.upperBound + 1..<close
        let range = (isMacro ? start - 5 : start)..<close + 1
        if isEscaped(range.lowerBound) { return address.upperBound }
        take(Span(kind: .link, range: range, content: content, target: address), leaving: content)
        takeEscapedBrackets(in: content)
        return close + 1
    }

    /// `<https://…>` is taken with its brackets.
    private mutating func takeBareAddress(_ address: Range<Int>) {
        var range = address
        if byte(address.lowerBound - 1) == UInt8(ascii: "<"), byte(address.upperBound) == UInt8(ascii: ">") {
            range = address.lowerBound - 1..<address.upperBound + 1
        }
        take(Span(kind: .link, range: range, content: address, target: address))
    }

    private func mayPrecedeAddress(_ index: Int) -> Bool {
        guard !isLineStart(index) else { return true }
        let before = previous(index)
        switch view[before] {
        case StandIn.tag, StandIn.character, 0x20, 0x09: return true
        case 0xA0, 0x80...0x8A, 0xAF:
            return byte(before - 1) == 0xC2 && view[before] == 0xA0 || byte(before - 1) == 0x80
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            return true
        default: return false
        }
    }

    private func addressEnd(from start: Int) -> Int {
        var end = start
        while !isSpace(end) {
            switch view[end] {
            case StandIn.tag, UInt8(ascii: "["), UInt8(ascii: "]"): return end
            default: end += 1
            }
        }
        return end
    }

    /// Punctuation that ends the sentence, not the address.
    private func withoutPunctuation(_ address: Range<Int>) -> Int {
        var end = address.upperBound
        switch view[end - 1] {
        case UInt8(ascii: ")"):
            end -= 1
            if end > address.lowerBound, ".?!".utf8.contains(view[end - 1]) { end -= 1 }
        case UInt8(ascii: "?"), UInt8(ascii: "!"): end -= 1
        case UInt8(ascii: ";"), UInt8(ascii: ":"):
            end -= 1
            if end > address.lowerBound, view[end - 1] == UInt8(ascii: ")") { end -= 1 }
        default: break
        }
        return end
    }

    // MARK: Electronic mail

    mutating func readEmails() {
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == UInt8(ascii: "@") {
            let sign = marks[mark]
            guard let start = localPartStart(before: sign, after: position), let end = domainEnd(from: sign + 1) else {
                continue
            }
            position = end
            switch byte(start - 1) {
            case UInt8(ascii: "\\"): takeEscape(before: start)
            case StandIn.tag, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ">"): break
            default: take(Span(kind: .email, range: start..<end, content: start..<end, target: start..<end))
            }
        }
    }

    private func localPartStart(before sign: Int, after position: Int) -> Int? {
        var start = sign
        while start > position, isWord(endingAt: start - 1) || "-.%+&".utf8.contains(view[start - 1]) { start -= 1 }
        while start < sign, !isWord(at: start) || view[start] & 0xC0 == 0x80 { start += 1 }
        return start < sign ? start : nil
    }

    /// The end of a domain whose last part has two to five letters.
    private func domainEnd(from start: Int) -> Int? {
        var end = start
        while Self.isWord(byte(end)) || byte(end) == UInt8(ascii: "-") || byte(end) == UInt8(ascii: ".") { end += 1 }
        while end > start {
            guard let part = view[start..<end].lastIndex(of: UInt8(ascii: ".")), part > start else { return nil }
            let name = view[part + 1..<end].prefix(while: Self.isLetter)
            if (2...5).contains(name.count), !isWord(at: name.endIndex) { return name.endIndex }
            end = part
        }
        return nil
    }
}
