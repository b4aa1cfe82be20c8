import AsciiDoc
import Foundation
import Testing

@testable import AsciiDocASG

/// What texts show, beside what Asciidoctor 2.0.18 makes of them: each line is the smallest input of a difference that
/// files of public repositories had.
@Suite struct ShownTextTests {
    private static let texts: [(source: String, shown: String)] = [
        ("a <-> b <=> c", "a <→ b <⇒ c"),
        ("`http://<host>:<port>/x`", "<code><a>http://<host>:<port>/x</a></code>"),
        ("`\\https://<host>/x`", "<code>https://<host>/x</code>"),
        ("<https://a.org/b> c", "<a>https://a.org/b</a> c"),
        ("https://a.org[A]https://b[,]", "<a>A</a>https://b[,]"),
        ("https://a.org/raw[https://a.org/raw^]", "<a>https://a.org/raw</a>"),
        ("https://a.org[*b*,role=c]", "<a><strong>b</strong></a>"),
        ("x ```a``` b", "x <code><code>a</code></code> b"),
        ("***b***", "<strong><strong>b</strong></strong>"),
        (":d: pass:q[The `a`.]\n\n{d}", "The <code>a</code>."),
        (":d: pass:q,a[{e} *b*]\n:e: c\n\n{d}", "{e} <strong>b</strong>"),
        ("xref: xref:a[b]", "xref: <a>b</a>"),
        ("`\\{noop\\}`", "<code>{noop}</code>"),
        ("[x-]`{empty}` [x-]+{empty}a+", "<code>{empty}</code> <code>a</code>"),
        ("[.r]+*a*+", "<mark>*a*</mark>"),
        (":experimental:\n\n(\"icon:a[] > Save\")", "([menu])"),
        ("\"``a b``\"", "“`a b`”"),
        ("[subs=+quotes]\n----\n+-+ *b* +-+\n----", "+-+ <strong>b</strong> +-+"),
        ("----\n<a> <!--1-->\n----", "<a> <!--[callout]-->"),
        (":icons: font\n:a: b\n\nifndef::icons[{a}]", "b"),
        (":n: {counter:x}\n\n{n}\n\n:n: {counter:x}\n\n{n}", "1|2"),
        (":compat-mode:\n\nlink:a[role=b]", "<a>role=b</a>"),
        ("[abstract]\n_a_ b", "<em>a</em> b"),
    ]

    @Test(arguments: texts)
    func textsShowWhatAsciidoctorShows(_ source: String, _ shown: String) throws {
        let graph = try Tck.json(Document(parsing: Array(source.utf8)).asg())
        #expect(Self.texts(of: graph).joined(separator: "|") == shown, "\(source)")
    }

    /// The texts of a graph's blocks, in order, their inlines as tags.
    private static func texts(of json: Any) -> [String] {
        if let values = json as? [Any] { return values.flatMap { texts(of: $0) } }
        guard let object = json as? [String: Any] else { return [] }
        if let inlines = object["inlines"] as? [[String: Any]] { return [inlines.map(tagged).joined()] }
        return texts(of: object["blocks"] ?? [])
    }

    private static let tags = ["strong": "strong", "emphasis": "em", "code": "code", "mark": "mark"]

    private static func tagged(_ inline: [String: Any]) -> String {
        let name = inline["name"] as? String ?? ""
        if ["text", "raw", "charref"].contains(name) { return inline["value"] as? String ?? "" }
        let inside = (inline["inlines"] as? [[String: Any]] ?? []).map(tagged).joined()
        switch name {
        case "span":
            let tag = tags[inline["variant"] as? String ?? ""] ?? "?"
            return "<\(tag)>\(inside)</\(tag)>"
        case "ref": return "<a>\(inside)</a>"
        default: return "[\(name)]"
        }
    }

    private static let blocks: [(source: String, names: String)] = [
        // A comment stands between what is said about a block and the block.
        ("[NOTE]\n////\nc\n\n====\n////\n====\nx\n====", "admonition paragraph"),
        ("[[i]]\n////\nc\n////\n== T", "section"),
        (".T\n\n////\nc\n////\n\n* a", "list listItem"),
        ("[NOTE]\n////\nc", ""),
        ("* a\n+\n[NOTE]\n////\nc\n////\n====\nx\n====", "list listItem example paragraph"),
        // Markdown's quote holds blocks.
        ("> a", "quote paragraph"),
        ("|===\na|\n $ a\n|===", "table literal"),
    ]

    @Test(arguments: blocks)
    func blocksAreThoseOfAsciidoctor(_ source: String, _ names: String) throws {
        let graph = try Tck.json(Document(parsing: Array(source.utf8)).asg())
        #expect(Self.names(in: graph).joined(separator: " ") == names, "\(source)")
    }

    private static func names(in json: Any) -> [String] {
        if let values = json as? [Any] { return values.flatMap { names(in: $0) } }
        guard let object = json as? [String: Any], let name = object["name"] as? String else { return [] }
        let own = ["document", "tableRow", "tableCell"].contains(name) ? [] : [name]
        return own + ["blocks", "items", "rows", "cells"].flatMap { names(in: object[$0] ?? []) }
    }

    private static let headers: [(line: String, fields: [String?])] = [
        ("v1.0, 2024-05-24: first", ["1.0", "2024-05-24", "first"]),
        ("1.0,", ["1.0", nil, nil]), ("2024", [nil, "2024", nil]), ("v2", ["2", nil, nil]),
        ("LPR55, {docdate}: A: B", ["55", "{docdate}", "A: B"]),
        ("if required, you can: not", ["", "you can", "not"]),
        ("{brandname} in a project:", [nil, "{brandname} in a project", ""]),
        ("see https://a.org/, including", ["", "including", nil]),
        ("{revnumber}, {revdate}", ["{revnumber}", "{revdate}", nil]),
    ]

    @Test(arguments: headers)
    func revisionLinesAreReadAsByAsciidoctor(_ line: String, _ fields: [String?]) {
        let revision = RevisionLine(line)
        #expect([revision.number, revision.date, revision.remark] == fields, "\(line)")
    }

    @Test(arguments: [
        ("James R. Perkins <a@b.org>; Ana_Maria Li", ["James R. Perkins <a@b.org>", "Ana Maria Li <>"]),
        ("Hazelcast does not use these;it manages its own", ["Hazelcast does not use these;it manages its own <>"]),
        ("DNS_PING queries many servers to discover", ["DNS_PING queries many servers to discover <>"]),
    ])
    func authorLinesAreReadAsByAsciidoctor(_ line: String, _ authors: [String]) {
        let found = AsgAuthor.authors(in: line).map { "\($0.fullName) <\($0.address ?? "")>" }
        #expect(found == authors)
    }
}
