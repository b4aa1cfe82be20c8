import Testing

@testable import AsciiDoc

@Suite struct OperationTests {
    private static let source =
        "= T\n:a: b\n\n== S\n\n* un\n    ** deux\n    ** trois\n* quatre\n\npara\n\n== U\n\nfin\n"

    private func document(_ source: String = Self.source) -> Document { Document(parsing: Array(source.utf8)) }

    private func node(_ document: Document, _ text: String) throws -> Node {
        try #require(
            document.nodes { node in
                node.kind != .text && document.source[node.contentRange].starts(with: text.utf8)
                    && [.listItem, .paragraph, .section].contains(node.kind)
            }.first)
    }

    private func section(_ document: Document, _ position: Int) throws -> Node {
        try #require(document.root.children.filter { $0.kind == .section }.dropFirst(position).first)
    }

    /// Applies the edits; the tree must be that of a full parse.
    private func apply(_ edits: Edits?, to document: Document) -> String {
        var document = document
        guard let edits, (try? document.apply(edits)) != nil else { return "nil" }
        #expect(document.tree == Document(parsing: document.source).tree)
        return String(decoding: document.source, as: UTF8.self)
    }

    @Test func blocksAreAppendedInsertedReplacedAndRemoved() throws {
        let day = document()
        let block = Block.admonition(.note, [.paragraph(["x", "y"])])
        let written = "[NOTE]\n====\nx\ny\n====\n"
        #expect(
            apply((try? day.append(block, to: try section(day, 0))), to: day)
                == Self.source.replacing("para\n\n", with: "para\n\n\(written)\n"))
        #expect(
            apply((try? day.insert(block, after: try node(day, "para"))), to: day).contains("para\n\n\(written)\n== U"))
        #expect(
            apply((try? day.insert(block, before: try node(day, "para"))), to: day).contains("\n\n\(written)\npara\n"))
        #expect(apply((try? day.replace(try node(day, "para"), by: block)), to: day).contains("\n\n\(written)\n== U"))
        #expect(apply((try? day.remove(try node(day, "para"))), to: day) == Self.source.replacing("para\n\n", with: ""))
        #expect(
            apply((try? day.remove(try node(day, "trois"))), to: day)
                == Self.source.replacing("    ** trois\n", with: ""))
        #expect(apply((try? day.append(.paragraph(["x"]), to: day.root)), to: day).contains(":a: b\n\nx\n\n== S"))
    }

    @Test func depthChangesWithTheItemsBelow() throws {
        let day = document("* a\n* b\n    ** c\n    ** d\n* e\n")
        let deeper = try #require((try? day.changeDepth(of: try node(day, "b"), by: 1)))
        #expect(apply(deeper, to: day) == "* a\n    ** b\n        *** c\n        *** d\n* e\n")
        #expect((try? day.changeDepth(of: try node(day, "b"), by: -1)) == nil)
        let higher = try #require((try? day.changeDepth(of: try node(day, "c"), by: -1)))
        #expect(apply(higher, to: day) == "* a\n* b\n* c\n    ** d\n* e\n")
    }

    @Test func blocksMoveBothWays() throws {
        let day = document("un\n\ndeux\n\ntrois\n")
        #expect(
            apply((try? day.move(try node(day, "un"), after: try node(day, "deux"))), to: day)
                == "deux\n\nun\n\ntrois\n")
        #expect(
            apply((try? day.move(try node(day, "trois"), after: try node(day, "un"))), to: day)
                == "un\n\ntrois\n\ndeux\n")
    }

    @Test func headingsAttributesAndAdmonitions() throws {
        let day = document()
        #expect(
            apply((try? day.setHeading(of: try section(day, 1), to: "V =")), to: day)
                == Self.source.replacing("== U", with: "== V ={empty}"))
        #expect(apply((try? day.setAttribute("a", to: "c")), to: day) == Self.source.replacing(":a: b", with: ":a: c"))
        #expect(apply((try? day.setAttribute("a", to: nil)), to: day) == Self.source.replacing(":a: b", with: ":a!:"))
        #expect(
            apply((try? day.setAttribute("x", to: "y")), to: day)
                == Self.source.replacing(":a: b\n", with: ":a: b\n:x: y\n")
        )
        #expect(
            apply((try? day.wrap(try node(day, "para"), inAdmonition: .tip)), to: day)
                == Self.source.replacing("para\n", with: "[TIP]\n====\npara\n====\n"))
    }

    @Test func styleIsLearned() throws {
        let learned = Style(learnedFrom: document("- a\n  * b\n\n== S\n\nx\n\n\n== U\n\n[NOTE]\n.T\n====\nx\n====\n"))
        #expect(learned.bullet == "-")
        #expect(learned.indentPerLevel == 2)
        #expect(learned.blankLinesBeforeSection == 2)
        #expect(!learned.titleComesFirst)
        let reference = Style(learnedFrom: Document(parsing: try Fixture.referenceDay))
        #expect(reference == Style())
        #expect(Style(learnedFrom: document("= T\r\n")).lineEnding == .carriageReturnLineFeed)
    }

    @Test func everyHabitIsLearned() {
        func learned(_ text: String) -> Style { Style(learnedFrom: document(text)) }
        #expect(learned("* a\n").bullet == "*")
        #expect(learned("p\n\n- a\n").bullet == "-")
        #expect(learned("* a\n** b\n").indentPerLevel == 0)
        #expect(learned("1. a\n2. b\n").numbersByHand)
        #expect(!learned(". a\n").numbersByHand)
        #expect(learned("* a\n  b\n").continuationIndent == 2)
        #expect(learned("* a\n  * b\n    c\n").continuationIndent == 2)
        #expect(learned("== S\na\n").blankLinesAfterHeading == 0)
        #expect(learned("== S\n\n\na\n").blankLinesAfterHeading == 2)
        #expect(learned("------\na\n------\n").delimiterLength == 6)
        #expect(learned("----------\n----\n----------\n\n----\n----\n").delimiterLength == 4)
        #expect(learned("```\na\n```\n").fencesListings)
        #expect(!learned("----\na\n----\n").fencesListings)
        #expect(!learned("[r]\n.T\np\n").titleComesFirst)
        #expect(learned(".T\n[r]\np\n").titleComesFirst)
        #expect(learned("a\r\n").lineEnding == .carriageReturnLineFeed)
        #expect(learned("") == Style())
    }

    /// An operation looks at what is near, and then at the document's start; not at what is far away.
    @Test func operationsLearnNearby() throws {
        let far = String(repeating: "para\n\n", count: 400)
        let day = document("----\nx\n----\n\n" + far + "```\nx\n```\n\nend\n")
        let end = try #require(day.root.children.last { $0.kind == .paragraph })
        #expect(Style(learnedFrom: day, near: end).fencesListings)
        #expect(!Style(learnedFrom: day).fencesListings)
        #expect(
            (try? day.insert(.listing(["y"]), after: end))?.edits.first?.replacement == Array("\n```\ny\n```\n".utf8))
    }

    @Test func anOperationsEditCostsWhatItConcerns() throws {
        let section = "== Talk\n\n* a bullet\n* another\n\n"
        for count in [10, 2_000] {
            var day = document(String(repeating: section, count: count))
            let last = try #require(day.sections.last)
            let edits = try #require((try? day.append(Block.Item("x"), to: last)))
            #expect(try day.apply(edits).scannedByteCount <= 2 * section.utf8.count)
        }
    }

    /// The law of the writer: what is parsed from the written lines is the block.
    @Test func whatIsWrittenParsesAsWhatItIs() {
        var random = SeededGenerator(seed: 3)
        let texts = [
            "un", "*gras* été", "----", "[x] fait", "a:: b", "== S", "....", "* * *", "fin +", "//", "|===", "NOTE: x",
        ]
        func text() -> String { texts.randomElement(using: &random) ?? "" }
        for _ in 0..<500 {
            let block: Block
            let outline: String
            switch Int.random(in: 0..<5, using: &random) {
            case 0: (block, outline) = (.paragraph([text(), text()]), "p")
            case 1:
                (block, outline) = (
                    .unorderedList([.init(text(), [.init(text())]), .init(text())]), "ul(li(ul(li)) li)"
                )
            case 2: (block, outline) = (.listing([text(), text()]), "listing")
            case 3:
                (block, outline) = (
                    .admonition(.note, [.paragraph([text()]), .listing([text()])]), "example(p listing)"
                )
            default: (block, outline) = (.titled(text(), .image(target: "a.jpg", alt: text())), "macro")
            }
            let source = block.lines().map { $0 + "\n" }.joined() + "\nfin\n"
            #expect(Document(parsing: Array(source.utf8)).outline == outline + " p", "\(source)")
        }
    }
}
