import Notebook
import Programmes
import Testing

/// The traps T10 to T18: ends, order, markup, languages, dates, shapes, bytes.
@Suite struct TextTrapTests {
    private func abstract(_ text: String) throws -> [AbstractBlock] {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        let reading = try read(#"[{"title": "T", "start": "2026-01-01 10:00", "abstract": "\#(escaped)"}]"#)
        return try #require(reading.programme.sessions.first).abstract
    }

    // T10

    @Test(arguments: [("00:20", 20), ("0:30", 30), ("1:30", 90), ("45", 45), ("90 min", 90), ("1h30", 90), ("2h", 120)])
    func t10DurationsAsTheyAreWritten(duration: String, minutes: Int) throws {
        let session = try #require(
            try read("title,start,duration\nT,2026-01-01 10:00,\(duration)\n").programme.sessions.first)
        #expect(session.end.map { $0.minutes - session.start.minutes } == minutes)
    }

    @Test func t10AnEndAfterMidnightAndAMissingOne() throws {
        let reading = try read(
            "title,start,end,room\nLate,2026-01-01 23:30,2026-01-01 00:30,A\nFirst,2026-01-01 10:00,,A\nSecond,2026-01-01 10:40,,A\n"
        )
        let late = try reading.session("Late")
        #expect(late.end?.date.day == 2 && late.end?.time.text(.colon) == "00:30")
        let first = try reading.session("First")
        #expect(first.end == nil && reading.programme.end(of: first) == first.start.minutes + 40)
    }

    // T11

    @Test(.enabled(if: Samples.isThere, missing)) func t11SessionsAreInTheOrderOfTime() throws {
        for name in SampleCountTests.names {
            let sessions = try Samples.read(name).programme.sessions
            let keys = sessions.map { ($0.day, $0.start.minutes) }
            #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 }, "\(name)")
        }
    }

    // T12

    @Test func t12HTMLIsParagraphsAndLists() throws {
        #expect(
            try abstract(
                "<p>One &amp;amp; <b>two</b></p>\n<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul><p>End</p>")
                == [
                    .paragraph("One & two"), .item("a", depth: 0, isNumbered: false),
                    .item("b", depth: 0, isNumbered: false),
                    .item("c", depth: 1, isNumbered: false), .paragraph("End"),
                ])
        #expect(
            try abstract("<p>If a &lt; b: <a href=\"https://e.org\">here</a></p>") == [
                .paragraph("If a < b: here (https://e.org)")
            ])
        #expect(try abstract("a < b and c > d") == [.paragraph("a < b and c > d")])
    }

    @Test func t12MarkdownIsPlainWordsAndLists() throws {
        #expect(
            try abstract(
                "# Head\n\nSome **bold**, _it_ and `code`: [text](https://e.org/a_b_c).\n\n* one\n* two\n  more\n1. three"
            ) == [
                .paragraph("Head"), .paragraph("Some bold, it and code: text (https://e.org/a_b_c)."),
                .item("one", depth: 0, isNumbered: false), .item("two more", depth: 0, isNumbered: false),
                .item("three", depth: 0, isNumbered: true),
            ])
        #expect(try abstract("a snake_case_name, 2 * 3 * 4, 5*") == [.paragraph("a snake_case_name, 2 * 3 * 4, 5*")])
        #expect(try abstract("```\nlet a = *b*\n```") == [.code(["let a = *b*"])])
    }

    @Test func t12AnAbstractThatTheDescriptionRepeatsIsTakenOnce() throws {
        let reading = try read(
            #"[{"title": "T", "start": "2026-01-01 10:00", "abstract": "Short words.", "description": "Short words.\r\n\r\nThen more."}]"#
        )
        #expect(reading.programme.sessions.first?.abstract == [.paragraph("Short words."), .paragraph("Then more.")])
    }

    @Test(.enabled(if: Samples.isThere, missing)) func t12NoMarkupIsLeftInTheSamples() throws {
        for name in SampleCountTests.names {
            for block in try Samples.read(name).programme.sessions.flatMap(\.abstract) {
                if case .code = block { continue }
                let text = block.text
                for mark in ["</p>", "<p>", "<li>", "&amp;", "&#39;", "&lt;", "\r"] {
                    #expect(!text.contains(mark), "\(name): \(text.prefix(200))")
                }
            }
        }
    }

    // T13

    @Test func t13TextThatAsciiDocWouldReadIsKeptAsItIs() throws {
        let blocks = try abstract(".Hilbert had a dream\n[x]\n// no comment\n{a}|b+c")
        #expect(blocks == [.paragraph(".Hilbert had a dream\n[x]\n// no comment\n{a}|b+c")])
        let title = "🎼 `*a*` #b _c_ {d} | e -- f"
        #expect(try read("title;start\n\(title);2026-01-01 10:00\n").programme.sessions.first?.title == title)
    }

    // T14

    @Test func t14OneLanguageForAll() throws {
        let file = #"""
            {"talks": [{"code": "ABCDEF", "title": {"en": "Hello", "fr": "Bonjour"}, "start": "2026-01-01T10:00:00+01:00",
            "room": 1, "speakers": []}, {"code": "ABCDEG", "title": "Plain", "start": "2026-01-01T11:00:00+01:00", "room": 1,
            "speakers": []}], "rooms": [{"id": 1, "name": {"de": "Saal"}}], "speakers": [], "tracks": []}
            """#
        let titles = { (languages: [String]) in try read(file, languages: languages).programme.sessions.map(\.title) }
        #expect(try titles(["fr", "en"]) == ["Bonjour", "Plain"])
        #expect(try titles(["en"]) == ["Hello", "Plain"])
        #expect(try read(file).programme.rooms == ["Saal"])
    }

    // T15

    @Test(arguments: [
        ("jeudi 23", "20130523"), ("Vendredi 24 mai", "20130524"), ("Saturday 23rd November 2013", "20131123"),
        ("Mardi 22 juin 2021", "20210622"), ("23/05/2013", "20130523"), ("Wednesday January 31", "20180131"),
    ])
    func t15DatesWithoutYearTakeTheNearestThatFits(line: String, date: String) throws {
        let near =
            line.contains("January")
            ? CalendarDate(year: 2018, month: 2, day: 1) : CalendarDate(year: 2013, month: 5, day: 20)
        let reading = try ProgrammeReader.read(
            pasted: "\(line)\nRoom\n09:00 - 09:30 - A title - Ada Lovelace\n", ReadingContext(day: near))
        #expect(reading.programme.sessions.first?.day.compact == date)
    }

    @Test func t15WithoutADayNothingIsGuessed() throws {
        #expect(throws: ProgrammeError.noDates) {
            try ProgrammeReader.read(pasted: "jeudi 23\n09:00 - 09:30 - A title - Ada Lovelace\n")
        }
    }

    @Test(
        arguments: [
            ("11h10 Title", "11:10", nil), ("14h - Title", "14:00", nil), ("9h00–9h30 Title", "09:00", "09:30"),
            ("09h00 - 09h30 - Title", "09:00", "09:30"), ("**14:00-16.00** Title", "14:00", "16:00"),
            ("8:00 am → 90 min Title", "08:00", "09:30"), ("11:00am\u{a0}-\u{a0}12:00pm Title", "11:00", "12:00"),
            ("13:00 → 13:45 : Title", "13:00", "13:45"),
        ] as [(String, String, String?)])
    func t15HoursAsPagesWriteThem(line: String, start: String, end: String?) throws {
        let reading = try ProgrammeReader.read(
            pasted: line, ReadingContext(day: CalendarDate(year: 2026, month: 1, day: 1)))
        let session = try #require(reading.programme.sessions.first)
        #expect(
            (session.title, session.start.time.text(.colon), session.end?.time.text(.colon)) == ("Title", start, end))
    }

    // T16

    @Test func t16TheSameFormatInOtherShapes() throws {
        let slot = #""start": "2026-01-01T10:00:00+01:00", "end": "2026-01-01T10:30:00+01:00""#
        for shape in [
            #"{"slot": {\#(slot), "room": {"en": "R"}}}"#, #"{"slots": [{\#(slot), "room": {"name": {"en": "R"}}}]}"#,
            #"{"slots": [{\#(slot), "room": {"id": 1, "name": {"fr": "R"}}}]}"#,
        ] {
            let submission = #"{"code": "ABCDEF", "title": "T", "speakers": [{"name": "Ada"}], "track": null, "#
            let reading = try read(#"{"count": 1, "results": [\#(submission)\#(shape.dropFirst())]}"#)
            let session = try reading.session("T")
            #expect(session.room == "R" && session.speakers.map(\.name) == ["Ada"] && session.end != nil)
        }
        let xml = { (people: String) in
            "<schedule><day date='2026-01-01'><room name='R'><event id='1'><start>10:00</start><title>T</title>\(people)</event></room></day></schedule>"
        }
        for people in ["<persons><person>Ada</person></persons>", "<person>Ada</person>"] {
            #expect(try read(xml(people)).session("T").speakers.map(\.name) == ["Ada"])
        }
    }

    // T17

    @Test func t17BytesOfEveryKind() throws {
        let calendar = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE-TIME:20260101T100000
            SUMMARY;CHARSET=utf-8:A long\\, ti
             tle\\nin two
            END:VEVENT
            END:VCALENDAR

            """
        for text in [calendar, calendar.replacing("\n", with: "\r\n"), "\u{FEFF}" + calendar] {
            #expect(try read(text).programme.sessions.map(\.title) == ["A long, title in two"])
        }
        let table = " title , start,,\n\"Two\nlines, \"\"quoted\"\"\",2026-01-01 10:00,x,\n"
        #expect(try read(table).programme.sessions.map(\.title) == ["Two lines, \"quoted\""])
        let units = Array("title\tstart\nÉté\t2026-01-01 10:00\n".utf16)
        let utf16: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try ProgrammeReader.read(utf16).programme.sessions.map(\.title) == ["Été"])
        #expect(
            try read(#"[{"title": "a\/b\u00e9", "start": "2026-01-01 10:00"}]"#).programme.sessions.map(\.title) == [
                "a/bé"
            ])
    }

    // T18

    @Test(.enabled(if: Samples.isThere, missing)) func t18OfMuchOneDayIsWanted() throws {
        let programme = try Samples.read("18-sched-jococruise2026.ics").programme
        let agenda = programme.agenda(of: try TrapTests.day("2026-03-22"))
        #expect(
            agenda.entries.count < programme.talks.count / 4 && agenda.entries.allSatisfy { $0.session.day.day == 22 })
    }
}
