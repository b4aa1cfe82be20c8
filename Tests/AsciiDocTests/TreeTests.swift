import Testing

@testable import AsciiDoc

/// The blocks that Asciidoctor finds, as `asciidoctor-behaviour.txt` has them.
@Suite struct TreeTests {
    @Test(arguments: [
        ("* a\n\n* b\n", "ul(li li)"), ("* a\n** b\n* c\n", "ul(li(ul(li)) li)"), ("- a\n\n* b\n", "ul(li(ul(li)))"),
        ("* a\n\n. b\n\n* c\n", "ul(li(ol(li)) li)"), ("* a\n\n//-\n\n* b\n", "ul(li) ul(li)"),
        ("* a\n// c\n* b\n", "ul(li li)"), ("* a\n\npara\n\n* b\n", "ul(li) p ul(li)"),
        ("* a\npara\n* b\n", "ul(li li)"),
        ("* a\n\n    para\n\n* b\n", "ul(li(literal) li)"), ("* a\n+\npara\n\n* b\n", "ul(li(p) li)"),
        ("* a\n+\npara\n+\npara2\n\n* b\n", "ul(li(p p) li)"), ("* a\n** b\n\n+\npara\n\n* c\n", "ul(li(ul(li) p) li)"),
        ("* a\n\n[NOTE]\n====\nx\n====\n\n* b\n", "ul(li) example(p) ul(li)"),
        ("* a\n[NOTE]\n====\nx\n====\n* b\n", "ul(li) example(p) ul(li)"),
        ("* a\n+\n[NOTE]\n====\nx\n====\n* b\n", "ul(li(example(p)) li)"),
        ("* a\n----\nx\n----\n* b\n", "section(p listing)"), ("* a\n\n----\nx\n----\n\n* b\n", "ul(li) listing ul(li)"),
        ("* a\n\n== S\n\nx\n", "ul(li) section(p)"), ("* a\n== S\n\nx\n", "ul(li) p"), ("para\n== S\n", "p"),
        ("* a\n*** b\n** c\n* d\n", "ul(li(ul(li(ul(li)))) li)"), ("** a\n* b\n", "ul(li(ul(li)))"), ("*a\n", "p"),
        ("para\n* a\n", "p"), ("para\n\n* a\n", "p ul(li)"), (". a\n.. b\n. c\n", "ol(li(ol(li)) li)"),
        ("----\na\n-----\nb\n----\n\nafter\n", "listing p"), ("====\nx\n====\ny\n====\n", "example(p) p example"),
        ("=====\n----\n====\n----\n=====\n\nafter\n", "example(listing) p"),
        ("--\nx\n--\n\n--\ny\n--\n", "open(p) open(p)"),
        ("Title\n-----\n\nx\n", "section(p)"), (".T\nimage:x.jpg[]\n\n* b\n", "p ul(li)"),
        ("image::x.jpg[]\n", "macro"),
        ("a:: b\n\nc\n", "dl(li) p"), ("* a\n** b\n*** c\n\n+\npara\n", "ul(li(ul(li(ul(li))) p))"),
        ("* a\n** b\n\n+\np\n** c\n\n+\np\n* d\n", "ul(li(ul(li(p) li) p) li)"),
        ("* a\n** b\n\n+\np\n+\nq\n", "ul(li(ul(li) p p))"), ("* a\n+\n\n\np\n", "ul(li) p"),
        (". a\n+\n    - b\n+\np\n", "ol(li(ul(li) p))"),
        (". a\n+\n----\n----\n<1> c\n+\np\n", "ol(li(listing cl(li) p))"),
        ("* a\n+\nt:: u\n\nNOTE: x\n\np\n", "ul(li(dl(li) p)) p"), ("* a\n+\n== b\nc\n", "ul(li(p))"),
        ("[source]\n---\n----\n---\n\np\n", "p p"), ("i) a\n\nii) b\n", "ol(li li)"), (" c) a\n", "literal"),
        ("'''\n\n<<<\n", "break page"),
    ])
    func blocksAreThoseOfAsciidoctor(source: String, outline: String) {
        #expect(Document(parsing: Array(source.utf8)).outline == outline, "\(source.debugDescription)")
    }

    @Test func theReferenceDayIsReadAsItWasWritten() throws {
        let document = Document(parsing: try Fixture.referenceDay)
        let sections = document.root.children.filter { $0.kind == .section }
        #expect(sections.count == 16)
        let talk = try #require(sections.first { document.text($0.first(.heading)).hasPrefix("09h40") })
        let list = try #require(talk.children.first { $0.kind == .unorderedList })
        #expect(list.children.filter { $0.kind == .listItem }.count == 11)
        let abstract = try #require(talk.children.first { $0.kind == .listing })
        #expect(abstract.title.map { document.source[$0].elementsEqual("Abstract".utf8) } == true)
        #expect(abstract.isTerminated)
    }
}

extension Document {
    fileprivate func text(_ node: Node?) -> String {
        node.map { String(decoding: source[$0.contentRange], as: UTF8.self) } ?? ""
    }
}

extension Node {
    fileprivate func first(_ kind: NodeKind) -> Node? { children.first { $0.kind == kind } }
}
