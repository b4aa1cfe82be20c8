import AsciiDoc
import Foundation
import Testing

@testable import AsciiDocASG

/// The graph of single constructs, without locations but where they are what is tested.
@Suite struct AsgTests {
    /// JSON with members sorted, without locations and types.
    private func graph(_ source: String, inline: Bool = false, locations: Bool = false) throws -> String {
        let document = Document(parsing: Array(source.utf8))
        let json = try Tck.json(inline ? document.inlineAsg() : document.asg())
        let data = try JSONSerialization.data(
            withJSONObject: Self.stripped(json, locations), options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private static func stripped(_ json: Any, _ locations: Bool) -> Any {
        if let values = json as? [Any] { return values.map { stripped($0, locations) } }
        guard let object = json as? [String: Any] else { return json }
        let places = object["location"] as? [[String: Int]] ?? []
        var kept = object.filter { $0.key != "location" && $0.key != "type" }.mapValues { stripped($0, locations) }
        if locations, !places.isEmpty {
            kept["at"] = places.map { "\($0["line"] ?? 0):\($0["col"] ?? 0)" }.joined(separator: "-")
        }
        return kept
    }

    private func block(_ source: String) throws -> String {
        let whole = try graph(source)
        return String(whole.dropFirst(#"{"blocks":["#.count).dropLast(#"],"name":"document"}"#.count))
    }

    private static let inlineForms: [(String, String)] = [
        ("*a*", #"{"form":"constrained","inlines":[{"name":"text","value":"a"}],"name":"span","variant":"strong"}"#),
        (
            "**a**",
            #"{"form":"unconstrained","inlines":[{"name":"text","value":"a"}],"name":"span","variant":"strong"}"#
        ),
        ("_a_", #"{"form":"constrained","inlines":[{"name":"text","value":"a"}],"name":"span","variant":"emphasis"}"#),
        ("`a`", #"{"form":"constrained","inlines":[{"name":"text","value":"a"}],"name":"span","variant":"code"}"#),
        (
            "[#i.r.s]#a#",
            #"{"form":"constrained","id":"i","inlines":[{"name":"text","value":"a"}],"name":"span","roles":["r","s"],"#
                + #""variant":"mark"}"#
        ),
        ("\\*a* {empty}(C)", #"{"name":"text","value":"*a* ©"}"#), ("+*a*+", #"{"name":"text","value":"*a*"}"#),
        (
            "pass:q[*b* <u>]",
            #"{"form":"constrained","inlines":[{"name":"text","value":"b"}],"name":"span","variant":"strong"},"#
                + #"{"name":"raw","value":" <u>"}"#
        ),
        ("+++<b>+++", #"{"name":"raw","value":"<b>"}"#), ("&copy;", #"{"name":"charref","value":"&copy;"}"#),
        (
            "https://a.org[b]",
            #"{"inlines":[{"name":"text","value":"b"}],"name":"ref","target":"https://a.org","variant":"link"}"#
        ),
        (
            "link:a[*b*,role=r,window=_blank] mailto:c[d^]",
            #"{"inlines":[{"form":"constrained","inlines":[{"name":"text","value":"b"}],"name":"span","#
                + #""variant":"strong"}],"name":"ref","roles":["r"],"target":"a","variant":"link"},"#
                + #"{"name":"text","value":" "},"#
                + #"{"inlines":[{"name":"text","value":"d"}],"name":"ref","target":"mailto:c","variant":"link"}"#
        ),
        ("<<i,b>>", #"{"inlines":[{"name":"text","value":"b"}],"name":"ref","target":"i","variant":"xref"}"#),
        (
            "a@b.org",
            #"{"inlines":[{"name":"text","value":"a@b.org"}],"name":"ref","target":"mailto:a@b.org","variant":"link"}"#
        ),
    ]

    @Test(arguments: inlineForms)
    func inlines(source: String, expected: String) throws {
        #expect(try graph(source, inline: true) == "[\(expected)]")
    }

    private static let blockForms: [(String, String)] = [
        (
            "[#i.r1.r2%o,k=v]\npara\n",
            ##"{"id":"i","inlines":[{"name":"text","value":"para"}],"metadata":{"attributes":{"$1":"#i.r1.r2%o","k":"v"},"##
                + #""options":["o"],"roles":["r1","r2"]},"name":"paragraph"}"#
        ),
        (
            "[[i,T]]\n'''\n",
            #"{"id":"i","metadata":{},"name":"break","reftext":[{"name":"text","value":"T"}],"variant":"thematic"}"#
        ),
        (
            "image::a.png[Alt,opts=x]\n",
            #"{"form":"macro","metadata":{"attributes":{"$1":"Alt","alt":"Alt","opts":"x"},"options":["x"]},"#
                + #""name":"image","target":"a.png"}"#
        ),
        (
            "a::\nb:: c\n",
            #"{"items":[{"marker":"::","name":"dlistItem","principal":[{"name":"text","value":"c"}],"#
                + #""terms":[[{"name":"text","value":"a"}],[{"name":"text","value":"b"}]]}],"marker":"::","name":"dlist"}"#
        ),
        (
            "* [x] a\n",
            #"{"items":[{"marker":"*","metadata":{"attributes":{"checkbox":"","checked":""}},"name":"listItem","#
                + #""principal":[{"name":"text","value":"a"}]}],"marker":"*","name":"list","variant":"unordered"}"#
        ),
        (
            "----\nx <1>\n----\n",
            #"{"delimiter":"----","form":"delimited","inlines":[{"name":"text","value":"x "},"#
                + #"{"name":"callout","target":"1","value":"1"}],"name":"listing"}"#
        ),
        (
            "```ruby\nx\n```\n",
            #"{"delimiter":"```","form":"delimited","inlines":[{"name":"text","value":"x"}],"#
                + #""metadata":{"attributes":{"style":"source"}},"name":"listing"}"#
        ),
    ]

    @Test(arguments: blockForms)
    func blocks(source: String, expected: String) throws {
        #expect(try block(source) == expected)
    }

    @Test(arguments: [
        ("été *é*\n", ["1:1-1:7", "1:1-1:4", "1:6-1:6", "1:5-1:7"]),
        ("= T\n\nifdef::no[]\n\nx\nendif::[]\n\ny\n", ["1:1-1:3", "1:3-1:3", "8:1-8:1", "8:1-8:1"]),
        (":a:\n\nifdef::a[see *this*]\n", ["1:1-1:3", "3:10-3:19", "3:10-3:13", "3:15-3:18", "3:14-3:19"]),
        (":leveloffset: 1\n\n= S\n", ["1:1-1:15", "3:1-3:3", "3:3-3:3"]),
    ])
    func locationsAreOfTheFile(source: String, expected: [String]) throws {
        let found = try graph(source, locations: true)
        for place in expected { #expect(found.contains("\"at\":\"\(place)\""), "\(place) in \(found)") }
    }

    @Test func theHeaderNamesAuthorsAndRevision() throws {
        let found = try graph("= T\nA B_C <a@b.org>; D E F\nv1.2, today: note\n:x: a \\\n  b\n:!y:\n\n{author} {x}\n")
        #expect(
            found.contains(#""attributes":{"revdate":"today","revnumber":"1.2","revremark":"note","x":"a b","y":null}"#)
        )
        #expect(
            found.contains(
                #"{"address":"a@b.org","firstname":"A","fullname":"A B C","initials":"AB","lastname":"B C"}"#))
        #expect(
            found.contains(#"{"firstname":"D","fullname":"D E F","initials":"DEF","lastname":"F","middlename":"E"}"#))
        #expect(found.contains(#""value":"A B C a b""#))
    }

    @Test func attributesAreThoseOfTheirPlace() throws {
        let found = try graph(":a: 1\n\n{a}\n\n:a: 2\n\n{a}\n")
        #expect(found.contains(#""value":"1""#) && found.contains(#""value":"2""#))
    }

    @Test func valuesMadeOfValuesAreBounded() {
        let entries = (1...40).map { ":a\($0): {a\($0 - 1)}{a\($0 - 1)}\n" }.joined()
        let json = Document(parsing: Array((":a0: é\n" + entries + "\n{a40}\n").utf8)).asg()
        #expect(json.count < 200_000)
    }

    @Test func cellsHaveTheirTextAndPlace() throws {
        let source = "[cols=\"1,a\"]\n|===\n2+|x\\|y\n\n.2+s|c\nd |* i\n|e _f_\n|===\n"
        let blocks = Document(parsing: Array(source.utf8)).semanticView().blocks
        let cells = try #require(blocks.last?.cells)
        #expect(cells.map { $0.map(\.text) } == [["x|y"], ["c\nd", "* i"], ["e _f_"]])
        #expect(cells.map { $0.map(\.columnSpan) } == [[2], [1, 1], [1]])
        #expect(cells[1].map(\.rowSpan) == [2, 1])
        #expect(cells[1].map(\.style) == ["s", "a"])
        let json = try graph(source, locations: true)
        for place in ["3:4-3:7", "5:6-6:1", "6:6-6:6", "7:2-7:6", "7:5-7:5"] {
            #expect(json.contains(place), "\(place)")
        }
    }

    @Test func quotedFieldsAreCells() throws {
        let source = ",===\na,\"b \"\"q\"\"\nc\",d\n,===\n"
        let cells = try #require(Document(parsing: Array(source.utf8)).semanticView().blocks.last?.cells)
        #expect(cells.map { $0.map(\.text) } == [["a", "b \"q\"\nc", "d"]])
    }

    @Test func repeatedCellsAreBounded() {
        let source =
            "[cols=\"" + String(repeating: "9999*,", count: 100) + "1\"]\n|===\n"
            + String(repeating: "9999*|x\n", count: 1_000) + "|===\n"
        let blocks = Document(parsing: Array(source.utf8)).semanticView().blocks
        #expect((blocks.last?.cells ?? []).reduce(0) { $0 + $1.count } <= 101_000)
    }

    /// A cell of tables in cells of tables: deeper ones are text.
    @Test func nestedCellsAreBounded() {
        let source = String(repeating: "[cols=a,separator=x]\n|===\nx", count: 300)
        #expect(Document(parsing: Array(source.utf8)).asg().count < 1_000_000)
    }

    @Test func aValueThatNamesItselfIsText() throws {
        #expect(try graph(":v: pass:a[{v}]\n\n{v}\n").contains(##""value":"{v}""##))
    }

    /// Brackets are counted: a parser of JSON would overflow where ours must not.
    @Test func deepNestingDoesNotOverflow() {
        let delimiters = (4..<1_004).flatMap { length in ["=", "*", "_"].map { String(repeating: $0, count: length) } }
        let blocks = delimiters.joined(separator: "\n") + "\nx\n"
        let lists = (1...1_000).map { String(repeating: "*", count: $0) + " a\n" }.joined()
        let terms = (1...3_000).map { "a\(String(repeating: ":", count: $0 % 3 + 2)) b\n+\n--\nc\n" }.joined()
        for source in [blocks, lists, terms] {
            let json = Document(parsing: Array(source.utf8)).asg()
            #expect(json.count { $0 == UInt8(ascii: "{") } == json.count { $0 == UInt8(ascii: "}") })
            #expect(json.count > source.utf8.count)
        }
    }

    @Test func anyBytesGiveJSON() throws {
        for source in Fixture.odd + [
            Array("a\u{1}\"\\\t\u{7F}\u{2028}".utf8), [0x61, 0xFF, 0x20, 0x2A, 0xE9, 0x2A],
        ] {
            #expect(throws: Never.self) { try Tck.json(Document(parsing: source).asg()) }
            #expect(throws: Never.self) { try Tck.json(Document(parsing: source).inlineAsg()) }
        }
    }
}
