/// A format whose text stands between signs.
struct Quote: Sendable {
    let kind: Inline.Kind
    let open: [UInt8]
    let close: [UInt8]
    let reach: Reach
    /// Signs, beside words, that keep a constrained quote from beginning behind them…
    let notBehind: [UInt8]
    /// …and from ending before them.
    let notBefore: [UInt8]

    /// Where a quote may stand.
    enum Reach: Sendable {
        /// Between whole words.
        case constrained
        /// Anywhere.
        case unconstrained
        /// Anywhere, but around a text without blanks.
        case unbroken
    }

    private init(
        _ kind: Inline.Kind, _ reach: Reach, _ open: String, _ close: String? = nil, behind: String = "",
        before: String = ""
    ) {
        self.kind = kind
        self.open = Array(open.utf8)
        self.close = Array((close ?? open).utf8)
        self.reach = reach
        // Special characters are references by now, and so end in a semicolon.
        notBehind = Array((behind + ";:}<>&").utf8)
        notBefore = Array(before.utf8)
    }

    /// In the order in which they are substituted.
    static let all: [Quote] = [
        Quote(.strong, .unconstrained, "**"), Quote(.strong, .constrained, "*"),
        Quote(.doubleQuoted, .constrained, "\"`", "`\""),
        Quote(.singleQuoted, .constrained, "'`", "`'", behind: "`"),
        Quote(.monospace, .unconstrained, "``"),
        Quote(.monospace, .constrained, "`", behind: "\"'`", before: "\"'`"),
        Quote(.emphasis, .unconstrained, "__"), Quote(.emphasis, .constrained, "_"),
        Quote(.mark, .unconstrained, "##"), Quote(.mark, .constrained, "#"),
        Quote(.superscript, .unbroken, "^"), Quote(.subscript, .unbroken, "~"),
    ]
}
