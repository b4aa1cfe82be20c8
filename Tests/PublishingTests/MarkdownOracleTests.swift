import AsciiDoc
import Foundation
import Notebook
import Publishing
import Testing

/// Markdown read by pandoc says what Asciidoctor's HTML says. `STENO_MARKDOWN_CORPUS=1` takes the corpus too;
/// `STENO_MARKDOWN_TEXTS` says how many typed texts go through the writer.
@Suite("Markdown, against Asciidoctor and pandoc", .enabled(if: Tools.canCompare, "pandoc or asciidoctor is missing"))
struct MarkdownOracleTests {
    private static let environment = ProcessInfo.processInfo.environment

    @Test("days have the same text, headings, lists, links, pictures and code")
    func days() throws {
        let days = Tools.files(below: Tools.root.appendingPathComponent("sessions"))
        let shared = Tools.files(below: Tools.shared.appendingPathComponent("days"))
        if shared.isEmpty { print("skipped: ../shared/days is not here") }
        let reference = Tools.files(below: Tools.shared, named: "reference-day.adoc")
        try compare(days + shared + reference, least: 100)
    }

    @Test(
        "nine files of ten of the corpus have the same skeleton",
        .enabled(if: environment["STENO_MARKDOWN_CORPUS"] != nil, "STENO_MARKDOWN_CORPUS is not set"))
    func corpus() throws {
        let folder = Tools.shared.appendingPathComponent("corpus")
        try compare(Tools.files(below: folder) + Tools.files(below: folder, named: ".asciidoc"), least: 90)
    }

    private func compare(_ files: [URL], least: Int) throws {
        try Tools.withFolder { folder in
            for (number, file) in files.enumerated() {
                let markdown = Markdown(Document(parsing: [UInt8](try Data(contentsOf: file))))
                try Data(markdown.text.utf8).write(to: folder.appendingPathComponent("\(number).md"))
            }
            let list = files.map(\.path).joined(separator: "\n") + "\n"
            let converted = try Tools.run("ruby", "markdown/convert.rb", [folder.path], input: list)
            #expect(converted.status == 0, "\(converted.output)")
            let (status, output) = try Tools.run(
                "python3", "markdown/compare.py", [folder.path, "\(files.count)", "\(least)"])
            #expect(status == 0, "\(output)")
            if least < 100 { print(output) }
        }
    }

    @Test("typed texts are text after rendering")
    func typedTexts() throws {
        let count = Self.environment["STENO_MARKDOWN_TEXTS"].flatMap(Int.init) ?? 300
        var texts = TypedTexts(seed: Self.environment["STENO_ESCAPE_SEED"].flatMap(UInt64.init) ?? 1, notes: [])
        var (source, typed): ([String], [String]) = ([], [])
        let contexts: [(EscapeContext, (String) -> String)] = [
            (.paragraph, { $0 }), (.listItem, { "* " + $0 }), (.sectionTitle, { "== " + $0 }),
            (.tableCell, { "|===\n|" + $0 + "\n|===" }),
        ]
        for index in 0..<count {
            let (context, form) = contexts[index % contexts.count]
            guard let line = texts.next(for: context).first else { continue }
            typed.append(line)
            source.append(form(escape(line, for: context, mode: .literal)))
        }
        try Tools.withFolder { folder in
            let file = folder.appendingPathComponent("texts")
            let document = Document(parsing: Array(source.joined(separator: "\n\n'''\n\n").utf8))
            try Data(Markdown(document).text.utf8).write(to: file.appendingPathExtension("md"))
            try JSONEncoder().encode(typed).write(to: file.appendingPathExtension("json"))
            let (status, output) = try Tools.run("python3", "markdown/texts.py", [file.path])
            #expect(status == 0, "\(output)")
            if count > 300 { print(output) }
        }
    }
}
