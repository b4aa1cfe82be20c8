import Foundation
import Notebook
import Publishing
import Testing

private enum Fonts {
    static let theme = "/usr/share/ruby-asciidoctor-pdf/data/fonts/mplus1mn-regular-subset.ttf"
    static let dejaVu = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    static let hasTheme = FileManager.default.fileExists(atPath: theme)
    static let hasDejaVu = FileManager.default.fileExists(atPath: dejaVu)
}

@Suite("Every character that is printed has a glyph")
struct GlyphCheckTests {
    /// What Debian's asciidoctor-pdf prints as boxes in abstracts of the reference day.
    @Test(
        "the boxes of the default theme's listings are found",
        .enabled(if: Fonts.hasTheme, "ruby-asciidoctor-pdf is missing")
    )
    func defaultTheme() {
        let check = GlyphCheck(fonts: [Fonts.theme])
        let text = "l’événement de “nos” données, à 100 %"
        #expect(check.missing(of: Set(text.unicodeScalars)).isSuperset(of: ["’", "“", "”"]))
    }

    @Test("of the fonts that are there, one has what people type", .enabled(if: Fonts.hasDejaVu, "DejaVu is missing"))
    func dejaVu() {
        let check = GlyphCheck(fonts: [Fonts.dejaVu])
        #expect(check.missing(of: Set("œ’“”« » …→⇒€ Žižek Ελλάδα Москва\u{200D}\u{FE0F}\t".unicodeScalars)).isEmpty)
        #expect(check.missing(of: ["日", "\u{1F379}", "\u{E000}"]) == ["日", "\u{1F379}", "\u{E000}"])
    }

    @Test("what no font has is named with its line of the day, however it is written")
    func lines() throws {
        try ExportFolder.with { folder in
            var content = folder.content("= T\n\neins\n\u{10FFFD}\n&#x10FFFC;\n")
            content.lines = [1, 10, 11, 12, 13]
            let found = GlyphCheck(fonts: []).unshown(in: content, page: "\u{10FFFC}\u{10FFFD}")
            #expect(found.map(\.line) == [13, 12])
            #expect(found.map(\.character) == ["\u{10FFFC}", "\u{10FFFD}"])
        }
    }

    @Test("what the fonts that were used have not is named, too")
    func used() throws {
        try ExportFolder.with { folder in
            let found = GlyphCheck.unshown(
                in: folder.content("= T\n\nab\n"), page: "T a\u{200D}b\n", shown: ["T", "a"])
            #expect(found.map(\.character) == ["b"] && found.map(\.line) == [3])
        }
    }

    @Test("a damaged font has no glyphs, and does no harm", .enabled(if: Fonts.hasDejaVu, "DejaVu is missing"))
    func damaged() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Fonts.dejaVu)))
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var damaged = Array(bytes.prefix(Int.random(in: 0..<4000, using: &generator)))
            for _ in 0..<20 where !damaged.isEmpty {
                damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            _ = FontCharacters(damaged).has("é")
        }
        #expect(FontCharacters(bytes).has("é") && !FontCharacters([]).has("é"))
    }
}
