/// What was found, as indices of cells: its content, and where it ends.
private struct Passthrough {
    let open: Int
    let close: Int
    let end: Int
    var kind = Inline.Kind.passthrough
}

extension InlineText {
    /// Takes out, first of all, what is no markup: each passthrough leaves one mark.
    mutating func extractPassthroughs() {
        let plus = UInt8(ascii: "+")
        guard cells.contains(where: { $0.byte == plus || $0.byte == UInt8(ascii: "$") || $0.byte == UInt8(ascii: ":") })
        else { return }
        let brackets = next { $0.byte($1) == UInt8(ascii: "]") && $0.byte($1 - 1) != 0x5C }
        replace { $0.unconstrainedPassthrough(at: $1) ?? $0.passMacro(at: $1, brackets) }
        let closes = next { $0.closesPassthrough($1) }
        replace { $0.constrainedPassthrough(at: $1, closes) }
    }

    /// Puts a mark in the place of whatever `find` finds, from left to right.
    private mutating func replace(_ find: (InlineText, Int) -> Passthrough?) {
        var output: [Cell] = []
        var index = 0
        while index < cells.count {
            guard let found = find(self, index) else {
                output.append(cells[index])
                index += 1
                continue
            }
            let range = offset(index)..<end(found.end - 1)
            let start = end(found.open - 1)
            let content = start..<max(start, offset(found.close))
            spans.append(Span(kind: found.kind, range: range, content: content, attributes: nil))
            output.append(Self.mark(range))
            index = found.end
        }
        cells = output
    }

    private static let signs = ["+++", "++", "$$"].map { Array($0.utf8) }

    private func unconstrainedPassthrough(at index: Int) -> Passthrough? {
        guard byte(index) == UInt8(ascii: "+") || byte(index) == UInt8(ascii: "$"), byte(index - 1) != 0x5C else {
            return nil
        }
        for sign in Self.signs where has(sign, at: index) {
            let open = index + sign.count
            if let close = (open..<max(open, cells.count)).first(where: { has(sign, at: $0) }) {
                return Passthrough(open: open, close: close, end: close + sign.count)
            }
        }
        return nil
    }

    /// `pass:[…]`, `pass:c,q[…]`, `stem:[…]`
    private func passMacro(at index: Int, _ brackets: [Int]) -> Passthrough? {
        guard byte(index - 1) != 0x5C, let macro = Self.macros.first(where: { has($0.name, at: index) }) else {
            return nil
        }
        var open = index + macro.name.count
        while byte(open).isLetter || byte(open) == UInt8(ascii: ",") { open += 1 }
        guard byte(open) == UInt8(ascii: "["), open < cells.count else { return nil }
        let close = brackets[open]
        guard close < cells.count, macro.kind == .passthrough || close > open + 1 else { return nil }
        return Passthrough(open: open + 1, close: close, end: close + 1, kind: macro.kind)
    }

    private static let macros: [(name: [UInt8], kind: Inline.Kind)] = [
        (Array("pass:".utf8), .passthrough), (Array("stem:".utf8), .stem), (Array("latexmath:".utf8), .stem),
        (Array("asciimath:".utf8), .stem),
    ]

    /// `+x+` between words.
    private func constrainedPassthrough(at index: Int, _ closes: [Int]) -> Passthrough? {
        guard byte(index) == UInt8(ascii: "+"), index + 2 < cells.count, !isSpace(index + 1) else { return nil }
        let before = byte(index - 1)
        if index > 0, isWord(index - 1) || before == 0x3B || before == 0x3A || before == 0x5C { return nil }
        let close = closes[index + 2]
        return close < cells.count ? Passthrough(open: index + 1, close: close, end: close + 1) : nil
    }

    private func closesPassthrough(_ index: Int) -> Bool {
        let isInWord = index + 1 < cells.count && isWord(index + 1)
        return byte(index) == UInt8(ascii: "+") && !isSpace(index - 1) && !isInWord
    }
}
