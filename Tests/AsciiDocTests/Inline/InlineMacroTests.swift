import AsciiDoc
import Testing

@Suite("Macros, references and replacements")
struct InlineMacroTests {
    @Test("each is found, with its target", arguments: rows)
    func finds(text: String, found: String) { #expect(Self.describe(text) == found) }

    private static let rows: [(String, String)] = [
        ("see https://x.org/a, b", "link https://x.org/a"), ("(https://x.org).", "link https://x.org"),
        ("https://x.org[an *x*]", "link https://x.org"), ("link:a.pdf[x]", "link a.pdf"),
        ("\\https://x.org", "escape"), ("a@b.org", "email a@b.org"), ("mailto:a@b.org[x]", "mailto a@b.org"),
        ("<<a,b>>", "crossReference a"), ("xref:a.adoc#b[c]", "crossReference a.adoc#b"),
        ("[[a]]b", "anchor a"), ("a footnote:[b] c", "footnote"), ("image:a b.jpg[c]", "image a b.jpg"),
        ("icon:x[]", "icon x"), ("((a)) b", "indexTerm"), ("(((a,b))) c", "hiddenIndexTerm"),
        ("{name} \\{name}", "attributeReference name, escape"), ("l'été", "characterReplacement"),
        ("a -> b -- c...", "characterReplacement, characterReplacement, characterReplacement"),
        ("&copy; & &#169;", "characterReference, characterReference"), ("a +\nb", "lineBreak"),
        ("link: foo link:x[y]", "link x"), ("kbd:[F1]", ""), ("+https://x.org+", "passthrough"),
    ]

    @Test("macros of user interfaces need :experimental:")
    func readsInterfaceMacros() {
        let text = "kbd:[F1] btn:[OK] menu:File[Save]"
        #expect(Self.describe(text, ["experimental": ""]) == "keyboard, button, menu File")
    }

    private static func describe(_ text: String, _ attributes: [String: String] = [:]) -> String {
        let source = Array(text.utf8)
        let inlines = parseInlines(source, in: 0..<source.count, attributes: attributes)
        return inlines.filter { $0.kind != .text }.map { inline in
            let target = inline.target.map { String(decoding: source[$0], as: UTF8.self) } ?? ""
            return target.isEmpty ? inline.kind.rawValue : "\(inline.kind.rawValue) \(target)"
        }.joined(separator: ", ")
    }

    @Test(
        "openings without an end take linear time",
        arguments: ["xref:a ", "image:a", "[[a,", "((", "<<a", "https://", "a@b.", "footnote:", "--", "{a", "&a"])
    func isLinear(opening: String) {
        let text = Array(String(repeating: opening, count: 20_000).utf8)
        #expect(!parseInlines(text, in: 0..<text.count).isEmpty)
    }
}
