/// Writes typed text so that AsciiDoc renders it as typed.
///
/// What needs no help is not touched, and text that was escaped in ``EscapeMode/structureSafe`` mode is not changed
/// when it is escaped again. A ` +` at the end, which would break the line, becomes ` {plus}`; whoever means a hard
/// break adds it after the escaped text. The rules are those of Asciidoctor 2.0.18, against which a generator holds
/// them (`Tests/Oracle/escape`).
///
/// - Parameters:
///   - text: one line, without the marker or delimiter that `context` implies; for ``EscapeContext/verbatim``, any
///     number of lines. Elsewhere a line end becomes a space.
///   - context: where the text is put.
///   - mode: whether inline markup stays markup; without effect in verbatim text, where there is none.
///   - previous: for a later line of a text, the line above it as it is written, marker included: a row like `----`
///     would make a section title of a line of its length. Without it, every such row is defused.
/// - Returns: what to write; never empty where an empty text would not be what the context says.
public func escape(
    _ text: some StringProtocol, for context: EscapeContext, mode: EscapeMode = .structureSafe,
    after previous: String? = nil
) -> String {
    if context == .verbatim { return escapeVerbatim(text) }
    if mode == .structureSafe, context.takesPlainText, text.isPlainText { return String(text) }
    let typed = TypedText(joiningLinesOf: text)
    if context == .attributeValue { return String(mode == .literal ? typed.literalValue : typed.value) }
    let written = mode == .literal ? typed.literal(in: context) : typed
    return String(written.guarded(for: context, after: previous.map { TypedText($0) }))
}

extension EscapeContext {
    /// Whether only what a line means must be looked at, and not what else stands in its line.
    fileprivate var takesPlainText: Bool {
        switch self {
        case .paragraph, .paragraphContinuation, .listItem, .listItemContinuation: true
        default: false
        }
    }
}

extension TypedText {
    /// The text with its structure defused, inline markup as it is.
    fileprivate func guarded(for context: EscapeContext, after previous: TypedText?) -> TypedText {
        switch context {
        case .sectionTitle: withoutHardBreak.guarded { $0.isBlank }.guardedAtEnd(\.endsLikeHeading)
        case .blockTitle: withoutHardBreak.guarded { $0.isBlank || $0.first == "." || $0.startsWithBlank }
        case .tableCell: withoutHardBreak.asCell
        default:
            withoutDescriptionMarker(in: context).withoutHardBreak
                .guarded { $0.isStructure(in: context, after: previous) }
        }
    }

    /// Defuses ` +` at the end, where the trailing spaces that AsciiDoc ignores do not count.
    private var withoutHardBreak: TypedText {
        guard end >= 2, self[end - 1] == "+", self[end - 2] == " " else { return self }
        return replacing(end - 1..<end, with: "{plus}")
    }

    /// Defuses `::`, `:::`, `::::` and `;;` before a space or the end: the text before them would be a term.
    private func withoutDescriptionMarker(in context: EscapeContext) -> TypedText {
        guard context == .paragraph || context == .listItemContinuation else { return self }
        var written: [Unicode.Scalar] = []
        for index in scalars.indices {
            written.append(scalars[index])
            guard endsTerm(at: index) else { continue }
            if scalar(at: index - 2) == "\\" {
                written.replaceSubrange(written.count - 1..<written.count, with: reference(to: scalars[index]))
            } else {
                let pair = scalars[index] == ":" ? "{two-colons}" : "{two-semicolons}"
                written.replaceSubrange(written.count - 2..<written.count, with: pair.unicodeScalars)
            }
        }
        return TypedText(written)
    }

    /// Whether the sign at `index` is the last one of a marker that follows a term; where a guard will stand before the
    /// text, that would be a term, too.
    private func endsTerm(at index: Int) -> Bool {
        let sign = self[index]
        guard sign == ":" || sign == ";", index > 1 || startsWithBlank, index > 0, self[index - 1] == sign else {
            return false
        }
        return index + 1 >= end || self[index + 1].isBlank
    }

    /// A cell ends at `|`, which a backslash at the text's end would defuse and before which `a` or `2+` would be the
    /// next cell's format; and `|===` is a delimiter.
    private var asCell: TypedText {
        let bars = TypedText(scalars.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
        let isDelimiter = bars.end >= 3 && bars.trimmed.allSatisfy { $0 == "=" }
        let written = isDelimiter ? bars.prefixed : bars
        return written.withoutFinalBackslashes.guardedAtEnd(\.endsLikeCellFormat)
    }

    /// All of them: a backslash before a character reference would defuse that.
    private var withoutFinalBackslashes: TypedText {
        let start = (trimmed.lastIndex { $0 != "\\" } ?? -1) + 1
        return replacing(start..<end, with: String(repeating: "&#92;", count: end - start))
    }

    // MARK: - Attribute values

    /// A value that ends in ` \` or ` +` would go on in the next line.
    fileprivate var value: TypedText {
        guard end >= 2, self[end - 2] == " " else { return self }
        switch self[end - 1] {
        case "\\": return replacing(end - 1..<end, with: "{backslash}")
        case "+": return replacing(end - 1..<end, with: "{plus}")
        default: return self
        }
    }

    /// References inside `pass:[]` are the same in a paragraph and in a title, where attributes are replaced last.
    fileprivate var literalValue: TypedText {
        let written = literal(in: .attributeValue)
        let needsHelp = written.scalars != scalars || value.scalars != scalars || starts(with: "pass:")
        guard needsHelp else { return self }
        let special = written.scalars.enumerated().flatMap { index, scalar -> [Unicode.Scalar] in
            let isSpecial = scalar == "<" || scalar == ">" || scalar == "&" && !written.startsReference(at: index)
            return isSpecial ? reference(to: scalar) : [scalar]
        }
        return TypedText(Array("pass:[".unicodeScalars) + special + ["]"])
    }

    // MARK: - Guards

    /// The text with something before it that renders as nothing, where its start would mean something.
    private func guarded(_ isNeeded: (TypedText) -> Bool) -> TypedText { isNeeded(self) ? prefixed : self }

    private func guardedAtEnd(_ isNeeded: (TypedText) -> Bool) -> TypedText {
        isNeeded(self) ? TypedText(scalars + Array("{empty}".unicodeScalars)) : self
    }

    /// `{empty}` before the text; but no formatting begins after a brace, so that markup needs `pass:[]`, and a dash
    /// would eat the line end before it.
    private var prefixed: TypedText {
        let isDash = starts(with: "--") && (count == 2 || self[2].isBlank)
        let prefix = isDash ? "{empty} " : startsWithFormatting ? "pass:[]" : "{empty}"
        return TypedText(Array(prefix.unicodeScalars) + scalars)
    }

    /// `*a`, `"`a`, `[role]#a`: what can be formatting at the start of a line only, or after a sign.
    private var startsWithFormatting: Bool {
        guard let first, count > 1, !startsWithListMarker, run(from: 0) < 3 else { return false }
        switch first {
        case "*", "_", "`", "#": return !self[1].isBlank
        case "\"", "'": return self[1] == "`"
        case "[":
            return trimmed.indices.dropLast().contains { self[$0] == "]" && Self.formatting.contains(self[$0 + 1]) }
        default: return false
        }
    }

    private static let formatting = Set("*_`#+\"'".unicodeScalars)
}
