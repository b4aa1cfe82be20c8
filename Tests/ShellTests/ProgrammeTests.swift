import Notebook
import ShellInMemory
import Testing

@testable import Shell

/// The commands that use a programme, as they are typed.
@Suite struct ProgrammeTests {
    // MARK: What is on

    @Test func newAloneTakesWhatIsOnAndSaysWhatElseThereIs() throws {
        let test = try TestSession.withProgramme()
        try test.at(10, 2)
        #expect(
            try test.type(":new") == [
                "taken: 10h00 -> 10h45 Souveraineté numérique (A) — Yann Lechelle; also: #2 C++ and C++ again (B)"
            ])
        #expect(
            test.body.trimmed == """
                == 10h00 -> 10h45 - Souveraineté numérique

                By Yann Lechelle (Scaleway)

                .Abstract
                ----
                About Souveraineté numérique.

                - one
                - two
                ----
                """)
        try test.type("a note")
        #expect(test.body.hasSuffix("* a note\n"))
    }

    @Test func aNumberSwitchesWhileTheSlotIsEmpty() throws {
        let test = try TestSession.withProgramme()
        let empty = test.body
        try test.at(10)
        try test.type(":new")
        #expect(try test.type(":new #2")[0].hasPrefix("taken: 10h00 -> 10h45 C++ and C++ again (B)"))
        #expect(test.session.open?.day.slotCount == 1 && !test.body.contains("Souveraineté"))
        // A step each.
        try test.type(":undo", ":undo")
        #expect(test.body == empty)
        #expect(test.refusal(of: ":new #3")?.contains("no #3") == true)
    }

    @Test func afterAnUndoTheSlotIsTheOneBefore() throws {
        let test = try TestSession.withProgramme()
        try test.at(10)
        try test.type(":new", ":new #2", ":undo")
        #expect(test.slotTitle == "10h00 -> 10h45 - Souveraineté numérique")
        try test.type(":new #1")
        #expect(test.slotTitle == "10h00 -> 10h45 - Souveraineté numérique" && test.session.open?.day.slotCount == 1)
        try test.type(":new #2", "a note")
        #expect(test.slotTitle?.hasPrefix("10h00 -> 10h45 - C") == true && test.session.open?.day.slotCount == 1)
    }

    @Test func withANoteTheOtherTalkIsAnotherSlot() throws {
        let test = try TestSession.withProgramme()
        try test.at(10)
        try test.type(":new", "a note", ":new #2", "another")
        #expect(test.session.open?.day.slotCount == 2)
        #expect(test.body.contains("* a note") && test.body.hasSuffix("* another\n"))
    }

    @Test func aSpeakerThatWasTypedIsNotSwitchedAway() throws {
        let test = try TestSession.withProgramme()
        try test.at(10)
        try test.type(":new", ":by Somebody Else (Elsewhere)", ":new #2")
        #expect(test.session.open?.day.slotCount == 2 && test.body.contains("Somebody Else"))
    }

    @Test func theRoomOfTheLastTalkWinsAndAStarWinsOverIt() throws {
        let test = try TestSession.withProgramme()
        try test.at(10)
        try test.type(":new #2", "a note")
        try test.at(12)
        #expect(try test.type(":new")[0].hasPrefix("taken: 12h00 -> 12h45 Rust (B)"))
        try test.type("a note", ":star 14h00 souv")
        try test.at(13, 55)
        #expect(try test.type(":new")[0].hasPrefix("taken: 14h00 -> 14h45 * Souveraineté, suite (A)"))
    }

    @Test func whereNothingIsOnNothingIsWritten() throws {
        let test = try TestSession.withProgramme()
        try test.at(17)
        let before = test.body
        #expect(
            test.refusal(of: ":new")
                == "nothing of the programme is on; next: 23h30 -> 00h15 Night (B); type :new and a time or title")
        #expect(test.body == before)
    }

    @Test func inTheNightTheDayGoesOn() throws {
        let test = try TestSession.withProgramme()
        test.now.today = try CalendarDate(year: 2026, month: 11, day: 24).orThrow()
        try test.at(0, 5)
        #expect(try test.type(":new")[0].hasPrefix("taken: 23h30 -> 00h15 Night (B)"))
    }

    @Test func withoutAProgrammeEverythingIsAsBefore() throws {
        let test = try TestSession()
        try test.type(":day Salon")
        #expect(test.refusal(of: ":new") == "something is missing; type :new [START[-END] [TRACK] [: TITLE] | #N]")
        try test.type(":new 14h00 Souveraineté", ":new #2")
        #expect(test.body.contains("== 14h00 - Souveraineté\n") && test.body.contains("== #2\n"))
        for line in [":next", ":agenda", ":star", ":retime", ":programme"] {
            #expect(test.refusal(of: line)?.hasPrefix("this event has no programme") == true)
        }
    }

    // MARK: What was typed

    @Test(
        arguments: [
            (":new 14h00 souv", "14h00 -> 14h45 - Souveraineté, suite"),
            (":new 14h00 SOUVERAINETE", "14h00 -> 14h45 - Souveraineté, suite"),
            (":new 14h00 b", "14h00 -> 14h45 - Kubernetes"), (":new 10h00 hopper", "10h00 -> 10h45 - C"),
            (":new 14h05 kub", "14h05 -> 14h45 - Kubernetes"), (":new 14h00-14h30 kub", "14h00 -> 14h30 - Kubernetes"),
            (":new 12h00 Data mesh : en pratique", "12h00 -> 12h45 - Data mesh : en pratique"),
            (":new 14h00", "14h00 -> 14h45 - Souveraineté, suite"),
            (":new 14h00 Rien de tel", "14h00 - Rien de tel"), (":new 14h00 Tech : Titre", "14h00 - Tech : Titre"),
            (":new 16h10 souv", "16h10 - souv"), (":new Kube", "Kube"),
            (":new kubernetes", "14h00 -> 14h45 - Kubernetes"),
            (":new rust", "12h00 -> 12h45 - Rust"), (":new : Rust", "Rust"), (":new Pause", "Pause"),
        ])
    func timeAndWordsNameATalk(line: String, heading: String) throws {
        let test = try TestSession.withProgramme()
        try test.at(12, 10)
        let before = test.body
        try test.type(line)
        #expect(test.slotTitle?.hasPrefix(heading) == true, "\(test.slotTitle ?? "")")
        try test.type(":undo")
        #expect(test.body == before)
    }

    @Test func aTitleIsShownAsTheProgrammeHasIt() throws {
        let test = try TestSession.withProgramme()
        try test.at(10)
        try test.type(":new 10h00 c again")
        // Two pairs of pluses would be a passthrough; the slot is found again all the same.
        #expect(test.slotTitle?.contains("C++ and C++") == false)
        #expect(try test.type(":star") == ["starred: 10h00 -> 10h45 * C++ and C++ again (B) — Grace Hopper"])
    }

    @Test func theAbstractAloneIsTheProgrammes() throws {
        let test = try TestSession.withProgramme()
        try test.type(":new 14h00 Titre", ":undo", ":new : Kubernetes")
        #expect(try test.type(":abstract") == ["the programme's abstract of Kubernetes"])
        #expect(test.body.contains(".Abstract\n----\nAbout Kubernetes.\n"))
        // The slot has one now: the command is as before.
        #expect(test.refusal(of: ":abstract") != nil)
    }

    // MARK: Doubtful times

    @Test func everyLineWithATimeSaysThatItIsAsWritten() throws {
        var doubtful = try Programme.sample()
        doubtful.times = .doubtful
        for index in doubtful.sessions.indices {
            doubtful.sessions[index].start.offset = 0
            doubtful.sessions[index].end?.offset = 0
        }
        let test = try TestSession.withProgramme(.english, doubtful)
        let mark = "[times as written, zone in doubt]"
        try test.at(10)
        var lines = try test.type(":new", ":next", ":star 14h00 souv", ":agenda", ":programme list")
        #expect(lines.count > 20 && lines.allSatisfy { $0.contains(mark) })
        lines = try test.type(":programme")
        #expect(
            lines[1].hasPrefix("times as written, their zone is in doubt: 2026/11/23 09h00 … 23h30, 2026/11/24 09h00"))
        #expect(test.refusal(of: ":programme --in ../../etc") != nil)
        lines = try test.type(":programme --in Europe/Paris")
        #expect(lines[0] == "times converted to Europe/Paris: 2026/11/23 10h00 … 16h00, 2026/11/24 00h30 … 12h00")
        #expect(lines[1].hasPrefix("slot 1 says 10h00 -> 10h45, the programme 11h00 -> 11h45"))
        #expect(try test.type(":agenda").allSatisfy { !$0.contains(mark) })
        // The same file read again is converted again, and nothing has changed.
        #expect(try test.type(":programme schedule.json").allSatisfy { !$0.hasPrefix("moved") && !$0.contains(mark) })
        #expect(test.refusal(of: ":programme --as-written") != nil)
        #expect(
            try test.type(":programme schedule.json --as-written")[1].hasPrefix("times as written: 2026/11/23 09h00"))
    }

    /// `+02:00` in November, in Paris: somebody's software is wrong, and nobody can know by how much.
    @Test func anOffsetThatTheZoneDoesNotHaveIsDoubted() throws {
        for (offset, isDoubtful) in [(120, true), (60, false)] {
            var programme = try Programme.sample()
            programme.zone = "Europe/Paris"
            for index in programme.sessions.indices { programme.sessions[index].start.offset = offset }
            let test = try TestSession.withProgramme(.english, programme)
            try test.at(10)
            #expect(try test.type(":new")[0].contains("zone in doubt") == isDoubtful)
        }
    }

    // MARK: Agenda, next, stars

    @Test func theAgendaShowsNowStarsConflictsAndGaps() throws {
        let test = try TestSession.withProgramme()
        try test.type(":star 10h00 c again", ":star 12h00 rust", ":star 5", ":star 4")
        try test.at(12, 5)
        let lines = try test.type(":agenda")
        #expect(
            lines == [
                "   1  09h00 -> 09h45 Keynote (A) — Ada Lovelace",
                "   2  10h00 -> 10h45 Souveraineté numérique (A) — Yann Lechelle",
                "   3  10h00 -> 10h45 * C++ and C++ again (B) — Grace Hopper",
                "      10h45 -> 12h00 nothing starred",
                "›! 4  12h00 -> 12h45 * Data mesh : en pratique (A) — Alan Turing",
                "›! 5  12h00 -> 12h45 * Rust (B) — Grace Hopper",
                "   6  14h00 -> 14h45 Souveraineté, suite (A) — Yann Lechelle",
                "   7  14h00 -> 14h45 Kubernetes (B)", "   8  15h00 -> 15h45 Titre (A)",
                "   9  23h30 -> 00h15 Night (B)",
            ])
        #expect(try test.type(":agenda 2").count == 3 && test.type(":agenda 24/11").count == 3)
        #expect(test.refusal(of: ":agenda 3")?.hasPrefix("“3” is no day of the programme") == true)
        try test.type(":unstar 5")
        #expect(try !test.type(":agenda")[5].contains("*"))
    }

    @Test func nextIsHereAndElsewhere() throws {
        let test = try TestSession.withProgramme()
        try test.at(12)
        try test.type(":new #2")
        #expect(
            try test.type(":next") == [
                "7  here, B: 14h00 -> 14h45 Kubernetes (B)",
                "6  14h00 -> 14h45 Souveraineté, suite (A) — Yann Lechelle",
            ])
        try test.at(23, 50)
        #expect(try test.type(":next") == ["nothing follows today"])
    }

    @Test func aStarNeedsOneTalk() throws {
        let test = try TestSession.withProgramme()
        #expect(
            test.refusal(of: ":star rust")?.hasPrefix("“rust” fits several; type a number: 5 2026/11/23 12h00") == true)
        #expect(test.refusal(of: ":star nothing") == "no session “nothing”; :agenda lists them with their numbers")
        #expect(test.refusal(of: ":star") != nil)
        #expect(try test.type(":star mesh")[0].hasPrefix("starred: 12h00"))
    }

    // MARK: A programme that changes

    @Test func anotherVersionIsComparedAndRetimesOnlyWhenAsked() throws {
        let test = try TestSession.withProgramme()
        try test.at(14)
        try test.type(":new 14h00 kub", "a note", ":star")
        let before = test.body
        var changed = try Programme.sample()
        let index = try changed.sessions.firstIndex { $0.title == "Kubernetes" }.orThrow()
        changed.sessions[index].start = try changed.sessions[index].start.adding(minutes: 15).orThrow()
        changed.sessions[index].end = changed.sessions[index].end?.adding(minutes: 15)
        changed.sessions[0].title = "Opening"
        changed.sessions.removeLast()
        try test.memory.published = changed
        let lines = try test.type(":programme schedule.json")
        #expect(lines.contains { $0.hasPrefix("moved: Kubernetes, 2026/11/23 14h00 B → 2026/11/23 14h15 B") })
        #expect(lines.contains("renamed: Keynote → Opening"))
        #expect(lines.contains { $0.hasPrefix("cancelled: Rust, 2026/11/24 11h00 A") })
        #expect(
            lines.last == "slot 1 says 14h00 -> 14h45, the programme 14h15 -> 15h00 * Kubernetes (B): :retime 1")
        #expect(test.body == before)
        #expect(
            try test.type(":retime") == ["slot 1: 14h00 -> 14h45 → 14h15 -> 15h00 * Kubernetes (B)"])
        #expect(test.slotTitle == "14h15 -> 15h00 - Kubernetes")
        #expect(try test.type(":retime") == ["the slots say the programme's times"])
        try test.type(":undo")
        #expect(test.body == before)
    }

    @Test func linesOfTheUsersOwnStay() throws {
        let test = try TestSession.withProgramme()
        var table = try test.memory.kept["salon"].orThrow().table
        var own = table.programme.sessions[0]
        (own.title, own.id, own.room) = ("Lunch with Ada", "", "")
        table.programme.sessions.append(own)
        try test.memory.store(table, for: "salon")
        let lines = try test.type(":programme schedule.json")
        #expect(lines.count == 2)
        #expect(try test.type(":agenda").contains { $0.contains("Lunch with Ada") })
    }

    @Test func aTimeThatWasTypedOtherwiseIsNoNews() throws {
        let test = try TestSession.withProgramme()
        try test.type(":new 14h05 kub", ":new 14h00 souv")
        var changed = try Programme.sample()
        let index = try changed.sessions.firstIndex { $0.title.hasPrefix("Souveraineté, ") }.orThrow()
        changed.sessions[index].start = try changed.sessions[index].start.adding(minutes: 5).orThrow()
        try test.memory.published = changed
        let lines = try test.type(":programme schedule.json")
        #expect(lines.count { $0.contains(":retime") } == 1 && lines.last?.contains("Souveraineté, suite") == true)
    }

    /// A version whose times are the clock's already needs no zone.
    @Test func aVersionWithoutOffsetsIsTakenAfterAConversion() throws {
        let test = try TestSession.withProgramme()
        try test.type(":programme --in Europe/Paris")
        var local = try Programme.sample()
        for index in local.sessions.indices {
            (local.sessions[index].start.offset, local.sessions[index].end) = (nil, nil)
        }
        try test.memory.published = local
        #expect(try test.type(":programme schedule.json")[1].hasPrefix("times as written: 2026/11/23 09h00"))
    }

    @Test func aCalendarOfNearlyAllTalksIsAnotherForm() throws {
        let test = try TestSession.withProgramme()
        var calendar = try Programme.sample()
        calendar.source = "iCalendar"
        calendar.sessions.removeLast()
        try test.memory.published = calendar
        #expect(try test.type(":programme all.ics")[0].hasPrefix("iCalendar: 11 talks"))
        #expect(try test.type(":agenda").count { $0.contains("*") } == 0)
    }

    @Test func aCalendarOfSomeTalksIsStars() throws {
        let test = try TestSession.withProgramme()
        var stars = try Programme.sample()
        stars.source = "iCalendar"
        stars.sessions = stars.sessions.filter { $0.title == "Kubernetes" || $0.title == "Keynote" }
        try test.memory.published = stars
        #expect(try test.type(":programme faved.ics")[0].hasPrefix("a calendar of talks of this programme: 2 starred"))
        #expect(try test.type(":agenda").count { $0.contains("*") } == 2)
    }

    // MARK: A pasted page

    @Test func aPageIsTypedOrPastedAndItsLinesCorrected() throws {
        let test = try TestSession()
        try test.memory.published = try Programme.sample()
        try test.type(":day Salon")
        #expect(try test.type(":programme paste") == ["paste the text of the programme's page, then a . alone"])
        #expect(test.session.captureName == "programme")
        var lines = try test.type("9h00 - 9h45 Keynote", "* no bullet", "", ":new 9h00", ".")
        #expect(try test.memory.origins == [.page("9h00 - 9h45 Keynote\n* no bullet\n\n:new 9h00")])
        #expect(lines.contains(" 4  2026/11/23 12h00 -> 12h45 Data mesh : en pratique (A) — Alan Turing"))
        #expect(test.session.captureName == nil && !test.body.contains("bullet"))
        lines = try test.type(
            ":programme 4 title Data Mesh", ":programme 4 speakers Ada Lovelace (X); Bob", ":programme 4 start 12h10")
        #expect(lines.last == "5  2026/11/23 12h10 -> 12h45 Data Mesh (A) — Ada Lovelace, Bob")
        #expect(test.refusal(of: ":programme 4 start soon") == "“soon” is no start; nothing was changed")
        #expect(test.refusal(of: ":programme 4 colour red")?.contains("day, start, end") == true)
        #expect(test.refusal(of: ":programme 99 title x")?.hasPrefix("no session “99”") == true)
        try test.type(":programme 1 delete")
        #expect(try test.type(":programme list").count == 11)
        // As a paste, which is one event.
        let response = try test.session.submit(paste: "9h00 Keynote\n10h00 Rust", before: ":programme paste")
        #expect(response.lines[0].hasPrefix("test: 12 talks"))
        #expect(test.session.captureName == nil)
    }

    @Test func anAddressAFileAndADayAreToldApart() throws {
        let test = try TestSession.withProgramme()
        try test.type(
            ":programme https://example.org/s.json", ":programme webcal://example.org/c.ics", ":programme ~/a\\ b.json",
            ":programme x.csv 2026-11-25")
        #expect(
            try test.memory.origins.dropFirst() == [
                .address("https://example.org/s.json"), .address("https://example.org/c.ics"),
                .file(path: "/home/ada/a b.json"), .file(path: "x.csv"),
            ])
        #expect(try test.memory.contexts.last?.day == CalendarDate(year: 2026, month: 11, day: 25))
        for line in [":programme a b", ":programme --in", ":programme --what", ":programme a --as-written b"] {
            #expect(test.refusal(of: line) != nil)
        }
    }

    @Test func aProgrammeThatCannotBeReadKeepsNoLineFromBeingWritten() throws {
        let test = try TestSession.withProgramme()
        try test.memory.failure = .encoding(line: 3)
        let lines = try test.type(":new 14h00 souv")
        #expect(test.slotTitle == "14h00 - souv")
        #expect(lines.count == 1 && lines[0].hasPrefix("programmes/salon.tsv cannot be used: line 3 is not UTF-8"))
        #expect(test.refusal(of: ":programme x.json")?.hasPrefix("programmes/salon.tsv cannot be used") == true)
    }

    // MARK: People, completion, prompt

    @Test func whoWasHeardIsOfferedAtALaterEvent() throws {
        let test = try TestSession.withProgramme()
        try test.at(10)
        try test.type(":new", "a note", ":day 2026-12-01 Autre salon", ":new 9h00 X")
        #expect(test.lists.lines[.people] == ["Yann Lechelle (Scaleway)\tsalon 2026/11/23"])
        let completer = LineCompleter(test.session) { _ in [] }
        let offers = completer.candidates(for: ":by lech")
        #expect(offers.map(\.text) == ["Yann Lechelle (Scaleway)"])
        #expect(offers.map(\.description) == ["seen at salon 2026/11/23"])
        try test.type(":by Yann Lechelle")
        #expect(test.lists.lines[.people] == ["Yann Lechelle (Scaleway)\tautre-salon 2026/12/01, salon 2026/11/23"])
    }

    @Test func titlesAndSpeakersComplete() throws {
        let test = try TestSession.withProgramme()
        let completer = LineCompleter(test.session) { _ in [] }
        func offers(_ line: String) -> [String] { completer.candidates(for: line).map(\.text) }
        #expect(offers(":new 14h00 ") == ["Souveraineté, suite", "Kubernetes"])
        #expect(offers(":new 10h00 souv") == ["Souveraineté numérique"])
        #expect(offers(":new ku") == ["Kubernetes"])
        #expect(offers(":star data") == ["Data mesh : en pratique"])
        #expect(offers(":by hop") == ["Grace Hopper"])
        #expect(offers(":by yann") == ["Yann Lechelle (Scaleway)"])
        #expect(completer.hint(for: ":new 14h00 Kub").typed == "ernetes")
    }

    @Test func thePromptCountsToTheProgrammesEnd() throws {
        let test = try TestSession.withProgramme()
        var open = try Programme.sample()
        let index = try open.sessions.firstIndex { $0.title == "Titre" }.orThrow()
        open.sessions[index].end = nil
        try test.memory.published = open
        try test.type(":programme schedule.json")
        try test.at(15, 15)
        try test.type(":new")
        #expect(test.slotTitle == "15h00 - Titre")
        #expect(Prompt(test.session).right == "45′")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(
            split(separator: "\n", omittingEmptySubsequences: false).drop { $0.isEmpty }.joined(separator: "\n")
                .reversed()
                .drop { $0 == "\n" }.reversed())
    }
}
