extension InlineText {
    /// Takes out, first of all, what is no markup.
    ///
    /// Source: the substitution of passthroughs that Asciidoctor 2.0 makes before all others: `+++x+++`, `++x++`, `$$x$$`
    /// and `pass:[x]` from left to right, then `+x+` between words, then formulas.
    mutating func readPassthroughs() {
        let isCompatible = attributes["compat-mode"] != nil
        let (plus, grave) = (UInt8(ascii: "+"), UInt8(ascii: "`"))
        if has(plus) || has(UInt8(ascii: "$")) || has(UInt8(ascii: ":")) { readUnconstrained(isCompatible) }
        if has(isCompatible ? grave : plus) { readConstrained(isCompatible ? .compatible : .modern) }
        if has(UInt8(ascii: ":")) { readFormulas() }
    }

    // MARK: `+++x+++`, `++x++`, `$$x$$`, `pass:[x]`

    private mutating func readUnconstrained(_ isCompatible: Bool) {
        var position = 0
        var exhausted = ASCIISet()
        for mark in 0..<marks.count where marks[mark] >= position {
            let index = marks[mark]
            switch view[index] {
            case UInt8(ascii: "+"), UInt8(ascii: "$"):
                guard let (length, close) = unconstrained(at: index, mark: mark, &exhausted) else { continue }
                position = close + length
                guard !isCompatible || length != 2 || view[index] != UInt8(ascii: "+") else { continue }
                takePassthrough(index..<position, content: index + length..<close)
            case UInt8(ascii: ":") where has("pass", at: index - 4):
                position = readPassMacro(colon: index) ?? position
            default: continue
            }
        }
    }

    /// How many signs open at `index`, and where they close.
    private func unconstrained(at index: Int, mark: Int, _ exhausted: inout ASCIISet) -> (length: Int, close: Int)? {
        let sign = view[index]
        let longest = sign == UInt8(ascii: "+") && byte(index + 1) == sign && byte(index + 2) == sign ? 3 : 2
        guard byte(index + 1) == sign else { return nil }
        for length in stride(from: longest, through: 2, by: -1) {
            // The number of signs stands for them in what was looked for in vain.
            let key = sign &+ UInt8(length)
            guard !exhausted.contains(key) else { continue }
            if let close = run(of: sign, length, from: index + length, mark: mark) { return (length, close) }
            exhausted.insert(key)
        }
        return nil
    }

    /// Where so many signs next stand side by side.
    private func run(of sign: UInt8, _ length: Int, from start: Int, mark: Int) -> Int? {
        for next in mark..<marks.count where marks[next] >= start {
            let index = marks[next]
            if (0..<length).allSatisfy({ byte(index + $0) == sign }) { return index }
        }
        return nil
    }

    /// Brackets before the signs are their attributes; a backslash before it all makes text of it.
    private mutating func takePassthrough(_ range: Range<Int>, content: Range<Int>) {
        if isEscaped(range.lowerBound) { return takeEscape(before: range.lowerBound) }
        takePassthrough(range, content: content, attributes: bracketsBefore(range.lowerBound))
    }

    mutating func takePassthrough(_ range: Range<Int>, content: Range<Int>, attributes: Range<Int>?) {
        enclosed[range.lowerBound] = content
        guard let attributes else {
            return take(Span(kind: .passthrough, range: range, content: content), as: StandIn.opaque)
        }
        if isEscaped(attributes.lowerBound - 1) {
            takeEscape(before: attributes.lowerBound - 1)
            return take(Span(kind: .passthrough, range: range, content: content), as: StandIn.opaque)
        }
        let whole = attributes.lowerBound - 1..<range.upperBound
        take(Span(kind: .passthrough, range: whole, content: content, attributes: attributes), as: StandIn.opaque)
    }

    /// What is in brackets that end right before `index`.
    func bracketsBefore(_ index: Int) -> Range<Int>? {
        guard byte(index - 1) == UInt8(ascii: "]") else { return nil }
        var open = index - 2
        while open >= 0, view[open] != UInt8(ascii: "["), view[open] != UInt8(ascii: "]"), view[open] != StandIn.opaque
        {
            open -= 1
        }
        return open >= 0 && view[open] == UInt8(ascii: "[") && open < index - 2 ? open + 1..<index - 1 : nil
    }

    /// `pass:[…]`, `pass:c,q[…]`
    private mutating func readPassMacro(colon: Int) -> Int? {
        guard let macro = arguments(after: colon, emptyIsFine: true) else { return nil }
        let start = colon - 4
        if isEscaped(start) {
            takeEscape(before: start)
        } else {
            takePassMacro(start..<macro.upperBound + 1, names: colon + 1..<macro.lowerBound - 1, content: macro)
        }
        return macro.upperBound + 1
    }

    /// What `pass:q[…]` encloses goes through the substitutions that it names, and no others.
    private mutating func takePassMacro(_ range: Range<Int>, names: Range<Int>, content: Range<Int>) {
        var inside = InlineText()
        if !names.isEmpty {
            inside.attributes = attributes
            inside.load(view, content)
            var none = DocumentAttributes()
            inside.substitute(InlineSubstitutions(names: view[names]), &none)
        }
        let target = names.isEmpty ? nil : names
        enclosed[range.lowerBound] = content
        take(Span(kind: .passthrough, range: range, content: content, target: target), as: StandIn.opaque)
        for span in inside.spans { take(span.moved(by: content.lowerBound), as: StandIn.opaque) }
    }

    /// What is in the brackets after a colon and, maybe, names of substitutions.
    private mutating func arguments(after colon: Int, emptyIsFine: Bool) -> Range<Int>? {
        var open = colon + 1
        while Self.isLetter(byte(open)) || byte(open) == UInt8(ascii: ",") || byte(open) == UInt8(ascii: "-") {
            open += 1
        }
        guard byte(open) == UInt8(ascii: "["),
            let close = closingBracket(from: emptyIsFine ? open + 1 : open + 2)
        else { return nil }
        return open + 1..<close
    }

    // MARK: `stem:[x]`

    private mutating func readFormulas() {
        var position = 0
        for mark in 0..<marks.count where marks[mark] >= position && view[marks[mark]] == UInt8(ascii: ":") {
            let colon = marks[mark]
            guard let name = Self.formulas.first(where: { has($0, at: colon - $0.utf8CodeUnitCount) }),
                let content = arguments(after: colon, emptyIsFine: false)
            else { continue }
            let start = colon - name.utf8CodeUnitCount
            position = content.upperBound + 1
            if isEscaped(start) {
                takeEscape(before: start)
            } else {
                take(Span(kind: .stem, range: start..<position, content: content), as: StandIn.opaque)
            }
        }
    }

    private static let formulas: [StaticString] = ["stem", "latexmath", "asciimath"]
}
