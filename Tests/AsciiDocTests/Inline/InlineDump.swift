import AsciiDoc

/// A text's inline structure, written as `kind(content)`.
struct InlineDump {
    private let source: [UInt8]
    private let marks: Marks

    /// What stands before a kind, after it, and at the end.
    enum Marks {
        case readable, control
    }

    init(_ text: String, marks: Marks = .readable) {
        source = Array(text.utf8)
        self.marks = marks
    }

    /// Everything in readable dumps; only the formats, which the oracle dumps, in the others.
    var text: String {
        let substitutions: InlineSubstitutions = marks == .readable ? .normal : [.formats, .passthroughs]
        return dump(
            parseInlines(
                source, in: 0..<source.count, attributes: ["experimental": ""], substitutions: substitutions))
    }

    private func dump(_ inlines: [Inline]) -> String { inlines.map(dump).joined() }

    private func dump(_ inline: Inline) -> String {
        let content = String(decoding: source[inline.content], as: UTF8.self)
        switch inline.kind {
        case .passthrough where inline.attributes != nil && marks == .control:
            return "\u{1}unquoted\u{3}\(content)\u{2}unquoted\u{3}"
        case .passthrough where !inline.children.isEmpty: return dump(inline.children)
        case .text, .passthrough, .characterReplacement, .characterReference, .email: return content
        case .escape: return ""
        case .stem: return marks == .readable ? "stem(\(content))" : "\u{1}asciimath\u{3}\(content)\u{2}asciimath\u{3}"
        case .attributeReference, .link, .crossReference, .anchor, .indexTerm, .hiddenIndexTerm, .mailto, .image, .icon,
            .footnote, .keyboard,
            .button, .menu, .lineBreak:
            return "\(inline.kind.rawValue)(\(inline.children.isEmpty ? content : dump(inline.children)))"
        default:
            let kind = inline.kind == .mark && inline.attributes != nil ? "unquoted" : inline.kind.rawValue
            let inside = dump(inline.children)
            return marks == .readable ? "\(kind)(\(inside))" : "\u{1}\(kind)\u{3}\(inside)\u{2}\(kind)\u{3}"
        }
    }
}
