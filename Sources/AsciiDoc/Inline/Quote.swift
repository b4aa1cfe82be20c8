/// A format whose text stands between signs.
struct Quote: Sendable {
    let kind: Inline.Kind
    let reach: Reach
    /// The first byte of the opening signs, and the second where there are two.
    let sign: UInt8
    private let second: UInt8?
    /// The same of the closing signs.
    private let closing: UInt8
    private let secondClosing: UInt8?
    /// How many signs open and close.
    let length: Int
    /// Signs, beside words, that keep a constrained quote from beginning after them…
    let notAfter: ASCIISet
    /// …and from ending before them.
    let notBefore: ASCIISet

    /// Where a quote may stand.
    enum Reach: Sendable {
        /// Between whole words.
        case constrained
        /// Anywhere.
        case unconstrained
        /// Anywhere, but around a text without spaces.
        case unbroken
    }

    private init(
        _ kind: Inline.Kind, _ reach: Reach, _ open: String, _ close: String? = nil, after: String = "",
        before: String = ""
    ) {
        self.kind = kind
        self.reach = reach
        let (open, close) = (Array(open.utf8), Array((close ?? open).utf8))
        sign = open[0]
        second = open.count > 1 ? open[1] : nil
        closing = close[0]
        secondClosing = close.count > 1 ? close[1] : nil
        length = open.count
        // Special characters are references by now, and so end in a semicolon.
        notAfter = ASCIISet(after + ";:}<>&\u{4}")
        notBefore = ASCIISet(before)
    }

    /// Whether it becomes a pair of quotation marks, which are character references as well.
    var isCurved: Bool { kind == .doubleQuoted || kind == .singleQuoted }

    func opens(at index: Int, in text: InlineText) -> Bool {
        text.byte(index) == sign && (second == nil || text.byte(index + 1) == second)
    }

    func closes(at index: Int, in text: InlineText) -> Bool {
        text.byte(index) == closing && (secondClosing == nil || text.byte(index + 1) == secondClosing)
    }

    /// In the order in which they are substituted.
    static let all: [Quote] = [
        Quote(.strong, .unconstrained, "**"), Quote(.strong, .constrained, "*"),
        Quote(.doubleQuoted, .constrained, "\"`", "`\""),
        Quote(.singleQuoted, .constrained, "'`", "`'", after: "`"),
        Quote(.monospace, .unconstrained, "``"),
        Quote(.monospace, .constrained, "`", after: "\"'`", before: "\"'`"),
        Quote(.emphasis, .unconstrained, "__"), Quote(.emphasis, .constrained, "_"),
        Quote(.mark, .unconstrained, "##"), Quote(.mark, .constrained, "#"),
        Quote(.superscript, .unbroken, "^"), Quote(.subscript, .unbroken, "~"),
    ]

    /// The same with `:compat-mode:`, which reads formats as AsciiDoc.py did.
    static let compatible: [Quote] =
        [
            all[0], all[1], Quote(.doubleQuoted, .constrained, "``", "''"), Quote(.emphasis, .constrained, "'"),
            Quote(.singleQuoted, .constrained, "`", "'"), Quote(.monospace, .unconstrained, "++"),
            Quote(.monospace, .constrained, "+"),
        ] + all[6...]
}

extension ASCIISet {
    init(_ text: String) {
        self.init()
        for byte in text.utf8 { insert(byte) }
    }
}
