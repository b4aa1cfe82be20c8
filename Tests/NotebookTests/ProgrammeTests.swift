import Notebook
import Testing

/// The programme's questions, with a clock that is given.
@Suite struct ProgrammeTests {
    static let day = CalendarDate(year: 2026, month: 11, day: 25)

    static func session(
        _ title: String, _ start: String, _ end: String, room: String = "A", star: Bool = false, by: [String] = []
    ) throws -> ProgrammeSession {
        let day = try #require(day)
        let from = try time(start), to = try time(end)
        let begins = ProgrammeMoment(date: day, time: from)
        var session = ProgrammeSession(
            title: title, day: day, start: begins, end: begins.adding(minutes: from.minutes(until: to)))
        session.room = room
        session.isStarred = star
        session.speakers = by.map { Speaker(name: $0) }
        return session
    }

    static func time(_ word: String) throws -> TimeOfDay {
        guard case .time(let time) = TimeOfDay.read(word) else { throw ProgrammeError.noDates }
        return time
    }

    static func at(_ word: String, room: String = "", taken: [ProgrammeSession] = []) throws -> Programme.Whereabouts {
        Programme.Whereabouts(
            date: try #require(day), time: try time(word), room: room, taken: Set(taken.map(\.identity)))
    }

    static func programme() throws -> Programme {
        Programme(
            event: "E",
            sessions: [
                try session("Keynote", "9h00", "9h45", by: ["Ada Lovelace"]),
                try session("Souveraineté numérique", "10h00", "10h45", room: "A", by: ["Yann Lechelle"]),
                try session("Kubernetes", "10h00", "10h45", room: "B"),
                try session("Workshop", "10h00", "13h00", room: "C"),
                try session("Data mesh", "11h00", "11h45", room: "A"),
                try session("Rust", "11h00", "11h45", room: "B", star: true),
                try session("Night", "23h30", "0h30", room: "B"),
            ])
    }

    // MARK: On now

    @Test(
        arguments: [
            ("8h55", "", "Keynote"), ("9h00", "", "Keynote"), ("9h40", "", "Keynote"), ("9h52", "B", "Kubernetes"),
            ("10h00", "", "Souveraineté numérique"), ("10h05", "C", "Workshop"), ("11h00", "A", "Rust"),
            ("12h00", "A", "Workshop"),
            ("0h10", "", nil), ("23h59", "", "Night"), ("14h00", "", nil), ("8h40", "", nil),
        ] as [(String, String, String?)])
    func theBestOfWhatIsOn(now: String, room: String, title: String?) throws {
        #expect(try Self.programme().on(Self.at(now, room: room)).first?.title == title)
    }

    @Test func whatIsTakenComesLast() throws {
        let programme = try Self.programme()
        let rust = try #require(programme.sessions.first { $0.title == "Rust" })
        #expect(try programme.on(Self.at("11h00", taken: [rust])).map(\.title) == ["Data mesh", "Workshop", "Rust"])
    }

    @Test func atTheEndOfATalkTheNextOneOfItsRoomIsMeant() throws {
        let programme = Programme(sessions: [
            try Self.session("First", "10h00", "10h50"), try Self.session("Second", "10h50", "11h30"),
        ])
        #expect(try programme.on(Self.at("10h30", room: "A")).map(\.title) == ["First"])
        #expect(try programme.on(Self.at("10h42", room: "A")).map(\.title) == ["Second"])
        #expect(try programme.on(Self.at("10h55", room: "A")).map(\.title) == ["Second"])
    }

    @Test func breaksAreNeverOn() throws {
        var lunch = try Self.session("Lunch", "12h00", "13h00")
        lunch.kind = .pause
        #expect(try Programme(sessions: [lunch]).on(Self.at("12h00")).isEmpty)
    }

    @Test func afterMidnightTheNightsTalkIsStillOn() throws {
        let day = try #require(Self.day)
        let next = try #require((DayNumber(day) + 1).date)
        let here = Programme.Whereabouts(date: next, time: try Self.time("0h10"))
        #expect(try Self.programme().on(here).map(\.title) == ["Night"])
    }

    @Test func nextIsWhatFollows() throws {
        let programme = try Self.programme()
        #expect(try programme.next(Self.at("10h20")).map(\.title) == ["Rust", "Data mesh"])
        #expect(try programme.next(Self.at("10h20"), room: "a").map(\.title) == ["Data mesh"])
        #expect(try programme.next(Self.at("23h45")).isEmpty)
    }

    // MARK: What was typed

    @Test(
        arguments: [
            ("10h00", "souv", ["Souveraineté numérique"]), ("10h00", "SOUVERAINETE", ["Souveraineté numérique"]),
            ("10h00", "b", ["Kubernetes"]), ("10h00", "lechelle", ["Souveraineté numérique"]), ("10h00", "Cats", []),
            ("10h00", "", ["Souveraineté numérique", "Kubernetes", "Workshop"]), ("10h05", "kub", ["Kubernetes"]),
            ("14h00", "souv", []), ("14h00", "", []), ("10h00", "souv kub", []),
        ] as [(String, String, [String])])
    func timeAndWordsFindTalks(time: String, words: String, titles: [String]) throws {
        let found = try Self.programme().matches(time: Self.time(time), words: words, Self.at("9h50"))
        #expect(found.map(\.title) == titles)
    }

    @Test func wordsAloneTakeTheNearest() throws {
        #expect(try Self.programme().matches(time: nil, words: "data", Self.at("9h00")).map(\.title) == ["Data mesh"])
        #expect(try Self.programme().matches(time: nil, words: "", Self.at("9h00")).map(\.title) == ["Keynote"])
    }

    @Test func titlesAndSpeakersComplete() throws {
        #expect(try Self.programme().completions(for: "k") == ["Keynote", "Kubernetes"])
        #expect(try Self.programme().completions(for: "ada") == ["Ada Lovelace"])
    }

    // MARK: Agenda

    @Test func agendaMarksWhatIsOnConflictsAndGaps() throws {
        let programme = Programme(sessions: [
            try Self.session("One", "9h00", "10h00", star: true),
            try Self.session("Two", "9h30", "10h30", room: "B", star: true),
            try Self.session("Three", "9h30", "10h30", room: "C"),
            try Self.session("Four", "11h00", "12h00", star: true),
        ])
        let agenda = programme.agenda(of: try #require(Self.day), now: try Self.at("9h45"))
        #expect(agenda.entries.map(\.isOn) == [true, true, true, false])
        #expect(agenda.entries.map(\.isInConflict) == [true, true, false, false])
        #expect(agenda.gaps == [Agenda.Gap(start: try Self.time("10h30"), end: try Self.time("11h00"))])
    }

    // MARK: Changes

    @Test func aNewVersionIsComparedAndKeepsStars() throws {
        var old = try Self.programme(), new = try Self.programme()
        for index in old.sessions.indices {
            (old.sessions[index].id, new.sessions[index].id) = ("\(index)", "\(index)")
        }
        new.sessions[5].isStarred = false
        new.sessions[1].start = try #require(new.sessions[1].start.adding(minutes: 30))
        new.sessions[2].title = "Kubernetes, again"
        new.sessions.remove(at: 4)
        new.sessions.append(try Self.session("Fresh", "15h00", "16h00"))
        let (programme, changes) = new.updating(old)
        #expect(programme.sessions.first { $0.title == "Rust" }?.isStarred == true)
        #expect(
            changes == [
                .moved(from: old.sessions[1], to: programme.sessions[1]),
                .renamed(from: old.sessions[2], to: programme.sessions[2]), .new(programme.sessions[6]),
                .cancelled(old.sessions[4]),
            ])
        #expect(old.updating(old).changes.isEmpty)
    }

    @Test func withoutIdsTitleAndSpeakersFindTheSession() throws {
        let old = Programme(sessions: [
            try Self.session("T", "9h00", "10h00", by: ["Ada"]), try Self.session("T", "11h00", "12h00", by: ["Bob"]),
        ])
        let new = Programme(sessions: [
            try Self.session("T", "9h30", "10h30", by: ["Ada"]), try Self.session("T", "14h00", "15h00", by: ["Bob"]),
        ])
        #expect(new.updating(old).changes == zip(old.sessions, new.sessions).map { .moved(from: $0, to: $1) })
    }

    @Test func favouritesStar() throws {
        let favourites = Programme(sessions: [
            try Self.session("Kubernetes - Grace Hopper", "10h00", "10h45", room: "B"),
            try Self.session("Elsewhere", "8h00", "9h00"),
        ])
        let (programme, unknown) = try Self.programme().starring(favourites)
        #expect(programme.sessions.filter(\.isStarred).map(\.title) == ["Kubernetes", "Rust"])
        #expect(unknown.map(\.title) == ["Elsewhere"])
    }

    // MARK: Dates

    @Test func daysAreCountedBothWays() {
        for value in stride(from: -719_162, through: 2_932_896, by: 97) {
            #expect(DayNumber(value).date.map { DayNumber($0).value } == value)
        }
        #expect(DayNumber(-719_163).date == nil && DayNumber(2_932_897).date == nil)
        #expect(Self.day.map { DayNumber($0).weekday } == 2)
    }
}
