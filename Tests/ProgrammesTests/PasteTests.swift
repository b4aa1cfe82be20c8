import FoundationEssentials
import Notebook
import Programmes
import Testing

@Suite struct PasteTests {
    /// What a person reads on the page: day, room, start, end, title, people. The sample's own lines are regular enough for
    /// a reading that shares nothing with ours: five fields at ` - `, of which the last is who talks.
    private func expected(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var day = "", room = ""
        for line in text.split(separator: "\n").map(String.init) {
            if ["jeudi 23", "vendredi 24"].contains(line) { day = String(line.suffix(2)) }
            if line.dropFirst().hasPrefix(" - "), line.first?.isNumber == true { room = line }
            let parts = line.split(separator: " - ").map(String.init)
            guard parts.count >= 4, parts[0].count == 5, parts[0].contains(":") else { continue }
            let people = parts[parts.count - 1].replacing(" et ", with: ", ")
            rows.append([day, room, parts[0], parts[1], parts[2..<parts.count - 1].joined(separator: " - "), people])
        }
        return rows
    }

    @Test(.enabled(if: Samples.isThere, missing)) func theFrenchPageIsReadWithoutACorrection() throws {
        let text = String(decoding: try Samples.bytes("36-txt-agilefrance2013.txt"), as: UTF8.self)
        let sessions = try ProgrammeReader.read(pasted: text, Samples.context).programme.sessions
        let ours = Set(
            sessions.map { session in
                [
                    "\(session.day.day)", session.room, session.start.time.text(.colon),
                    session.end?.time.text(.colon) ?? "", session.title,
                    session.speakers.map(\.name).joined(separator: ", "),
                ]
            })
        let rows = expected(text)
        let right = rows.count { ours.contains($0) }
        #expect(rows.count == 73 && sessions.count == 73)
        #expect(right * 100 >= rows.count * 95, "\(right) of \(rows.count) right")
        print("pasted page: \(right) of \(rows.count) lines right in day, room, times, title and people")
    }

    private func read(_ text: String) throws -> [ProgrammeSession] {
        try ProgrammeReader.read(pasted: text, ReadingContext(day: CalendarDate(year: 2026, month: 6, day: 1)))
            .programme.sessions
    }

    @Test func titleAndSpeakerOnLinesOfTheirOwn() throws {
        let sessions = try read(
            "Menu\nContact\n\nSalle A\n09h00 - 09h30\nUn titre\nAda Lovelace et Grace Hopper\n\n10h00\nAutre titre\n")
        #expect(sessions.map(\.title) == ["Un titre", "Autre titre"])
        #expect(sessions.first?.speakers.map(\.name) == ["Ada Lovelace", "Grace Hopper"])
        #expect(sessions.allSatisfy { $0.room == "Salle A" })
    }

    @Test func cellsOfATable() throws {
        let sessions = try read("14:00\tData mesh\tAda Lovelace\tAmphi B\n15:00\tPause\n")
        #expect(sessions.first?.room == "Amphi B" && sessions.first?.speakers.map(\.name) == ["Ada Lovelace"])
        #expect(sessions.last?.kind == .pause)
    }

    @Test func aSentenceAfterTheLastDashIsNobody() throws {
        let session = try #require(try read("14:00 - Kanban - retrouvez votre efficacité !").first)
        #expect(session.title == "Kanban - retrouvez votre efficacité !" && session.speakers.isEmpty)
    }

    @Test func numbersAreNoTimes() {
        for text in ["2006 - restauration en cours", "1 - Belvédère", "Version 2.0.1 est là", "3D printing"] {
            #expect(throws: ProgrammeError.noSessions(format: "pasted page")) { try read(text) }
        }
    }
}
