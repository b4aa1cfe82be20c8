import AsciiDoc
import Testing

/// A typed text, where it is put, and what must be written.
struct EscapeRow: Sendable, CustomTestStringConvertible {
    let typed: String
    let context: EscapeContext
    let written: String

    init(_ context: EscapeContext, _ typed: String, _ written: String) {
        self.context = context
        self.typed = typed
        self.written = written
    }

    var testDescription: String { "\(context): \(typed)" }
}

@Suite("Escaping typed text")
struct EscapeTests {
    @Test("what would be structure is defused", arguments: structure)
    func defuses(row: EscapeRow) { #expect(escape(row.typed, for: row.context) == row.written) }

    @Test("what was escaped is not changed when it is escaped again", arguments: structure)
    func isIdempotent(row: EscapeRow) { #expect(escape(row.written, for: row.context) == row.written) }

    private static let structure: [EscapeRow] =
        [
            "* x", "- x", "** x", "• x", ". x", "1. x", "i) x", "IV) x", "A. Dupont", "1966. Le plan", "<1> x", "= x",
            "== x", "# x", "// x", "//x", "////", ":note: x", ":!x:", "[1]", "[Q1, a]", ".Title", "..x", "----",
            "====", "....", "++++", "|===", "'''", "---", "- - -", "<<<", "> x", "NOTE: x", "toc::[]", "image::x[]",
            "ifdef::x[]", "\\include::x[]", " indented", "+", "```swift",
        ].map { EscapeRow(.paragraph, $0, "{empty}" + $0) }
        + ["//", "----", "====", "~~~~", "^^^^", "+++", "[x]", "+", "ifdef::x[]"].map {
            EscapeRow(.paragraphContinuation, $0, "{empty}" + $0)
        }
        + ["* x", ". x", "1. x", "<1> x", "///", "----", "+"].map {
            EscapeRow(.listItemContinuation, $0, "{empty}" + $0)
        }
        + ["[ ] x", "[x] x", "[*] x"].map { EscapeRow(.listItem, $0, "{empty}" + $0) }
        + [
            EscapeRow(.paragraph, "foo:: bar", "foo{two-colons} bar"),
            EscapeRow(.paragraph, "foo::", "foo{two-colons}"),
            EscapeRow(.paragraph, "a\\:: b", "a\\:&#58; b"), EscapeRow(.paragraph, " :: b", "{empty} {two-colons} b"),
            EscapeRow(.paragraph, "foo;; x", "foo{two-semicolons} x"), EscapeRow(.paragraph, "foo +", "foo {plus}"),
            EscapeRow(.paragraphContinuation, "-- who", "{empty} -- who"),
            EscapeRow(.listItemContinuation, "foo:: bar", "foo{two-colons} bar"),
            EscapeRow(.listItem, "* *", "{empty}* *"), EscapeRow(.listItem, "", "{empty}"),
            EscapeRow(.listItem, "a +", "a {plus}"), EscapeRow(.listItem, "a + ", "a {plus} "),
            EscapeRow(.sectionTitle, "C ==", "C =={empty}"), EscapeRow(.sectionTitle, "C #", "C #{empty}"),
            EscapeRow(.sectionTitle, "", "{empty}"), EscapeRow(.blockTitle, "..foo", "{empty}..foo"),
            EscapeRow(.blockTitle, " foo", "{empty} foo"), EscapeRow(.tableCell, "a|b", "a\\|b"),
            EscapeRow(.tableCell, "plan a", "plan a{empty}"), EscapeRow(.tableCell, "===", "{empty}==="),
            EscapeRow(.attributeValue, "a \\", "a {backslash}"), EscapeRow(.attributeValue, "a +", "a {plus}"),
        ].filter { $0.context != .tableCell || !$0.written.contains("|") }

    @Test("what needs no help is not touched", arguments: plain)
    func leavesAlone(row: EscapeRow) { #expect(escape(row.typed, for: row.context) == row.written) }

    private static let plain: [EscapeRow] =
        [
            "", "word", "*bold* text", "_a_", "`code`", "#mark# x", "\"`q`\" x", "snake_case", "2 * 3", "std::vector",
            "a ; b", "-> x", "--x", "Mr. X", "1) x", "https://x.org[a]", "l'été", "e\u{301}té", "😀", "[x] y", "C++",
            "{empty}* x",
        ].filter { !$0.isEmpty }.map { EscapeRow(.paragraph, $0, $0) }
        + ["* x", "= x", ".T", ":a: b", "NOTE: x", "foo:: bar", " x"].map { EscapeRow(.paragraphContinuation, $0, $0) }
        + ["* x", "== x", ".T", "// c", "----", "foo:: bar", "NOTE: x", "1. x", "[[id]]x"].map {
            EscapeRow(.listItem, $0, $0)
        }
        + ["-> x", "*b* x", ".NET", "a - b"].map { EscapeRow(.listItemContinuation, $0, $0) }

    @Test("a combining mark behind a sign does not hide it")
    func readsScalars() { #expect(escape("*\u{301} x", for: .paragraph) == "*\u{301} x") }

    @Test("formatting behind a guard stays formatting")
    func keepsFormatting() {
        #expect(escape("[.lead]#a# [b]", for: .paragraph) == "pass:[][.lead]#a# [b]")
    }

    @Test("a row is defused where it would underline the line above")
    func underlines() {
        #expect(escape("----", for: .listItemContinuation, after: "* a long item") == "{empty}----")
        #expect(escape("~~~~", for: .listItemContinuation, after: "* a long item") == "~~~~")
        #expect(escape("~~~~", for: .listItemContinuation, after: "* a") == "{empty}~~~~")
    }

    @Test("line ends become blanks where the text is one line", arguments: EscapeContext.allCases)
    func joinsLines(context: EscapeContext) {
        let expected = context == .verbatim ? "a\n* bc" : "a * bc"
        #expect(escape("a\n* bc", for: context) == expected)
    }

    @Test("nothing is markup in literal text", arguments: literal)
    func literalText(typed: String, written: String) {
        #expect(escape(typed, for: .listItem, mode: .literal) == written)
    }

    private static let literal: [(String, String)] = [
        ("a *b* c", "a &#42;b* c"), ("snake_case", "snake_case"), ("a__b__c", "a_&#95;b_&#95;c"), ("2 * 3", "2 * 3"),
        ("C++ and C++", "C+&#43; and C+&#43;"), ("{lb}", "&#123;lb}"), ("{ x }", "{ x }"), ("<<a>>", "<&#60;a>>"),
        ("((x))", "(&#40;x))"), ("[[a]]x", "[&#91;a]]x"), ("a -> b", "a -&#62; b"), ("(C)", "(C&#41;"),
        ("l'été", "l&#39;été"), ("l’été", "l’été"), ("kbd:[X]", "kbd:&#91;X]"), ("&copy;", "&#38;copy;"),
        ("R&D", "R&D"), ("a...b", "a..&#46;b"), ("a -- b", "a -&#45; b"), ("\\*x", "&#92;&#42;x"),
    ]

    @Test("a listing's directives and callouts are text", arguments: listing)
    func verbatim(typed: String, written: String) { #expect(escape(typed, for: .verbatim) == written) }

    private static let listing: [(String, String)] = [
        ("include::x[]", "\\include::x[]"), ("ifdef::x", "ifdef::x"), ("x <1>", "x \\<1>"),
        ("x <1> <2>", "x \\<1> \\<2>"), ("<!--1-->", "\\<!--1-->"), ("*b* {empty} -> 'x'", "*b* {empty} -> 'x'"),
        ("a\ninclude::x[]\nb", "a\n\\include::x[]\nb"), ("----", "----"), (" include::x[]", " include::x[]"),
    ]
}
