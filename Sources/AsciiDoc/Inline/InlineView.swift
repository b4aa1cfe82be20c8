/// The text as the later substitutions see it: attribute references, replaced characters, macros, hard breaks.
///
/// It is as long as the text. What was found is blanked with a stand-in, so that later passes see there what
/// Asciidoctor's regular expressions would see: the bracket of a tag, or something opaque.
struct InlineView {
    /// None of them is a letter, a blank or a mark.
    enum StandIn {
        static let tag: UInt8 = 1
        static let opaque: UInt8 = 2
        static let removed: UInt8 = 3
    }

    typealias Span = InlineText.Span

    private(set) var view: [UInt8]
    let attributes: [String: String]
    private(set) var found: [Span] = []
    /// Which bytes occur: a pass whose mark does not occur is not made.
    private var occurs = [Bool](repeating: false, count: 256)

    /// Sees `bytes` behind the formats that were found in them.
    init(_ bytes: ArraySlice<UInt8>, behind formats: [Span], offset: Int, attributes: [String: String]) {
        view = bytes.map { (1...3).contains($0) ? 0 : $0 }
        self.attributes = attributes
        for byte in view { occurs[Int(byte)] = true }
        for span in formats { hide(span.moved(by: -offset)) }
    }

    private mutating func hide(_ span: Span) {
        switch span.kind {
        case .escape: blank(span.range, with: StandIn.removed)
        case .passthrough, .stem: blank(span.range, with: StandIn.opaque)
        default:
            blank(span.range.lowerBound..<span.content.lowerBound, with: StandIn.tag)
            blank(span.content.upperBound..<span.range.upperBound, with: StandIn.tag)
        }
    }

    func has(_ byte: UInt8) -> Bool { occurs[Int(byte)] }

    mutating func substitute(_ substitutions: InlineSubstitutions) {
        if substitutions.contains(.attributes), has(UInt8(ascii: "{")) { readAttributeReferences() }
        if substitutions.contains(.replacements) { readReplacements() }
        if substitutions.contains(.macros) { readMacros() }
        if substitutions.contains(.hardBreaks), has(UInt8(ascii: "+")) { readHardBreaks() }
    }

    // MARK: Looking

    /// The byte at `index`, or nil outside.
    func byte(_ index: Int) -> UInt8? { view.indices.contains(index) ? view[index] : nil }

    func matches(_ text: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + text.count <= view.count else { return false }
        for offset in text.indices where view[index + offset] != text[offset] { return false }
        return true
    }

    func isSpace(_ index: Int) -> Bool {
        guard let byte = byte(index) else { return true }
        return byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// The index before `index` that no escape has removed, or -1.
    func previous(_ index: Int) -> Int {
        var before = index - 1
        while before >= 0, view[before] == StandIn.removed { before -= 1 }
        return before
    }

    func isLineStart(_ index: Int) -> Bool {
        let before = previous(index)
        return before < 0 || view[before] == 0x0A
    }

    // MARK: Taking

    mutating func take(_ span: Span, leaving inside: Range<Int>? = nil, as standIn: UInt8) {
        found.append(span)
        let kept = inside ?? span.range.upperBound..<span.range.upperBound
        blank(span.range.lowerBound..<kept.lowerBound, with: standIn)
        blank(kept.upperBound..<span.range.upperBound, with: standIn)
    }

    /// Takes the backslash at `index` away.
    mutating func takeEscape(_ index: Int) { take(.leaf(.escape, index..<index + 1), as: StandIn.removed) }

    /// Line ends stay: they begin lines for what is read later.
    private mutating func blank(_ range: Range<Int>, with standIn: UInt8) {
        for index in range where view[index] != 0x0A { view[index] = standIn }
    }
}

extension InlineText.Span {
    static func leaf(_ kind: Inline.Kind, _ range: Range<Int>) -> InlineText.Span {
        InlineText.Span(kind: kind, range: range, content: range, attributes: nil)
    }

    func moved(by offset: Int) -> InlineText.Span {
        func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }
        var span = InlineText.Span(
            kind: kind, range: moved(range), content: moved(content), attributes: attributes.map(moved))
        span.target = target.map(moved)
        return span
    }
}

extension Inline.Kind {
    /// Whether nothing inside is markup.
    var isLeaf: Bool {
        switch self {
        case .strong, .emphasis, .monospace, .mark, .superscript, .subscript, .doubleQuoted, .singleQuoted, .link,
            .mailto, .crossReference, .footnote, .indexTerm:
            false
        default: true
        }
    }
}
