import AsciiDoc

/// What a numbered item's marker says: `3.`, `c.`, `C.`, `iii)`, `III)`.
struct ItemNumber {
    /// The number as it is written, without its sign.
    let text: String
    private let style: Style

    private enum Style { case arabic, lowerLetter, upperLetter, lowerRoman, upperRoman }

    /// Reads a marker; nil for one without a number.
    init?(_ marker: String) {
        guard let first = marker.first, let sign = marker.last, sign == "." || sign == ")", first != "." else {
            return nil
        }
        text = String(marker.dropLast())
        if first.isNumber {
            style = .arabic
        } else if sign == ")" {
            style = first.isLowercase ? .lowerRoman : .upperRoman
        } else {
            style = first.isLowercase ? .lowerLetter : .upperLetter
        }
    }

    /// How the item with that ordinal, from 1, is numbered in this style.
    func text(for ordinal: Int) -> String {
        switch style {
        // Leading zeros do not count.
        case .arabic: Int(text) == ordinal ? text : String(ordinal)
        case .lowerLetter: Self.letter("a", ordinal)
        case .upperLetter: Self.letter("A", ordinal)
        case .lowerRoman: RomanNumeral.text(of: ordinal)
        case .upperRoman: RomanNumeral.text(of: ordinal).uppercased()
        }
    }

    /// The letters go as far as they do.
    private static func letter(_ first: Unicode.Scalar, _ ordinal: Int) -> String {
        String(Character(Unicode.Scalar(UInt8(first.value) + UInt8(min(ordinal, 26) - 1))))
    }
}
