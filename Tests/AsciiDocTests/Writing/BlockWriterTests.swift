import Foundation
import Testing

@testable import AsciiDoc

/// The law of the writer: what is parsed from the written lines is the block.
@Suite struct BlockWriterTests {
    /// How many blocks the tests by chance write; `STENO_CORPUS_ALL` asks for more.
    static let count = Fixture.corpusStride == 1 ? 20_000 : 400

    private func expectIsWritten(
        _ blocks: [Block], _ style: Style = Style(), _ location: SourceLocation = #_sourceLocation
    ) {
        let source = BlockWriter(style: style).lines(blocks).map { $0 + "\n" }.joined()
        let found = Document(parsing: Array(source.utf8)).semanticView().blocks.dropFirst().map(\.summary.withoutGuards)
        let expected = ExpectedBlocks(blocks).lines.map(\.withoutGuards)
        if found != expected {
            let difference = found.difference(from: expected).map { change in
                switch change {
                case .remove(_, let line, _): "- " + line
                case .insert(_, let line, _): "+ " + line
                }
            }
            Issue.record("\(difference.joined(separator: "\n"))\n\(source)", sourceLocation: location)
        }
    }

    /// Each form once, as it is written in the house style.
    static let forms: [(Block, String)] = [
        (
            .section(level: 1, title: "S", [.paragraph(["a", "b"]), .section(level: 1, title: "T", [])]),
            "== S\n\na\nb\n\n=== T"
        ),
        (.heading(level: 2, title: "H"), "[discrete]\n=== H"),
        (.list(.unordered, [.init("a", isChecked: true), .init("b", isChecked: false)]), "* [x] a\n* [ ] b"),
        (.list(.ordered, [.init("a", [.init("b")], .ordered), .init("c")]), ". a\n    .. b\n. c"),
        (.list(.description, [.init(terms: ["a", "b"], "c")]), "a::\nb:: c"),
        (.list(.callouts, [.init("a"), .init("b")]), "<1> a\n<2> b"),
        (.list(.unordered, [.attached("a\nb", [.listing(["x"])])]), "* a\nb\n+\n----\nx\n----"),
        (.listing(["----", "<1>"], language: "swift"), "[source,swift]\n-----\n----\n\\<1>\n-----"),
        (.verbatim(.literal, ["a"]), "....\na\n...."),
        (.verbatim(.pass, ["<b>"]), "++++\n<b>\n++++"),
        (.verbatim(.stem, ["x^2"]), "[stem]\n++++\nx^2\n++++"),
        (.verbatim(.comment, ["a"]), "////\na\n////"),
        (.verbatim(.verse(attribution: "A, B", source: "C"), ["x"]), "[verse,\"A, B\",C]\n____\nx\n____"),
        (.compound(.quote(attribution: nil, source: "C"), [.paragraph(["x"])]), "[quote,,C]\n____\nx\n____"),
        (.compound(.example, [.compound(.example, [.paragraph(["x"])])]), "=====\n====\nx\n====\n====="),
        (.compound(.sidebar, [.paragraph(["x"])]), "****\nx\n****"),
        (.compound(.open, [.paragraph(["x"])]), "--\nx\n--"),
        (.admonition(.tip, [.paragraph(["x"])]), "[TIP]\n====\nx\n===="),
        (
            .table(.init(head: ["a", "b"], rows: [["1|2"]])),
            "[%header,cols=\"1,1\"]\n|===\n|a |b\n|1\\|2 |\n|==="
        ),
        (.image(target: "a b.png", alt: "x, ]", caption: "C"), ".C\nimage::a b.png[\"x, ]\"]"),
        (.macro(.toc, target: "", []), "toc::[]"), (.thematicBreak, "'''"), (.pageBreak, "<<<"),
        (.comment("a"), "// a"),
        (
            .described(
                .init(title: "T", id: "i", roles: ["r"], options: ["o"], attributes: [.init("a", "b")]), .listing([])),
            ".T\n[#i.r%o,a=b]\n----\n----"
        ),
    ]

    @Test(arguments: forms) func formsAreWritten(block: Block, as text: String) {
        #expect(block.lines().joined(separator: "\n") == text)
    }

    @Test func styleDecides() {
        var style = Style()
        (style.bullet, style.indentPerLevel, style.numbersByHand) = ("-", 2, true)
        (style.fencesListings, style.titleComesFirst, style.blankLinesAfterHeading) = (true, false, 0)
        (style.continuationIndent, style.delimiterLength) = (2, 6)
        func written(_ block: Block) -> String { block.lines(style).joined(separator: "\n") }
        #expect(written(.unorderedList([.init("a\nb", [.init("c")])])) == "- a\n  b\n  * c")
        #expect(written(.list(.ordered, [.init("a"), .init("b")])) == "1. a\n2. b")
        #expect(written(.listing(["x"], language: "swift")) == "```swift\nx\n```")
        #expect(written(.listing(["```"])) == "------\n```\n------")
        #expect(written(.titled("T", .admonition(.tip, []))) == "[TIP]\n.T\n======\n======")
        #expect(written(.section(level: 1, title: "S", [.thematicBreak])) == "== S\n'''")
    }

    @Test func anyBlocksAreReadAsTheyWereMeant() {
        var generator = BlockGenerator(random: SeededGenerator(seed: 61))
        for _ in 0..<Self.count {
            let style = generator.style()
            expectIsWritten(generator.blocks(3, sections: true), style)
        }
    }

    /// Asciidoctor sees the same: contexts, levels, titles, texts, lines.
    @Test(.enabled(if: Asciidoctor.isInstalled)) func asciidoctorReadsThemAlike() throws {
        var generator = BlockGenerator(random: SeededGenerator(seed: 62))
        let folder = FileManager.default.temporaryDirectory.appending(path: "steno-blocks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try (0..<Self.count).map { number in
            let path = folder.appending(path: "\(number).adoc")
            let style = generator.style()
            let lines = BlockWriter(style: style).lines(generator.blocks(3, sections: true))
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: path)
            return path.path()
        }
        let agreement = try Agreement(of: files)
        let different = try files.filter { try !agreement.isEqual($0) }
        for file in different.prefix(3) {
            let source = String(decoding: try Fixture.bytes(file), as: UTF8.self)
            Issue.record("\(try agreement.difference(in: file).joined(separator: "\n"))\n\(source)")
        }
        #expect(different.isEmpty, "\(different.count) of \(files.count)")
    }
}

extension Block.Item {
    fileprivate static func attached(_ text: String, _ blocks: [Block]) -> Self {
        var item = Self(text)
        item.attached = blocks
        return item
    }
}

extension String {
    /// The text without what keeps AsciiDoc from reading it as something else.
    var withoutGuards: String {
        ["{two-colons}": "::", "{two-semicolons}": ";;", "{plus}": "+", "{empty} ": "", "{empty}": "", "pass:[]": ""]
            .sorted { $0.key > $1.key }
            .reduce(self) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
    }
}
