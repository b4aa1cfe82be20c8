import Notebook
import ShellInMemory
import Testing

@testable import Shell

/// Which talk is meant, by which number, and what takes a choice back.
@Suite struct ProgrammeChoiceTests {
    /// Three talks at once, in three rooms.
    private func parallel() throws -> TestSession {
        var programme = try Programme.sample()
        let index = try programme.sessions.firstIndex { $0.title == "Kubernetes" }.orThrow()
        var third = programme.sessions[index]
        (third.room, third.title, third.id) = ("C", "Third", "third")
        programme.sessions.insert(third, at: index + 1)
        let test = try TestSession.withProgramme(.english, programme)
        try test.at(14)
        return test
    }

    // MARK: Empty slots

    @Test func newAgainTakesTheNextOneInTheEmptySlotsPlace() throws {
        let test = try parallel()
        var titles: [String] = []
        for _ in 0..<5 {
            let said = try test.type(":new")
            #expect(said.count == 1 && said[0].hasPrefix("taken: 14h00"))
            #expect(test.session.open?.day.slotCount == 1)
            titles.append(test.slotTitle ?? "")
        }
        #expect(
            titles.prefix(4) == [
                "14h00 -> 14h45 - Souveraineté, suite", "14h00 -> 14h45 - Kubernetes", "14h00 -> 14h45 - Third",
                "14h00 -> 14h45 - Souveraineté, suite",
            ])
        // Each is one step.
        try test.type(":undo")
        #expect(test.slotTitle == titles[3] && test.session.open?.day.slotCount == 1)
    }

    @Test func aTalkKeepsItsNumber() throws {
        let test = try parallel()
        #expect(try test.type(":new")[0].contains("also: #2 Kubernetes (B), #3 Third (C)"))
        #expect(try test.type(":new #3")[0].contains("also: #1 Souveraineté, suite (A), #2 Kubernetes (B)"))
        try test.type("a note")
        // The best of those that have no slot, under the number that it had.
        #expect(try test.type(":new")[0].contains("also: #2 Kubernetes (B), #3 Third (C)"))
        #expect(test.slotTitle?.hasSuffix("Souveraineté, suite") == true && test.session.open?.day.slotCount == 2)
        #expect(try test.type(":star #2")[0].contains("Kubernetes"))
    }

    @Test func aNumberOfAListThatWasNeverShownIsOfWhatIsOn() throws {
        let test = try parallel()
        #expect(try test.type(":star #3")[0].contains("Third"))
        #expect(try test.type(":new #2")[0].hasPrefix("taken: 14h00 -> 14h45 Kubernetes (B)"))
        #expect(test.refusal(of: ":new #9")?.hasPrefix("there is no #9: :new offers 3 now") == true)
        try test.at(17)
        #expect(test.refusal(of: ":star #9")?.contains(":star 9") == true)
    }

    @Test func theNextTalkIsASlotOfItsOwn() throws {
        let test = try TestSession.withProgramme()
        try test.at(14, 10)
        try test.type(":new")
        try test.at(15)
        try test.type(":new")
        #expect(test.slotTitle == "15h00 -> 15h45 - Titre" && test.session.open?.day.slotCount == 2)
    }

    @Test func whatHasItsSlotIsNotBegunAgain() throws {
        let test = try TestSession.withProgramme()
        try test.at(15, 10)
        #expect(try test.type(":new") == test.type(":new"))
        #expect(test.session.open?.day.slotCount == 1)
        try test.type("a note")
        let refusal = test.refusal(of: ":new")
        #expect(refusal?.hasPrefix("has a slot already: 15h00 -> 15h45 Titre (A); next: 23h30") == true)
        #expect(test.session.open?.day.slotCount == 1)
    }

    // MARK: Stars

    @Test func aStarIsAStepOfTheHistory() throws {
        let test = try TestSession.withProgramme()
        try test.type(":new 14h00 souv", "a note", ":star 14h00 kub")
        func starred() throws -> [String] { try test.type(":agenda").filter { $0.contains("*") } }
        #expect(try starred().count == 1)
        let (body, slot) = (test.body, test.slotTitle)
        #expect(try test.type(":undo") == ["undone: :star 2026/11/23 14h00 Kubernetes (B)"])
        #expect(try starred().isEmpty && test.body == body && test.slotTitle == slot)
        #expect(try test.type(":redo") == ["redone: :star 2026/11/23 14h00 Kubernetes (B)"])
        #expect(try starred().count == 1)
        // What changes nothing is no step.
        try test.type(":star 14h00 kub", ":unstar 14h00 kub", ":undo")
        #expect(try starred().count == 1)
        try test.type(":undo")
        #expect(try starred().isEmpty && test.body == body)
        #expect(try test.type(":undo") == ["undone: a note"])
    }

    @Test func aStarOfASessionThatIsGoneIsSaidSo() throws {
        let test = try TestSession.withProgramme()
        try test.type(":star 14h00 kub", ":programme 7 delete")
        #expect(
            try test.type(":undo") == [
                "undone: :star 2026/11/23 14h00 Kubernetes (B); the programme has no such session any more: no star was changed"
            ])
    }

    // MARK: Another programme

    @Test func anotherEventsProgrammeIsDoubtedInOneLine() throws {
        let test = try TestSession.withProgramme()
        try test.type(":star 14h00 kub")
        var other = Programme(source: "test")
        other.sessions = try Programme.sample().sessions.map { session in
            var session = session
            session.title = "Other " + session.title
            return session
        }
        try test.memory.published = other
        let lines = try test.type(":programme other.json")
        #expect(lines.count == 3)
        #expect(
            lines.last
                == "another event's? 0 of its 12 talks were in the programme before, which :trash 1 puts back")
        // No star goes to a talk of the same number.
        #expect(try test.type(":agenda").allSatisfy { !$0.contains("*") })
    }

    @Test func aLongListOfChangesIsCut() throws {
        var programme = try Programme.sample()
        let talk = programme.sessions[0]
        for number in 1...60 {
            var more = talk
            (more.title, more.id, more.room) = ("More \(number)", "more\(number)", "R\(number)")
            programme.sessions.append(more)
        }
        programme.sort()
        let test = try TestSession.withProgramme(.english, programme)
        for index in programme.sessions.indices where programme.sessions[index].title.hasPrefix("More") {
            programme.sessions[index].room += "x"
        }
        programme.rooms = Programme(sessions: programme.sessions).rooms
        programme.sort()
        try test.memory.published = programme
        let lines = try test.type(":programme schedule.json")
        #expect(lines.count { $0.hasPrefix("moved: ") } == 12 && lines.last == "and 48 more: :agenda")
        let agenda = try test.type(":agenda")
        #expect(agenda.count == 41 && agenda.last?.hasPrefix("and 29 more, 29 of them earlier: :agenda 9h00") == true)
        #expect(try test.type(":agenda 9h00").last?.hasPrefix("and 29 more: ") == true)
        #expect(try test.type(":agenda kub").count == 1 && test.type(":agenda 1 r60x").count == 1)
        #expect(test.refusal(of: ":agenda zzz")?.hasPrefix("no talk of that day with “zzz”") == true)
    }

    @Test func aProgrammeOfAnotherYearIsSaidToBe() throws {
        let test = try TestSession()
        var old = try Programme.sample()
        let day = try CalendarDate(year: 2024, month: 5, day: 3).orThrow()
        old.sessions = old.sessions.map { session in
            var session = session
            (session.day, session.start.date, session.end) = (day, day, nil)
            return session
        }
        try test.memory.published = old
        let lines = try test.type(":day Salon", ":programme old.json")
        #expect(lines.last == "its days are 2024/05/03, the open day is 2026/11/23")
    }

    @Test func theFilesOfSeveralDaysAddUp() throws {
        let test = try TestSession()
        var whole = try Programme.sample()
        whole.source = "Devoxx"
        try test.type(":day Salon")
        for day in whole.days {
            var part = whole
            part.sessions = whole.sessions.filter { $0.day == day }
            try test.memory.published = part
            #expect(try test.type(":programme day.json").count == 2)
        }
        #expect(try test.type(":programme")[0].hasPrefix("Devoxx: 12 talks, 2 days"))
    }

    // MARK: Half a page

    @Test func halfAPageIsKept() throws {
        let test = try TestSession()
        try test.type(":day Salon", ":programme paste", "9h00 - 9h45 Keynote", "", "Salle A")
        #expect(
            test.session.endCapture()?.text(.english)
                == "3 lines of the page kept in notes/programmes/salon-page.txt; :programme notes/programmes/salon-page.txt reads it"
        )
        #expect(try test.memory.pages == ["9h00 - 9h45 Keynote\n\nSalle A\n"])
        #expect(test.session.captureName == nil)
        // One that cannot be read, too; one without a line leaves nothing.
        try test.memory.reader = { (_, _) throws(ProgrammeError) in throw .noSessions(format: "pasted page") }
        try test.type(":programme paste", "nothing")
        #expect(test.refusal(of: ".")?.contains("1 line of the page kept in") == true)
        try test.type(":programme paste")
        #expect(try test.session.endCapture() == nil && test.memory.pages.count == 2)
        // The day is left in the middle of a page.
        try test.type(":programme paste", "10h00 Rust")
        try test.session.close()
        #expect(try test.memory.pages.last == "10h00 Rust\n")
    }
}
