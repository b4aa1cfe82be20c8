import AsciiDoc

/// Makes texts that people may type, out of AsciiDoc's own trigger strings, Unicode and real notes; the same ones for
/// the same seed.
struct TypedTexts {
    private var random: SeededRandom
    private let notes: [String]

    init(seed: UInt64, notes: [String]) {
        random = SeededRandom(seed: seed)
        self.notes = notes
    }

    /// A text for `context`: several lines where the context has them.
    mutating func next(for context: EscapeContext) -> [String] {
        let count = Self.hasSeveralLines(context) ? Int.random(in: 1...4, using: &random) : 1
        var lines: [String] = []
        while lines.count < count {
            let line = line(for: context)
            let spansLines = Self.mayBePassthrough(line) && lines.contains(where: Self.mayBePassthrough)
            if context == .verbatim || !spansLines { lines.append(line) }
        }
        return lines
    }

    /// What a passthrough holds is not read line by line: no guard helps inside of one that spans several lines.
    private static func mayBePassthrough(_ line: String) -> Bool {
        line.contains("+") || line.contains("$$") || line.contains("pass:")
    }

    static func hasSeveralLines(_ context: EscapeContext) -> Bool {
        switch context {
        case .paragraph, .paragraphContinuation, .listItemContinuation, .verbatim: true
        default: false
        }
    }

    private mutating func line(for context: EscapeContext) -> String {
        var line = ""
        while line.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
            line = draft(for: context)
        }
        return line
    }

    private mutating func draft(for context: EscapeContext) -> String {
        if context == .verbatim, Bool.random(using: &random) { return pick(Self.listingLines) }
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<3: return pick(Self.starts) + pick(["", "", "foo", "bar", "*x* y", "x:: y", "=", " +", "| a", "----"])
        case 3..<5: return pick(Self.starts) + " " + pick(Self.tokens)
        case 5: return pick(["a", "ab", "abc", "lead", "word", "foobar", "été", "😀", "e\u{301}"])
        case 6: return notes.isEmpty ? pick(Self.tokens) : pick(notes)
        case 7 where !notes.isEmpty: return pick(Self.starts) + pick(notes)
        default: return (0...Int.random(in: 0...6, using: &random)).map { _ in pick(Self.tokens) }.joined()
        }
    }

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
}

/// SplitMix64: a row of numbers that a seed decides.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
