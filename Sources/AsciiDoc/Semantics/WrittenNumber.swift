extension Int {
    /// What no count or level in a document comes near: larger numbers count as this one.
    private static let largestWritten = 1_000_000

    /// A number as a file says it, with or without a sign; nil where it is none. Bounded here, so that whoever computes
    /// with it need not fear what a file holds.
    init?(written text: some StringProtocol) {
        let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard !digits.isEmpty, text.utf8.count - digits.count <= 1, digits.allSatisfy(\.isDigit) else { return nil }
        let size = Swift.min(Int(String(decoding: digits, as: UTF8.self)) ?? .max, Self.largestWritten)
        self = text.utf8.first == UInt8(ascii: "-") ? -size : size
    }
}
