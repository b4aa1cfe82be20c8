import AsciiDoc

extension AsgInlineReader {
    /// `+x+` and `++x++` are text, `+++x+++` and `pass:[x]` go to the output as they are.
    func addPassthrough(_ inline: Inline, to result: inout [AsgInline]) {
        let value = String(decoding: source[inline.content], as: UTF8.self)
        let start = inline.attributes.map { $0.upperBound + 1 } ?? inline.range.lowerBound
        let sign = source[start..<max(start, inline.content.lowerBound)]
        let isRaw = sign.elementsEqual("+++".utf8) || sign.starts(with: "pass:".utf8)
        if source[inline.content.lowerBound - 1] == UInt8(ascii: "`"), inline.target == nil {
            // With `:compat-mode:`, a text between grave accents.
            var code = AsgInline("span", inline.range)
            (code.variant, code.form, code.inlines) = ("code", "constrained", [.text(value, inline.content)])
            if let attributes = inline.attributes { read(shorthand: attributes, into: &code) }
            return result.add(code)
        }
        if let attributes = inline.attributes {
            var span = AsgInline("span", inline.range)
            (span.variant, span.form) = ("mark", isConstrained(inline) ? "constrained" : "unconstrained")
            read(shorthand: attributes, into: &span)
            addContent(ofPassthrough: inline, value, isRaw, to: &span.inlines)
            return result.add(span)
        }
        addContent(ofPassthrough: inline, value, isRaw, to: &result)
    }

    private func isConstrained(_ inline: Inline) -> Bool {
        guard let attributes = inline.attributes else { return false }
        return inline.content.lowerBound - attributes.upperBound == 2
    }

    private func addContent(
        ofPassthrough inline: Inline, _ value: String, _ isRaw: Bool, to result: inout [AsgInline]
    ) {
        guard isRaw else {
            guard !inline.children.isEmpty else { return result.add(.text(value, inline.range)) }
            // A passthrough within `+x+` was taken first.
            for child in inline.children { add(child, to: &result) }
            return
        }
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

    /// The character that is shown; a dash between spaces has thin ones.
    static func replacement(of text: String) -> String {
        if let shown = replacements[text] { return shown }
        guard text.contains("--") else { return text }
        return "\u{2009}\u{2014}\u{2009}" + (text.last == "\n" ? "\n" : "")
    }
}
