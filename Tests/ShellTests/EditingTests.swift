import Notebook
import Shell
import ShellInMemory
import Testing

@Suite struct EditingTests {
    @Test func undoAndRedoTakeWholeBlocks() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un")
        let before = test.body
        try test.type(":abstract", "ligne un", "ligne deux", ".")
        let after = test.body
        #expect(try test.type(":undo") == ["undone: :abstract"])
        #expect(test.body == before)
        try test.type(":redo")
        #expect(test.body == after)
        try test.type(":undo 3")
        #expect(test.body == "")
        #expect(test.refusal(of: ":undo") == "nothing to undo")
    }

    @Test func notesAreNumberedEditedAndDeleted() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", "** deux", "* trois", ":para texte")
        #expect(try test.type(":show").contains("2      ** deux"))
        try test.type(":edit #2 DEUX", ":edit dernier")
        #expect(test.body == "\n== A\n\n* un\n    ** DEUX\n* trois\n\ndernier\n")
        try test.type(":delete", ":delete 1")
        #expect(test.body == "\n== A\n\n* trois\n")
        try test.type(":delete")
        #expect(test.body == "\n== A\n")
        #expect(test.refusal(of: ":delete") == "no note in this slot yet")
        try test.type("encore")
        #expect(test.body == "\n== A\n\n* encore\n")
    }

    @Test func fixCorrectsTheLastNoteThatHasTheText() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "deux et deux", "** trois", ":fix deux/2", ":fix |trois|3/4")
        #expect(test.body == "\n== A\n\n* deux et 2\n    ** 3/4\n")
        #expect(test.refusal(of: ":fix quatre/4") == "no note of this slot has “quatre”; :show shows them")
        try test.type("cinq")
        #expect(test.body.hasSuffix("    ** 3/4\n    ** cinq\n"))
    }

    /// The clock of the test stands at noon, on the day that is made.
    @Test func thePromptTellsTheTimeLeft() throws {
        let test = try TestSession()
        try test.type(":day D", ":new 11h30-12h15 Tech")
        #expect(Prompt(test.session).text(columns: 60) == "11h30 Tech * › " && Prompt(test.session).right == "15′")
        #expect(Prompt(test.session).text(columns: 13) == "11h30 T… * › ")
        test.now.time = try TimeOfDay(hour: 12, minute: 1).orThrow()
        #expect(Prompt(test.session).right == "14′")
        try test.type(":title Data Mesh")
        #expect(Prompt(test.session).right == "Data Mesh  14′")
        try test.type(":end 11h45")
        #expect(Prompt(test.session).right == "Data Mesh")
        try test.type(":new 13h00-14h00 Plus tard")
        #expect(Prompt(test.session).text(columns: 60) == "13h00 Plus tard * › " && Prompt(test.session).right.isEmpty)
    }

    @Test func followUpsAndTextAreFound() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "la Souveraineté", ":todo les 75%", ":new B", "rien")
        #expect(test.body.contains("\n* la Souveraineté\n* ☐ les 75%\n"))
        #expect(try test.type(":todos") == ["1  A", "    #1  [ ] les 75%"])
        #expect(try test.type(":find souverainete") == ["1  A", "    #1  la Souveraineté"])
        #expect(try test.type(":find zzz") == ["nothing found"])
        #expect(try test.type(":outline") == ["A", "    * la Souveraineté", "    * ☐ les 75%", "B", "    * rien"])
        #expect(try test.type(":check") == ["7: still to do: les 75%  :go 1"])
    }

    @Test func editTakesStarsForTheDepth() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", "** deux", "*** trois", ":edit #2 * DEUX")
        #expect(test.body == "\n== A\n\n* un\n* DEUX\n    ** trois\n")
        #expect(test.refusal(of: ":edit #1 *** x") != nil)
        #expect(test.body == "\n== A\n\n* un\n* DEUX\n    ** trois\n")
    }

    @Test func anAbstractIsReplacedInOneStep() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", ":abstract x", "un", ":abstract! y")
        #expect(test.body == "\n== A\n\n.Abstract\n----\ny\n----\n\n* un\n")
        try test.type(":undo")
        #expect(test.body == "\n== A\n\n.Abstract\n----\nx\n----\n\n* un\n")
        try test.type(":abstract!")
        #expect(test.session.endCapture() == nil)
        #expect(test.body.contains("----\nx\n----"))
        #expect(test.refusal(of: ".") != nil)
    }

    @Test func oneLineOfABlockIsTextWhateverItIs() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", ":warning ----", ":block T", "--", ".")
        #expect(test.body == "\n== A\n\n[WARNING]\n====\n{empty}----\n====\n\n.T\n--\n{empty}--\n--\n")
    }

    @Test func theOpenDayIsNotOpenedTwice() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", ":day 2026-11-23", "deux", ":day D", "trois")
        #expect(test.body == "\n== A\n\n* un\n* deux\n* trois\n")
        #expect(test.refusal(of: ":day absent.adoc") != nil)
        try test.type("quatre")
        #expect(test.body.hasSuffix("* trois\n* quatre\n"))
    }

    @Test func headingsKeepWhatIsNotAskedFor() throws {
        let test = try TestSession()
        try test.type(":day D", ":new 14h00-15h00 Tech : Titre : suite", ":title Autre", ":track Data", ":end 14h30")
        #expect(test.body == "\n== 14h00 -> 14h30 - Data : Autre\n")
        #expect(test.refusal(of: ":end 13h00") != nil)
        #expect(test.body == "\n== 14h00 -> 14h30 - Data : Autre\n")
    }

    @Test func aGroupThatTheDiskRefusesIsTakenBackAsAWhole() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un")
        let before = test.body
        #expect(test.session.canJoinGroup("* deux") && !test.session.canJoinGroup(":undo"))
        test.session.beginGroup()
        try test.type("deux", "** trois")
        #expect(test.body == before)
        test.days.failure = StoreError(.diskFull, operation: "write", path: "D.adoc")
        #expect(throws: DayError.self) { try test.session.endGroup() }
        test.days.failure = nil
        try test.type("quatre")
        #expect(test.body == before + "* quatre\n")
        test.session.beginGroup()
        try test.type("cinq", "six")
        try test.session.endGroup()
        #expect(test.body == before + "* quatre\n* cinq\n* six\n")
        try test.type(":undo")
        #expect(test.body == before + "* quatre\n* cinq\n")
    }

    @Test func whatTheDiskRefusesChangesNothing() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un")
        let before = test.body
        test.days.failure = StoreError(.diskFull, operation: "write", path: "D.adoc")
        #expect(test.refusal(of: "deux")?.contains("the disk is full") == true)
        #expect(test.refusal(of: ":undo")?.contains("the disk is full") == true)
        test.days.failure = nil
        try test.type("trois")
        #expect(test.body == before + "* trois\n")
        try test.type(":undo")
        #expect(test.body == before)
    }

    @Test func imagesOfTheDayDecideTheNextName() throws {
        let test = try TestSession()
        try test.type(":day 2022-05-24 DataOps.Rocks by Saagie", ":new A", ":raw image:20220524_dataops_04.jpg[]")
        #expect(try test.type(":image x.jpg Un *titre*") == ["20220524_dataops_05.jpg"])
        #expect(test.body.hasSuffix("\n.Un *titre*\nimage:20220524_dataops_05.jpg[]\n"))
    }

    @Test func theInterfaceSpeaksFrench() throws {
        let test = try TestSession(language: .french)
        #expect(test.refusal(of: "un") == "aucune journée ouverte ; tapez :day et le nom de l’événement")
        #expect(Language(environment: { ["LANG": "fr_FR.UTF-8"][$0] }) == .french)
        #expect(Language(environment: { ["LANG": "fr_FR.UTF-8", "LC_ALL": "C"][$0] }) == .english)
    }

    /// Nobody is known by name: it is asked once, before the first slot, and written into the day that is there.
    @Test func theAuthorIsAskedForOnce() throws {
        let test = try TestSession()
        try test.type(":set template signed")
        #expect(try test.type(":day Tech Rocks").last?.hasPrefix("who takes these notes? :set author NAME") == true)
        try test.type(":set author Ada Lovelace", ":new 9h A", "* un", ":set author Alan Turing")
        let text = String(decoding: try test.days.files.values.first.orThrow(), as: UTF8.self)
        #expect(text.hasPrefix("= Tech Rocks 2026/11/23\nAda Lovelace\n:imagesdir: ./images\n\n== 09h00 - A"))
        #expect(try test.type(":day Other").count == 1)
    }
}
