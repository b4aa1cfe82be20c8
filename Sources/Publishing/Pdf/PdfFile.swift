import Files
import Notebook

/// A day as PDF: the page of the HTML export, printed by a program that takes glyphs from whichever font has them.
struct PdfFile {
    let bytes: [UInt8]
    /// What no font has a glyph for.
    let unshown: [UnshownCharacter]

    private static let fontLister = Tools.Program(name: "fc-list", package: "fontconfig", format: .pdf)

    /// - Throws: `unshown` where the PDF would lack a character, and may not: before anything is printed where no font has
    ///   it, else when the fonts that were used are known.
    init(_ content: ExportContent, _ tools: Tools) throws(ExportError) {
        let printer = try PdfPrinter(tools)
        let page = try HtmlPage(content, tools).bytes
        let body = String(decoding: page, as: UTF8.self).split(separator: "<body>", maxSplits: 1).last ?? ""
        let text = RawMarkup.text(CharacterReference.resolved(String(body)))
        let check = GlyphCheck(fonts: try Self.fonts(tools), disk: tools.disk)
        var unshown = check.unshown(in: content, page: text)
        guard unshown.isEmpty || content.mayLackCharacters else { throw .unshown(unshown) }
        let printed = try printer.printed(page, trusts: content.trusts)
        if let shown = printed.shown { unshown = GlyphCheck.unshown(in: content, page: text, shown: shown) }
        guard unshown.isEmpty || content.mayLackCharacters else { throw .unshown(unshown) }
        (bytes, self.unshown) = (printed.bytes, unshown)
    }

    /// The fonts of the machine, those first that have the characters of most languages.
    private static func fonts(_ tools: Tools) throws(ExportError) -> [String] {
        let listed = try tools.run(fontLister, ["--format", "%{file}\\n"])
        let files = Set(String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init))
        let first = ["DejaVuSans.ttf", "NotoSans-Regular.ttf", "NotoColorEmoji.ttf", "DejaVuSansMono.ttf"]
        return files.sorted { left, right in
            let (l, r) = (first.firstIndex { left.hasSuffix($0) }, first.firstIndex { right.hasSuffix($0) })
            return (l ?? first.count, left) < (r ?? first.count, right)
        }
    }
}
