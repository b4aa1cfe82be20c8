import Testing

@testable import LineEditor

/// vi's keys, from command mode; `␛` is Escape. The cursor stands on the character after `|`.
@Suite struct ViTests {
    private func after(_ keys: String, on text: String) -> String {
        var state = LineState(keymap: Keymap(isVi: true))
        state.insert(text: text)
        for scalar in ("␛" + keys).unicodeScalars {
            switch scalar {
            case "␛": _ = state.strike(.escape)
            case "⌫": _ = state.strike(.backspace)
            case "®": _ = state.strike(.control("r"))
            case "ÿ": _ = state.strike(.control("y"))
            default: _ = state.type(scalar)
            }
        }
        var scalars = state.line.scalars
        scalars.insert("|", at: state.line.cursor)
        return String(scalars)
    }

    private static let text = "alpha beta gamma"

    @Test(arguments: [
        ("", "alpha beta gamm|a"), ("h", "alpha beta gam|ma"), ("0l", "a|lpha beta gamma"), ("0$", "alpha beta gamm|a"),
        ("0w", "alpha |beta gamma"), ("0e", "alph|a beta gamma"), ("b", "alpha beta |gamma"),
        ("ge", "alpha bet|a gamma"),
        ("0fa;", "alpha bet|a gamma"), ("Fb", "alpha |beta gamma"), ("0tb", "alpha| beta gamma"),
        ("0fa;,", "alph|a beta gamma"), ("02w", "alpha beta |gamma"), ("5|", "alph|a beta gamma"),
        ("0x", "|lpha beta gamma"), ("03x", "|ha beta gamma"), ("X", "alpha beta gam|a"), ("0wD", "alpha| "),
        ("0wCxy", "alpha xy|"), ("0dw", "|beta gamma"), ("0d2w", "|gamma"), ("02dw", "|gamma"),
        ("db", "alpha beta |a"), ("0wwd0", "|gamma"), ("dd", "|"), ("0cwXY", "XY| beta gamma"), ("ccnew", "new|"),
        ("0sX", "X|lpha beta gamma"), ("0wdiw", "alpha | gamma"), ("0wdaw", "alpha |gamma"),
        ("0wciwX", "alpha X| gamma"), ("0dtb", "|beta gamma"), ("0dfb", "|eta gamma"), ("0rX", "|Xlpha beta gamma"),
        ("03rX", "XX|Xha beta gamma"), ("0RXY␛", "X|Ypha beta gamma"), ("0RXY⌫␛", "|Xlpha beta gamma"),
        ("0~", "A|lpha beta gamma"), ("0gUiw", "|ALPHA beta gamma"), ("g~~", "|ALPHA BETA GAMMA"),
        ("0aX␛AY␛IZ", "Z|aXlpha beta gammaY"), ("0dwu", "|alpha beta gamma"), ("0xxuu", "|alpha beta gamma"),
        ("0xu®", "|lpha beta gamma"), ("0x..", "|ha beta gamma"), ("0dw.", "|gamma"), ("0cwX␛w.", "X |X gamma"),
        ("03ix␛", "xx|xalpha beta gamma"), ("0ywP", "alpha| alpha beta gamma"), ("0xp", "l|apha beta gamma"),
        ("0\"ayw\"aP", "alpha| alpha beta gamma"), ("⌫", "alpha beta gam|ma"), ("0 ", "a|lpha beta gamma"),
        ("J", "alpha beta gamm|a"), ("0dwA ÿ", "beta gamma alpha |"), ("0iX Y␛u", "|alpha beta gamma"),
    ])
    func keys(keys: String, expected: String) {
        #expect(after(keys, on: Self.text) == expected)
    }

    @Test(arguments: [
        ("0fbci\"X", "a \"bc\" d", "a \"X|\" d"), ("0fbdi(", "a (bc) d", "a (|) d"), ("0fbda(", "a (bc) d", "a | d"),
        ("0%", "a (b c)", "a (b c|)"), ("0W", "a-b c-d", "a-b |c-d"), ("0x", "été", "|té"), ("0~", "été", "É|té"),
        ("0x", "e\u{301}te\u{301}", "|te\u{301}"), ("h", "e\u{301}te\u{301}", "e\u{301}|te\u{301}"),
        ("0rX", "e\u{301}t", "|Xt"), ("0x", "👩\u{200D}💻 a", "| a"), ("iX␛.", "ab", "a|XXb"),
    ])
    func onOtherText(keys: String, text: String, expected: String) {
        #expect(after(keys, on: text) == expected)
    }
}
