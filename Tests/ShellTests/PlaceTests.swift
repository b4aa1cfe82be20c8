import Notebook
import Shell
import ShellInMemory
import Testing

/// What the prompt shows is where Enter writes.
@Suite struct PlaceTests {
    private static let day = """
        = Salon

        == 9h00 - Un

        By Ada Lovelace

        * a

        === Questions

        * q

        == 10h00 - Deux

        .Abstract
        ----
        Ce qui vient.
        ----

        === Architecture

        * b

        === Bilan

        * c

        == 11h00 - Trois

        === Abstract

        Ce qui vient.

        === Notes

        * d

        ==== Détail

        * e

        == 14h00 - Quatre

        * f

        === Questions

        * g

        """

    /// Lines, each with what the prompt shows then, and the heading that the next note goes below.
    private static let ways: [(String, prompt: String, heading: String)] = [
        (":go 1", "09h00 Un", "9h00 - Un"), (":go questions", "09h00 Questions", "Questions"),
        (":go 9h00", "09h00 Un", "9h00 - Un"), (":go -", "09h00 Questions", "Questions"),
        (":go un", "09h00 Un", "9h00 - Un"), (":go 10h", "10h00 Bilan", "Bilan"),
        (":go architecture", "10h00 Architecture", "Architecture"), (":go deux", "10h00 Bilan", "Bilan"),
        (":go 11h", "11h00 Trois", "Notes"), (":go détail", "11h00 Détail", "Détail"),
        (":go 3", "11h00 Trois", "Notes"), (":go 14h00", "14h00 Quatre", "14h00 - Quatre"),
        (":go questions", "14h00 Questions", "Questions"), (":title Cinq", "14h00 Questions", "Questions"),
        (":undo 2", "14h00 Questions", "Questions"), (":go #4", "14h00 Quatre", "14h00 - Quatre"),
        (":section Encore", "14h00 Encore", "Encore"), (":undo 2", "14h00 Questions", "Questions"),
        (":go 4", "14h00 Quatre", "14h00 - Quatre"),
        (":by Ada Lovelace", "14h00 Quatre", "14h00 - Quatre"), (":join", "14h00 Quatre", "14h00 - Quatre"),
        (":go 9h", "09h00 Un", "9h00 - Un"), (":delete", "09h00 Un", "9h00 - Un"),
        (":fix q/r", "09h00 Un", "9h00 - Un"), (":undo", "09h00 Un", "9h00 - Un"),
    ]

    @Test func theNextNoteGoesBelowTheHeadingThatThePromptShows() throws {
        let test = try open()
        for (number, way) in Self.ways.enumerated() {
            try test.type(way.0)
            let prompt = Prompt(test.session).text(columns: 80)
            #expect(prompt.hasPrefix(way.prompt + " *"), "\(way.0): \(prompt)")
            try test.type("* note\(number).")
            #expect(heading(above: "* note\(number).", in: test) == way.heading, "\(way.0)")
        }
    }

    /// Nobody said where: a day goes on at its end.
    @Test func aDayThatIsOpenedGoesOnAtItsEnd() throws {
        let test = try open()
        #expect(Prompt(test.session).text(columns: 80).hasPrefix("14h00 Questions"))
        try test.type("* fin")
        #expect(text(test).hasSuffix("* g\n* fin\n"))
    }

    @Test func theLastNoteIsTheOneBeforeTheCursor() throws {
        let test = try open()
        try test.type(":go 10h", ":edit C", ":go architecture", ":edit B", ":move #2 to 1")
        #expect(text(test).contains("* a\n* C\n\n=== Questions\n\n* q\n"))
        #expect(text(test).contains("=== Architecture\n\n* B\n"))
        try test.type(":go 1", ":delete")
        #expect(text(test).contains("* a\n\n=== Questions\n\n* q\n"))
    }

    private func text(_ test: TestSession) -> String {
        String(decoding: test.days.files.values.first ?? [], as: UTF8.self)
    }

    private func heading(above note: String, in test: TestSession) -> String? {
        let lines = text(test).split(separator: "\n").map(String.init)
        let above = lines[..<(lines.firstIndex { $0.hasSuffix(note) } ?? 0)]
        return above.last { $0.hasPrefix("==") }.map { String($0.drop { $0 == "=" }.dropFirst()) }
    }

    private func open() throws -> TestSession {
        let test = try TestSession()
        test.days.files["20220524_salon.adoc"] = Array(Self.day.utf8)
        _ = try test.session.open(path: "20220524_salon.adoc")
        return test
    }
}
