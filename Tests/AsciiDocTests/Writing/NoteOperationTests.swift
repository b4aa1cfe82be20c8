import Testing

@testable import AsciiDoc

/// Notes joined, split, moved between places of different kinds; titles, and images that belong to what is there.
@Suite struct NoteOperationTests {
    /// The first two items or paragraphs are joined; nil: refused.
    @Test(arguments: [
        ("* a\n* b\n** c\n", "* a b\n** c\n"), ("* a\n** b\n* c\n", "* a b\n* c\n"),
        ("1. a\n2. b\n3. c\n", "1. a b\n2. c\n"),
        ("* a +\nb\n* c +\nd\n", "* a +\nb c +\nd\n"), ("* [ ] a\n* [x] b\n", "* [ ] a b\n"), ("* a\n* [ ] b\n", nil),
        ("* a\n+\np\n\n* b\n", nil), ("* a\n** b\n*** c\n", nil), ("t:: a\nu:: b\n", nil),
        ("* a\r\n* b\r\n", "* a b\r\n"),
    ])
    func itemsAreJoined(before: String, after: String?) {
        let document = Document(text: before)
        let items = document.nodes { $0.kind == .listItem }
        #expect(document.text(after: try? document.join(items[0], with: items[1])) == after)
    }

    @Test(arguments: [
        ("a\n\nb\nc\n", "a b\nc\n"), ("a\n\n.T\nb\n", nil), ("a\n\nimage::x[]\n\nb\n", nil), ("a\n\n\nb\n", "a b\n"),
    ])
    func paragraphsAreJoined(before: String, after: String?) {
        let document = Document(text: before)
        let found = document.nodes { $0.kind == .paragraph }
        #expect(document.text(after: try? document.join(found[0], with: found[1])) == after)
    }

    /// The first item or paragraph is split before its last `x`.
    @Test(arguments: [
        ("* a x\n** c\n* d\n", "* a\n* x\n** c\n* d\n"), ("    ** a x\n", "    ** a\n    ** x\n"),
        ("1. a x\n2. b\n", "1. a\n2. x\n3. b\n"),
        ("* a +\nx\n", "* a\n* x\n"), ("a x\nb\n", "a\n\nx\nb\n"), ("* [x] a x\n", "* [x] a\n* [ ] x\n"),
        ("* x\n", nil),
        ("* a\n\n* b x\n", nil), ("t:: a x\n", nil),
    ])
    func notesAreSplit(before: String, after: String?) throws {
        let document = Document(text: before)
        let node = try #require(document.nodes { $0.kind == .listItem || $0.kind == .paragraph }.first)
        let text = node.textRanges.flatMap { Array($0) }.last { document.source[$0] == UInt8(ascii: "x") }
        #expect(document.text(after: try? document.split(node, at: text ?? 0)) == after)
    }

    /// The first item or block goes to the end of the last section, or of the document.
    @Test(arguments: [
        ("* a\n* b\n", "* b\n* a\n"), ("* a\n** c\n\np\n", "p\n\n* a\n** c\n"), ("p\n\n* a\n", "* a\n\np\n"),
        ("== A\n\n* a\n\n== B\n", "== A\n\n== B\n\n* a\n"),
        ("== A\n\n* a\n\n== B\n\n* b\n", "== A\n\n== B\n\n* b\n* a\n"),
        ("== A\n\n** a\n\n== B\n\np\n", "== A\n\n== B\n\np\n\n* a\n"), ("* a\n\nifdef::x[]\n* b\n", nil),
        ("* a\n", "* a\n"),
    ])
    func notesGoToTheEnd(before: String, after: String?) throws {
        let document = Document(text: before)
        let node = try #require(document.nodes { $0.kind == .listItem || $0.kind == .paragraph }.first)
        let section = document.sections.last ?? document.root
        #expect(document.text(after: try? document.move(node, toEndOf: section)) == after)
    }

    @Test(arguments: [
        ("====\na\n====\n", "T", ".T\n====\na\n====\n"),
        (".S\n[NOTE]\n====\na\n====\n", "T", ".T\n[NOTE]\n====\na\n====\n"),
        ("[NOTE]\n====\na\n====\n", "T", ".T\n[NOTE]\n====\na\n====\n"), (".S\nimage::x[]\n", nil, "image::x[]\n"),
        ("* a\n+\n----\nb\n----\n", "T", "* a\n+\n.T\n----\nb\n----\n"), ("p\n", ".. T", ".{empty}.. T\np\n"),
        ("[a]\n.S\n----\nb\n----\n\n----\nc\n----\n", "T", "[a]\n.S\n----\nb\n----\n\n.T\n----\nc\n----\n"),
    ])
    func blocksHaveTitles(before: String, title: String?, after: String) throws {
        let document = Document(text: before)
        let blocks = document.nodes { node in
            node.kind.isBlock && !node.kind.isList && node.parent?.kind != .example
        }
        let node = try #require(blocks.last)
        #expect(document.text(after: try? document.setTitle(of: node, to: title)) == after)
    }

    @Test(arguments: [
        (".T\nimage::x[]\n", ".T\nimage::x[]\nimage::y[]\n"), (".T\nimage:x[]\n", ".T\nimage:x[]\nimage:y[]\n"),
        (".T\nimage::x[]\nimage::z[]", ".T\nimage::x[]\nimage::z[]\nimage::y[]\n"), ("image::x[]\n", nil),
        (".T\nimage::x[]\n\np\n", nil),
    ])
    func aPictureStandsUnderTheCaptionBefore(before: String, after: String?) throws {
        let document = Document(text: before)
        let edits = try document.append(image: "y", underCaptionAtEndOf: document.root)
        #expect(edits.flatMap { document.text(after: $0) } == after)
    }
}
