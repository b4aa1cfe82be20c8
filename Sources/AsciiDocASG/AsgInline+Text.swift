import AsciiDoc

extension AsgInlineReader {
    /// What a reference stands for: addresses and references in it are read, formats are not.
    func addValue(of inline: Inline, to result: inout [AsgInline]) {
        let name = inline.target.map { String(decoding: source[$0], as: UTF8.self) } ?? ""
        guard !isValue, let value = attributes[name] else {
            return result.add(.text(String(decoding: source[inline.range], as: UTF8.self), inline.range))
        }
        var reader = AsgInlineReader(source: Array(value.utf8), attributes: attributes)
        reader.isValue = true
        for part in reader.read([.macros, .replacements]) { result.add(part.placed(at: inline.range)) }
    }

    /// `+x+` and `++x++` are text, `+++x+++` and `pass:[x]` go to the output as they are.
    func addPassthrough(_ inline: Inline, to result: inout [AsgInline]) {
        let value = String(decoding: source[inline.content], as: UTF8.self)
        let sign = source[inline.range.lowerBound..<inline.content.lowerBound]
        let isRaw = sign.elementsEqual("+++".utf8) || sign.starts(with: "pass:".utf8)
        guard isRaw else { return result.add(.text(value, inline.range)) }
        if !inline.children.isEmpty {
            // `pass:q[…]`: what is no markup in it is raw all the same.
            for child in inline.children {
                if child.kind == .text { result.add(raw(child.range)) } else { add(child, to: &result) }
            }
            return
        }
        var whole = raw(inline.content)
        whole.range = inline.range
        result.add(whole)
    }

    private func raw(_ content: Range<Int>) -> AsgInline {
        var raw = AsgInline("raw", content)
        raw.value = String(decoding: source[content], as: UTF8.self).replacing("\\]", with: "]")
        return raw
    }

    private static let replacements: [String: String] = [
        "(C)": "\u{A9}", "(R)": "\u{AE}", "(TM)": "\u{2122}", "...": "\u{2026}\u{200B}", "`'": "\u{2019}",
        "'": "\u{2019}", "->": "\u{2192}", "=>": "\u{21D2}", "<-": "\u{2190}", "<=": "\u{21D0}",
        "--": "\u{2014}\u{200B}",
    ]

    /// The character that is shown; a dash between blanks has thin ones.
    static func replacement(of text: String) -> String {
        if let shown = replacements[text] { return shown }
        guard text.contains("--") else { return text }
        return "\u{2009}\u{2014}\u{2009}" + (text.last == "\n" ? "\n" : "")
    }
}

extension AsgInline {
    /// An inline of an attribute's value stands where the reference does.
    fileprivate func placed(at range: Range<Int>) -> AsgInline {
        var inline = self
        inline.range = range
        inline.inlines = inlines.map { $0.placed(at: range) }
        return inline
    }
}
