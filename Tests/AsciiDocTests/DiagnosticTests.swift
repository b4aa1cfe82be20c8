import Testing

@testable import AsciiDoc

@Suite struct DiagnosticTests {
    private func rules(_ source: String) -> [String] {
        Document(parsing: Array(source.utf8)).diagnostics { $0 == "images/there.jpg" }.map {
            "\($0.line):\($0.column) \($0.rule)"
        }
    }

    @Test(arguments: [
        ("= T\n\n----\nopen\n", ["3:1 unterminated-block"]), ("= T\n\n=== S\n\nx\n", ["3:1 section-level-skipped"]),
        ("para\n== S\n\nx\n", ["2:1 heading-is-text"]), ("para\n* a\n* b\n", ["2:1 list-is-text"]),
        ("x\n\n.Title\n", ["3:1 title-without-block"]), ("== S\n\nx\n\n[NOTE]\n", ["5:1 attributes-without-block"]),
        ("* a\n*** b\n", ["2:1 list-depth-skipped"]), ("[[a]]\nx\n\n[[a]]\ny\n", ["4:1 duplicate-anchor"]),
        (":imagesdir: images\n\nimage:there.jpg[] image:gone.jpg[]\n", ["3:25 missing-image"]),
        ("été {gone} {empty} \\{kept} {x}\n\n:x: y\n", ["1:6 unknown-attribute"]),
        ("* a\n* \n* b\n", ["2:1 item-without-text"]),
    ])
    func eachRuleFindsItsFault(source: String, found: [String]) {
        #expect(rules(source) == found)
    }

    @Test func soundDocumentsAreLeftAlone() {
        #expect(
            rules("= T\n:a: b\n\n{a}\n\n== S\n\n* a\n** b\n\n.T\n[NOTE]\n====\nx\n====\n\n----\n* x\n== y\n{z}\n----\n")
                == [])
    }

    @Test func bytesThatAreNotUTF8AreNamed() {
        let found = Document(parsing: Array("a\n".utf8) + [0xE9, 0x0A]).diagnostics()
        #expect(found.map(\.rule) == ["not-utf8"])
        #expect(found.first?.line == 2)
    }

    /// After the fixes, what they were for is gone, and nothing else is found.
    @Test func fixesPutRight() {
        let source = "= T\n\npara\n* a\n\npara\n== S\n\n* \n\n----\nopen\n"
        let (document, count) = Document(parsing: Array(source.utf8)).fixed()
        #expect(count == 4)
        #expect(
            String(decoding: document.source, as: UTF8.self)
                == "= T\n\npara\n\n* a\n\npara\n\n== S\n\n* {empty}\n\n----\nopen\n----\n")
        #expect(document.diagnostics().isEmpty)
    }
}
