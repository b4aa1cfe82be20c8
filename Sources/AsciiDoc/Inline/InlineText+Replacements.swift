extension InlineText {
    // MARK: `{name}`

    mutating func readAttributeReferences(_ references: inout DocumentAttributes) {
        var position = 0
        var values: [ReferenceValue] = []
        var space = Self.mostExpansion + 8 * count
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == UInt8(ascii: "{") {
            let index = marks[mark]
            guard let close = referenceEnd(from: index + 1) else { continue }
            position = close + 1
            if isEscaped(index) {
                takeEscape(before: index)
                if view[close - 1] == UInt8(ascii: "\\") { takeEscape(before: close) }
            } else if view[close - 1] == UInt8(ascii: "\\") {
                takeEscape(before: close)
            } else if isExpanding {
                let name = String(decoding: view[index + 1..<close], as: UTF8.self)
                guard space > 0, let value = references.expand(name) else { continue }
                values.append(
                    ReferenceValue(
                        range: index..<close + 1, bytes: Array(value.utf8),
                        substitutions: references.substitutions[name.lowercased()] ?? []))
                space -= value.utf8.count
            } else {
                takeReference(index..<close + 1)
            }
        }
        if !values.isEmpty { replace(values) }
        for value in values where !value.substitutions.isEmpty { substitute(in: value) }
    }

    /// Reads what a reference stands for where its value goes through substitutions of its own.
    private mutating func substitute(in value: ReferenceValue) {
        let start = expansion.expanded(value.range.lowerBound)
        var inside = InlineText()
        inside.attributes = attributes
        inside.load(value.bytes, value.bytes.indices)
        if value.substitutions.contains(.passthroughs) { inside.readPassthroughs() }
        var none = DocumentAttributes()
        inside.substitute(value.substitutions, &none)
        for span in inside.spans {
            let moved = span.moved(by: start)
            take(moved, leaving: span.kind.isLeaf ? nil : moved.content)
        }
    }

    /// By how many bytes a text may grow, beside eight times its own length: references beyond that stay text.
    private static let mostExpansion = 1 << 18

    /// Where the bracket after a name, or after `counter:name`, `set:name:value`, closes.
    private func referenceEnd(from start: Int) -> Int? {
        guard isWord(at: start) else { return nil }
        var end = start
        while isWord(at: end) || byte(end) == UInt8(ascii: "-") || byte(end) & 0xC0 == 0x80 { end += 1 }
        if byte(end) == UInt8(ascii: ":"), Self.directives.contains(where: { has($0, at: start) }) {
            while byte(end) != 0x0A, byte(end) != UInt8(ascii: "}") { end += 1 }
        }
        if byte(end) == UInt8(ascii: "\\") { end += 1 }
        return byte(end) == UInt8(ascii: "}") ? end : nil
    }

    private static let directives: [StaticString] = ["counter:", "counter2:", "set:"]

    /// An unknown name stays text for what is read later, as its bytes are what is shown.
    private mutating func takeReference(_ range: Range<Int>) {
        let name = range.lowerBound + 1..<range.upperBound - 1
        let reference = Span(kind: .attributeReference, range: range, content: name, target: name)
        let value = attributes[String(decoding: view[name], as: UTF8.self).lowercased()]
        take(reference, leaving: value == nil ? range : nil, as: StandIn.opaque)
        if let value, value.utf8.starts(with: "http".utf8), value.contains("://") { addresses.append(range) }
    }

    // MARK: Characters

    /// What is read as another character, by its first byte; the longer before the shorter.
    private static func replacement(_ byte: UInt8) -> [StaticString] {
        switch byte {
        case UInt8(ascii: "("): ["(C)", "(R)", "(TM)"]
        case UInt8(ascii: "."): ["..."]
        case UInt8(ascii: "`"): ["`'"]
        case UInt8(ascii: "-"): ["->"]
        case UInt8(ascii: "="): ["=>"]
        case UInt8(ascii: "<"): ["<-", "<="]
        default: []
        }
    }

    mutating func readReplacements() {
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position {
            let index = marks[mark]
            switch view[index] {
            case UInt8(ascii: "'"): position = readApostrophe(at: index)
            case UInt8(ascii: "&"): position = readCharacterReference(at: index)
            case UInt8(ascii: "-") where byte(index + 1) == UInt8(ascii: "-"): position = readDash(at: index)
            default: position = readReplacement(at: index)
            }
        }
    }

    private mutating func readReplacement(at index: Int) -> Int {
        // Of `<->`, the arrow to the right is read: it is looked for first.
        if view[index] == UInt8(ascii: "<"), has("->", at: index + 1) || has("=>", at: index + 1) { return index + 1 }
        for text in Self.replacement(view[index]) where has(text, at: index) {
            return takeCharacter(.characterReplacement, index..<index + text.utf8CodeUnitCount)
        }
        return index + 1
    }

    private mutating func takeCharacter(_ kind: Inline.Kind, _ range: Range<Int>) -> Int {
        if isEscaped(range.lowerBound) {
            takeEscape(before: range.lowerBound)
        } else {
            take(Span(kind: kind, range: range, content: range), as: StandIn.character)
        }
        return range.upperBound
    }

    /// Two hyphens between spaces or between words are an em dash; the spaces around belong to it.
    private mutating func readDash(at index: Int) -> Int {
        let (before, end) = (previous(index), index + 2)
        if byte(end) == 0x20 || byte(end) == 0x0A {
            let after = byte(end) == 0x20 ? end + 1 : end
            if isEscaped(index) || isLineStart(index) { return takeCharacter(.characterReplacement, index..<after) }
            if view[before] == 0x20 { return takeCharacter(.characterReplacement, before..<after) }
        } else if isWord(endingAt: isEscaped(index) ? previous(before) : before), isWord(at: end) {
            return takeCharacter(.characterReplacement, index..<end)
        }
        return byte(index + 2) == UInt8(ascii: ">") ? readReplacement(at: index + 1) : index + 1
    }

    private mutating func readApostrophe(at index: Int) -> Int {
        let before = isEscaped(index) ? previous(previous(index)) : previous(index)
        let after = byte(index + 1)
        guard before >= 0, isWord(endingAt: before), view[before] != UInt8(ascii: "_"), isWord(at: index + 1),
            !Self.isDigit(after), after != UInt8(ascii: "_")
        else { return index + 1 }
        return takeCharacter(.characterReplacement, index..<index + 1)
    }

    /// `&name;`, `&#10;` or `&#x1F;`.
    private mutating func readCharacterReference(at index: Int) -> Int {
        var end = index + 1
        while Self.isLetter(byte(end)) || Self.isDigit(byte(end)) || byte(end) == UInt8(ascii: "#"), end - index < 12 {
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
        if breaksLines { return breakLines() }
        for mark in 0..<marks.count {
            let index = marks[mark]
            guard view[index] == UInt8(ascii: "+"), index > 0, view[index - 1] == 0x20, byte(index + 1) == 0x0A else {
                continue
            }
            let range = index - 1..<min(index + 2, count)
            take(Span(kind: .lineBreak, range: range, content: range), as: StandIn.opaque)
        }
    }

    private mutating func breakLines() {
        for index in 0..<max(0, count - 1) where view[index] == 0x0A {
            let hasSign = index > 1 && view[index - 1] == UInt8(ascii: "+") && view[index - 2] == 0x20
            let range = (hasSign ? index - 2 : index)..<index + 1
            take(Span(kind: .lineBreak, range: range, content: range), as: StandIn.opaque)
        }
    }
}
