import Foundation
import Notebook
import Publishing
import Testing

@Suite("HTML pages", .enabled(if: Tools.isInstalled("asciidoctor"), "asciidoctor is missing"))
struct HtmlPageTests {
    private func page(_ source: String, trusts: Bool = false) throws -> String {
        try ExportFolder.with { try $0.render(source, as: .html, trusts: trusts) }
    }

    private func body(_ page: String) -> String { page.components(separatedBy: "<body>").dropFirst().joined() }

    @Test("what a document says stands below a policy that it cannot reach")
    func policy() throws {
        let page = try page("= T +++</title><script>+++\n0;url=http://x\" http-equiv=\"refresh\n\ntext\n")
        let head = page.prefix { $0 != "{" }
        #expect(head.contains("default-src 'none'"))
        #expect(page.components(separatedBy: "<meta http-equiv").count == 2)
        #expect(page.contains("text"))
    }

    @Test("the title is the day's, with its signs")
    func title() throws {
        #expect(try page("= L'été & <b> \"x\"\n").contains("<title>L’été &amp; &lt;b> \"x\"</title>"))
    }

    @Test(
        "elements that run, load or lead elsewhere are text or links",
        arguments: [
            "script", "META", "base", "link", "iframe", "object", "embed", "form", "style", "svg", "math", "textarea",
            "template", "noscript", "portal", "video", "audio", "!--", "plaintext", "title", "animate", "foreignObject",
        ])
    func barred(name: String) throws {
        let body = body(try page("++++\n<\(name) src=\"http://x\">\n++++\n"))
        #expect(!body.contains("<\(name)"))
    }

    @Test("handlers, addresses that run, and styles that load go; the element and its text stay")
    func attributes() throws {
        let page = body(
            try page(
                """
                ++++
                <b onclick="x()" class="k">eins</b> <a href=" java&#x73;cript:x()">zwei</a>
                <p style="background:url(http://x)" title="t">drei</p> <a href="https://ok/">vier</a>
                <img src=x onerror=alert(1) alt="fünf"> <img src="http://x/y.png" alt="sechs">
                ++++
                """))
        #expect(page.contains("<b class=\"k\">eins</b>"))
        #expect(page.contains("<a>zwei</a>"))
        #expect(page.contains("<p title=\"t\">drei</p>"))
        #expect(page.contains("<a href=\"https://ok/\">vier</a>"))
        #expect(page.contains("<a href=\"http://x/y.png\">sechs</a>") && !page.contains("onerror"))
    }

    @Test("what is trusted stays as it is")
    func trusted() throws {
        let page = try page("++++\n<script>x()</script>\n++++\n", trusts: true)
        #expect(page.contains("<script>x()</script>") && !page.contains("Content-Security-Policy"))
    }

    @Test("the body of the days is Asciidoctor's own")
    func sameBody() throws {
        let count = ProcessInfo.processInfo.environment["STENO_EXPORT_DAYS"].flatMap(Int.init) ?? 6
        for day in Tools.files(below: Tools.shared.appendingPathComponent("days")).prefix(count) {
            let source = try String(contentsOf: day, encoding: .utf8)
            // What Asciidoctor prints by hand, with the attributes of an export.
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                ["asciidoctor", "-q", "-S", "server"]
                + [
                    "data-uri", "nofooter", "stylesheet!", "icons!", "webfonts!", "stem!", "source-highlighter!",
                ].flatMap { ["-a", $0] } + ["-o", "-", day.path]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = Pipe()
            try process.run()
            let theirs = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            let expected = theirs[(theirs.range(of: "<body")?.upperBound ?? theirs.startIndex)...].drop { $0 != ">" }
            let mine = body(try page(source))
            #expect(mine.split(separator: "\n").count == expected.dropFirst().split(separator: "\n").count)
            let lines = zip(mine.split(separator: "\n"), expected.dropFirst().split(separator: "\n"))
            let changed = lines.filter { $0 != $1 }.map { "\($0)\n\($1)" }
            // Pictures from elsewhere are links, and videos.
            #expect(
                changed.allSatisfy { $0.contains("src=\"http") || $0.contains("<iframe") || $0.contains("<video") },
                "\(day.lastPathComponent): \(changed.prefix(3))")
        }
    }

    @Test("without Asciidoctor, how to install it is said")
    func absent() throws {
        try ExportFolder.with { folder in
            let missing = ExportError.noProgram(
                "asciidoctor", format: .html, install: "sudo apt install asciidoctor")
            #expect(throws: missing) {
                try folder.writer(search: "/nowhere").render(folder.content("a"), as: .html, ExportProgress())
            }
        }
    }
}
