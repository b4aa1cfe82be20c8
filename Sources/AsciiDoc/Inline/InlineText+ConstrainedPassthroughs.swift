/// A passthrough between words: `+x+`, or with `:compat-mode:` `` `x` ``.
struct ConstrainedPassthrough {
    let sign: UInt8
    /// Consumes what it encloses, so that no passthrough begins in it, and is read later.
    let other: UInt8?
    let notAfter: ASCIISet
    let notBefore: ASCIISet
    /// What its content cannot begin with.
    let notFirst: ASCIISet

    static let modern = ConstrainedPassthrough(
        sign: UInt8(ascii: "+"), other: UInt8(ascii: "`"), notAfter: ASCIISet(";:"), notBefore: ASCIISet(),
        notFirst: ASCIISet())
    static let compatible = ConstrainedPassthrough(
        sign: UInt8(ascii: "`"), other: nil, notAfter: ASCIISet("`"), notBefore: ASCIISet("`"),
        notFirst: ASCIISet("`"))
}

extension InlineText {
    mutating func readConstrained(_ form: ConstrainedPassthrough) {
        var position = 0
        var exhausted = ASCIISet()
        for mark in 0..<marks.count where marks[mark] >= position {
            let (index, sign) = (marks[mark], view[marks[mark]])
            guard sign == form.sign || sign == form.other, !exhausted.contains(sign), !isSpace(index + 1),
                !form.notFirst.contains(byte(index + 1)),
                let beginning = beginning(of: index, form, after: position)
            else { continue }
            guard let close = close(of: sign, form, from: index + 1, mark: mark) else {
                exhausted.insert(sign)
                continue
            }
            position = close + 1
            if let attributes = beginning.attributes, hasOldMark(attributes), form.other != nil {
                takeOld(index..<position, sign, attributes, isEscaped: beginning.isEscaped)
            } else if sign != form.sign {
                takeInner(index + 1..<close)
            } else if beginning.isEscaped {
                takeEscape(before: index)
            } else {
                takePassthrough(index..<position, content: index + 1..<close, attributes: beginning.attributes)
            }
        }
    }

    /// What stands before a sign that may open: brackets, a backslash, both, nothing. Nil where it may not.
    private func beginning(
        of index: Int, _ form: ConstrainedPassthrough, after position: Int
    ) -> (attributes: Range<Int>?, isEscaped: Bool)? {
        let start = isEscaped(index) ? previous(index) : index
        if let attributes = bracketsBefore(start), mayBegin(at: attributes.lowerBound - 1, form, after: position) {
            return (attributes, start < index)
        }
        if mayBegin(at: start, form, after: position) { return (nil, start < index) }
        return start < index && mayBegin(at: index, form, after: position) ? (nil, false) : nil
    }

    private func mayBegin(at index: Int, _ form: ConstrainedPassthrough, after position: Int) -> Bool {
        let before = previous(index)
        guard byte(before) != 0x0A else { return true }
        return before >= position && !isWord(endingAt: before) && !form.notAfter.contains(view[before])
    }

    private func close(of sign: UInt8, _ form: ConstrainedPassthrough, from content: Int, mark: Int) -> Int? {
        for next in mark + 1..<max(mark + 1, marks.count) {
            let index = marks[next]
            if index > content, view[index] == sign, !isSpace(index - 1), !isWord(at: index + 1),
                !form.notBefore.contains(byte(index + 1))
            {
                return index
            }
        }
        return nil
    }

    /// Whether brackets say that the signs mean what they meant to AsciiDoc.py: `[x-]`.
    private func hasOldMark(_ attributes: Range<Int>) -> Bool {
        attributes.count > 1 && view[attributes.upperBound - 1] == UInt8(ascii: "-")
            && view[attributes.upperBound - 2] == UInt8(ascii: "x")
    }

    /// ``[x-]`x` `` is monospace around a passthrough, `[x-]+x+` monospace.
    private mutating func takeOld(_ range: Range<Int>, _ sign: UInt8, _ attributes: Range<Int>, isEscaped: Bool) {
        let content = range.lowerBound + 1..<range.upperBound - 1
        if isEscaped {
            takeEscape(before: range.lowerBound)
        } else if sign == UInt8(ascii: "`") {
            takePassthrough(range, content: content, attributes: attributes)
        } else {
            let whole = attributes.lowerBound - 1..<range.upperBound
            take(Span(kind: .monospace, range: whole, content: content, attributes: attributes), leaving: content)
        }
    }

    /// `` `+x+` `` is monospace around a passthrough.
    private mutating func takeInner(_ content: Range<Int>) {
        let plus = UInt8(ascii: "+")
        let start = view[content.lowerBound] == UInt8(ascii: "\\") ? content.lowerBound + 1 : content.lowerBound
        guard content.upperBound - start > 2, view[start] == plus, view[content.upperBound - 1] == plus,
            !isSpace(start + 1), !isSpace(content.upperBound - 2)
        else { return }
        if start > content.lowerBound { return takeEscape(before: start) }
        take(
            Span(kind: .passthrough, range: content, content: content.lowerBound + 1..<content.upperBound - 1),
            as: StandIn.opaque)
    }
}
