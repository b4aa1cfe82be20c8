import Notebook
import Shell
import ShellInMemory
import Testing

/// Commands on slots, parts and speakers, typed in a day.
@Suite struct SlotCommandTests {
    private func day(_ text: String, language: Language = .english) throws -> TestSession {
        let test = try TestSession(language: language)
        test.days.files["20261123_salon.adoc"] = Array(text.utf8)
        _ = try test.session.open(path: "20261123_salon.adoc")
        return test
    }

    private func text(_ test: TestSession) -> String {
        String(decoding: test.days.files.values.first ?? [], as: UTF8.self)
    }

    // MARK: A slot that is there already

    @Test func aSlotIsNotWrittenASecondTime() throws {
        let test = try day("= Salon\n\n== 14h00 -> 14h30 - Tech : Data\n\n* a\n\n== 15h00 - Fin\n")
        let before = text(test)
        for line in [":new 14h Tech : Data", ":new 14h00 Data", ":new 14:00 tech : data", ":new 14h-14h30 Data"] {
            try test.type(":go 2")
            #expect(
                try test.type(line) == ["it is there, you go on in it: 14h00 -> 14h30 - Tech : Data (:go - returns)"])
            #expect(test.slotTitle == "14h00 -> 14h30 - Tech : Data")
            #expect(text(test) == before)
            try test.type(":go -")
            #expect(test.slotTitle == "15h00 - Fin")
        }
        #expect(try test.type(":new 15h Fin") == ["it is there, you are in it: 15h00 - Fin"])
        #expect(try test.type(":new 15h-16h Fin") == ["it is there, you are in it: 15h00 -> 16h00 - Fin"])
        // Another talk at the same time, the same one at another time, and a break without a time.
        try test.type(":new 14h Autre", ":new 16h Data", ":new Pause", ":new Pause")
        #expect(test.session.open?.day.slotCount == 6)
    }

    @Test func theSameTalkOfAnotherDayIsAnotherSlot() throws {
        let test = try day("= Salon\n\n== JOUR 1\n\n=== 9h00 : Accueil\n\n== JOUR 2\n\n=== 10h00 : Un\n")
        try test.type(":go 10h", ":new 9h00 Accueil")
        #expect(text(test).hasSuffix("== JOUR 2\n\n=== 9h00 : Accueil\n\n=== 10h00 : Un\n"))
        #expect(try test.type(":new 9h Accueil") == ["it is there, you are in it: 9h00 : Accueil"])
    }

    // MARK: Parts

    @Test func thePartAfterTheLastOneNeedsNoTitle() throws {
        let test = try day("= Salon\n\n== JOUR 1 : LUNDI 23/11\n\n=== 9h00 : Un\n")
        try test.type(":part", ":part")
        #expect(text(test).hasSuffix("\n== JOUR 2 : MARDI 24/11\n\n== JOUR 3 : MERCREDI 25/11\n"))
    }

    @Test func aPartThatHasNoNameIsAskedFor() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n")
        #expect(test.refusal(of: ":part")?.hasSuffix("type it, as in :part Day 2") == true)
        try test.type(":part Day 2", ":new 9h Deux")
        #expect(text(test) == "= Salon\n\n== 9h00 - Un\n\n== Day 2\n\n=== 9h00 - Deux\n")
    }

    // MARK: Who talks

    @Test(arguments: [
        (".Speakers\n* Ada Lovelace (ACME)\n* Alan Turing", ".Speakers\n* Grace Hopper\n* Jean Martin (ACME)"),
        (".Orateurs :\nAda Lovelace (ACME), Alan Turing", ".Orateurs :\nGrace Hopper, Jean Martin (ACME)"),
        ("By Ada Lovelace (ACME) +\nplus", "By Grace Hopper, Jean Martin (ACME)"),
    ])
    func speakersAreWrittenAsTheFileHasThem(shown: String, written: String) throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n\n\(shown)\n\n.Abstract\n----\nx\n----\n\n* a\n")
        #expect(test.session.open?.speakers.first?.name == "Ada Lovelace")
        try test.type(":new 10h Deux", ":by Grace Hopper, Jean Martin (ACME)")
        #expect(text(test).hasSuffix("== 10h00 - Deux\n\n\(written)\n"))
        #expect(test.session.open?.speakers.map(\.name) == ["Grace Hopper", "Jean Martin"])
        try test.type("* note", "** plus")
        #expect(text(test).contains("\n* note\n    ** plus\n"))
        #expect(test.session.open?.slot?.notes.count == 2)
        #expect(test.session.open?.speakers.map(\.name) == ["Grace Hopper", "Jean Martin"])
    }

    @Test func otherSpeakersInAListKeepWhatStandsBelowThem() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n\n.Speakers\n* Ada Lovelace\n** writes programs\n* Alan Turing\n")
        try test.type(":by Ada Byron")
        #expect(text(test).hasSuffix(".Speakers\n* Ada Byron\n** writes programs\n"))
        try test.type(":undo")
        #expect(text(test).hasSuffix("* Ada Lovelace\n** writes programs\n* Alan Turing\n"))
    }

    @Test func theTitleOfABlockThatNamesThemIsChanged() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n\n.Speakers : Ada Lovelace\n--\nShe writes.\n--\n\n* a\n")
        #expect(test.session.open?.speakers.map(\.name) == ["Ada Lovelace"])
        try test.type(":by Grace Hopper")
        #expect(text(test).hasSuffix(".Speakers : Grace Hopper\n--\nShe writes.\n--\n\n* a\n"))
    }

    // MARK: Headings

    /// Labels before the title, whatever parts them, and a room before the times.
    @Test(arguments: [
        (
            ["9h30 | Tech | Un", "12:55 / 13:40 | Cloud | Deux", "14:00 | Tech | Trois"],
            "12:55 / 13:45 | Cloud | Titre", "16:00 | Web | Quatre"
        ),
        (
            ["10:15-11:00 · Amphi bleu · Un", "11:15-12:00 · Salle 241 · Deux"], "11:15-13:45 · Salle 241 · Titre",
            "16:00 · Web · Quatre"
        ),
        (
            ["[Amphi] 10h15 -> 11h : Un (quickie)", "[241] 11h15 -> 12h : Deux"], "[241] 11h15 -> 13h45 : Titre",
            "[Web] 16h : Quatre"
        ),
        (
            ["10h15 - Tech - Un", "11h15 - Cloud - Deux", "12h - Tech - Trois", "13h - Cloud - Quatre"],
            "11h15 -> 13h45 - Cloud - Titre", "16h - Web - Quatre"
        ),
        // A dash within a title parts no label.
        (
            ["10h15 - Un - suite", "11h15 - Deux - et fin"], "11h15 -> 13h45 - Deux - et fin : Titre",
            "16h00 - Web : Quatre"
        ),
    ])
    func headingsAreWrittenAsTheFileHasThem(headings: [String], changed: String, new: String) throws {
        let test = try day("= Salon\n\n" + headings.map { "== \($0)\n\n* a\n" }.joined(separator: "\n"))
        #expect(test.session.open?.day.slots.allSatisfy { $0.heading.start != nil } == true)
        try test.type(":go 2", ":title Titre", ":end 13h45")
        #expect(test.slotTitle == changed)
        try test.type(":new 16h Web : Quatre")
        #expect(test.slotTitle == new)
        for (index, heading) in headings.enumerated() where index != 1 {
            #expect(text(test).contains("\n== \(heading)\n"))
        }
    }

    @Test func listsThatNestByTabsAloneGoOnSo() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n\n\t- un\n\t\t- deux\n")
        try test.type("* trois", "** quatre")
        #expect(text(test).hasSuffix("\t- un\n\t\t- deux\n\t- trois\n\t\t- quatre\n"))
    }

    @Test func theFirstBulletComesAndGoesInADayWithConditions() throws {
        let test = try day("= Salon\nifdef::env-github[]\n:status:\nendif::[]\n\n== 9h00 - Un\n\n* a\n* b\n")
        let before = text(test)
        try test.type(":insert #1 x")
        #expect(text(test) == before.replacing("* a\n", with: "* x\n* a\n"))
        try test.type(":delete 1")
        #expect(text(test) == before)
        try test.type(":move #1 after #2")
        #expect(text(test) == before.replacing("* a\n* b\n", with: "* b\n* a\n"))
    }

    // MARK: Pictures

    @Test func aPictureThatComesUnderAnothersTitleIsSaid() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n")
        _ = try test.session.submit(":image a.jpg Le schéma")
        let said = try test.session.submit(":image b.jpg").done
        #expect(said.first?.hasPrefix("under the title of the image before, “Le schéma”") == true)
        #expect(try test.session.submit(":image c.jpg").done == said)
        try test.type("")
        #expect(try test.session.submit(":image d.jpg").done == [])
    }

    // MARK: Words

    @Test func whatWasMarkedIsListedInTheInterfacesLanguage() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n", language: .french)
        try test.type("a", ":todo b", ":keep c", ":todo d")
        #expect(
            try test.type(":marks") == [
                "1  9h00 - Un", "    à vérifier (note 2) : b", "    à retenir (note 3) : c",
                "    à vérifier (note 4) : d",
            ])
        #expect(try test.type(":todos") == ["1  9h00 - Un", "    #1  [ ] b", "    #2  [ ] d"])
        try test.type(":done #2")
        #expect(try test.type(":todos") == ["1  9h00 - Un", "    #1  [ ] b"])
        #expect(test.refusal(of: ":done #2") != nil)
        #expect(try test.session.submit(":delete slot").done == ["supprimé : 9h00 - Un (4 notes) ; :undo le rend"])
    }

    @Test func aPasteIsUndoneByItsNumberOfNotes() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n")
        _ = try test.session.submit(paste: "un\ndeux\ntrois", before: "")
        #expect(try test.type(":undo") == ["undone: 3 notes: un …"])
    }

    @Test func refusalsSayWhatToType() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n")
        #expect(test.refusal(of: ": text")?.hasSuffix("typed :: text") == true)
        #expect(test.refusal(of: ":section ** Deep")?.hasSuffix(":section TITLE comes first") == true)
        #expect(test.refusal(of: ":template conference") == "new days are made of it with :set template conference")
        #expect(test.refusal(of: ":template other")?.contains(":template learn FILE other") == true)
    }

    @Test func aDraftIsNoDay() throws {
        let test = try day("= Salon\n\n== 9h00 - Un\n\n* a\n")
        for name in ["synthesis-20261123_salon.adoc", "synthesis-2-20261123_salon.adoc", "synthesis-20250101_x.adoc"] {
            test.days.files[name] = []
        }
        test.days.files["synthesis-of-it.adoc"] = []
        #expect(try test.type(":day") == ["› 20261123_salon.adoc", "  synthesis-of-it.adoc"])
    }
}
