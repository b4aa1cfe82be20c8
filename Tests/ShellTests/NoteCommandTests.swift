import Notebook
import ShellInMemory
import Testing

@testable import Shell

/// Commands that mark, move, join and split notes, and what stands in or under a bullet.
@Suite struct NoteCommandTests {
    private func day(_ lines: String...) throws -> TestSession {
        let test = try TestSession()
        for line in [":day D", ":new A"] + lines { try test.type(line) }
        return test
    }

    @Test func notesAreMoved() throws {
        let test = try day("un", "** un bis", "* deux", ":para Fin.", "trois", ":move #1 after #3")
        #expect(test.body == "\n== A\n\n* deux\n* un\n    ** un bis\n\nFin.\n\n* trois\n")
        try test.type(":move #1", ":new B", "quatre", ":go A", ":move 2 to B")
        #expect(
            test.body
                == "\n== A\n\n* un\n\nFin.\n\n* trois\n* deux\n\n== B\n\n* quatre\n* un bis\n")
        #expect(test.refusal(of: ":move #9") == "no note 9 in this slot; :show numbers them")
        #expect(test.refusal(of: ":mov #1")?.hasPrefix("no command :mov") == true)
        try test.type(":undo", ":undo", ":undo", ":undo", ":undo")
        #expect(test.body.hasPrefix("\n== A\n\n* un\n    ** un bis\n* deux\n"))
    }

    @Test func numbersWrittenByHandMoveOn() throws {
        let test = try day(":raw", "1. un", "2. deux", "3. trois", ".", ":move #1 after #2", ":insert #3 zéro")
        #expect(test.body == "\n== A\n\n1. deux\n2. un\n3. zéro\n4. trois\n")
    }

    @Test func notesAreInsertedJoinedAndSplit() throws {
        let test = try day("un", "** deux trois", ":insert #2 entre", ":para Fin.", "quatre")
        #expect(test.body == "\n== A\n\n* un\n    ** entre\n    ** deux trois\n\nFin.\n\n* quatre\n")
        #expect(test.refusal(of: ":join")?.hasPrefix("it cannot stand there") == true)
        try test.type(":delete", ":delete", ":split #3 trois", ":join")
        #expect(test.body == "\n== A\n\n* un\n    ** entre\n    ** deux trois\n")
        try test.type(":split #3 trois", ":insert #1 : d'abord")
        #expect(
            test.body == "\n== A\n\n* : d'abord\n* un\n    ** entre\n    ** deux\n    ** trois\n")
        #expect(test.refusal(of: ":split #2 un") == "no note of this slot has “un”; :show shows them")
    }

    @Test func theLastBulletChangesPlacesWithItsNeighbours() throws {
        let test = try day("un", "** un bis", "* deux", "trois")
        _ = try test.session.moveLastBullet(by: -1)
        _ = try test.session.moveLastBullet(by: -1)
        #expect(test.body == "\n== A\n\n* trois\n* un\n    ** un bis\n* deux\n")
        _ = try test.session.moveLastBullet(by: -1)
        _ = try test.session.moveLastBullet(by: 1)
        #expect(test.body == "\n== A\n\n* un\n    ** un bis\n* trois\n* deux\n")
        try test.type("quatre")
        _ = try test.session.moveLastBullet(by: -1)
        #expect(test.body == "\n== A\n\n* un\n    ** un bis\n* trois\n* quatre\n* deux\n")
    }

    @Test func picturesStandWhereTheDepthSays() throws {
        let test = try day("un", ":in", ":image /a.jpg", "dessous", ":image /a.jpg Légende", ":image /a.jpg")
        #expect(
            test.body == """

                == A

                * un +
                image:20261123_d_01.jpg[]
                    ** dessous

                .Légende
                image:20261123_d_02.jpg[]
                image:20261123_d_03.jpg[]

                """)
        try test.type("", ":image /a.jpg", ":para Le schéma :", ":image! /a.jpg [width=600]")
        #expect(
            test.body.hasSuffix(
                "_03.jpg[]\n\nimage:20261123_d_04.jpg[]\n\nLe schéma : +\nimage:20261123_d_05.jpg[width=600]\n"))
        try test.type("deux", ":in", ":image /a.jpg Une légende")
        #expect(test.body.hasSuffix("* deux\n+\n.Une légende\nimage:20261123_d_06.jpg[]\n"))
    }

    @Test func boxesStandInBulletsAndHaveTitles() throws {
        let test = try day("un", ":in", ":note dedans", ":caption Titre", ":out", ":example bio", "Une bio.", ".")
        #expect(
            test.body
                == "\n== A\n\n* un\n+\n.Titre\n[NOTE]\n====\ndedans\n====\n\n.bio\n====\nUne bio.\n====\n")
        try test.type(":caption Autre")
        #expect(test.body.contains("\n.Autre\n====\nUne bio.\n"))
        try test.type(":caption!", "deux")
        #expect(test.body.hasSuffix("\n\n====\nUne bio.\n====\n\n* deux\n"))
        #expect(test.refusal(of: ":caption x")?.hasPrefix("the last note is a bullet") == true)
    }

    @Test func quotationsHaveSeveralLines() throws {
        let test = try day(":quote -- Eric", "un", "deux", ".")
        #expect(test.body == "\n== A\n\n[quote,Eric]\n____\nun\ndeux\n____\n")
    }

    @Test func marksAreListedWithSlotAndNote() throws {
        let test = try day(":todo les 75%", ":idea une idée", ":question quoi ?", ":keep ceci", ":new B", ":idea deux")
        #expect(
            test.body
                == "\n== A\n\n* ☐ les 75%\n* 💡 une idée\n* ❓ quoi ?\n* ⭐ ceci\n\n== B\n\n* 💡 deux\n")
        try test.type(":done 75")
        let first = test.session.open?.day.marks.first
        #expect(first?.kind == .todo && first?.isDone == true && first?.text == "les 75%")
        #expect(
            try test.type(":marks idea")
                == ["1  A", "    idea (note 2): une idée", "2  B", "    idea (note 1): deux"])
        #expect(try test.type(":marks").count == 7)
        #expect(test.refusal(of: ":marks rien")?.contains("todo, idea, question and keep") == true)
        #expect(try test.type(":todos") == ["nothing found"])
    }

    @Test func aCorrectedNoteKeepsItsMark() throws {
        let test = try day(":idea unne idée")
        #expect(test.session.note(before: nil)?.text == "unne idée")
        try test.type(":edit une idée", ":fix idée/piste")
        #expect(test.body == "\n== A\n\n* 💡 une piste\n")
    }

    /// A box drawn by hand is a follow-up, too; one that the program writes makes no checklist of its neighbours.
    @Test func boxesDrawnByHandAreKnown() throws {
        let test = try day("un", ":raw * [ ] à la main", ":todo tapé")
        #expect(try test.type(":todos") == ["1  A", "    #1  [ ] à la main", "    #2  [ ] tapé"])
        try test.type(":done main", ":done tapé")
        #expect(test.body.contains("* [x] à la main") && test.body.contains("* ☑ tapé"))
    }

    @Test func aMarkerStandsWhereItIsTyped() throws {
        let test = try day(":para Saagie :", "    * un", "* deux", "        ** trois", ":para Fin.", "* quatre")
        #expect(
            test.body == "\n== A\n\nSaagie :\n\n    * un\n* deux\n        ** trois\n\nFin.\n\n* quatre\n")
    }

    @Test func listsAndBlankLinesAreAskedFor() throws {
        let test = try day(
            "un", ":list", "deux", ":blank 2", ":para Fin.", ":comment à relire", ":if env-github", "x", ".")
        #expect(
            test.body
                == "\n== A\n\n* un\n\n//-\n\n* deux\n\n\nFin.\n\n// à relire\n\nifdef::env-github[]\nx\nendif::[]\n")
        try test.type(":table [cols=\"1,4\"]", "|a |b", ".")
        #expect(test.body.hasSuffix("\n\n[cols=\"1,4\"]\n|===\n|a |b\n|===\n"))
    }

    @Test func dotsSayHowDeepANumberedItemIs() throws {
        let test = try day(". un", ".. un bis", ".. ter", "", ". deux", "... puis", ".. fin")
        #expect(
            test.body
                == "\n== A\n\n. un\n    .. un bis\n    .. ter\n. deux\n\n//-\n\n* ... puis\n* .. fin\n")
    }

    @Test func aDayThatNumbersByHandGoesOnSo() throws {
        let test = try day(":raw 1. un", ". deux", "3. trois", "9. neuf", ". dix")
        #expect(test.body == "\n== A\n\n1. un\n2. deux\n3. trois\n\n[start=9]\n9. neuf\n10. dix\n")
        let plain = try day("3. trois")
        #expect(plain.body == "\n== A\n\n* 3. trois\n")
    }
}
