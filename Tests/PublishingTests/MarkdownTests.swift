import AsciiDoc
import Notebook
import Publishing
import Testing

@Suite("Markdown")
struct MarkdownTests {
    private func markdown(_ source: String) -> Markdown { Markdown(Document(parsing: Array(source.utf8))) }

    @Test(
        "forms",
        arguments: [
            ("NOTE: read\n", "> [!NOTE]\n> read\n"), ("* [x] done\n* [ ] open\n", "- [x] done\n- [ ] open\n"),
            ("* a\n** b\n* c\n", "- a\n  - b\n- c\n"), ("a +\nb\n", "a\\\nb\n"),
            (".Slide\nimage::a b.png[]\n", "![a b](a%20b.png)\n\n_Figure 1. Slide_\n"),
            ("[source,swift]\n----\n```\n----\n", "````swift\n```\n````\n"),
            ("a footnote:[b].\n", "a [^1].\n\n[^1]: b\n"),
            ("|===\n|a|b\n\n|1|2\n|===\n", "| a | b |\n| --- | --- |\n| 1 | 2 |\n"),
            (
                "[cols=\"<1,2*^,.>3,>m\"]\n|===\n|a |b |c |d |e\n|===\n",
                "|  |  |  |  |  |\n| :-- | :-: | :-: | --- | --: |\n| a | b | c | d | `e` |\n"
            ),
            (#"|===\#n|`a\\\|b` `c\|d`\#n|===\#n"#, #"|  |\#n| --- |\#n| <code>a\\\\&#124;b</code> `c\|d` |\#n"#),
            ("icon:circle-o[] icon:x[alt=no]\n", "\\[circle o\\] \\[no\\]\n"),
            (
                "[[e]]term:: see <<e>> <<k>>\n\n[bibliography]\n* [[[k,Lovelace]]] Notes\n",
                #"- **<a id="e"></a>term**\\#n  see [term](#e) [\[Lovelace\]](#k)\#n\#n* \[<a id="k"></a>Lovelace\] Notes\#n"#
            ),
            ("== A\n\n<<_a>>\n", "## <a id=\"_a\"></a>A\n\n[A](#_a)\n"), ("l**'**x\n", "l<strong>'</strong>x\n"),
        ])
    func forms(source: String, expected: String) { #expect(markdown(source).text == expected) }

    @Test("what Markdown cannot say is named with its line")
    func losses() {
        let losses = markdown("a:: b\n\n<<<\n\nlink:javascript:x[y]\n\nimage::x.png[width=9]\n").losses
        #expect(losses.map(\.kind) == [.descriptionList, .pageBreak, .unsafeLink, .imageSize])
        #expect(losses.map(\.line) == [1, 3, 5, 7])
    }

    @Test("an address within brackets that are text")
    func bracketedAddress() { #expect(markdown("x [http://x.org?a=b]\n").text == "x \\[<http://x.org?a=b>\\]\n") }
}
