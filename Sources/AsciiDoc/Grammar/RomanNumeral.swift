/// Numbers as Romans wrote them, in small letters.
public enum RomanNumeral {
    private static let signs = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    /// How a number is written; empty for 0 and less.
    public static func text(of number: Int) -> String {
        var (rest, text) = (max(number, 0) % 1000, String(repeating: "m", count: max(number, 0) / 1000))
        for (value, sign) in signs {
            while rest >= value {
                rest -= value
                text += sign
            }
        }
        return text
    }

    /// What small letters are worth, also where nobody writes the number so.
    static func value(of text: String) -> Int {
        var (rest, value) = (text[...], 0)
        for (worth, sign) in signs {
            while rest.hasPrefix(sign) { (rest, value) = (rest.dropFirst(sign.count), value + worth) }
        }
        return value
    }
}
