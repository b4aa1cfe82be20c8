import Notebook
import Programmes
import Shell
import ShellInMemory
import Testing

/// Days of real programmes, taken through the shell's commands with a clock that is set: what `:new` and Enter take.
@Suite(.enabled(if: Samples.isThere, missing)) struct ListenerTests {
    /// Three programmes of three formats, the first one French; a day of each, and a room to stay in.
    static let days: [(name: String, day: String)] = [
        ("17-conferencehall-devfestnantes2025.json", "2025-10-16"),
        ("sessionize-gridsmart-droidcon.json", "2024-10-31"), ("frab-31c3-schedule.xml", "2014-12-28"),
    ]

    private func listener(_ sample: (name: String, day: String)) throws -> Listener {
        let date = try #require(CalendarDate(reading: sample.day))
        let listener = try Listener("Salon", on: date, language: sample.name.hasPrefix("17") ? .french : .english)
        try listener.type(":programme \(Samples.folder)/\(sample.name)")
        try listener.type(":programme --as-written")
        return listener
    }

    /// The talks of a day in one room, without those that begin before another one there has ended.
    private func talks(_ listener: Listener, in room: String? = nil) throws -> [ProgrammeSession] {
        let programme = try listener.programme
        let day = programme.talks.filter { $0.day == listener.test.now.today }
        let rooms = Dictionary(grouping: day, by: \.room)
        let room = room ?? rooms.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? ""
        var end = Int.min
        return (rooms[room] ?? []).filter { talk in
            guard talk.start.minutes >= end else { return false }
            end = programme.end(of: talk)
            return true
        }
    }

    /// The number that a line offers a title by.
    private func number(of session: ProgrammeSession, in lines: [String]) -> String? {
        let offers = lines.joined().components(partedBy: "#").dropFirst()
        return offers.first { $0.contains(session.title.prefix(30)) }.map { String($0.prefix { $0.isNumber }) }
    }

    /// Somebody who stays in a room: on the minute, before it, and when the talk before overran.
    @Test(arguments: 0..<days.count, [0, -4, 7]) func inOneRoom(index: Int, minutes: Int) throws {
        let listener = try listener(Self.days[index])
        let talks = try talks(listener)
        #expect(talks.count > 4)
        for (number, talk) in talks.enumerated() {
            // Ten minutes of lightning talk: seven late is the next one.
            if minutes > 0, try listener.programme.end(of: talk) - talk.start.minutes < 20 { continue }
            let lines = try listener.type(":new", at: talk, minutes)
            if number == 0, !listener.isIn(talk) {
                // Nobody can know the room of the first talk: it is one of those that are offered, else typed.
                let other = self.number(of: talk, in: lines).map { ":new #\($0)" }
                try listener.type(other ?? ":undo")
                if other == nil {
                    try listener.type(":new \(talk.start.time.text(.h)) \(talk.title)", at: talk, minutes)
                }
            }
            #expect(listener.isIn(talk), "\(talk.start.time.text(.h)) \(talk.title): \(lines)")
            try listener.type("une note")
        }
        #expect(listener.test.session.open?.day.slotCount ?? 0 >= talks.count / 2)
    }

    /// Somebody who starred a way through the rooms, and goes it.
    @Test(arguments: 0..<days.count) func alongTheStars(index: Int) throws {
        let listener = try listener(Self.days[index])
        let programme = try listener.programme
        let day = programme.talks.filter { $0.day == listener.test.now.today }
        var (way, end) = ([ProgrammeSession](), Int.min)
        for talks in Dictionary(grouping: day, by: \.start.minutes).sorted(by: { $0.key < $1.key }).map(\.value) {
            let talk = talks[way.count % talks.count]
            guard talk.start.minutes >= end else { continue }
            way.append(talk)
            end = programme.end(of: talk)
        }
        #expect(way.count > 4)
        for talk in way {
            let number = try #require(try listener.programme.sessions.firstIndex { $0.identity == talk.identity })
            try listener.type(":star \(number + 1)")
        }
        for talk in way {
            let lines = try listener.type(":new", at: talk, 1)
            #expect(listener.isIn(talk), "\(talk.start.time.text(.h)) \(talk.title): \(lines)")
            try listener.type("une note")
        }
    }

    /// At noon the programme is read again: a talk of the afternoon begins a quarter of an hour later, one is gone, one has
    /// another title, one of the morning has moved.
    @Test(arguments: 0..<days.count) func atNoonTheProgrammeChanges(index: Int) throws {
        let listener = try listener(Self.days[index])
        let mine = try talks(listener)
        let morning = try #require(mine.first)
        let afternoon = mine.filter { $0.start.minutes > morning.start.minutes + 60 }
        let (moved, gone) = (try #require(afternoon.first), try #require(afternoon.last))
        #expect(moved.identity != gone.identity)
        try listener.type(":new \(morning.start.time.text(.h)) \(morning.title)", at: morning)
        try listener.type("une note du matin")
        let before = listener.test.body
        let number = try #require(try listener.programme.sessions.firstIndex { $0.identity == moved.identity })
        try listener.type(":star \(number + 1)")

        var changed = try listener.programme
        for index in changed.sessions.indices {
            let isMine = [morning.identity, moved.identity].contains(changed.sessions[index].identity)
            if isMine {
                changed.sessions[index].start = try #require(changed.sessions[index].start.adding(minutes: 15))
                changed.sessions[index].end = changed.sessions[index].end?.adding(minutes: 15)
                changed.sessions[index].isStarred = false
            }
        }
        changed.sessions.removeAll { $0.identity == gone.identity }
        listener.shelf.published["/new.tsv"] = Array(ProgrammeTable(changed).text.utf8)
        let lines = try listener.type(":programme /new.tsv")
        let isFrench = index == 0
        #expect(lines.contains { $0.hasPrefix(isFrench ? "déplacée : \(moved.title)" : "moved: \(moved.title)") })
        #expect(lines.contains { $0.hasPrefix(isFrench ? "annulée : \(gone.title)" : "cancelled: \(gone.title)") })
        #expect(lines.contains { $0.hasSuffix(":retime 1") }, "\(lines)")
        // Nothing that was typed is touched, and the star is there.
        #expect(listener.test.body == before)
        let now = try #require(
            try listener.programme.sessions.first {
                $0.title == moved.title && $0.room == moved.room && $0.start.minutes == moved.start.minutes + 15
            })
        #expect(now.isStarred)
        try listener.type(":new", at: now)
        #expect(listener.isIn(now), "\(now.title): \(listener.test.slotTitle ?? "")")
        try listener.type(":retime 1")
        #expect(listener.test.body.contains(try #require(morning.start.adding(minutes: 15)).time.text(.h)))
        try listener.type(":undo")
        try listener.type(":undo")
        #expect(listener.test.body == before)
    }
}

extension String {
    fileprivate func components(partedBy separator: Character) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
