/// One line of text as somebody typed it, by Unicode scalars: in characters, a combining mark after a `*` would hide
/// it, which Asciidoctor does not see that way.
struct TypedText {
    let scalars: [Unicode.Scalar]
    /// After the last scalar that AsciiDoc keeps: it drops spaces at the end of a line.
    let end: Int

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        end = (scalars.lastIndex { !$0.isDroppedAtEnd } ?? -1) + 1
    }

    init(_ text: some StringProtocol) { self.init(Array(text.unicodeScalars)) }

    /// The text with each line end as a space.
    init(joiningLinesOf text: some StringProtocol) {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
            scalars.append(scalar == "\n" ? " " : scalar)
        }
        self.init(scalars)
    }

    subscript(index: Int) -> Unicode.Scalar { scalars[index] }

    /// The scalar there; nil outside of the text.
    func scalar(at index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    var count: Int { end }
    var isBlank: Bool { end == 0 }
    var trimmed: ArraySlice<Unicode.Scalar> { scalars[..<end] }
    var first: Unicode.Scalar? { trimmed.first }
    var last: Unicode.Scalar? { trimmed.last }
    var startsWithBlank: Bool { scalars.first?.isBlank ?? false }
    /// Whether one sign is all there is.
    var isUniform: Bool { trimmed.allSatisfy { $0 == first } }

    /// Where the text begins after spaces and tabs.
    var textStart: Int { scalars.firstIndex { !$0.isBlank } ?? scalars.count }

    /// How often the scalar at `start` stands there.
    func run(from start: Int) -> Int { run(from: start) { $0 == scalars[start] } }

    /// How many scalars from `start` on fit, trailing spaces excluded.
    func run(from start: Int, while fits: (Unicode.Scalar) -> Bool) -> Int {
        guard start < end else { return 0 }
        return scalars[start..<end].prefix(while: fits).count
    }

    func starts(with text: StaticString, at index: Int = 0) -> Bool {
        guard index + text.utf8CodeUnitCount <= end else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { scalars[index + $0].value == UInt32(text.utf8Start[$0]) }
    }

    func replacing(_ range: Range<Int>, with text: String) -> TypedText {
        TypedText(scalars[..<range.lowerBound] + Array(text.unicodeScalars) + scalars[range.upperBound...])
    }

    func replacingLast(with text: String) -> TypedText { replacing(end - 1..<end, with: text) }

    /// `&#42;` for `*`: what a sign is written as so that it means nothing.
    func reference(to scalar: Unicode.Scalar) -> [Unicode.Scalar] { Array("&#\(scalar.value);".unicodeScalars) }
}

extension String {
    init(_ text: TypedText) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.scalars.count)
        for scalar in text.scalars { UTF8.encode(scalar).map { bytes.append(contentsOf: $0) } }
        self.init(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// What may stand before or after a marker.
    var isBlank: Bool { self == " " || self == "\t" }

    /// What Asciidoctor cuts off at the end of a line.
    var isDroppedAtEnd: Bool { isSpace || self == "\0" }

    /// What counts as a gap between words of markup: not the no-break space.
    var isSpace: Bool { self == " " || (9...13).contains(value) }

    /// A space of whatever kind; some readers of AsciiDoc take it for one after a marker.
    var isWideBlank: Bool { isBlank || properties.generalCategory == .spaceSeparator }

    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    /// A letter, mark, number or joining sign of any script.
    var isWord: Bool {
        guard !isASCII else { return isASCIIDigit || isASCIILetter || self == "_" }
        switch properties.generalCategory {
        case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber:
            return true
        default: return properties.isAlphabetic
        }
    }
}
