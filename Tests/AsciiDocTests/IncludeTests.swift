import Testing

@testable import AsciiDoc

@Suite("Included files")
struct IncludeTests {
    private static let file = """
        zero
        # tag::a[]
        one
        # tag::b[]
        two
        # end::b[]
        three
        # end::a[]
        four
        """

    @Test(
        "regions and ranges are taken as Asciidoctor takes them",
        arguments: [
            ("", "zero|# tag::a[]|one|# tag::b[]|two|# end::b[]|three|# end::a[]|four"), ("lines=1", "zero"),
            ("lines=1;3..4", "zero|one|# tag::b[]"), ("lines=8..-1", "# end::a[]|four"), ("lines=9..", "four"),
            ("tag=b", "two"), ("tag=a", "one|two|three"), ("tags=a;!b", "one|three"),
            ("tags=!b", "zero|one|three|four"),
            ("tags=**", "zero|one|two|three|four"), ("tags=*", "one|two|three"), ("tags=!*", "zero|four"),
            ("tag=missing", nil), ("lines=\"1,9\"", "zero|four"), ("lines=1,indent=2", "  zero"),
        ] as [(String, String?)])
    func takes(attributes: String, text: String?) throws {
        let source = "----\ninclude::x.txt[\(attributes)]\n----\n"
        let view = Document(parsing: Array(source.utf8)).semanticView { _ in Array(Self.file.utf8) }
        let listing = try #require(view.blocks.first { $0.context == .listing })
        #expect(listing.text == (text?.replacingOccurrences("|", "\n") ?? ""))
    }

    @Test("a file's own level offset ends with it")
    func offsets() {
        let source = "= T\n\n== A\n\ninclude::x.adoc[leveloffset=+1]\n\n== C\n"
        let view = Document(parsing: Array(source.utf8)).semanticView { _ in Array("= B\n\ntext\n".utf8) }
        #expect(
            view.blocks.filter { $0.context == .section }.map { "\($0.title ?? "") \($0.level ?? -1)" } == [
                "A 1", "B 1", "C 1",
            ])
    }
}

extension String {
    fileprivate func replacingOccurrences(_ sign: Character, _ other: Character) -> String {
        String(map { $0 == sign ? other : $0 })
    }
}
