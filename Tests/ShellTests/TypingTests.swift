import Notebook
import Shell
import ShellInMemory
import Testing

@Suite struct TypingTests {
    /// The line that typing `text` character by character gives.
    private func typed(_ text: String, _ test: TestSession) -> String {
        var (line, cursor) = ("", 0)
        for scalar in text.unicodeScalars {
            line.unicodeScalars.append(scalar)
            cursor += 1
            if let expanded = test.session.expanded(line, cursor: cursor) { (line, cursor) = expanded }
            #expect(cursor == line.unicodeScalars.count)
        }
        return line
    }

    private func session() throws -> TestSession {
        let test = try TestSession()
        try test.type(
            ":day D", ":abbr sn souveraineté numérique", ":new A", ":by Yann Lechelle (Scaleway), Jérôme Trédan",
            ":abstract", "Avec :", "- Alain Durand - CTO", "- Alice Martin", ".")
        return test
    }

    @Test(arguments: [
        ("la sn est là", "la souveraineté numérique est là"), ("sn", "sn"),
        ("sn, sn. ", "souveraineté numérique, souveraineté numérique. "), ("(sn) ", "(souveraineté numérique) "),
        ("https://x.org/sn/page ", "https://x.org/sn/page "), ("sn@x.org ", "sn@x.org "), ("sn.png ", "sn.png "),
        ("a.sn ", "a.sn "), ("« sn » ", "« souveraineté numérique » "), ("sn/ta ", "sn/ta "),
        ("Sn ", "Souveraineté numérique "), ("l'sn !", "l'souveraineté numérique !"), ("snob ", "snob "),
        ("x-sn ", "x-sn "), (":para sn ", ":para sn "), ("::sn ", "::souveraineté numérique "),
    ])
    func abbreviationsAreSpelledOut(text: String, expected: String) throws {
        #expect(typed(text, try session()) == expected)
    }

    @Test(arguments: [
        ("y: bonjour", "Yann : bonjour"), ("ya: oui", "Yann : oui"), ("jerome: non", "Jérôme : non"),
        ("** y: oui", "** Yann : oui"), ("jt: oui", "Jérôme : oui"), ("a: deux", "a: deux"),
        ("ali: oui", "Alice : oui"), ("et y: non", "et y: non"), ("z: qui", "z: qui"), ("http: //", "http: //"),
    ])
    func speakersAreNamedByTheirInitial(text: String, expected: String) throws {
        #expect(typed(text, try session()) == expected)
    }

    @Test func theMiddleOfALineIsExpandedToo() throws {
        let expanded = try #require(try session().session.expanded("la sn est", cursor: 6))
        #expect(expanded.text == "la souveraineté numérique est")
        #expect(expanded.cursor == 26)
    }

    @Test func abbreviationsAreListedAndForgotten() throws {
        let test = try session()
        #expect(try test.type(":abbr") == ["sn souveraineté numérique"])
        #expect(test.lists.lines[.abbreviations] == ["sn souveraineté numérique"])
        #expect(try test.type(":abbr sn") == ["sn → souveraineté numérique"])
        try test.type(":abbr! sn")
        #expect(typed("sn ", test) == "sn ")
        #expect(test.refusal(of: ":abbr! sn") != nil)
        #expect(test.refusal(of: ":abbr a.b texte") != nil)
    }

    @Test func abbreviationsOfAnotherShellStay() throws {
        let test = try session()
        test.lists.lines[.abbreviations]?.append("pa plan d'action")
        try test.type(":abbr ia intelligence artificielle")
        #expect(typed("pa ", test) == "plan d'action ")
    }

    @Test func peopleAreRememberedWithTheirCompany() throws {
        let test = try session()
        #expect(test.lists.lines[.people] == ["Yann Lechelle (Scaleway)", "Jérôme Trédan"])
        try test.type(":new B", ":by yann lechelle, Rayed Benbrahim (MongoDB)")
        #expect(
            test.lists.lines[.people] == ["Yann Lechelle (Scaleway)", "Rayed Benbrahim (MongoDB)", "Jérôme Trédan"])
        let completer = LineCompleter(test.session) { _ in [] }
        try test.type(":new C")
        #expect(completer.candidates(for: ":by ray").map(\.text) == ["Rayed Benbrahim (MongoDB)"])
    }

    @Test func aNotebookThatCannotRememberStillTakesTheLine() throws {
        let test = try session()
        test.lists.failure = StoreError(.diskFull, operation: "write", path: "people")
        #expect(try test.type(":new B", ":by Ada Lovelace").count == 1)
        #expect(test.body.hasSuffix("== B\n\nBy Ada Lovelace\n"))
        #expect(test.refusal(of: ":abbr ia x") != nil)
        #expect(typed("ia ", test) == "ia ")
    }
}
