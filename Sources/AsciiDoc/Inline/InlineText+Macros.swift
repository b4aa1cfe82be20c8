/// A macro that was found, as indices of cells.
private struct Macro {
    let kind: Inline.Kind
    let content: Range<Int>
    let end: Int
}

/// Where the signs that close macros are next, for every index: each is looked for once.
private struct Closers {
    let opening: [Int]
    let lineEnd: [Int]
    let bracket: [Int]
    let brace: [Int]
    let reference: [Int]
    let term: [Int]

    init(_ text: InlineText) {
        opening = text.next { $0.byte($1) == UInt8(ascii: "[") }
        lineEnd = text.next { $0.byte($1) == 0x0A }
        bracket = text.next { $0.byte($1) == UInt8(ascii: "]") && $0.byte($1 - 1) != 0x5C }
        brace = text.next { $0.byte($1) == UInt8(ascii: "}") }
        reference = text.next { $0.byte($1) == UInt8(ascii: ">") && $0.byte($1 + 1) == UInt8(ascii: ">") }
        term = text.next {
            let isPair = $0.byte($1) == UInt8(ascii: ")") && $0.byte($1 + 1) == UInt8(ascii: ")")
            return isPair && $0.byte($1 + 2) != UInt8(ascii: ")")
        }
    }
}

extension InlineText {
    /// Finds, last of all, macros, references and hard breaks. Nothing is substituted behind them.
    mutating func findMacros() {
        let closers = Closers(self)
        var index = 0
        while index < cells.count {
            guard let macro = macro(at: index, closers) else {
                index += 1
                continue
            }
            let content = content(macro.content)
            spans.append(
                Span(
                    kind: macro.kind, range: offset(index)..<end(macro.end - 1), content: content,
                    attributes: nil))
            // Macros stand in the text of a link or a footnote, too.
            let holdsMacros = (macro.kind == .link || macro.kind == .footnote) && macro.content.lowerBound > index
            index = holdsMacros ? macro.content.lowerBound : macro.end
        }
    }

    private func content(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return offset(range.lowerBound)..<offset(range.lowerBound) }
        return offset(range.lowerBound)..<end(range.upperBound - 1)
    }

    private func macro(at index: Int, _ closers: Closers) -> Macro? {
        if index > 0, byte(index - 1) == 0x5C { return nil }
        switch byte(index) {
        case UInt8(ascii: "{"): return attributeReference(at: index, closers)
        case UInt8(ascii: "<"): return crossReference(at: index, closers)
        case UInt8(ascii: "["): return anchor(at: index, closers)
        case UInt8(ascii: "("): return indexTerm(at: index, closers)
        case UInt8(ascii: "+"): return lineBreak(at: index)
        case let byte where byte.isLetter: return url(at: index, closers) ?? namedMacro(at: index, closers)
        default: return nil
        }
    }

    // MARK: - Signs

    private func attributeReference(at index: Int, _ closers: Closers) -> Macro? {
        guard isWord(index + 1), index + 1 < cells.count else { return nil }
        let end = closers.brace[index]
        guard end < cells.count else { return nil }
        let hasCounter = Self.counters.contains { has($0, at: index + 1) }
        let isName = hasCounter || (index + 1..<end).allSatisfy { isWord($0) || byte($0) == UInt8(ascii: "-") }
        return isName ? Macro(kind: .attributeReference, content: index + 1..<end, end: end + 1) : nil
    }

    private static let counters = ["set:", "counter:", "counter2:"].map { Array($0.utf8) }

    private func crossReference(at index: Int, _ closers: Closers) -> Macro? {
        guard byte(index + 1) == UInt8(ascii: "<"), index + 2 < cells.count, beginsReference(index + 2) else {
            return nil
        }
        let end = closers.reference[index + 2]
        return end < cells.count ? Macro(kind: .crossReference, content: index + 2..<end, end: end + 2) : nil
    }

    private func beginsReference(_ index: Int) -> Bool {
        isWord(index) || Set("#/.:{".utf8).contains(byte(index))
    }

    /// `[[id]]`, `[[id, text]]`
    private func anchor(at index: Int, _ closers: Closers) -> Macro? {
        let start = index + 2
        guard byte(index + 1) == UInt8(ascii: "["), byte(start) == 0x3A || (isWord(start) && !byte(start).isDigit)
        else {
            return nil
        }
        let end = closers.bracket[start]
        guard end + 1 < cells.count, byte(end + 1) == UInt8(ascii: "]") else { return nil }
        let id = (start..<end).prefix { byte($0) != UInt8(ascii: ",") }
        let isName = id.allSatisfy { isWord($0) || Set("-:.".utf8).contains(byte($0)) }
        return isName ? Macro(kind: .anchor, content: start..<end, end: end + 2) : nil
    }

    private func indexTerm(at index: Int, _ closers: Closers) -> Macro? {
        guard byte(index + 1) == UInt8(ascii: "("), index + 3 < cells.count else { return nil }
        let end = closers.term[index + 3]
        return end < cells.count ? Macro(kind: .indexTerm, content: index + 2..<end, end: end + 2) : nil
    }

    private func lineBreak(at index: Int) -> Macro? {
        guard index > 0, byte(index - 1) == 0x20, byte(index + 1) == 0x0A else { return nil }
        return Macro(kind: .lineBreak, content: index..<index + 1, end: index + 1)
    }

    // MARK: - Names

    /// The macros with a name, and whether there may be something between it and the bracket.
    private static let names: [(name: [UInt8], kind: Inline.Kind, hasTarget: Bool)] = {
        let names: [(name: String, kind: Inline.Kind, hasTarget: Bool)] = [
            ("image:", .image, true), ("icon:", .icon, true), ("link:", .link, true), ("mailto:", .link, true),
            ("xref:", .crossReference, true), ("anchor:", .anchor, true), ("menu:", .menu, true),
            ("footnote:", .footnote, true), ("kbd:", .keyboard, false), ("btn:", .button, false),
            ("indexterm:", .indexTerm, false), ("indexterm2:", .indexTerm, false),
        ]
        return names.map { (Array($0.name.utf8), $0.kind, $0.hasTarget) }
    }()

    private func namedMacro(at index: Int, _ closers: Closers) -> Macro? {
        guard let macro = Self.names.first(where: { has($0.name, at: index) }) else { return nil }
        let target = index + macro.name.count
        let open = closers.opening[target]
        guard open < cells.count, macro.kind == .crossReference || closers.lineEnd[target] > open else { return nil }
        let isTarget =
            open == target ? mayLackTarget(macro.kind) : macro.hasTarget && isPlausible(target..<open, macro.kind)
        let end = closers.bracket[open + 1]
        guard isTarget, end < cells.count else { return nil }
        return Macro(kind: macro.kind, content: open + 1..<end, end: end + 1)
    }

    private func mayLackTarget(_ kind: Inline.Kind) -> Bool {
        [.keyboard, .button, .footnote, .indexTerm, .link].contains(kind)
    }

    private func isPlausible(_ target: Range<Int>, _ kind: Inline.Kind) -> Bool {
        guard !isSpace(target.lowerBound), !isSpace(target.upperBound - 1) else { return false }
        switch kind {
        case .link: return byte(target.lowerBound) != 0x3A && !target.contains { isSpace($0) }
        case .footnote, .anchor: return target.allSatisfy { isWord($0) || Set("-:.".utf8).contains(byte($0)) }
        case .crossReference: return beginsReference(target.lowerBound)
        default: return byte(target.lowerBound) != 0x3A
        }
    }

    // MARK: - URLs

    private static let schemes = ["https://", "http://", "file://", "ftp://", "irc://"].map { Array($0.utf8) }

    /// A URL behind a blank, a bracket or a quotation mark; with the text in brackets that follows it at once.
    private func url(at index: Int, _ closers: Closers) -> Macro? {
        guard let scheme = Self.schemes.first(where: { has($0, at: index) }) else { return nil }
        if index > 0, !isSpace(index - 1), !Set("<>()[];\"'\u{1}".utf8).contains(byte(index - 1)) { return nil }
        var end = index + scheme.count
        while end < cells.count, !isSpace(end), !Set("[]<".utf8).contains(byte(end)) { end += 1 }
        guard end > index + scheme.count else { return nil }
        if byte(end) == UInt8(ascii: "["), end < cells.count, closers.bracket[end + 1] < cells.count {
            let close = closers.bracket[end + 1]
            return Macro(kind: .link, content: end + 1..<close, end: close + 1)
        }
        while end > index, Set(".,".utf8).contains(byte(end - 1)) { end -= 1 }
        if Set(";:".utf8).contains(byte(end - 1)) { end -= 1 }
        if byte(end - 1) == UInt8(ascii: ")") { end -= 1 }
        return end > index + scheme.count ? Macro(kind: .link, content: index..<end, end: end) : nil
    }
}
