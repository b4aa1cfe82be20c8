import Notebook
import Testing

@Suite("What an export is given")
struct ExportRequestTests {
    @Test("words in any order")
    func words() throws {
        let request = try ExportRequest(words: ["html", "~/partage/", "slot", "3", "md"], overwrites: true)
        #expect(request.formats == [.html, .md])
        #expect(request.path == "~/partage/")
        #expect(request.part == .slot(3))
        #expect(request.overwrites)
    }

    @Test("nothing: the forms that were used last, of the whole day")
    func nothing() throws {
        let request = try ExportRequest(words: [])
        #expect(request.formats.isEmpty && request.path == nil && request.part == .day)
    }

    @Test("slot without a number is the one where the writer stands; a path after it stays one")
    func currentSlot() throws {
        #expect(try ExportRequest(words: ["md", "slot"]).part == .currentSlot)
        #expect(try ExportRequest(words: ["slot", "2026.md"]).path == "2026.md")
        #expect(try ExportRequest(words: ["md", "slot", "--clipboard"]).isForClipboard)
    }

    @Test("a file's name says its form")
    func formatOfPath() throws {
        #expect(try ExportRequest(words: ["jour.md"]).formats == [.md])
        #expect(try ExportRequest(words: ["jour.xml"]).formats == [.docbook])
        #expect(try ExportRequest(words: ["pdf", "jour.v2"]).formats == [.pdf])
    }

    @Test(
        "what is no request is named",
        arguments: [
            (["doc"], ExportRequest.Refusal.unknownWord("doc")), (["a/", "b/"], .secondPath("b/")),
            (["day", "part"], .secondPart("part")), (["slot", "0"], .notASlot("0")), (["slot", "-1"], .notASlot("-1")),
            (["slot", "99999999999999999999"], .notASlot("99999999999999999999")),
            (["html", "x.md"], .otherFormat(path: "x.md", format: .md)),
            (["x.docx"], .unknownFormat(path: "x.docx")), (["pdf", "--clipboard"], .notForClipboard),
            (["md", "x/", "--clipboard"], .notForClipboard),
        ])
    func refusals(words: [String], refusal: ExportRequest.Refusal) {
        #expect(throws: refusal) { try ExportRequest(words: words) }
    }
}
