import Notebook

/// A day as one HTML page, made by Asciidoctor: pictures in it, nothing in it that runs or loads.
struct HtmlPage: Sendable {
    /// The page.
    let bytes: [UInt8]

    /// - Parameter trusts: whether what the document passes through raw stays as it is, and pictures may be loaded.
    init(_ content: ExportContent, _ tools: Tools) throws(ExportError) {
        let page = try tools.run(Self.program, Self.arguments(for: content), input: content.source)
        bytes = Self.guarded(page, trusts: content.trusts)
    }

    static let program = Tools.Program(name: "asciidoctor", package: "asciidoctor", format: .html)

    /// Asciidoctor reads nothing outside of the folder, and nothing from the network.
    static func arguments(for content: ExportContent) -> [String] {
        let attributes = [
            "data-uri", "allow-uri-read!", "webfonts!", "nofooter", "icons!", "stem!", "source-highlighter!",
            "docinfo!",
            "stylesheet!",
        ]
        let all = attributes + content.fileAttributes.map { "\($0.key)=\($0.value)" }.sorted()
        return ["-q", "-S", "server", "-B", content.folder, "-b", "html5"] + all.flatMap { ["-a", $0] } + [
            "-o", "-", "-",
        ]
    }

    /// Asciidoctor's body under a head of our own, which what the document says cannot reach: a policy that browsers hold
    /// the page to (no script, no handler, no `javascript:`, no frame, no form, no load), and our style sheet.
    static func guarded(_ page: [UInt8], trusts: Bool) -> [UInt8] {
        let policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
        let title = CharacterReference.resolved(
            RawMarkup.text(String(decoding: page.between("<title>", "</title>"), as: UTF8.self)))
        let language = String(decoding: page.between("<html lang=\"", "\""), as: UTF8.self)
        let isName = !language.isEmpty && language.utf8.count < 36 && language.allSatisfy { $0.isLetter || $0 == "-" }
        let head = """
            <!DOCTYPE html>
            <html\(isName ? " lang=\"\(language)\"" : "")>
            <head>
            <meta charset="UTF-8">
            \(trusts ? "" : meta)<meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>\(title.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))</title>
            <style>
            \(String(decoding: PackageResources.page_css, as: UTF8.self))</style>
            </head>
            <body>

            """
        var body = page.after("</head>").drop { $0 != UInt8(ascii: ">") }.dropFirst()
        guard !trusts else { return Array(head.utf8) + body }
        let end = Array("</body>\n</html>\n".utf8)
        if body.suffix(end.count).elementsEqual(end) { body = body.dropLast(end.count) }
        var guarded = HtmlGuard(body)
        return Array(head.utf8) + guarded.guarded() + end
    }
}

extension ExportContent {
    /// What a document that is read from its file knows of it.
    var fileAttributes: [String: String] {
        ["docname": name, "docfile": name + ".adoc", "docfilesuffix": ".adoc"]
    }
}

extension [UInt8] {
    /// What follows a text; nothing where it is not there.
    fileprivate func after(_ text: String) -> ArraySlice<UInt8> {
        firstRange(of: Array(text.utf8)).map { self[$0.upperBound...] } ?? []
    }

    fileprivate func between(_ start: String, _ end: String) -> ArraySlice<UInt8> {
        let rest = after(start)
        return rest.firstRange(of: Array(end.utf8)).map { rest[..<$0.lowerBound] } ?? []
    }
}
