extension InlineView {
    // MARK: `{name}`

    mutating func readAttributeReferences() {
        var index = 0
        while index < view.count {
            guard view[index] == UInt8(ascii: "{"), let close = nameEnd(from: index + 1), close > index + 1,
                byte(close) == UInt8(ascii: "}"), view[index + 1] != UInt8(ascii: "-")
            else {
                index += 1
                continue
            }
            if byte(index - 1) == UInt8(ascii: "\\") {
                takeEscape(index - 1)
            } else {
                takeReference(index..<close + 1)
            }
            index = close + 1
        }
    }

    /// An unknown name stays text for what is read later, as its bytes are what is shown.
    private mutating func takeReference(_ range: Range<Int>) {
        let name = range.lowerBound + 1..<range.upperBound - 1
        let reference = Span(kind: .attributeReference, range: range, content: name, attributes: nil, target: name)
        let isKnown = attributes[String(decoding: view[name], as: UTF8.self).lowercased()] != nil
        take(reference, leaving: isKnown ? nil : range, as: StandIn.opaque)
    }

    private func nameEnd(from start: Int) -> Int? {
        var index = start
        while let byte = byte(index), isWord(at: index) || byte == UInt8(ascii: "-") || byte & 0xC0 == 0x80 {
            index += 1
        }
        return index
    }

    // MARK: Characters

    /// What is read as another character, by its first byte; the longer before the shorter.
    private static let replacements: [UInt8: [[UInt8]]] = Dictionary(
        grouping: ["(C)", "(R)", "(TM)", "...", "`'", "->", "=>", "<-", "<="].map { Array($0.utf8) }, by: { $0[0] })

    mutating func readReplacements() {
        var index = 0
        while index < view.count {
            switch view[index] {
            case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: "`"), UInt8(ascii: "="),
                UInt8(ascii: "<"):
                index = readReplacement(at: index)
            case UInt8(ascii: "'"): index = readApostrophe(at: index)
            case UInt8(ascii: "&"): index = readCharacterReference(at: index)
            default: index += 1
            }
        }
    }

    private mutating func readReplacement(at index: Int) -> Int {
        if let end = dash(at: index) { return end }
        for text in Self.replacements[view[index]] ?? [] where matches(text, at: index) {
            return takeCharacter(.characterReplacement, index..<index + text.count)
        }
        return index + 1
    }

    private mutating func takeCharacter(_ kind: Inline.Kind, _ range: Range<Int>) -> Int {
        if byte(range.lowerBound - 1) == UInt8(ascii: "\\") {
            takeEscape(range.lowerBound - 1)
        } else {
            take(.leaf(kind, range), as: StandIn.opaque)
        }
        return range.upperBound
    }

    /// Two hyphens between blanks or between words are an em dash; the blanks around belong to it.
    private mutating func dash(at index: Int) -> Int? {
        guard matches(Array("--".utf8), at: index) else { return nil }
        let (before, end) = (previous(index), index + 2)
        let isEscaped = byte(index - 1) == UInt8(ascii: "\\")
        if end == view.count || view[end] == 0x20 || view[end] == 0x0A {
            let after = end < view.count && view[end] == 0x20 ? end + 1 : end
            if isEscaped { return takeCharacter(.characterReplacement, index..<after) }
            if isLineStart(index) { return takeCharacter(.characterReplacement, index..<after) }
            guard view[before] == 0x20 else { return nil }
            return takeCharacter(.characterReplacement, before..<after)
        }
        guard isWord(endingAt: isEscaped ? index - 2 : before), isWord(at: end) else { return nil }
        return takeCharacter(.characterReplacement, index..<end)
    }

    private mutating func readApostrophe(at index: Int) -> Int {
        let isEscaped = byte(index - 1) == UInt8(ascii: "\\")
        let before = isEscaped ? index - 2 : previous(index)
        guard before >= 0, isWord(endingAt: before), view[before] != UInt8(ascii: "_"), isWord(at: index + 1),
            !Self.isDigit(view[index + 1]), view[index + 1] != UInt8(ascii: "_")
        else { return index + 1 }
        return takeCharacter(.characterReplacement, index..<index + 1)
    }

    /// `&name;`, `&#10;` or `&#x1F;`.
    private mutating func readCharacterReference(at index: Int) -> Int {
        var end = index + 1
        while let byte = byte(end), Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "#"),
            end - index < 12
        {
            end += 1
        }
        guard byte(end) == UInt8(ascii: ";"), Self.isReferenceName(view[index + 1..<end]) else { return index + 1 }
        return takeCharacter(.characterReference, index..<end + 1)
    }

    private static func isReferenceName(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.first == UInt8(ascii: "#") else {
            let digits = name.reversed().prefix(while: isDigit).count
            return digits <= 2 && name.count - digits >= 2 && name.dropLast(digits).allSatisfy(isLetter)
        }
        let number = name.dropFirst()
        guard number.first == UInt8(ascii: "x") else {
            return (2...5).contains(number.count) && number.allSatisfy(isDigit)
        }
        let isHex: (UInt8) -> Bool = { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
        return (2...5).contains(number.count - 1) && number.dropFirst().allSatisfy(isHex)
    }

    // MARK: ` +`

    mutating func readHardBreaks() {
        for index in view.indices where view[index] == UInt8(ascii: "+") && byte(index - 1) == 0x20 {
            guard index + 1 == view.count || view[index + 1] == 0x0A else { continue }
            take(.leaf(.lineBreak, index - 1..<min(index + 2, view.count)), as: StandIn.opaque)
        }
    }
}
