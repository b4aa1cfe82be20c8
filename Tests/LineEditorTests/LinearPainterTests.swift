import CEditline
import Testing

@testable import LineEditor

@Suite struct LinearPainterTests {
    /// The widths of characters are the locale's.
    init() { setlocale(LC_CTYPE, "C.UTF-8") }

    private func layout(_ text: String) -> Layout {
        var layout = Layout(columns: .max)
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == 1 { layout.placeCursor(before: part.unicodeScalars.first) }
            layout.append(part.unicodeScalars, style: .strong)
        }
        if parts.count == 1 { layout.placeCursor(before: nil) }
        return layout
    }

    private func painted(_ texts: String..., columns: Int = 80) -> [String] {
        var painter = LinearPainter()
        return texts.map { String(decoding: painter.paint(layout($0), columns: columns), as: UTF8.self) }
    }

    @Test func whatIsTypedIsEchoed() {
        #expect(painted("> ", "> é", "> é🍸", "> é🍸") == ["> ", "é", "🍸", ""])
    }

    @Test func whatIsDeletedAtTheEndIsTakenBack() {
        #expect(painted("> ab", "> a", "> 日", "> ") == ["> ab", "\u{8} \u{8}", "\r\n> 日", "\u{8} \u{8}\u{8} \u{8}"])
    }

    @Test func whatIsDeletedInARowAboveIsWrittenAnew() {
        #expect(painted("> abc", "> a", columns: 4) == ["> abc", "\r\n> a"])
        #expect(painted("> ab", "> a", columns: 4) == ["> ab", "\u{8} \u{8}"])
    }

    @Test func anotherChangeIsWrittenBelow() {
        #expect(painted("> ab", "> xab") == ["> ab", "\r\n> xab"])
    }

    @Test func whatIsAfterTheCursorIsSaidAndTypingGoesOnBeforeIt() {
        #expect(
            painted("> ab日", "> a|b日", "> ax|b日", "> a|b日", "> a|日", "> a日")
                == ["> ab日", "\r\n…b日\r\n> a", "x", "\u{8} \u{8}", "\r\n…日\r\n> a", "\r\n> a日"])
    }

    @Test func aLineThatBeginsWithTheCursorInItNeedsNoRowBefore() {
        #expect(painted("> a|b") == ["…b\r\n> a"])
    }

    @Test func controlsAreVisible() {
        #expect(painted("a\u{1B}[31m\u{202E}b") == ["a^[[31m\u{FFFD}b"])
    }

    @Test func belowALineItIsWrittenWhole() {
        var painter = LinearPainter()
        _ = painter.paint(layout("> ab"), columns: 80)
        #expect(painter.leave() == Array("\r\n".utf8))
        #expect(painter.paint(layout("> ab"), columns: 80) == Array("> ab".utf8))
    }
}
