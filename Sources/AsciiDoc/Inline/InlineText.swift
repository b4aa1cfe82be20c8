/// A text in the midst of its substitutions.
///
/// Every substitution sees what the ones before it left, as Asciidoctor's regular expressions do; but the text keeps its
/// length: what was found is written over with a stand-in for what Asciidoctor would have put there. So a place in the
/// text is always a place in the source, and the places that any substitution begins at are looked up once.
struct InlineText {
    /// None of them is a letter, a space or a mark.
    enum StandIn {
        /// The bracket of a tag.
        static let tag: UInt8 = 1
        /// Something that is no markup.
        static let opaque: UInt8 = 2
        /// A backslash that did its work: nothing is there.
        static let removed: UInt8 = 3
        /// A character reference: it ends in a semicolon.
        static let character: UInt8 = 4
    }

    /// What was found; places are counted from the text's beginning.
    struct Span {
        let kind: Inline.Kind
        let range: Range<Int>
        let content: Range<Int>
        var attributes: Range<Int>?
        var target: Range<Int>?

        func moved(by offset: Int) -> Span {
            func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }
            return Span(
                kind: kind, range: moved(range), content: moved(content), attributes: attributes.map(moved),
                target: target.map(moved))
        }
    }

    private(set) var view: [UInt8] = []
    /// The text itself, where references are replaced; as long as ``view``.
    private(set) var written: [UInt8] = []
    private(set) var expansion = Expansion()
    /// Whether references are replaced by their values.
    private(set) var isExpanding = false
    /// Whether each line of the text ends with a hard break.
    var breaksLines = false
    /// Where a substitution may begin or a sign may close, in order.
    private(set) var marks: [Int] = []
    /// Which bytes are at the marks: a pass whose byte does not occur is not made.
    private var occurring = ASCIISet()
    private(set) var spans: [Span] = []
    /// References to attributes whose value is an address.
    var addresses: [Range<Int>] = []
    /// What passthroughs enclose, by where they begin: as a macro's target, they are read without their signs.
    var enclosed: [Int: Range<Int>] = [:]
    var attributes: [String: String] = [:]
    private var nextBracket = NextByte()
    private var containsBackslash: Bool?

    /// Begins again, with the bytes at `range`; keeps its memory.
    mutating func load(_ source: [UInt8], _ range: Range<Int>) {
        view.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        addresses.removeAll(keepingCapacity: true)
        if !enclosed.isEmpty { enclosed.removeAll(keepingCapacity: true) }
        occurring = ASCIISet()
        nextBracket = NextByte()
        view.append(contentsOf: source[range])
        (isExpanding, containsBackslash) = (false, nil)
        mark()
    }

    /// Makes ready for references to be replaced.
    mutating func expand(_ source: [UInt8], _ range: Range<Int>) {
        (written, isExpanding, expansion) = (Array(source[range]), true, Expansion())
        expansion.add(0..<count)
    }

    /// Replaces ranges, in their order, by values. What was found so far moves with its text.
    mutating func replace(_ values: [ReferenceValue]) {
        var (expansion, view, written) = (Expansion(), [UInt8](), [UInt8]())
        var position = 0
        for reference in values {
            let (range, value) = (reference.range, reference.bytes)
            expansion.add(position..<range.lowerBound)
            expansion.add(range, value: value.count)
            view += self.view[position..<range.lowerBound] + value.map { (1...4).contains($0) ? 0 : $0 }
            written += self.written[position..<range.lowerBound] + value
            position = range.upperBound
        }
        expansion.add(position..<count)
        view += self.view[position...]
        written += self.written[position...]
        func moved(_ range: Range<Int>) -> Range<Int> {
            let start = expansion.expanded(range.lowerBound)
            return start..<max(start, expansion.expanded(range.upperBound))
        }
        for index in spans.indices {
            let span = spans[index]
            spans[index] = Span(
                kind: span.kind, range: moved(span.range), content: moved(span.content),
                attributes: span.attributes.map(moved), target: span.target.map(moved))
        }
        enclosed = Dictionary(uniqueKeysWithValues: enclosed.map { (expansion.expanded($0.key), moved($0.value)) })
        (self.expansion, self.view, self.written) = (expansion, view, written)
        (occurring, nextBracket, containsBackslash) = (ASCIISet(), NextByte(), nil)
        marks.removeAll(keepingCapacity: true)
        mark(keepingStandIns: true)
    }

    private mutating func mark(keepingStandIns: Bool = false) {
        let interest = Self.interest
        for index in view.indices where interest[Int(view[index])] != .none {
            let byte = view[index]
            switch interest[Int(byte)] {
            case .standIn: if !keepingStandIns { view[index] = 0 }
            case .paired where !Self.isPair(byte, self.byte(index + 1)): break
            default:
                marks.append(index)
                occurring.insert(byte)
            }
        }
    }

    /// What a byte means for the marks.
    private enum Interest { case none, always, paired, standIn }

    private static let interest: [Interest] = {
        var interest = [Interest](repeating: .none, count: 256)
        for byte in 1...4 { interest[byte] = .standIn }
        for byte in "*_`#^~+${[:<&@'".utf8 { interest[Int(byte)] = .always }
        for byte in "\"(.-=".utf8 { interest[Int(byte)] = .paired }
        return interest
    }()

    /// Whether a byte that is frequent in prose begins anything.
    private static func isPair(_ byte: UInt8, _ next: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""): next == UInt8(ascii: "`")
        case UInt8(ascii: "("):
            next == byte || next == UInt8(ascii: "C") || next == UInt8(ascii: "R")
                || next == UInt8(ascii: "T")
        case UInt8(ascii: "-"): next == byte || next == UInt8(ascii: ">")
        case UInt8(ascii: "="): next == UInt8(ascii: ">")
        default: next == byte
        }
    }

    // MARK: Looking

    var count: Int { view.count }

    func has(_ byte: UInt8) -> Bool { occurring.contains(byte) }

    /// The byte at `index`; a line end outside of the text.
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < view.count ? view[index] : 0x0A }

    func has(_ text: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + text.utf8CodeUnitCount <= view.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where view[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    func isSpace(_ index: Int) -> Bool {
        let byte = byte(index)
        return byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// The index before `index` that no escape has removed, or -1.
    func previous(_ index: Int) -> Int {
        var before = index - 1
        while before >= 0, view[before] == StandIn.removed { before -= 1 }
        return before
    }

    /// The first index from `index` on that no escape has removed.
    func following(_ index: Int) -> Int {
        var after = index
        while after < view.count, view[after] == StandIn.removed { after += 1 }
        return after
    }

    func isLineStart(_ index: Int) -> Bool { byte(previous(index)) == 0x0A }

    /// Whether a backslash stands before what begins at `index`.
    func isEscaped(_ index: Int) -> Bool { byte(previous(index)) == UInt8(ascii: "\\") }

    /// The first bracket from `index` that closes and has no backslash before it.
    mutating func closingBracket(from index: Int) -> Int? {
        nextBracket.find(UInt8(ascii: "]"), from: index, in: view) { $0[$1 - 1] != UInt8(ascii: "\\") }
    }

    // MARK: Taking

    /// Takes what was found, but for what is `inside`, which later substitutions see.
    mutating func take(
        _ span: Span, leaving inside: Range<Int>? = nil, as standIn: UInt8 = StandIn.tag, opening: UInt8? = nil
    ) {
        spans.append(span)
        let kept = inside ?? span.range.upperBound..<span.range.upperBound
        blank(span.range.lowerBound..<kept.lowerBound, with: opening ?? standIn)
        blank(kept.upperBound..<span.range.upperBound, with: standIn)
    }

    /// Whether the text has a backslash, which is looked for once.
    private mutating func hasBackslash() -> Bool {
        if let found = containsBackslash { return found }
        let found = view.contains(UInt8(ascii: "\\"))
        containsBackslash = found
        return found
    }

    /// Takes the backslashes away that stand before brackets in a macro's text.
    mutating func takeEscapedBrackets(in content: Range<Int>) {
        guard content.count > 1, hasBackslash() else { return }
        for index in content.dropLast() where view[index] == UInt8(ascii: "\\") && view[index + 1] == UInt8(ascii: "]")
        {
            takeEscape(before: index + 1)
        }
    }

    /// Takes the backslash away that stands before `index`.
    mutating func takeEscape(before index: Int) {
        let index = previous(index)
        take(Span(kind: .escape, range: index..<index + 1, content: index..<index + 1), as: StandIn.removed)
    }

    /// Line ends stay: they begin lines for what is read later.
    private mutating func blank(_ range: Range<Int>, with standIn: UInt8) {
        for index in range where view[index] != 0x0A { view[index] = standIn }
    }
}

/// What a reference to an attribute is replaced by.
struct ReferenceValue {
    /// The reference.
    let range: Range<Int>
    let bytes: [UInt8]
    /// What the value goes through by itself.
    let substitutions: InlineSubstitutions
}

/// Bytes below 128.
struct ASCIISet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
    }

    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low >> UInt64(byte) : high >> UInt64(byte & 63)) & 1 == 1
    }
}

/// Remembers where a byte was found, so that what lies between is looked at once, however often it is asked for.
struct NextByte {
    private var start = 0
    private var found = -1

    mutating func find(
        _ byte: UInt8, from index: Int, in view: [UInt8], where fits: ([UInt8], Int) -> Bool = { _, _ in true }
    ) -> Int? {
        if start <= index, index <= found, found == view.count || view[found] == byte {
            return found < view.count ? found : nil
        }
        start = index
        found = index
        while found < view.count, view[found] != byte || found == 0 || !fits(view, found) { found += 1 }
        return found < view.count ? found : nil
    }
}
