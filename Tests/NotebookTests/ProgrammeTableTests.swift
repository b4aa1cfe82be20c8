import Notebook
import Testing

@Suite struct ProgrammeTableTests {
    private func full() throws -> Programme {
        var session = try ProgrammeTests.session("A \\ title\twith tab", "23h30", "0h30", room: "Saal \\n", star: true)
        session.speakers = [
            Speaker(name: "Ada Lovelace", affiliation: "Engines; (Analytical)"), Speaker(name: "阿柴 (Chai)"),
            Speaker(name: "Jyn, Luce und Zoe; all"),
        ]
        session.abstract = [
            .paragraph("- no item\n1. no item\n\\ # ```"), .item("one", depth: 0, isNumbered: false),
            .item("two", depth: 1, isNumbered: true), .code(["a", "", "  ```"]), .paragraph("Two\nlines"),
        ]
        (session.id, session.track, session.format, session.subtitle) = ("x", "T", "Talk", "Sub")
        session.start.offset = 570
        session.end?.offset = 570
        var pause = try ProgrammeTests.session("Lunch", "12h00", "13h00")
        pause.kind = .pause
        var programme = Programme(
            event: "E: 1", source: "pretalx", zone: "Australia/Adelaide", times: .converted("Europe/Paris"),
            sessions: [session, pause])
        programme.sort()
        programme.rooms = Programme(sessions: programme.sessions).rooms
        return programme
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let table = ProgrammeTable(try full())
        let read = try ProgrammeTable(reading: table.text)
        for (one, other) in zip(read.programme.sessions, table.programme.sessions) {
            for (block, before) in zip(one.abstract, other.abstract) { #expect(block == before) }
        }
        #expect(read.programme == table.programme)
        #expect(read.unread.isEmpty && read.text == table.text)
    }

    @Test func peopleWriteLinesOfTheirOwn() throws {
        let text =
            "# Steno programme\n# my own remark\nstart\tday\ttitle\troom\r\n9h30\t25/11/2026\tUnconference\tB\n\n2pm\t2026-11-25\tMore\n"
        let table = try ProgrammeTable(reading: text)
        #expect(table.programme.sessions.map(\.title) == ["Unconference", "More"])
        #expect(table.programme.sessions.map(\.start.time.minutes) == [570, 840])
        #expect(table.programme.rooms == ["B"] && table.remarks == ["# my own remark"])
    }

    @Test func whatIsNotUnderstoodIsKept() throws {
        let text = "# Steno programme\nday\tstart\ttitle\n2026-11-25\t25h99\tImpossible\n2026-11-25\t10:00\tFine\n"
        let table = try ProgrammeTable(reading: text)
        #expect(table.unread.map(\.number) == [3] && table.programme.sessions.map(\.title) == ["Fine"])
        #expect(table.text.hasSuffix("2026-11-25\t25h99\tImpossible\n"))
        #expect(throws: ProgrammeError.unknownFormat) { try ProgrammeTable(reading: "title\tstart\n") }
    }
}
