import AsciiDoc

/// A text's inline structure, written as `kind(content)`.
struct InlineDump {
    private let source: [UInt8]
    private let marks: Marks

    /// What stands before a kind, behind it, and at the end.
    enum Marks {
        case readable, control
    }

    init(_ text: String, marks: Marks = .readable) {
        source = Array(text.utf8)
        self.marks = marks
    }

    var text: String { dump(parseInlines(source, in: 0..<source.count)) }

    private func dump(_ inlines: [Inline]) -> String { inlines.map(dump).joined() }

    private func dump(_ inline: Inline) -> String {
        let content = String(decoding: source[inline.content], as: UTF8.self)
        switch inline.kind {
        case .text, .passthrough: return content
        case .escape: return ""
        case .stem: return marks == .readable ? "stem(\(content))" : "\u{1}asciimath\u{3}\(content)\u{2}asciimath\u{3}"
        case .attributeReference, .link, .crossReference, .anchor, .indexTerm, .image, .icon, .footnote, .keyboard,
            .button, .menu, .lineBreak:
            if marks == .readable {
                return "\(inline.kind.rawValue)(\(inline.children.isEmpty ? content : dump(inline.children)))"
            }
            let inside = inline.children.isEmpty ? content : dump(inline.children)
            return bytes(inline.range.lowerBound..<inline.content.lowerBound) + inside
                + bytes(inline.content.upperBound..<inline.range.upperBound)
        default:
            let kind = inline.kind == .mark && inline.attributes != nil ? "unquoted" : inline.kind.rawValue
            let inside = dump(inline.children)
            return marks == .readable ? "\(kind)(\(inside))" : "\u{1}\(kind)\u{3}\(inside)\u{2}\(kind)\u{3}"
        }
    }

    private func bytes(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
}
