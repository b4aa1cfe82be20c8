import AsciiDoc
import Testing

@testable import AsciiDocLint

@Suite struct DiagnosticTests {
    private func options(_ least: Diagnostic.Severity = .warning) -> DiagnosticOptions {
        var options = DiagnosticOptions(least: least)
        options.imageExists = { $0 == "images/there.jpg" }
        options.fileExists = { $0 == "there.adoc" }
        return options
    }

    private func rules(_ source: String, _ least: Diagnostic.Severity = .warning) -> [String] {
        Document(parsing: Array(source.utf8)).diagnostics(options(least)).map { "\($0.line):\($0.column) \($0.rule)" }
    }

    @Test(arguments: [
        ("= T\n\n----\nopen\n", ["3:1 unterminated-block"]), ("= T\n\n=== S\n\nx\n", ["3:1 section-level-skipped"]),
        ("para\n== S\n\nx\n", ["2:1 heading-is-text"]), ("para\n* a\n* b\n", ["2:1 list-is-text"]),
        ("= T\n\nx\n\n.Title\n", ["5:1 title-without-block"]),
        ("= T\n\n== S\n\nx\n\n[NOTE]\n", ["7:1 attributes-without-block"]),
        ("* a\n*** b\n", ["2:1 list-depth-skipped"]), ("[[a]]\nx\n\n[[a]]\ny\n", ["4:1 duplicate-anchor"]),
        ("= T\n:imagesdir: images\n\nimage:there.jpg[] image:gone.jpg[]\n", ["4:25 missing-image"]),
        ("= T\n\nété {gone} {empty} \\{kept} {x}\n\n:x: y\n", ["3:6 unknown-attribute", "3:29 unknown-attribute"]),
        ("= T\n\nThe set #{X Y}, #{X}, ${home} and `v1^{commit}`.\n", []),
        ("* a\n* \n* b\n", ["2:1 item-without-text"]), ("====\n== x\n====\n", ["2:1 heading-in-block"]),
        ("x\n\n= A\n", ["3:1 section-level-zero"]), ("[glossary]\n== G\n\n=== x\n", ["4:1 section-not-allowed"]),
        ("1. a\n3. b\n", ["2:1 item-number"]), ("----\nx <1>\n----\n<2> a\n", ["4:1 callout-number"]),
        ("----\nx <1>\n----\n<1> a\n<2> b\n", ["5:1 callout-without-mark"]),
        ("[cols=2*]\n|===\n|a\n|b\n|c\n|===\n", ["5:1 table-row-incomplete"]),
        ("[cols=2*]\n|===\n|a\n3+|b\n|c\n|===\n", ["3:1 table-row-incomplete", "5:1 table-cell-dropped"]),
        ("= T\n\nSee <<gone>>, <<S>>, <<_s>>.\n\n== S\n", ["3:7 unknown-reference"]),
        ("= T\n\nfootnote:x[]\n", ["3:1 unknown-footnote"]), ("endif::x[]\n", ["1:1 condition-unmatched"]),
        ("ifdef::x[]\n", ["1:1 condition-not-closed"]), ("ifdef::[]\n", ["1:1 directive-malformed"]),
        (
            "= T\n\ninclude::there.adoc[]\n\ninclude::gone.adoc[]\n\ninclude::z[opts=optional]\n",
            ["5:1 missing-include"]
        ),
        ("[quote#]\nx\n", ["1:1 shorthand-empty"]), ("[#a#b]\nx\n", ["1:1 several-identifiers"]),
        ("= T\n:doctype: book\n\n= P\n\nx\n", ["4:1 part-without-section"]),
        ("C++ and C++20\n", ["1:2 signs-vanish"]), ("* 2**3 and 4**5\n", ["1:4 signs-vanish"]),
        ("a\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", ["3:1 conflict-marker"]),
        ("----\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n----\n", []),
        ("// steno:ignore item-number\ntext\n", ["1:17 unused-suppression"]),
        ("[cols=1a]\n|===\n|\n* a\n*** b\n|===\n", ["5:1 list-depth-skipped"]),
        ("[cols=3*]\n|===\n|a |b |c\n\n2+|x\n|===\n", ["5:1 table-row-incomplete"]),
    ])
    func eachRuleFindsItsFault(source: String, found: [String]) {
        #expect(rules(source) == found)
    }

    @Test(arguments: [
        ("[tabs]\n====\nx\n====\n", ["2:1 unknown-style"]), ("tag::x[]\n", ["1:1 unknown-macro"]),
        ("footnoteref:[x,y]\n", ["1:1 footnoteref"]),
    ])
    func whatMayBeMeantIsNoted(source: String, found: [String]) {
        #expect(rules(source) == [])
        #expect(rules(source, .note) == found)
    }

    /// What a document includes, or what includes it, may set and define the rest.
    @Test(arguments: ["{gone}\n", "= T\n\ninclude::there.adoc[]\n\n{gone} <<gone>>\n", "image::gone.jpg[]\n"])
    func whatADocumentCannotKnowIsNoted(source: String) {
        #expect(rules(source) == [])
        #expect(rules(source, .note) != [])
    }

    @Test(arguments: [
        "= T\n:a: b\n\n{a}\n\n== S\n\n* a\n** b\n\n.T\n[NOTE]\n====\nx\n====\n\n----\n* x\n== y\n{z}\n----\n",
        "=== begins deep\n\nx\n", "ifdef::gone[]\n----\nendif::[]\nx\n", "term:: a\nlonger term::: b\n",
        "include::there.adoc[]\n== S\n\nx\n", "[source]\na\n== b\n* c\n", "[#a]\n[id=a]\nx\n",
        "// steno:ignore item-number\n1. a\n3. b\n", "para\n// steno:ignore heading-is-text\n== x\n",
        "= T\n\n// steno:ignore-file section-level-skipped\n=== S\n\nx\n", "// c\n\ninclude::there.adoc[]\n\n= T\n",
        "= T\n:idprefix:\n\n== Intro [[intro]]\n\nSee xref:LICENSE.txt[], xref:module:page.adoc[] and <<intro>>.\n",
        "C\\++ and C++20, un**bold text**able\n", "[source]\ninclude::there.adoc[]\n",
        "[discrete]\n= x\n", "|===\n|a |b\n\n|1\n|2\n|===\n", "[[a]]\n----\n[[a]]\n----\n",
    ])
    func soundDocumentsAreLeftAlone(source: String) {
        #expect(rules(source) == [])
    }

    @Test func whatWasWrittenIsNamed() {
        #expect(
            rules("ifdef::asciidoctor[para]\n* a\n\nifndef::x[* ]\n\ntext\\\n\n\\ifdef::y[]\n== h\n")
                == ["2:1 list-is-text", "9:1 heading-is-text"])
        #expect(
            rules("= T\n:leveloffset: 1\n\n=== S {gone}\n") == ["4:1 section-level-skipped", "4:8 unknown-attribute"])
    }

    @Test func bytesThatAreNotUTF8AreNamed() {
        let found = Document(parsing: Array("a\n".utf8) + [0xE9, 0x0A]).diagnostics()
        #expect(found.map(\.rule) == ["not-utf8"])
        #expect(found.first?.line == 2)
    }

    /// After the fixes, what they were for is gone, and nothing else is found.
    @Test(arguments: ["\n", "\r\n"]) func fixesPutRight(end: String) {
        let lines = [
            "= T", "", "para", "* a", "", "para", "== S", "", "* ", "", "1. x", "4. y", "", "----", "open", "",
        ]
        let (document, fixed) = Document(parsing: Array(lines.joined(separator: end).utf8)).fixed()
        #expect(
            fixed.map(\.rule) == [
                "list-is-text", "heading-is-text", "item-without-text", "item-number", "unterminated-block",
            ])
        let right = [
            "= T", "", "para", "", "* a", "", "para", "", "== S", "", "* {empty}", "", "1. x", "2. y", "", "----",
            "open",
            "----", "",
        ]
        #expect(String(decoding: document.source, as: UTF8.self) == right.joined(separator: end))
        #expect(document.diagnostics().isEmpty)
    }

    /// Every rule has one name, and says something.
    @Test func rulesAreNamed() {
        #expect(Set(DiagnosticRule.all.map(\.name)).count == DiagnosticRule.all.count)
        #expect(DiagnosticRule.filled("“%2” %1 100 %3 %", ["a", "b"]) == "“b” a 100 %3 %")
    }

    /// Neither depth nor size is a danger: 2,000 blocks in each other, and many findings in one line.
    @Test func deepAndLongDocumentsAreChecked() {
        let deep = (0..<2_000).map { String(repeating: "=", count: $0 + 4) }.joined(separator: "\n")
        #expect(Document(parsing: Array(deep.utf8)).diagnostics().count == 2_000)
        let long = "= T\n\n" + String(repeating: "{x} ", count: 100_000)
        #expect(Document(parsing: Array(long.utf8)).diagnostics().last?.column == 399_998)
    }
}
