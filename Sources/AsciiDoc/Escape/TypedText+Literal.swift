/// When a sign of a text is markup.
private typealias Rule = @Sendable (LiteralText, Int) -> Bool

extension TypedText {
    /// The text with a character reference for every sign that would be inline markup.
    func literal(in context: EscapeContext) -> TypedText {
        let text = LiteralText(text: self, isPartOfSeveralLines: context.isPartOfSeveralLines)
        return TypedText(scalars.indices.flatMap(text.written))
    }

    /// Whether a character reference (`&copy;`, `&#42;`, `&#x2a;`) stands at `index`.
    func startsReference(at index: Int) -> Bool {
        guard scalar(at: index) == "&", let end = scalars[index...].firstIndex(of: ";") else { return false }
        let name = scalars[index + 1..<end]
        guard name.first == "#" else { return name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } && !name.isEmpty }
        return name.count > 1 && name.dropFirst().allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
    }
}

/// A text none of which is meant as markup.
///
/// It is enough that nothing can *begin*: the second half of a pair stays as it is.
private struct LiteralText {
    let text: TypedText
    /// Whether a partner may stand in another line.
    let isPartOfSeveralLines: Bool

    func written(_ index: Int) -> [Unicode.Scalar] {
        let scalar = text[index]
        guard let isMarkup = Self.rules[scalar], isMarkup(self, index) else { return [scalar] }
        return text.reference(to: scalar)
    }

    /// For every sign that may be markup, when it is.
    private static let rules: [Unicode.Scalar: Rule] = [
        "&": { $0.text.startsReference(at: $1) },
        "\\": { !($0.after($1)?.isSpace ?? false) },
        "{": { $0.after($1)?.isWord ?? false },
        "*": { $0.isDoubled($1) || $0.opens($1) }, "_": { $0.isDoubled($1) || $0.opens($1) },
        "#": { $0.isDoubled($1) || $0.opens($1) }, "+": { $0.isDoubled($1) || $0.opens($1) },
        "`": { $0.isDoubled($1) || $0.opens($1) || $0.after($1) == "'" },
        "^": { $0.hasPartnerInWord($1) }, "~": { $0.hasPartnerInWord($1) }, "$": { $0.isDoubled($1) },
        "'": { ($0.before($1)?.isWord ?? false) && ($0.after($1)?.isWord ?? false) || $0.before($1) == "`" },
        "<": { $0.isDoubled($1) || $0.after($1) == "-" || $0.after($1) == "=" || $0.isURL(from: $1 + 1) },
        ">": { $0.before($1) == "-" || $0.before($1) == "=" || $0.isMenuSign($1) },
        "-": { $0.isDoubled($1) }, ".": { $0.isDoubled($1) && $0.isDoubled($1 - 1) },
        "(": { $0.isDoubled($1) }, ")": { $0.endsSymbol($1) },
        "[": { !($0.before($1)?.isSpace ?? true) },
        "@": { $0.isInsideURL($1) }, ":": { $0.endsMacroName($1) },
    ]

    private func before(_ index: Int) -> Unicode.Scalar? { text.scalar(at: index - 1) }
    private func after(_ index: Int) -> Unicode.Scalar? { text.scalar(at: index + 1) }

    private func isDoubled(_ index: Int) -> Bool { before(index) == text[index] }

    /// Whether a pair may begin here: no word before it, something after it, and a partner further on.
    private func opens(_ index: Int) -> Bool {
        let sign = text[index]
        guard let next = after(index), !next.isSpace else { return false }
        if let before = before(index), before.isWord || before == ":" || before == ";" { return false }
        return isPartOfSeveralLines || text.scalars[(index + 1)...].contains(sign)
    }

    /// Superscript and subscript hold no spaces.
    private func hasPartnerInWord(_ index: Int) -> Bool {
        text.scalars[(index + 1)...].prefix { !$0.isSpace }.contains(text[index])
    }

    private func isURL(from index: Int) -> Bool {
        ["http://", "https://", "file://", "ftp://", "irc://"].contains { text.starts(with: $0, at: index) }
    }

    /// `>` between spaces: a menu, where quotation marks are around it.
    private func isMenuSign(_ index: Int) -> Bool {
        guard before(index)?.isSpace ?? true, after(index)?.isSpace ?? true else { return false }
        return isPartOfSeveralLines || text.scalars.contains("\"")
    }

    /// `(C)`, `(R)`, `(TM)`
    private func endsSymbol(_ index: Int) -> Bool {
        ["(C", "(R"].contains { index >= 2 && text.starts(with: $0, at: index - 2) }
            || index >= 3 && text.starts(with: "(TM", at: index - 3)
    }

    /// Whether the word that the sign is part of holds `://` before it.
    private func isInsideURL(_ index: Int) -> Bool {
        let start = text.scalars[..<index].lastIndex(where: \.isSpace).map { $0 + 1 } ?? 0
        return (start..<index).contains { text.starts(with: "://", at: $0) }
    }

    /// `menu:` and `xref:` look far ahead for the `[` that makes macros of them, the latter even in other lines.
    private func endsMacroName(_ index: Int) -> Bool {
        let isMenu = index >= 4 && text.starts(with: "menu:", at: index - 4)
        let isReference = index >= 4 && text.starts(with: "xref:", at: index - 4)
        guard isMenu || isReference else { return false }
        return isReference && isPartOfSeveralLines || text.scalars[index...].contains("[")
    }
}
