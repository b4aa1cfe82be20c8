import FoundationEssentials
import Notebook
import Programmes
import Testing

/// The traps of ../shared/programmes/TRAPS.md, T1 to T9.
@Suite struct TrapTests {
    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(reading: text)) }

    // T1

    @Test(.enabled(if: Samples.isThere, missing))
    func t1LocalTimesWrittenAsUTCStayAsWrittenAndAreDoubted() throws {
        for name in ["17-conferencehall-devfestnantes2025.json", "08-jekyll-lswt2019-schedule.xml"] {
            #expect(try Samples.read(name).programme.times == .doubtful)
        }
        let programme = try Samples.read("17-conferencehall-devfestnantes2025.json").programme
        let hours = try #require(programme.hours(of: Self.day("2025-10-16")))
        #expect(hours.first.time.text(.h) == "10h00")
        #expect(programme.asWritten().times == .asWritten)
        #expect(try Samples.read("voc-frab-camp2019.json").programme.times == .local)
    }

    // T2

    @Test(.enabled(if: Samples.isThere && Zones.areThere, missing))
    func t2UTCIsConvertedOnlyWhenItIsSaid() throws {
        let programme = try Samples.read("18-sched-jococruise2026.ics").programme
        let there = try programme.converted(to: Zones.read("America/Phoenix"))
        #expect(there.times == .converted("America/Phoenix"))
        let title = "Half Moon/Stuyvesant Room Unavailable Until 10:30 pm"
        let session = try #require(there.sessions.first { $0.title == title && $0.start.date.day == 21 })
        #expect(session.end?.time.text(.colon) == "22:30")
        #expect(throws: ProgrammeError.noOffsets) {
            try Samples.read("12-sessionize-all-gab2020.json").programme.converted(to: Zones.read("Europe/Vienna"))
        }
        let adelaide = try Samples.read("22-pretalx-pyconau2023.ics").programme
        #expect((adelaide.zone, adelaide.times) == ("Australia/Adelaide", .local))
    }

    // T3

    @Test(.enabled(if: Samples.isThere, missing)) func t3TheDayEndsAfterMidnight() throws {
        let session = try Samples.read("06-ccc-28c3.xml").session("Pentanews Game Show 2k11/3")
        #expect([session.day, session.start.date].map(\.compact) == ["20111227", "20111228"])
        let jam = try Samples.read("25-csv-gpn11.csv").session("Ergebnisse Gamejam")
        #expect([jam.day, jam.start.date].map(\.compact) == ["20110625", "20110626"])
        let frab = try Samples.read("frab-31c3-schedule.xml").programme
        #expect(frab.sessions.count { $0.day != $0.start.date } == 4)
        let last = try #require(frab.sessions.last { $0.day == $0.start.date || $0.minute > 1440 })
        #expect(frab.sessions.filter { $0.day == last.day }.map(\.minute).max() == last.minute)
    }

    @Test func t3ATalkBeforeTheDaysStartStaysWhereItsDateIs() throws {
        let reading = try read(
            """
            {"schedule": {"conference": {"title": "E", "days": [{"date": "2026-01-01", "day_start":
            "2026-01-01T04:00:00+01:00", "rooms": {"A": [{"title": "Early", "date": "2026-01-01T01:50:00+01:00"},
            {"title": "Late", "date": "2026-01-02T00:15:00+01:00"}, {"title": "Noon", "date": "2026-01-01T12:00:00+01:00"}]}}]}}}
            """)
        #expect(reading.programme.sessions.map(\.title) == ["Early", "Noon", "Late"])
        #expect(reading.programme.sessions.allSatisfy { $0.day.compact == "20260101" })
    }

    @Test func t3ADayChangeAtNineDoesNotMoveBreakfast() throws {
        let reading = try read(
            """
            <schedule><conference><title>E</title><day_change>09:00:00</day_change></conference><day date="2026-01-31">
            <room name="A"><event id="1"><start>08:30</start><title>Early bird</title></event>
            <event id="2"><start>00:30</start><title>Night</title></event></room></day></schedule>
            """)
        #expect(try reading.session("Early bird").start.date.day == 31)
        #expect(try reading.session("Night").start.date.day == 1)
    }

    // T4

    @Test(.enabled(if: Samples.isThere, missing)) func t4BreaksAreFlaggedOrKnownByTheirWords() throws {
        let french = try Samples.read("devlille-data_agenda.json").programme
        #expect(french.sessions.count { $0.kind == .pause } == 4)
        let german = try Samples.read("08-jekyll-lswt2019-schedule.xml").programme
        #expect(Set(german.sessions.filter { $0.kind == .pause }.map(\.title)).contains("Mittagspause"))
        let indico = try Samples.read("24-indico-xdc2021.json").programme
        #expect(indico.sessions.filter { $0.title == "Opening Session" }.allSatisfy { $0.kind == .talk })
    }

    @Test(arguments: [
        ("Lunch", true), ("Lunch ", true), ("Mittagspause", true), ("Pause-Poster", true), ("Café", true),
        ("Apéro", true),
        ("Accueil", true), ("Morning Tea", true), ("Petit-déjeuner", true), ("Opening Session", false),
        ("Lunch with PostgreSQL", false), ("Breaking news", false), ("Tea", true), ("Pause: a debugger", false),
    ])
    func t4OnlyATitleThatIsNothingElseIsABreak(title: String, isBreak: Bool) throws {
        let reading = try read("title,start\n\(title),2026-01-01 10:00\n")
        #expect((reading.programme.sessions.first?.kind == .pause) == isBreak)
        let talk = try read("title,start,speakers\n\(title),2026-01-01 10:00,Ada Lovelace\n")
        #expect(talk.programme.sessions.first?.kind == .talk)
    }

    @Test func t4ABreakInEveryRoomIsOne() throws {
        let rows = ["A", "B", "C"].map {
            #"{"title": "Lunch", "start": "2026-01-01T12:00:00+01:00", "room": "\#($0)"}"#
        }
        let talk = #"{"code": "ABCDEF", "title": "T", "start": "2026-01-01T10:00:00+01:00", "room": 1, "speakers": []}"#
        let reading = try read(
            #"{"talks": [\#(talk), \#(rows.joined(separator: ","))], "rooms": [{"id": 1, "name": "A"}], "speakers": [], "tracks": []}"#
        )
        #expect(reading.programme.sessions.map(\.kind) == [.talk, .pause])
        #expect(reading.notices.contains(.mergedBreaks(2)))
    }

    // T5

    @Test(.enabled(if: Samples.isThere, missing)) func t5IdsDoNotMakeSessionsTheSame() throws {
        let moca = try Samples.read("ical-moca24-schedule.ics")
        #expect(moca.programme.sessions.count == 88 && moca.notices.contains(.sharedIDs(4)))
        let breizh = try Samples.read("31-json-breizhcamp2026.json")
        #expect(breizh.programme.sessions.count { $0.id == "1180044" } == 2)
    }

    @Test func t5TheSameTitleAtAnotherTimeIsAnotherSlotTheSameRowIsNot() throws {
        let reading = try read(
            "title,start,room\nWorkshop,2026-01-01 10:00,A\nWorkshop,2026-01-01 14:00,A\nWorkshop,2026-01-01 10:00,A\n")
        #expect(reading.programme.sessions.count == 2 && reading.notices.contains(.repeated(1)))
    }

    // T6

    @Test(.enabled(if: Samples.isThere, missing)) func t6WhatIsNoSlotIsSaidAndKept() throws {
        #expect(try Samples.read("20-lanyrd-capitoledulibre2013.ics").session("Capitole du Libre").kind == .allDay)
        let cruise = try Samples.read("18-sched-jococruise2026.ics")
        #expect(try cruise.session("Theme: Cosplay Day").kind == .long)
        let widget = try Samples.read("02-pretalx-democon2022-widget-v2.json")
        #expect(widget.notices == [.noSlots([.outside: 1])])
        #expect(widget.programme.sessions.last?.kind == .outside)
    }

    @Test func t6EveningsOverAYearAreAllSlots() throws {
        let rows = (1...9).map { "Evening \($0),2026-0\($0)-05 19:00" }.joined(separator: "\n")
        #expect(try read("title,start\n\(rows)\n").programme.talks.count == 9)
    }

    // T7

    @Test(.enabled(if: Samples.isThere, missing)) func t7CancelledIsKeptInItsWords() throws {
        let programme = try Samples.read("31-json-breizhcamp2026.json").programme
        #expect(programme.talks.count { $0.title == "❌ [ANNULÉ] ❌" } == 4)
    }

    // T8

    @Test(.enabled(if: Samples.isThere, missing)) func t8PeopleAreSplitOnlyWhereTheFormatSaysHow() throws {
        let german = try Samples.read("08-jekyll-lswt2019-schedule.xml").session("Welcome")
        #expect(german.speakers.map(\.name) == ["Dr. Sebastian Tramp, Andreas Heinecke"])
        let csv = try Samples.read("25-csv-gpn11.csv").session("GSM")
        #expect(csv.speakers.map(\.name) == ["Konrad Meier", "Dennis Wehrle"])
        let indico = try Samples.read("24-indico-xdc2021.json").programme
        #expect(indico.talks.flatMap(\.speakers).contains(Speaker(name: "Martin Peres", affiliation: "X.Org")))
        let calendar = try Samples.read("22-pretalx-pyconau2023.ics")
        #expect(try calendar.session("PyCon Fair").speakers.isEmpty)
        let opening = try calendar.session("Specialist Tracks Combined Opening Address")
        #expect(opening.speakers.count == 5 && opening.speakers.first?.name == "Pedro Junqueira")
        let hub = try Samples.read("voc-hub-schedule2.json").session("38C3: Opening Ceremony")
        #expect(hub.speakers.count == 3)
    }

    // T9

    @Test(.enabled(if: Samples.isThere, missing)) func t9RoomAndTrackAreWhatTheFormatMeans() throws {
        let planner = try Samples.read("16-openplanner-devfestnantes2023.json").programme
        #expect(planner.rooms.contains("Jules Verne") && planner.sessions.contains { $0.track.contains("Mobile") })
        let hall = try Samples.read("17-conferencehall-devfestnantes2025.json").programme
        #expect(hall.rooms.contains("Tour Bretagne") && hall.sessions.contains { $0.track.contains("Security") })
        let breizh = try Samples.read("31-json-breizhcamp2026.json").programme
        #expect(breizh.sessions.contains { $0.track == "Web" && $0.format == "Université" && $0.room == "Amphi C" })
    }
}

/// The time zone files of this machine.
enum Zones {
    static let areThere = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Paris")

    static func read(_ name: String) throws -> ZoneOffsets {
        let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)"))
        return try TimeZoneFile.read(Array(bytes), name: name)
    }
}
