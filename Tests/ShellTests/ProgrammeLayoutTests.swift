import Notebook
import ShellInMemory
import Testing

@testable import Shell

/// What a programme fills in days of other layouts.
@Suite struct ProgrammeLayoutTests {
    private func opened(_ text: String, _ line: String, _ programme: Programme? = nil) throws -> TestSession {
        let test = try TestSession()
        try test.memory.published = programme ?? .sample()
        test.days.files["notes/20261123_salon.adoc"] = Array(text.utf8)
        try test.type(":day 2026-11-23", ":programme schedule.json", line)
        return test
    }

    private func text(_ test: TestSession) -> String {
        String(decoding: test.days.files["notes/20261123_salon.adoc"] ?? [], as: UTF8.self)
    }

    @Test func roomsAndFrenchLabels() throws {
        let test = try opened(
            """
            = Salon

            === 08:00 - 08:45 (Amphi) : Accueil

            Présenté par Ada Lovelace (ACME).

            * une note

            === 08:45 - 09:00 (Amphi) : Café

            Présenté par Alan Turing.

            * une note
            """ + "\n", ":new 14h00 kub")
        #expect(text(test).contains("\n\n=== 14:00 - 14:45 (B) : Kubernetes\n"))
        try test.type(":undo", ":new 14h00 souv")
        #expect(
            text(test).contains(
                "\n\n=== 14:00 - 14:45 (A) : Souveraineté, suite\n\nPrésenté par Yann Lechelle (Scaleway).\n"),
            "\(text(test))")
    }

    @Test func anAbstractThatIsASection() throws {
        let test = try opened(
            """
            = Salon

            == 08h00 -> 08h45 - Accueil

            By Ada Lovelace

            === Abstract

            Des mots.

            === Notes

            * une note
            """ + "\n", ":new 14h00 kub")
        try test.type("une autre")
        #expect(
            text(test).hasSuffix(
                """
                == 14h00 -> 14h45 - Kubernetes

                === Abstract

                About Kubernetes.

                * one
                * two

                === Notes

                * une autre

                """), "\(text(test))")
    }

    /// What AsciiDoc would read stays text, in a paragraph as in a listing.
    @Test func aTextIsNoMarkup() throws {
        var programme = try Programme.sample()
        let index = try programme.sessions.firstIndex { $0.title == "Kubernetes" }.orThrow()
        programme.sessions[index].abstract = [
            .paragraph(".Hilbert *had* a dream\n== no heading"), .item("first _item_", depth: 0, isNumbered: true),
            .item("below", depth: 1, isNumbered: false), .item("second", depth: 0, isNumbered: true),
            .code(["----", "x"]),
        ]
        let test = try opened(
            "= Salon\n\n== 8h00 - A\n\n.Abstract\n====\nDes mots.\n====\n\n* note\n", ":new 14h00 kub", programme)
        let written = text(test)
        #expect(
            written.contains("====\n{empty}.Hilbert &#42;had* a dream\n{empty}== no heading\n\n. first &#95;item_\n"),
            "\(written)")
        #expect(written.contains("    * below\n. second\n\n-----\n----\nx\n-----\n====\n"), "\(written)")
    }

    /// In a file of several days, the programme's day is today's.
    @Test func aFileOfSeveralDays() throws {
        let test = try TestSession()
        try test.memory.published = try Programme.sample()
        test.days.files["notes/20261123_salon.adoc"] = Array(
            "= Salon\n\n== JOUR 1 : LUNDI 23/11\n\n=== 9h00 - A\n\n* une note\n\n== JOUR 2 : MARDI 24/11\n".utf8)
        test.now.today = try CalendarDate(year: 2026, month: 11, day: 24).orThrow()
        try test.at(10)
        try test.type(":day 2026-11-23", ":programme schedule.json")
        #expect(try test.type(":new")[0].hasPrefix("taken: 10h00 -> 10h45 Data lake (A)"))
        #expect(text(test).contains("== JOUR 2 : MARDI 24/11\n\n=== 10h00"), "\(text(test))")
    }
}
