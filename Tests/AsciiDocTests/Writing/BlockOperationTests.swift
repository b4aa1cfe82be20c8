import Testing

@testable import AsciiDoc

@Suite struct BlockOperationTests {
    private let x = Block.paragraph(["x"])

    @Test(arguments: [
        ("a\n", "a\n\nx\n"), ("a", "a\n\nx\n"), ("a\r\n", "a\r\n\r\nx\r\n"),
        ("a\n----\nb\n----\n", "a\n\nx\n\n----\nb\n----\n"),
        ("a\n\n\nb\n", "a\n\nx\n\n\nb\n"), ("====\na\n====\n", "====\na\n\nx\n====\n"), ("====\na\n", "====\na\n\nx\n"),
        ("* y\n+\na\n* z\n", "* y\n+\na\n+\nx\n* z\n"), ("* y\n+\na\n+\nb\n", "* y\n+\na\n+\nx\n+\nb\n"),
        ("* y\n+\na\n\n** z\n", "* y\n+\na\n+\nx\n\n** z\n"), ("== a\nb\n", "== a\nx\n\nb\n"),
        ("= T\n\na\n", "= T\n\na\n\nx\n"),
    ])
    func blocksAreInsertedAfter(before: String, after: String) throws {
        let document = Document(text: before)
        #expect(document.text(after: (try? document.insert(x, after: try document.first("a")))) == after)
    }

    @Test func listsStayApart() throws {
        let document = Document(text: "* b\n\np\n\n. c\n")
        let list = Block.unorderedList([.init("x")])
        #expect(
            document.text(after: (try? document.insert(list, after: try document.first(.unorderedList))))
                == "* b\n\n//-\n\n* x\n\np\n\n. c\n")
        #expect(
            document.text(after: (try? document.insert(list, after: try document.first("p"))))
                == "* b\n\np\n\n* x\n\n//-\n\n. c\n")
        #expect(document.text(after: (try? document.remove(try document.first("p")))) == "* b\n\n//-\n\n. c\n")
        #expect(
            document.text(after: (try? document.replace(try document.first("p"), by: list)))
                == "* b\n\n//-\n\n* x\n\n//-\n\n. c\n")
    }

    @Test(arguments: [
        ("a\n----\nb\n----\nc\n", "a\n\nc\n"), ("b\n", ""), ("a\n\nb\n", "a\n"),
        ("== S\n\nb\n\n== U\n", "== S\n\n== U\n"),
        ("====\na\n\nb\n====\n", "====\na\n\n====\n"), ("* y\n+\nb\n* z\n", "* y\n* z\n"),
        ("* y\n\nb\n\n* z\n", "* y\n\n//-\n\n* z\n"), ("* y\n\nb\n\n literal\n", "* y\n\n//-\n\n literal\n"),
        ("a\r\n\r\nb\r\n\r\nc\r\n", "a\r\n\r\nc\r\n"),
    ])
    func blocksAreRemoved(before: String, after: String) throws {
        let document = Document(text: before)
        let node = try #require(
            document.nodes {
                $0.kind.isBlock && !$0.kind.isList && document.source[$0.contentRange].starts(with: "b".utf8)
            }.first)
        #expect(document.text(after: (try? document.remove(node))) == after)
    }

    @Test func blocksGoToTheEndOfContainers() throws {
        for (before, after) in [
            ("", "x\n"), ("= T", "= T\n\nx\n"), ("= T\n:a: b\n\n== S\n", "= T\n:a: b\n\nx\n\n== S\n"),
            (":a: b \\\n", ":a: b \\\n\nx\n"),
            ("a\n\n.T\n", "a\n\nx\n\n.T\n"), ("----\na\n", "----\na\n----\n\nx\n"),
            ("====\n****\na\n", "====\n****\na\n****\n====\n\nx\n"),
        ] {
            let document = Document(text: before)
            #expect(document.text(after: (try? document.append(x, to: document.root))) == after)
        }
        let document = Document(text: "== S\n\na\n\n=== U\n\nb\n\n== V\n")
        let section = try #require(document.sections.first)
        #expect(
            document.text(after: (try? document.append(x, to: section))) == "== S\n\na\n\nx\n\n=== U\n\nb\n\n== V\n")
        let nested = Block.section(level: 1, title: "W", [x])
        #expect(
            document.text(after: (try? document.append(nested, to: section)))
                == "== S\n\na\n\n=== U\n\nb\n\n=== W\n\nx\n\n== V\n")
        #expect(
            (try? document.insert(nested, after: try document.first("a")))?.edits.first?.replacement
                == Array("\n=== W\n\nx\n".utf8))
        #expect((try? document.insert(x, after: section)) == nil)
    }

    @Test func whatEnclosesABlockStaysWhole() throws {
        let document = Document(text: "====\na\n====\n")
        let inner = Block.compound(.example, [.listing(["----"])])
        #expect(
            document.text(after: (try? document.insert(inner, after: try document.first("a"))))
                == "====\na\n\n=====\n-----\n----\n-----\n=====\n====\n")
        #expect((try? document.insert(.listing(["===="]), after: try document.first("a"))) == nil)
        let open = Document(text: "--\na\n--\n")
        #expect(
            open.text(after: try? open.insert(.compound(.open, [x]), after: open.first("a")))
                == "--\na\n\n====\nx\n====\n--\n")
    }

    @Test func imagesAreInsertedWithCaptionAndAlt() throws {
        let document = Document(text: "a\n")
        let image = Block.image(target: "a.png", alt: "b, c", caption: "D")
        #expect(
            document.text(after: (try? document.insert(image, after: try document.first("a"))))
                == "a\n\n.D\nimage::a.png[\"b, c\"]\n")
    }

    @Test(arguments: [
        ("b\n", "[TIP]\n====\nb\n====\n"), ("b", "[TIP]\n====\nb\n====\n"),
        ("====\nb\n====\n", "[TIP]\n=====\n====\nb\n====\n=====\n"),
        (".T\n[r]\nb\n", "[TIP]\n====\n.T\n[r]\nb\n====\n"),
        ("----\n======\n----\n", "[TIP]\n=======\n----\n======\n----\n=======\n"),
        ("* y\n+\n----\nb\n----\n", "* y\n+\n[TIP]\n====\n----\nb\n----\n====\n"),
        ("----\nb\n", "[TIP]\n====\n----\nb\n----\n====\n"),
        ("b\r\n", "[TIP]\r\n====\r\nb\r\n====\r\n"), ("== S\n", nil),
    ])
    func blocksAreWrapped(before: String, after: String?) throws {
        let document = Document(text: before)
        let node = try #require(document.nodes { $0.kind.isBlock && !$0.kind.isList || $0.kind == .section }.first)
        #expect(document.text(after: (try? document.wrap(node, inAdmonition: .tip))) == after)
    }

    @Test func severalBlocksAreWrapped() throws {
        let document = Document(text: "a\n\n* b\n\nc\n\n== S\n")
        let edits = (try? document.wrap(try document.first("a"), through: try document.first("c"), inAdmonition: .note))
        #expect(document.text(after: edits) == "[NOTE]\n====\na\n\n* b\n\nc\n====\n\n== S\n")
        #expect(
            (try? document.wrap(try document.first("c"), through: try document.first("a"), inAdmonition: .note)) == nil)
        #expect((try? document.wrap(try document.first(.listItem), inAdmonition: .note)) == nil)
    }
}
