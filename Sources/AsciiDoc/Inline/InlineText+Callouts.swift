extension InlineText {
    /// Takes `<1>`, `<.>` and `<!--1-->` at the ends of lines; a backslash before one is taken away.
    ///
    /// Source: Asciidoctor 2.0, CalloutSourceRx. What stands after a callout is the line's end or another callout, so
    /// the marks are looked at from the last to the first.
    mutating func readCallouts() {
        var next: Range<Int>?
        for mark in marks.indices.reversed() where view[marks[mark]] == UInt8(ascii: "<") {
            let open = marks[mark]
            guard let callout = callout(at: open) else { continue }
            let end = callout.range.upperBound
            let after = byte(end) == 0x20 ? end + 1 : end
            guard
                byte(end) == 0x0A || byte(end) == 0x0D
                    || next.map({ $0.lowerBound == after || $0.lowerBound == end }) ?? false
            else { continue }
            next = (isEscaped(open) ? open - 1 : open)..<end
            if isEscaped(open) { takeEscape(before: open) } else { take(callout, as: StandIn.opaque) }
        }
    }

    private func callout(at open: Int) -> Span? {
        let isComment = has("<!--", at: open)
        let start = isComment ? open + 4 : open + 1
        var end = start
        while Self.isDigit(byte(end)) { end += 1 }
        if end == start, byte(end) == UInt8(ascii: ".") { end += 1 }
        guard end > start, isComment ? has("-->", at: end) : byte(end) == UInt8(ascii: ">") else { return nil }
        return Span(kind: .callout, range: open..<end + (isComment ? 3 : 1), content: start..<end, target: start..<end)
    }
}
