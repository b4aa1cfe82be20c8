import AsciiDoc
import Foundation
import Notebook
import ShellInMemory
import Testing

@testable import Shell

/// Days of other years, continued: what was learned of them stays true.
@Suite struct ContinuedDayTests {
    private static let shared =
        ProcessInfo.processInfo.environment["STENO_SHARED"].map { URL(filePath: $0) }
        ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared").standardizedFileURL

    /// The days beside the project; none, with a message, where there are none.
    static let days: [URL] = {
        let folder = shared.appending(path: "days")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        if names.isEmpty { print("skipped: no days at \(folder.path())") }
        return names.filter { $0.hasSuffix(".adoc") }.sorted().map { folder.appending(path: $0) }
    }()

    /// Thirty notes of every kind.
    private static let notes = [
        "une note", "* deux", "** trois", "*** quatre", "** cinq", ". six", ". sept", "", "* huit", "+ suite",
        ":para Un paragraphe", ":para On a vu :", "* neuf", "** dix", ":tip Une astuce", ":note À noter",
        ":quote On est rien -- Yann", ":code swift", "let x = 1", ".", "* onze", ":image photo.jpg Une légende",
        ":image photo.jpg", "* douze", ":todo vérifier", "** treize", "@ada quatorze", ":section Questions",
        "* quinze", "** seize", ":block Démo", "texte", ".", ":in", "dix-sept", ":warning Attention", "* dix-huit",
        ":end 23h50", "Yann : dix-neuf", "t : vingt",
    ]

    @Test(arguments: days)
    func theLayoutIsTheSameAfterThirtyNotes(file: URL) throws {
        let bytes = Array(try Data(contentsOf: file))
        let test = try TestSession()
        test.days.files["notes/day.adoc"] = bytes
        _ = try test.session.open(path: "notes/day.adoc")
        let count = try test.session.day().day.slotCount
        if count == 0 { try test.type(":new Un exposé") } else { try test.type(":go \(count / 2 + 1)") }
        var taken = 0
        for line in Self.notes where test.refusal(of: line) == nil { taken += 1 }
        #expect(taken >= Self.notes.count - 2)
        let after = Document(parsing: try test.days.files["notes/day.adoc"].orThrow())
        let (old, new) = (Layout(learnedFrom: Document(parsing: bytes)), Layout(learnedFrom: after))
        #expect(new.slots == old.slots)
        #expect(new.parts == old.parts)
        #expect(new.heading == old.heading)
        #expect(new.speakers == old.speakers)
        #expect(new.abstract == old.abstract)
        #expect(new.notesSection == old.notesSection)
        #expect(new.image == old.image)
        #expect(new.admonition == old.admonition)
        #expect(new.bullets == old.bullets)
        #expect(new.style == old.style)
    }
}
