import Notebook
import Programmes
import Testing

/// Days of real programmes with a clock that is given: what `:new` alone takes.
@Suite(.enabled(if: Samples.isThere, missing)) struct SimulatedDayTests {
    static let names = [
        "17-conferencehall-devfestnantes2025.json", "sessionize-gridsmart-droidcon.json", "04-fosdem-2026-cut.xml",
        "frab-31c3-schedule.xml",
    ]

    private func here(_ session: ProgrammeSession, _ minutes: Int, room: String) throws -> Programme.Whereabouts {
        let moment = try #require(session.start.adding(minutes: minutes))
        return Programme.Whereabouts(date: moment.date, time: moment.time, room: room)
    }

    /// Somebody who stays in a room gets each of its talks: a little before its start, at it, and when the one before
    /// overran by five minutes.
    @Test(arguments: names) func inOneRoomEachTalkIsTaken(name: String) throws {
        let programme = try Samples.read(name).programme
        var count = 0
        for session in programme.talks {
            for minutes in [-3, 0, 5] {
                let first = programme.on(try here(session, minutes, room: session.room)).first
                // Among lightning talks a few minutes are another talk's time.
                if session.start.minutes + minutes + 5 >= programme.end(of: session) { continue }
                let before = programme.talks.last { $0.room == session.room && $0.start < session.start }
                if let before, minutes < 0, before.day == session.day,
                    before.start.minutes + 10 > session.start.minutes
                        || programme.end(of: before) > session.start.minutes
                {
                    continue
                }
                #expect(
                    first?.room == session.room && first?.start.minutes == session.start.minutes, "\(session.title)")
                count += 1
            }
        }
        #expect(count > programme.talks.count)
    }

    /// With a star elsewhere, the star wins over the room; what has a slot comes after all others.
    @Test(arguments: names) func starsWinOverTheRoom(name: String) throws {
        let programme = try Samples.read(name).programme
        for session in programme.talks {
            var starred = programme
            let index = try #require(starred.sessions.firstIndex { $0.identity == session.identity })
            starred.sessions[index].isStarred = true
            var place = try here(session, 0, room: "elsewhere")
            #expect(starred.on(place).first?.identity == session.identity)
            place.taken = [session.identity]
            let others = starred.on(place)
            #expect(others.count == 1 || others.first?.identity != session.identity)
        }
    }

    /// At noon the programme is read again: a talk of the afternoon has moved, another is gone.
    @Test(arguments: names) func atNoonTheProgrammeChanges(name: String) throws {
        let old = try Samples.read(name).programme
        var new = old
        let afternoon = new.sessions.indices.filter {
            new.sessions[$0].kind == .talk && new.sessions[$0].start.time.hour >= 14
        }
        let (moved, gone) = (try #require(afternoon.first), try #require(afternoon.last))
        new.sessions[moved].start = try #require(new.sessions[moved].start.adding(minutes: 15))
        new.sessions[moved].end = new.sessions[moved].end?.adding(minutes: 15)
        new.sessions.remove(at: gone)
        let (programme, changes) = new.updating(old)
        #expect(
            changes == [
                .moved(from: old.sessions[moved], to: programme.sessions[moved]), .cancelled(old.sessions[gone]),
            ])
        #expect(
            programme.on(try here(programme.sessions[moved], 0, room: old.sessions[moved].room)).contains {
                $0.title == old.sessions[moved].title
            })
    }
}
