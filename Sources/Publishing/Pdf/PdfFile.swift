import Files
import Notebook

/// A day as PDF: the page of the HTML export, printed by WeasyPrint, which takes glyphs from whichever font has them.
struct PdfFile {
    let bytes: [UInt8]
    /// What no font has a glyph for.
    let unshown: [UnshownCharacter]

    private static let printer = Tools.Program(name: "weasyprint", package: "weasyprint", format: .pdf)
    private static let fontLister = Tools.Program(name: "fc-list", package: "fontconfig", format: .pdf)

    /// Prints what a page holds itself; nothing is fetched, whatever a picture in it says.
    private static let script = """
        import sys, weasyprint
        def own(url, *rest, **named):
            if not url.startswith("data:"):
                raise ValueError("not loaded: " + url)
            return weasyprint.default_url_fetcher(url, *rest, **named)
        page = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8", "replace"), url_fetcher=own)
        sys.stdout.buffer.write(page.write_pdf())
        """

    init(_ content: ExportContent, _ tools: Tools) throws(ExportError) {
        let interpreter = try Self.interpreter(tools)
        let page = try HtmlPage(content, tools).bytes
        let text = RawMarkup.text(CharacterReference.resolved(String(decoding: page, as: UTF8.self)))
        unshown = GlyphCheck(fonts: try Self.fonts(tools), disk: tools.disk).unshown(in: content, page: text)
        let arguments = content.trusts ? ["-m", "weasyprint", "-q", "-", "-"] : ["-c", Self.script]
        bytes = try tools.run(interpreter, arguments, input: page)
    }

    /// The Python that WeasyPrint runs with, whether the system's or that of an environment of its own.
    private static func interpreter(_ tools: Tools) throws(ExportError) -> Tools.Program {
        guard let path = Subprocess.find(printer.name, in: tools.search) else {
            throw .noProgram(printer.name, format: .pdf, install: "sudo apt install \(printer.package)")
        }
        let start: [UInt8]
        do throws(StoreError) { start = try tools.disk.open(path, .readThroughLinks).readStart(256) } catch {
            throw .store(error)
        }
        let line = String(decoding: start.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        let name = line.hasPrefix("#!") ? line.dropFirst(2).split(separator: " ").last.map(String.init) : nil
        return Tools.Program(name: name ?? "python3", package: printer.package, format: .pdf)
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
