extension TypedText {
    /// Whether the line is a preprocessor directive, or one with a backslash before it, which the preprocessor eats.
    /// It reads lines of listings, too.
    var isDirective: Bool {
        guard last == "]" else { return false }
        let start = first == "\\" ? 1 : 0
        if starts(with: "include::", at: start) { return isInclude(from: start + 9) }
        let conditionals: [StaticString] = ["ifdef::", "ifndef::", "ifeval::", "endif::"]
        return conditionals.first { starts(with: $0, at: start) }.map {
            isConditional(from: start + $0.utf8CodeUnitCount)
        } ?? false
    }

    /// Whether the line is a directive that somebody already wrote a backslash before.
    var isEscapedDirective: Bool { first == "\\" && isDirective }

    /// A target that begins with no `[`, and a bracket.
    private func isInclude(from target: Int) -> Bool {
        guard let bracket = trimmed[target...].firstIndex(of: "[") else { return false }
        return bracket > target
    }

    /// A target without spaces, and a bracket.
    private func isConditional(from target: Int) -> Bool {
        guard let bracket = trimmed[target...].firstIndex(of: "[") else { return false }
        return !trimmed[target..<bracket].contains(where: \.isSpace)
    }

    /// Where the callouts (`<1>`, `<.>`, `<!--1-->`) at the line's end begin.
    var callouts: [Int] {
        var starts: [Int] = []
        var rest = end
        var isComment: Bool?
        while let callout = callout(endingAt: rest), isComment == nil || callout.isComment == isComment {
            isComment = callout.isComment
            starts.append(callout.start)
            rest = callout.start
            if rest > 0, self[rest - 1] == "\\" { rest -= 1 }
            if rest > 0, self[rest - 1] == " " { rest -= 1 }
        }
        return starts
    }

    private func callout(endingAt end: Int) -> (start: Int, isComment: Bool)? {
        guard end >= 3, self[end - 1] == ">", let open = scalars[..<end].lastIndex(of: "<") else { return nil }
        var inside = scalars[open + 1..<end - 1]
        if inside.first == "!" { inside = inside.dropFirst() }
        let isComment = inside.prefix(2).elementsEqual(["-", "-"]) && inside.suffix(2).elementsEqual(["-", "-"])
        if isComment { inside = inside.dropFirst(2).dropLast(2) }
        return Self.isCalloutNumber(inside) ? (open, isComment) : nil
    }
}

/// The lines between the delimiters of a listing: only directives and callouts mean something there.
func escapeVerbatim(_ text: some StringProtocol) -> String {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { String(TypedText(Array($0)).verbatim) }.joined(separator: "\n")
}

extension TypedText {
    fileprivate var verbatim: TypedText {
        if isEscapedDirective {
            // The preprocessor would eat the backslash that was typed, whatever stands before it; not inside of another
            // directive's brackets.
            return TypedText(Array("ifndef::empty-line[".unicodeScalars) + trimmed + ["]"])
        }
        if isDirective { return TypedText(["\\"] + scalars) }
        let starts = Set(callouts)
        guard !starts.isEmpty else { return self }
        return TypedText(scalars.indices.flatMap { starts.contains($0) ? ["\\", scalars[$0]] : [scalars[$0]] })
    }
}
