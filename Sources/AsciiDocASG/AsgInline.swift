import AsciiDoc

/// An inline of the semantic graph: what a part of a text shows, its references resolved and its signs gone.
public struct AsgInline: Sendable {
    /// `text`, `span`, `ref`, `raw`, `charref`, or one that the schema lacks: `anchor`, `footnote`, `image`, `icon`,
    /// `kbd`, `btn`, `menu`, `indexterm`, `stem`, `break`, `callout`.
    public internal(set) var name: StaticString
    /// Which of them: `strong`, `emphasis`, `code`, `mark`, `superscript`, `subscript` of a span, `link` or `xref` of a
    /// reference, `visible` or `hidden` of an index term; nil where there is but one.
    public internal(set) var variant: StaticString?
    /// `constrained` or `unconstrained`, of a span; else nil.
    public internal(set) var form: StaticString?
    /// Text of what has no inlines inside; nil where there are.
    public internal(set) var value: String?
    /// What a reference or macro points at; nil without one.
    public internal(set) var target: String?
    /// The identifier that the document gives it; nil without one.
    public internal(set) var id: String?
    /// The roles that the document gives it.
    public internal(set) var roles: [String] = []
    /// What is inside, in order.
    public internal(set) var inlines: [AsgInline] = []
    /// Offsets, in bytes, in the text that was read.
    public internal(set) var range: Range<Int>

    init(_ name: StaticString, _ range: Range<Int>) {
        self.name = name
        self.range = range
    }

    static func text(_ value: String, _ range: Range<Int>) -> AsgInline {
        var inline = AsgInline("text", range)
        inline.value = value
        return inline
    }

    var isCallout: Bool { name.isEqual(to: "callout") }
    fileprivate var isText: Bool { value != nil && name.isEqual(to: "text") }
}

extension AsgInline {
    /// The same, with the places where it was written.
    fileprivate func written(_ text: ExpandedText) -> AsgInline {
        var inline = self
        inline.range = text.written(range)
        inline.inlines = inlines.map { $0.written(text) }
        return inline
    }

}

extension [AsgInline] {
    /// Text after text is one text.
    mutating func add(_ inline: AsgInline) {
        guard inline.isText, last?.isText == true else { return append(inline) }
        // In place: a copy of the text at each addition would make a long text's cost quadratic.
        let range = self[count - 1].range
        self[count - 1].value?.append(inline.value ?? "")
        self[count - 1].range = range.lowerBound..<Swift.max(range.upperBound, inline.range.upperBound)
    }
}

/// Makes the graph's inlines of the structure of a text.
struct AsgInlineReader {
    /// The text, its references replaced.
    let source: [UInt8]
    let attributes: DocumentAttributes

    init(_ text: ExpandedText, _ attributes: DocumentAttributes) {
        source = text.bytes
        self.attributes = attributes
    }

    /// The inlines of the text, with the places where they were written.
    static func read(_ text: ExpandedText, _ attributes: DocumentAttributes) -> [AsgInline] {
        let inlines = AsgInlineReader(text, attributes).read(text.inlines)
        return text.isAsWritten ? inlines : inlines.map { $0.written(text) }
    }

    private func read(_ inlines: [Inline]) -> [AsgInline] {
        var result: [AsgInline] = []
        for inline in inlines { add(inline, to: &result) }
        return result
    }

    private func string(_ range: Range<Int>?) -> String {
        range.map { String(decoding: source[$0], as: UTF8.self) } ?? ""
    }

    func add(_ inline: Inline, to result: inout [AsgInline]) {
        switch inline.kind {
        case .text: result.add(.text(string(inline.range), inline.range))
        case .escape: break
        case .attributeReference: result.add(.text(string(inline.range), inline.range))
        case .characterReplacement: result.add(.text(Self.replacement(of: string(inline.range)), inline.range))
        case .characterReference: result.add(literal("charref", string(inline.range), inline))
        case .passthrough: addPassthrough(inline, to: &result)
        case .doubleQuoted: addQuoted(inline, "\u{201C}", "\u{201D}", to: &result)
        case .singleQuoted: addQuoted(inline, "\u{2018}", "\u{2019}", to: &result)
        case .strong, .emphasis, .monospace, .mark, .superscript, .subscript: result.add(span(inline))
        case .link, .mailto, .email, .crossReference: result.add(reference(inline))
        case .callout: addCallout(inline, to: &result)
        default: result.add(macro(inline))
        }
    }

    private func literal(_ name: StaticString, _ value: String, _ inline: Inline) -> AsgInline {
        var literal = AsgInline(name, inline.range)
        literal.value = value
        return literal
    }

    // MARK: Spans

    private static let variants: [Inline.Kind: StaticString] = [
        .strong: "strong", .emphasis: "emphasis", .monospace: "code", .mark: "mark", .superscript: "superscript",
        .subscript: "subscript",
    ]

    private func span(_ inline: Inline) -> AsgInline {
        var span = AsgInline("span", inline.range)
        span.variant = Self.variants[inline.kind]
        let after = inline.attributes.map { $0.upperBound + 1 } ?? inline.range.lowerBound
        let isScript = inline.kind == .superscript || inline.kind == .subscript
        span.form = isScript || inline.content.lowerBound - after > 1 ? "unconstrained" : "constrained"
        if let attributes = inline.attributes { read(shorthand: attributes, into: &span) }
        span.inlines = read(inline.children)
        return span
    }

    /// `#id.role`, or a role by itself; `x-` at the end is none.
    func read(shorthand attributes: Range<Int>, into span: inout AsgInline) {
        let written = string(attributes)
        let text = written.hasSuffix("x-") ? String(written.dropLast(2)).trimmed : written
        guard !text.isEmpty else { return }
        var metadata = AsgMetadata()
        var line = BlockMetadata()
        line.read(attributes: text)
        metadata.read(line)
        let isBare = metadata.roles.isEmpty && metadata.id == nil && line.style != nil
        (span.id, span.roles) = (metadata.id, isBare ? [line.style ?? ""] : metadata.roles)
    }

    private func addQuoted(_ inline: Inline, _ open: String, _ close: String, to result: inout [AsgInline]) {
        if let attributes = inline.attributes {
            var span = AsgInline("span", inline.range)
            (span.variant, span.form) = ("mark", "constrained")
            read(shorthand: attributes, into: &span)
            let start = attributes.upperBound + 1
            span.inlines.add(.text(open, start..<max(start, inline.content.lowerBound)))
            for child in inline.children { add(child, to: &span.inlines) }
            span.inlines.add(.text(close, inline.content.upperBound..<inline.range.upperBound))
            return result.add(span)
        }
        result.add(.text(open, inline.range.lowerBound..<inline.content.lowerBound))
        for child in inline.children { add(child, to: &result) }
        result.add(.text(close, inline.content.upperBound..<inline.range.upperBound))
    }

    /// `<!--1-->` is a callout within the signs of a comment, which are shown.
    private func addCallout(_ inline: Inline, to result: inout [AsgInline]) {
        let isComment = inline.range.count > inline.content.count + 2 && attributes["icons"] == nil
        if isComment { result.add(.text("<!--", inline.range.lowerBound..<inline.content.lowerBound)) }
        result.add(macro(inline))
        if isComment { result.add(.text("-->", inline.content.upperBound..<inline.range.upperBound)) }
    }

    // MARK: References and macros

    private func reference(_ inline: Inline) -> AsgInline {
        var reference = AsgInline("ref", inline.range)
        reference.variant = inline.kind == .crossReference ? "xref" : "link"
        let target = string(inline.target)
        reference.target = (inline.kind == .mailto || inline.kind == .email ? "mailto:" : "") + target
        if isMacro(inline), !inline.content.isEmpty {
            readLabel(of: inline, into: &reference)
        } else {
            reference.inlines = read(inline.children)
        }
        let isBare = inline.kind == .link && (inline.target == inline.content || reference.inlines.isEmpty)
        // An address is shown as it is written, but for the characters that it refers to.
        let keepsParts = reference.inlines.contains { $0.name.isEqual(to: "charref") }
        if isBare && !keepsParts || reference.inlines.isEmpty && inline.kind != .crossReference {
            reference.inlines = [.text(isBare ? shown(address: target) : target, inline.target ?? inline.content)]
        }
        return reference
    }

    /// An address as it is shown: with `hide-uri-scheme`, without its scheme.
    private func shown(address: String) -> String {
        guard attributes["hide-uri-scheme"] != nil, let scheme = address.firstRange(of: "://") else { return address }
        return String(address[scheme.upperBound...])
    }

    /// Whether what is shown stands in brackets; an address by itself may stand in brackets that are text.
    private func isMacro(_ inline: Inline) -> Bool {
        inline.content != inline.target && inline.content.upperBound < inline.range.upperBound
            && source[inline.content.upperBound] == UInt8(ascii: "]")
    }

    /// The text in the brackets, without the attributes that may follow it and the sign for a window of its own.
    private func readLabel(of inline: Inline, into reference: inout AsgInline) {
        let written = source[inline.content]
        let hasFields = inline.kind == .mailto && written.contains(UInt8(ascii: ","))
        // With `compat-mode`, all of it is text.
        if attributes["compat-mode"] == nil, written.contains(UInt8(ascii: "=")) || hasFields {
            var line = BlockMetadata()
            line.read(attributes: string(inline.content))
            var metadata = AsgMetadata()
            metadata.read(line, isMacro: true)
            (reference.id, reference.roles) = (metadata.id, metadata.roles)
            let label = Array((line.positional[1] ?? "").utf8)
            let start = written.starts(with: label) ? written.startIndex : written.startIndex + 1
            guard start + label.count <= written.endIndex else { return }
            let opensWindow = label.last == UInt8(ascii: "^") && inline.kind != .crossReference
            reference.inlines = part(of: inline, start..<start + label.count - (opensWindow ? 1 : 0))
        } else if written.last == UInt8(ascii: "^"), inline.kind != .crossReference {
            reference.inlines = part(of: inline, written.startIndex..<written.endIndex - 1)
        } else {
            reference.inlines = read(inline.children)
        }
    }

    /// A part of what stands in brackets: what was read there, as far as it is inside.
    private func part(of inline: Inline, _ range: Range<Int>) -> [AsgInline] {
        var result: [AsgInline] = []
        for child in inline.children where child.range.overlaps(range) {
            if child.range.clamped(to: range) == child.range {
                add(child, to: &result)
            } else {
                let inside = child.range.clamped(to: range)
                result.add(.text(string(inside), inside))
            }
        }
        return result
    }

    private static let macros: [Inline.Kind: StaticString] = [
        .anchor: "anchor", .footnote: "footnote", .image: "image", .icon: "icon", .keyboard: "kbd", .button: "btn",
        .menu: "menu", .indexTerm: "indexterm", .hiddenIndexTerm: "indexterm", .stem: "stem", .lineBreak: "break",
        .callout: "callout",
    ]

    /// What stands in the brackets of a macro without inlines.
    private func value(of inline: Inline) -> String {
        let written = string(inline.content)
        return written.contains("\\]") ? written.replacing("\\]", with: "]") : written
    }

    /// Inlines that the schema lacks: what stands in their brackets is inlines inside, or a value.
    private func macro(_ inline: Inline) -> AsgInline {
        var macro = AsgInline(Self.macros[inline.kind] ?? "raw", inline.range)
        switch inline.kind {
        case .lineBreak: macro.variant = "line"
        case .indexTerm: macro.variant = "visible"
        case .hiddenIndexTerm: macro.variant = "hidden"
        default: break
        }
        if let target = inline.target, !target.isEmpty { macro.target = string(target) }
        macro.inlines = read(inline.children)
        if macro.inlines.isEmpty { macro.value = inline.kind == .lineBreak ? "\n" : value(of: inline) }
        return macro
    }
}
