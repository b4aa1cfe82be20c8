import Testing

@testable import AsciiDoc

@Suite struct ItemOperationTests {
    /// What an item is put after, and the document then.
    @Test(arguments: [
        ("* a\n* b\n", "* a\n* x\n* b\n"), ("- a\n- b\n", "- a\n- x\n- b\n"),
        ("- a\n  * c\n- b\n", "- a\n  * c\n- x\n- b\n"), (". a\n. b\n", ". a\n. x\n. b\n"),
        ("1. a\n2. b\n3. c\n", "1. a\n2. x\n3. b\n4. c\n"), ("1. a\n1. b\n", "1. a\n1. x\n1. b\n"),
        ("a. a\nb. b\n", "a. a\nb. x\nc. b\n"), ("i) a\nii) b\n", "i) a\nii) x\niii) b\n"),
        ("<1> a\n<2> b\n", "<1> a\n<2> x\n<3> b\n"), ("* [x] a\n* [ ] b\n", "* [x] a\n* [ ] x\n* [ ] b\n"),
        ("* a\n+\n----\ny\n----\n* b\n", "* a\n+\n----\ny\n----\n* x\n* b\n"), ("* a", "* a\n* x\n"),
        ("* a\r\n* b\r\n", "* a\r\n* x\r\n* b\r\n"), ("* a\n\n* b\n", "* a\n\n* x\n\n* b\n"),
        ("*   a\n", "*   a\n*   x\n"), ("====\n* a\n====\n", "====\n* a\n* x\n====\n"),
        ("====\n* a\n", "====\n* a\n* x\n"),
        ("* a\n+\n----\ny\n", "* a\n+\n----\ny\n----\n* x\n"), ("* a\n\n== S\n", "* a\n* x\n\n== S\n"),
        ("* a\n** c\n\n+\np\n* b\n", "* a\n** c\n\n+\np\n* x\n* b\n"),
    ])
    func itemsAreInsertedLikeTheirSiblings(before: String, after: String) throws {
        let document = Document(text: before)
        #expect(document.text(after: (try? document.insert(.init("x"), after: try document.first(.listItem)))) == after)
    }

    @Test(arguments: [
        ("* a\n* b\n", "* x\n* a\n* b\n"), ("1. a\n2. b\n", "1. x\n2. a\n3. b\n"), (".T\n* a\n", ".T\n* x\n* a\n"),
    ])
    func itemsAreInsertedBefore(before: String, after: String) throws {
        let document = Document(text: before)
        #expect(
            document.text(after: (try? document.insert(.init("x"), before: try document.first(.listItem)))) == after)
    }

    @Test(arguments: [
        ("* a\n", "* a\n    ** x\n"), ("- a\n", "- a\n    * x\n"), ("* a\n  ** c\n", "* a\n  ** c\n  ** x\n"),
        (". a\n", ". a\n    .. x\n"), ("1. a\n", "1. a\n    . x\n"), ("* a\n+\np\n", "* a\n+\np\n\n    ** x\n"),
        ("- a\n- b\n  * c\n", "- a\n  * x\n- b\n  * c\n"), ("* a\n+\n", nil),
    ])
    func itemsAreAppendedBelow(before: String, after: String?) throws {
        let document = Document(text: before)
        #expect(document.text(after: (try? document.append(.init("x"), to: try document.first(.listItem)))) == after)
    }

    @Test func itemsAreAppendedToTheListThatEndsASection() throws {
        for (before, after) in [
            ("== S\n\n- a\n\n== U\n", "== S\n\n- a\n- x\n\n== U\n"), ("== S\n\np\n", "== S\n\np\n\n* x\n"),
            ("== S\n", "== S\n\n* x\n"), ("== S", "== S\n\n* x\n"),
            ("== S\n\na:: b\n", "== S\n\na:: b\n\n//-\n\n* x\n"),
        ] {
            let document = Document(text: before)
            let section = try #require(document.sections.first)
            #expect(document.text(after: (try? document.append(Block.Item("x"), to: section))) == after)
        }
    }

    @Test func itemsOfDescriptionListsNeedTheirTerms() throws {
        let document = Document(text: "a:: b\n")
        let item = try document.first(.listItem)
        #expect((try? document.insert(.init("x"), after: item)) == nil)
        #expect(document.text(after: (try? document.insert(.init(terms: ["t"], "x"), after: item))) == "a:: b\nt:: x\n")
        let group = Document(text: "a::\nb:: c\n")
        #expect((try? group.insert(.init(terms: ["t"], "x"), after: group.first(.listItem))) == nil)
    }

    @Test func itemsAreReplacedAndKeepTheirBoxes() throws {
        let document = Document(text: "* [x] a\n    ** c\n* b\n")
        let item = try document.first(.listItem)
        #expect(document.text(after: (try? document.replace(item, by: Block.Item("y")))) == "* [x] y\n* b\n")
        #expect(
            document.text(after: (try? document.replace(item, by: .init("y", isChecked: false)))) == "* [ ] y\n* b\n")
    }

    @Test(arguments: [
        ("* a\n* b\n", "a", "* b\n"), ("* a\n* b", "b", "* a\n"), ("1. a\n2. b\n3. c\n", "b", "1. a\n2. c\n"),
        ("p\n\n* a\n\nq\n", "a", "p\n\nq\n"), ("* a\n** b\n* c\n", "b", "* a\n* c\n"),
        ("* a\n\n* b\n\n* c\n", "b", "* a\n\n* c\n"),
        ("* x\n\n//-\n\n. a\n\n//-\n\n* y\n", "a", "* x\n\n//-\n\n//-\n\n* y\n"),
        ("* x\n\n[square]\n. a\n\n[none]\n* y\n", "a", "* x\n\n//-\n\n[none]\n* y\n"),
        ("a::\n* b\n\nc\n", "b", nil), ("* a\n** b\n*** x\n\n+\np\n", "x", nil),
    ])
    func itemsAreRemoved(before: String, text: String, after: String?) throws {
        let document = Document(text: before)
        let item = try #require(
            document.nodes { $0.kind == .listItem && document.source[$0.contentRange].starts(with: text.utf8) }.first)
        #expect(document.text(after: (try? document.remove(item))) == after)
    }

    @Test(arguments: [
        ("* a\n* b\n    ** c\n", "a", "c", "* b\n    ** c\n    ** a\n"),
        ("* a\n    ** c\n* b\n", "c", "b", "* a\n* b\n* c\n"),
        ("* a\n    ** c\n        *** d\n* b\n", "c", "b", "* a\n* b\n* c\n    ** d\n"),
        ("- a\n  * c\n- b\n", "c", "b", "- a\n- b\n- c\n"), ("- a\n- b\n  * c\n", "a", "c", "- b\n  * c\n  * a\n"),
        ("1. a\n2. b\n3. c\n", "a", "c", "1. b\n2. c\n3. a\n"), ("1. a\n2. b\n3. c\n", "c", "a", "1. a\n2. c\n3. b\n"),
        ("* a\n+\n----\nx\n----\n* b", "a", "b", "* b\n* a\n+\n----\nx\n----\n"),
        ("* a\r\n* b\r\n", "a", "b", "* b\r\n* a\r\n"),
        ("* a\n* b\n\n== S\n\n. c\n", "b", "c", "* a\n\n== S\n\n. c\n. b\n"),
    ])
    func itemsMoveToTheDepthOfTheirNewPlace(before: String, text: String, other: String, after: String) throws {
        let document = Document(text: before)
        func item(_ text: String) throws -> Node {
            try #require(
                document.nodes { $0.kind == .listItem && document.source[$0.contentRange].starts(with: text.utf8) }
                    .first)
        }
        #expect(document.text(after: (try? document.move(try item(text), after: try item(other)))) == after)
    }

    @Test(arguments: [
        ("- a\n- b\n- c\n", 1, "- a\n    * b\n- c\n"), ("- a\n  * d\n- b\n  * e\n", 1, "- a\n  * d\n  * b\n    ** e\n"),
        ("* a\n* b\n+\np\n* c\n", 1, "* a\n    ** b\n+\np\n* c\n"), ("* a\n+\np\n* b\n", 1, "* a\n+\np\n\n    ** b\n"),
        ("1. a\n2. b\n3. c\n", 1, "1. a\n    . b\n2. c\n"), ("* a\n** b\n", -1, "* a\n* b\n"),
        ("- a\n** b\n- c\n", -1, "- a\n- b\n- c\n"),
        ("1. a\n.. b\n2. c\n", -1, "1. a\n2. b\n3. c\n"), ("* b\n", 1, nil), ("* a\n* b\n", -1, nil),
        ("a:: x\nb:: y\n", 1, "a:: x\n    b::: y\n"), ("* a\n** d\n*** e\n* b\n", 2, "* a\n** d\n*** e\n*** b\n"),
    ])
    func depthChangesInAnyList(before: String, steps: Int, after: String?) throws {
        let document = Document(text: before)
        let item = try #require(
            document.nodes { node in
                node.kind == .listItem
                    && (document.source[node.contentRange].first == UInt8(ascii: "b")
                        || node.marker.map { document.source[$0].starts(with: "b::".utf8) } == true)
            }.first)
        #expect(document.text(after: (try? document.changeDepth(of: item, by: steps))) == after)
    }
}
