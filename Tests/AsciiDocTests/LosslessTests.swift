import Testing

@testable import AsciiDoc

@Suite struct LosslessTests {
    @Test(arguments: Fixture.odd) func leavesCoverEveryByte(source: [UInt8]) {
        expectInvariants(of: Document(parsing: source))
    }

    @Test func everyPrefixOfTheReferenceDayIsCovered() throws {
        let source = Array(try Fixture.referenceDay)
        for end in stride(from: 0, through: source.count, by: 37) {
            expectInvariants(of: Document(parsing: Array(source[..<end])))
        }
    }

    @Test func everyFileOfTheCorpusIsCovered() throws {
        let files = Fixture.corpus
        try #require(!files.isEmpty || !Fixture.hasCorpus, "the corpus is there, but no file was found")
        for file in files { expectInvariants(of: Document(parsing: try Fixture.bytes(file))) }
    }

    /// The law of edits: the tree is what a parse of the edited bytes gives.
    @Test func afterAnyEditTheTreeIsThatOfAFullParse() throws {
        var random = SeededGenerator(seed: 20_220_524)
        let snippets = [
            "* x\n", "\n", "----\n", "== S\n", "text\n", "+\n", ".T\n", "** y\n", "====\n", " é", "[NOTE]\n", "---\n",
        ]
        var document = Document(parsing: try Fixture.referenceDay)
        for _ in 0..<300 {
            let isAppend = Bool.random(using: &random)
            let start = isAppend ? document.source.count : Int.random(in: 0...document.source.count, using: &random)
            let end = min(
                document.source.count,
                start + (Bool.random(using: &random) ? 0 : Int.random(in: 0...40, using: &random)))
            let text = snippets.randomElement(using: &random) ?? ""
            let change = document.apply(Edit(range: start..<end, replacement: Array(text.utf8)))
            #expect(
                document.tree == Document(parsing: document.source).tree, "after \(text.debugDescription) at \(start)")
            if Int.random(in: 0..<3, using: &random) == 0 { document.apply(change.inverse) }
        }
    }

    /// An attribute entry's value goes on in the line that is appended.
    @Test(arguments: [":a: b \\\n", "= T\n:a: b \\\n", "= T\nx\n:a: b \\\nc \\\n"])
    func wrappedEntriesGoOnInWhatIsAppended(source: String) {
        var document = Document(parsing: Array(source.utf8))
        let end = document.source.count
        document.apply(Edit(range: end..<end, replacement: Array("rest\n\npara\n".utf8)))
        #expect(document.tree == Document(parsing: document.source).tree)
        #expect(document.root.children.last?.kind == .paragraph)
    }

    @Test func appendingCostsWhatIsAppended() {
        for count in [10, 10_000] {
            var document = Document(parsing: Array(String(repeating: "* a bullet\n", count: count).utf8))
            let end = document.source.count
            #expect(document.apply(Edit(range: end..<end, replacement: Array("* b\n".utf8))).scannedByteCount == 4)
        }
    }

    @Test func anEditCostsTheSectionAroundIt() {
        let section = "== Talk\n\n* a bullet\n* another\n\n"
        var document = Document(parsing: Array(String(repeating: section, count: 1_000).utf8))
        let place = section.utf8.count * 500 + 10
        let change = document.apply(Edit(range: place..<place, replacement: Array("été ".utf8)))
        #expect(change.scannedByteCount <= 2 * section.utf8.count)
        #expect(document.tree == Document(parsing: document.source).tree)
    }

    /// The same law on the corpus: real files, edited at random places.
    @Test func afterEditsOfCorpusFilesTheTreeIsThatOfAFullParse() throws {
        var random = SeededGenerator(seed: 7)
        let snippets = [
            "* x\n", "\n\n", "----\n", "\n== S\n\n", "text", "+\n", ".T\n", "====\n", "'''\n", ":a: b\n",
            "[source]\n", "t::\n",
        ]
        for file in Fixture.corpus.enumerated().filter({ $0.offset % Fixture.corpusStride == 0 }).map(\.element) {
            var document = Document(parsing: try Fixture.bytes(file))
            for _ in 0..<20 {
                let start = Int.random(in: 0...document.source.count, using: &random)
                let end = min(document.source.count, start + Int.random(in: 0...60, using: &random))
                let text = snippets.randomElement(using: &random) ?? ""
                document.apply(Edit(range: start..<end, replacement: Array(text.utf8)))
                try #require(document.tree == Document(parsing: document.source).tree, "\(file) at \(start)")
            }
        }
    }

    /// The same law where every line is one that changes what the lines about it are.
    @Test func afterEditsOfTrickyLinesTheTreeIsThatOfAFullParse() {
        var random = SeededGenerator(seed: Fixture.seed)
        let lines = [
            "* a", "** b", "*** c", "+", "", "", "para", "== S", "=== T", "Title", "-----", "t::", "t:: x", "[a]",
            "[source]",
            ".T", "----", "====", "--", " lit", ":a: b", "// c", "////", "ifdef::x[]", "<1> c", "    - x", "== S", "",
        ]
        func text(_ count: Int) -> String {
            (0..<count).map { _ in (lines.randomElement(using: &random) ?? "") + "\n" }.joined()
        }
        for _ in 0..<(Fixture.corpusStride == 1 ? 40_000 : 400) {
            var document = Document(parsing: Array(text(Int.random(in: 5...40, using: &random)).utf8))
            for _ in 0..<6 {
                let isAppended = Int.random(in: 0..<4, using: &random) == 0
                let start =
                    isAppended ? document.source.count : Int.random(in: 0...document.source.count, using: &random)
                let end = min(document.source.count, start + Int.random(in: 0...12, using: &random))
                let before = document.source
                let edit = Edit(
                    range: start..<end, replacement: Array(text(Int.random(in: 0...2, using: &random)).utf8))
                document.apply(edit)
                let isLossless = document.invariantProblem == nil
                guard !isLossless || document.tree != Document(parsing: document.source).tree else { continue }
                Issue.record("\(edit) of \(String(decoding: before, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    @Test func deepNestingDoesNotOverflow() {
        let lists = (1...10_000).map { String(repeating: "*", count: $0 % 200 + 1) + " a\n" }.joined()
        expectInvariants(of: Document(parsing: Array(lists.utf8)))
        let blocks = (4..<3_000).map { String(repeating: "=", count: $0) + "\n" }.joined()
        expectInvariants(of: Document(parsing: Array(blocks.utf8)))
    }

    @Test func deepNestingDoesNotOverflowTheSemanticView() {
        let blocks = (4..<10_004).map { "[NOTE]\n" + String(repeating: "=", count: min($0, 600)) + "\n" }.joined()
        #expect(!Document(parsing: Array(blocks.utf8)).semanticView().blocks.isEmpty)
        let lists = (1...10_000).map { String(repeating: "*", count: $0 % 200 + 1) + " a\n[b]\n" }.joined()
        #expect(Document(parsing: Array(lists.utf8)).semanticView().blocks.count > 10_000)
        let continued = (1...10_000).map { String(repeating: ".", count: $0 % 5 + 1) + " a\n+\nb\n+\n" }.joined()
        #expect(Document(parsing: Array(continued.utf8)).semanticView().blocks.count > 10_000)
    }

    private func expectInvariants(of document: Document, _ location: SourceLocation = #_sourceLocation) {
        #expect(document.invariantProblem == nil, sourceLocation: location)
    }
}
