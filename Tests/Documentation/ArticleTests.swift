import AsciiDoc
import Foundation
import Testing

/// The code of the DocC articles, compiled and run as it stands there.
@Suite struct ArticleTests {
    @Test func parseAndRead() throws {
        let text = """
            = Field notes
            :imagesdir: images

            == Birds

            * a heron
            ** at the {place}

            == Trees
            """
        let document = Document(parsing: Array(text.utf8))
        for section in document.sections {
            print("line \(section.line): \(section.first(.heading)?.headingTitle ?? "")")
        }
        #expect(document.sections.map { $0.first(.heading)?.headingTitle } == ["Birds", "Trees"])

        var depths: [String: Int] = [:]
        for position in 0..<document.nodeCount {
            let node = document.node(position)
            guard node.kind == .listItem else { continue }
            let words = String(decoding: document.source[node.contentRange], as: UTF8.self)
            depths[words.split(separator: "\n").joined()] = node.level
        }
        #expect(depths == ["a heron": 1, "at the {place}": 2])

        let view = document.semanticView(attributes: ["place": "pond"])
        let items = view.blocks.filter { $0.context == .item }
        print(items.map { "\($0.marker ?? "") \($0.text ?? "")" })
        #expect(items.map(\.marker) == ["*", "**"])

        var parser = InlineParser()
        let inlines = document.sections[0].inlines(with: &parser)
        #expect(inlines.isEmpty)
    }

    @Test func editTenLines() throws {
        var document = Document(parsing: Array("= Plan\n\n== Today\n\n* buy ink\n".utf8))
        for number in 1...10 {
            let edits = try document.append(Block.Item("line *\(number)*"), depth: 1, to: document.sections[0])
            try document.apply(edits)
        }
        #expect(Self.text(document).hasSuffix("* buy ink\n* line *1*\n* line *2*\n" + Self.lines(3...10)))

        let edits = try document.setHeading(of: document.sections[0], to: "Today, at last")
        let changes = try document.apply(edits)
        #expect(Self.text(document).contains("== Today, at last\n"))

        let before = document.source
        do {
            try document.apply(document.append(Block.Item("too deep"), depth: 4, to: document.sections[0]))
        } catch {
            print("refused: \(error)")
        }
        #expect(document.source == before)

        for change in changes.all.reversed() { document.apply(change.inverse) }
        #expect(Self.text(document).contains("== Today\n"))
    }

    @Test func writeWithALearnedStyle() throws {
        let block = Block.section(
            level: 1, title: "Rivers",
            [
                .unorderedList([Block.Item("the *Seine*", [Block.Item("at Rouen")])]),
                .admonition(.note, [.paragraph(["Measured by hand."])]),
            ])
        let standard = block.lines()
        #expect(standard.prefix(5) == ["== Rivers", "", "* the *Seine*", "    ** at Rouen", ""])

        let habits = "= Notes\n\n== Lakes\n- Geneva\n- Annecy\n\n\n== Seas\n- North Sea\n"
        var document = Document(parsing: Array(habits.utf8))
        let style = Style(learnedFrom: document)
        let learned = block.lines(style)
        #expect(learned.prefix(2) == ["== Rivers", "- the *Seine*"])

        try document.apply(document.append(block, to: document.root, style: style))
        #expect(Self.text(document).contains("- North Sea\n\n\n== Rivers\n- the *Seine*\n"))
    }

    /// Every piece of code in the articles stands in this file.
    @Test(arguments: ["ParseAndRead", "EditTenLines", "WriteWithALearnedStyle"])
    func codeIsCompiled(article: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        let compiled = Self.words(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
        let path = root.appending(path: "Sources/AsciiDoc/AsciiDoc.docc/\(article).md")
        let parts = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "```")
        let pieces = parts.filter { $0.hasPrefix("swift\n") }
        #expect(pieces.count > 1)
        for piece in pieces {
            #expect(compiled.contains(Self.words(String(piece.dropFirst(6)))), "\(article): \(piece)")
        }
    }

    /// Lines without their indent.
    private static func words(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private static func text(_ document: Document) -> String { String(decoding: document.source, as: UTF8.self) }

    private static func lines(_ numbers: ClosedRange<Int>) -> String {
        numbers.map { "* line *\($0)*\n" }.joined()
    }
}
