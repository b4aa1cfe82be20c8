import Testing

@testable import AsciiDoc

@Suite struct HeadingOperationTests {
    @Test(arguments: [
        ("== A\n", "B c", "== B c\n"), ("== A ==\n", "B", "== B\n"), ("## A\n", "B", "## B\n"),
        ("Abcd\n----\n", "Été long", "Été long\n--------\n"),
        ("Abcd\n----\n", "x", "x\n--\n"), ("Abcd\n----\n", "..", "== ..\n"), ("== A [[i]]\n", "B", "== B [[i]]\n"),
        ("= T\n\na\n", "U", "= U\n\na\n"),
        ("Title\n=====\n\na\n", "Autre titre", "Autre titre\n===========\n\na\n"),
        ("Abcd\r\n----\r\n", "Abcdef", "Abcdef\r\n------\r\n"),
        ("[discrete]\n== A\n", "B", "[discrete]\n== B\n"), ("a\n", "B", nil),
    ])
    func headingsAreSet(before: String, title: String, after: String?) throws {
        let document = Document(text: before)
        let node = document.root.children.first { $0.kind == .section || $0.kind == .heading } ?? document.root
        #expect(document.text(after: (try? document.setHeading(of: node, to: title))) == after)
    }

    @Test(arguments: [
        ("== A\n\n== B\n\n=== C\n\n== D\n", 1, "== A\n\n=== B\n\n==== C\n\n== D\n"),
        ("== A\n\nBbbb\n----\n\nCccc\n~~~~\n", 1, "== A\n\nBbbb\n~~~~\n\nCccc\n^^^^\n"),
        ("== A\n\n=== B ===\n\n==== C\n", -1, "== A\n\n== B ==\n\n=== C\n"), ("== B\n", 1, nil), ("== B\n", -1, nil),
        ("===== A\n\n===== B\n\n====== C\n", 1, nil), ("Aaaa\n++++\n\nBbbb\n++++\n", 1, "Aaaa\n++++\n\n====== Bbbb\n"),
    ])
    func levelsChangeWithTheSectionsBelow(before: String, steps: Int, after: String?) throws {
        let document = Document(text: before)
        let section = try #require(
            document.nodes { node in
                node.kind == .section
                    && node.children.first.map { document.source[$0.contentRange].first == UInt8(ascii: "B") } == true
            }.first)
        let text = document.text(after: (try? document.changeDepth(of: section, by: steps)))
        #expect(text == after)
    }

    @Test func headingsAfterListsAreNoTerms() throws {
        let document = Document(text: "* a\n\n== B\n")
        #expect(
            document.text(after: (try? document.setHeading(of: try #require(document.sections.first), to: "c:: d")))
                == "* a\n\n== c{two-colons} d\n")
    }

    @Test(arguments: [
        ("= T\n\na\n", "= T\n:x: y\n\na\n"), ("= T", "= T\n:x: y\n"),
        ("= T\nAuthor\n:a: b\n\na\n", "= T\nAuthor\n:a: b\n:x: y\n\na\n"),
        ("= T\n:x: z \\\n  more\n:b: c\n", "= T\n:x: y\n:b: c\n"), (":x: z\n= T\n", ":x: y\n= T\n"),
        ("= T\n:!x:\n", "= T\n:x: y\n"), ("= T\n:X: z\n", "= T\n:x: y\n"),
        ("a\n", ":x: y\n\na\n"), ("", ":x: y\n"), (":a: b\n\np\n", ":a: b\n:x: y\n\np\n"),
        ("// c\n\na\n", ":x: y\n\n// c\n\na\n"),
        ("// c\n:a: b\n\np\n", "// c\n:a: b\n:x: y\n\np\n"), ("// c\n= T\n\np\n", "// c\n= T\n:x: y\n\np\n"),
        ("== S\n", ":x: y\n\n== S\n"),
        ("= T\n:a: b \\", "= T\n:x: y\n:a: b \\"), ("= T\r\n\r\na\r\n", "= T\r\n:x: y\r\n\r\na\r\n"),
        ("* a\n", ":x: y\n\n* a\n"),
    ])
    func attributesAreSetInTheHeader(before: String, after: String) {
        let document = Document(text: before)
        #expect(document.text(after: (try? document.setAttribute("x", to: "y"))) == after)
        var edited = Document(text: after)
        #expect(edited.semanticView().preprocessed.attributes["x"] == "y")
        if let edit = (try? edited.setAttribute("x", to: nil)) { _ = try? edited.apply(edit) }
        #expect(edited.semanticView().preprocessed.attributes["x"] == nil)
    }

    @Test func attributesHaveNamesAndValues() {
        let document = Document(text: "= T\n")
        #expect(document.text(after: (try? document.setAttribute("x", to: "a +"))) == "= T\n:x: a {plus}\n")
        #expect(document.text(after: (try? document.setAttribute("x", to: "a\nb"))) == "= T\n:x: a b\n")
        #expect(document.text(after: (try? document.setAttribute("x", to: ""))) == "= T\n:x:\n")
        for name in ["", "a b", "-a", "a:b", "é", "a!"] { #expect((try? document.setAttribute(name, to: "y")) == nil) }
    }
}
