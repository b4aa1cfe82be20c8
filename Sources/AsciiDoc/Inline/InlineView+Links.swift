extension InlineView {
    // MARK: Addresses

    private static let schemes = ["https://", "http://", "file://", "ftp://", "irc://"].map { Array($0.utf8) }

    mutating func readAddresses() {
        let separator = Array("://".utf8)
        var index = 0
        while let colon = find(separator, from: index) {
            index = colon + separator.count
            guard let start = schemeStart(before: colon) else { continue }
            index = max(index, readAddress(from: start, rest: index))
        }
    }

    private func schemeStart(before colon: Int) -> Int? {
        for scheme in Self.schemes {
            let start = colon + 3 - scheme.count
            if matches(scheme, at: start) { return start }
        }
        return nil
    }

    /// An address stands at a line's start, behind a blank, a bracket, a quotation mark or `link:`.
    private mutating func readAddress(from start: Int, rest: Int) -> Int {
        let before = byte(start - 1) == UInt8(ascii: "\\") ? start - 1 : start
        let isMacro = matches(Array("link:".utf8), at: before - 5)
        guard isMacro || mayPrecedeAddress(before) else { return rest }
        var end = addressEnd(from: rest)
        if byte(end) == UInt8(ascii: "["), end > rest, let close = closingBracket(from: end) {
            return takeLink(start: before, address: start..<end, close: close, isMacro: isMacro)
        }
        while end > rest, ".,".utf8.contains(view[end - 1]) { end -= 1 }
        guard end > rest, !isMacro, !"\"'".utf8.contains(byte(before - 1) ?? 0) else { return end }
        end = withoutPunctuation(rest..<end)
        guard end > rest else { return rest }
        if before < start {
            takeEscape(before)
        } else {
            takeBareAddress(start..<end)
        }
        return end
    }

    private mutating func takeLink(start: Int, address: Range<Int>, close: Int, isMacro: Bool) -> Int {
        if start < address.lowerBound {
            takeEscape(start)
            return close + 1
        }
        let content = address.upperBound + 1..<close
        let range = (isMacro ? start - 5 : start)..<close + 1
        if byte(range.lowerBound - 1) == UInt8(ascii: "\\") { return address.upperBound }
        take(
            Span(kind: .link, range: range, content: content, attributes: nil, target: address), leaving: content,
            as: StandIn.tag)
        return close + 1
    }

    /// `<https://…>` is taken with its brackets.
    private mutating func takeBareAddress(_ address: Range<Int>) {
        var range = address
        if byte(address.lowerBound - 1) == UInt8(ascii: "<"), byte(address.upperBound) == UInt8(ascii: ">") {
            range = address.lowerBound - 1..<address.upperBound + 1
        }
        take(Span(kind: .link, range: range, content: address, attributes: nil, target: address), as: StandIn.tag)
    }

    private func mayPrecedeAddress(_ index: Int) -> Bool {
        guard !isLineStart(index) else { return true }
        let before = previous(index)
        switch view[before] {
        case StandIn.tag, 0x20, 0x09: return true
        case 0xA0, 0x80...0x8A, 0xAF: return matches([0xC2, 0xA0], at: before - 1) || view[before - 1] == 0x80
        default: return "<>()[];\"'".utf8.contains(view[before])
        }
    }

    private func addressEnd(from start: Int) -> Int {
        var end = start
        while let byte = byte(end), !isSpace(end), byte != StandIn.tag, !"[]<>".utf8.contains(byte) { end += 1 }
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
        var index = 0
        while let sign = find([UInt8(ascii: "@")], from: index) {
            index = sign + 1
            var start = sign
            while start > 0, isWord(endingAt: start - 1) || "-.%+".utf8.contains(view[start - 1]) { start -= 1 }
            while start < sign, !isWord(at: start) || view[start] & 0xC0 == 0x80 { start += 1 }
            guard start < sign, let end = domainEnd(from: sign + 1) else { continue }
            index = end
            switch byte(start - 1) {
            case UInt8(ascii: "\\"): takeEscape(start - 1)
            case StandIn.tag, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ">"): break
            default:
                let address = start..<end
                take(
                    Span(kind: .email, range: address, content: address, attributes: nil, target: address),
                    as: StandIn.tag)
            }
        }
    }

    /// The end of a domain whose last part has two to five letters.
    private func domainEnd(from start: Int) -> Int? {
        var end = start
        while let byte = byte(end), Self.isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
            end += 1
        }
        while end > start {
            let part = view[start..<end].lastIndex(of: UInt8(ascii: "."))
            guard let part, part > start else { return nil }
            let letters = view[part + 1..<end]
            let name = letters.prefix(while: Self.isLetter)
            if (2...5).contains(name.count), !isWord(at: name.endIndex) { return name.endIndex }
            end = part
        }
        return nil
    }
}
