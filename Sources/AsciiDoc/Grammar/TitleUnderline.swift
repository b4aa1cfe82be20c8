/// A row that makes a title of the line above it: one sign for each level.
enum TitleUnderline {
    /// From level 0.
    static let signs = Array("=-~^+".utf8)

    /// The level of the title; nil for a sign that underlines none.
    static func level(of sign: UInt8) -> Int? { signs.firstIndex(of: sign) }
}
