import AsciiDoc
import Testing

@Suite("Inline structure")
struct InlineTests {
    @Test("formats are found where Asciidoctor finds them", arguments: rows)
    func finds(text: String, dump: String) { #expect(InlineDump(text).text == dump) }

    private static let rows: [(String, String)] = [
        ("a *b* c", "a strong(b) c"), ("snake_case_x", "snake_case_x"), ("a**b**c", "astrong(b)c"),
        ("*a _b_ c*", "strong(a emphasis(b) c)"), ("\\*a*", "*a*"), ("*a", "*a"), ("* a *", "* a *"),
        ("[.r]#x# y", "unquoted(x) y"), ("#x#", "mark(x)"), ("`c` d", "monospace(c) d"),
        ("H~2~O x^2^", "Hsubscript(2)O xsuperscript(2)"),
        ("\"`q`\" '`s`'", "doubleQuoted(q) singleQuoted(s)"), ("+*x*+", "*x*"), ("a ++*x*++ b", "a *x* b"),
        ("pass:[*x*] _y_", "*x* emphasis(y)"), ("C++ and C++", "C and C"), ("été*x*", "été*x*"),
        ("see {name} x", "see attributeReference(name) x"), ("a https://x.org/a_b. c", "a link(https://x.org/a_b). c"),
        ("https://x.org[a *b*]", "link(a strong(b))"), ("link:x[y] mailto:a@b.c[z]", "link(y) mailto(z)"),
        ("<<a,b>> xref:c[d]", "crossReference(b) crossReference(d)"), ("[[id]]x anchor:y[]", "anchor()x anchor()"),
        ("((t)) image:a b.png[x]", "indexTerm(t) image(x)"), ("a footnote:[see *b*]", "a footnote(see strong(b))"),
        ("kbd:[Ctrl+C] btn:[OK] menu:File[Save]", "keyboard(Ctrl+C) button(OK) menu(Save)"),
        ("a +\nb", "alineBreak( +\n)b"), ("\\<<a>>", "<<a>>"), ("stem:[x]", "stem(x)"), ("a < b << c", "a < b << c"),
        ("(https://x.org)", "(link(https://x.org))"), ("image: x[y]", "image: x[y]"),
        ("«*x*»", "«strong(x)»"),
    ]

    @Test("the inlines cover the text", arguments: ["", "a", "*a _b* c_", "[x]#a# +b+ \\*c* ~d~", "**", "*é*\n_x"])
    func covers(text: String) {
        let source = Array(("before " + text + " after").utf8)
        let range = 7..<7 + text.utf8.count
        var position = range.lowerBound
        for inline in parseInlines(source, in: range) {
            #expect(inline.range.lowerBound == position)
            position = inline.range.upperBound
        }
        #expect(position == range.upperBound)
    }

    @Test(
        "signs without partners take linear time",
        arguments: [
            "*a ", "+a ", "[", "pass:[", "__", "`", "~a", "[x]#", "<<a", "((", "xref:a ", "{a", "https://x[",
            "(https://x", "[[a",
        ])
    func isLinear(sign: String) {
        let text = Array(String(repeating: sign, count: 2_000).utf8)
        #expect(!parseInlines(text, in: 0..<text.count).isEmpty)
    }
}
