import Notebook
import Programmes
import Testing

/// Forms of which no two sites have the same: tables, a site's own JSON and YAML, embedded pages, text of pages.
@Suite struct SiteFormTests {
    /// Each session as `2026-03-21 09:30-10:15 Room | Title | People`.
    private func lines(_ programme: Programme) -> [String] {
        programme.sessions.map { session in
            let end = session.end.map { "-" + $0.time.text(.colon) } ?? ""
            let people = session.speakers.map(\.shown).joined(separator: ", ")
            return
                "\(session.day.compact) \(session.start.time.text(.colon))\(end) \(session.room) | \(session.title) | \(people)"
        }
    }

    private func lines(_ text: String, day: CalendarDate? = nil) throws -> [String] {
        lines(try read(text, day: day, languages: ["fr", "en"]).programme)
    }

    private let june = CalendarDate(year: 2026, month: 6, day: 1)

    // MARK: Tables

    @Test(
        arguments: [
            "Date;Heure de début;Heure de fin;Salle;Titre;Intervenant(s)\n21/03/2026;09h30;10h15;A;Où ?;Ada L, Bob R\n",
            "Jour,Horaire,Lieu,Titre de la conférence,Conférencier·e\n21/03/2026,09h30 - 10h15,A,Où ?,\"Ada L, Bob R\"\n",
            "Tag;Beginn;Ende;Raum;Titel;Referent/in\n21.03.2026;09:30 Uhr;10:15 Uhr;A;Où ?;Ada L, Bob R\n",
            "Datum\tUhrzeit\tDauer\tOrt\tVortrag\tVortragende\n21.3.2026\t9.30\t45 min\tA\tOù ?\tAda L, Bob R\n",
            "Session Title,Start Date,Start Time,End Time,Room/Location,Speaker 1,Speaker 2\n"
                + "Où ?,3/21/2026,9:30 AM,10:15 AM,A,Ada L,Bob R\n",
            "Title,Scheduled At,Scheduled Duration,Room,Speakers,Owner Email\n"
                + "Où ?,21 Mar 2026 09:30 AM,45,A,\"Ada L, Bob R\",a@b\n",
            "Programme du salon,,,,\n,,,,\nTitre,Début,Fin,Salle,Noms des intervenants\n"
                + "Où ?,21/03/2026 09:30,21/03/2026 10:15,A,\"Ada L, Bob R\"\n",
            "sep=;\ntitre;début;fin;salle;orateurs\nOù ?;samedi 21 mars 2026 à 9h30;10h15;A;Ada L, Bob R\n",
            "Proposal title,Start (date),Start (time),End (time),Room,Speaker names\n"
                + "Où ?,2026-03-21,09:30:00,10:15:00,A,\"Ada L\nBob R\"\n",
        ])
    func columnsAreKnownByTheirWords(table: String) throws {
        #expect(try lines(table) == ["20260321 09:30-10:15 A | Où ? | Ada L, Bob R"])
    }

    @Test func aTableOfASpreadsheetIsNoUTF8() throws {
        let text = "titre;début\nL’été ; œuvre;21/03/2026 09:30\n".replacing("été ; œ", with: "été œ")
        let bytes = text.unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "’": 0x92
            case "œ": 0x9C
            default: UInt8(scalar.value)
            }
        }
        let reading = try ProgrammeReader.read(bytes)
        #expect(lines(reading.programme) == ["20260321 09:30  | L’été œuvre | "])
        #expect(reading.notices == [.decoded("Windows-1252")])
    }

    @Test func theMonthIsFirstWhereNothingElseFits() throws {
        func day(_ dates: String..., near: CalendarDate?) throws -> String? {
            let rows = dates.map { "T,\($0) 10:00\n" }.joined()
            return try read("title,start\n" + rows, day: near).programme.sessions.last?.day.compact
        }
        #expect(try day("3/21/2026", "4/2/2026", near: nil) == "20260402")
        #expect(try day("21/3/2026", "2/4/2026", near: nil) == "20260402")
        #expect(try day("2/4/2026", near: nil) == "20260402")
        #expect(try day("2/4/2026", near: CalendarDate(year: 2026, month: 2, day: 3)) == "20260204")
    }

    // MARK: JSON and YAML

    @Test func whatStandsAroundASessionIsItsOwn() throws {
        let nested = """
            {"event": {"name": "X"}, "days": [{"date": "2026-03-21", "rooms": [
              {"name": "Amphi", "sessions": [{"title": "A", "time": "9h30 - 10h15", "speakers": ["ada"]}]},
              {"name": "Salle 2", "sessions": [{"title": "B", "start": "9:30", "speakers": [{"name": "Bob"}]}]}]}],
             "speakers": [{"id": "ada", "name": "Ada L", "company": "Eng"}]}
            """
        #expect(
            try lines(nested) == [
                "20260321 09:30-10:15 Amphi | A | Ada L (Eng)", "20260321 09:30 Salle 2 | B | Bob",
            ])
        let keyed = """
            {"Wednesday January 31 2024": {"09:00": [{"title": "A", "room": "R", "speakers": "Ada"}],
             "10:00": [{"title": "B", "type": "Organisation , Break"}]}}
            """
        #expect(try lines(keyed) == ["20240131 09:00 R | A | Ada", "20240131 10:00  | B | "])
        #expect(try read(keyed).programme.talks.count == 1)
    }

    @Test func daysOfSessionsWithTheirTimesInWords() throws {
        let text = """
            {"sessions": [{"day": "Saturday 23rd November 2013", "sessions": [
              {"title": "A", "times": "11:00am\u{A0}-\u{A0}12:00pm", "space": "A201", "speakers": [{"name": "Ada L"}]}]}]}
            """
        #expect(try lines(text) == ["20131123 11:00-12:00 A201 | A | Ada L"])
    }

    @Test func talksInsideASessionHaveItsTime() throws {
        let text = """
            [{"start": "2026-03-21T09:00", "end": "2026-03-21T10:30", "title": "One", "room": "A",
              "talks": [{"title": "T1", "speakers": ["Ada, of X"]}, {"title": "T2"}]}]
            """
        #expect(
            try lines(text) == ["20260321 09:00-10:30 A | T1 | Ada, of X", "20260321 09:00-10:30 A | T2 | "])
        #expect(try read(text).programme.sessions.map(\.track) == ["One", "One"])
    }

    @Test func oneLanguageOfSeveral() throws {
        let text = """
            {"sessions": [{"id": "1", "type": "K", "room": "R", "start": "2026-08-01T10:00:00+08:00",
              "end": "2026-08-01T10:30:00+08:00", "zh": {"title": "你好"}, "en": {"title": "Hello"}, "speakers": ["s"]}],
             "speakers": [{"id": "s", "zh": {"name": "王"}, "en": {"name": "Wang"}}],
             "session_types": [{"id": "K", "zh": {"name": "主題"}, "en": {"name": "Keynote"}}],
             "rooms": [{"id": "R", "zh": {"name": "大"}, "en": {"name": "Main"}}]}
            """
        #expect(try lines(text) == ["20260801 10:00-10:30 Main | Hello | Wang"])
        #expect(
            lines(try read(text, languages: ["zh", "en"]).programme) == ["20260801 10:00-10:30 大 | 你好 | 王"])
    }

    @Test func yaml() throws {
        let text = """
            # programme
            - date: "Mardi 22 juin"
              sessions:
              - title: Accueil
                hour: 8h30
                notinform: true
              - title: 'L''agilité : un état'
                hour: 9h00 - 10h00
                room: Amphi
                speakers: [Ada L, "Bob, Jr"]
                abstract: |
                  Un texte
                  - avec liste
              - title: Long
                  title   # comment
                hour: 11h10
                description: >
                  Folded
                  text
            """
        let programme = try read(text, day: CalendarDate(year: 2021, month: 6, day: 1)).programme
        #expect(
            lines(programme) == [
                "20210622 08:30  | Accueil | ", "20210622 09:00-10:00 Amphi | L'agilité : un état | Ada L, Bob, Jr",
                "20210622 11:10  | Long title | ",
            ])
        #expect(programme.talks.count == 2 && programme.source == "YAML")
        #expect(programme.sessions[1].abstract.count == 2)
        #expect(programme.sessions[2].abstract == [.paragraph("Folded text")])
    }

    @Test(arguments: ["a: [", "a: 'b", "- {a", "a:\n  - b\n - c", "a: |\n", "- - - - -", "a:\n\tb: c", "? x\n: y"])
    func whatIsNoYAMLIsNoProgramme(text: String) {
        #expect(throws: ProgrammeError.self) { try read(text) }
    }

    // MARK: Pages

    @Test func anEmbeddedPageOfSessionize() throws {
        func session(_ id: String, _ kind: String, _ clock: String, _ title: String, _ people: String) -> String {
            """
            <div data-sessionid="\(id)" class="sz-session sz-session--\(kind)"><div class="sz-session__room">Hall &amp; Bar</div>
            <div class="sz-session__time" data-sztz="TimeWithDuration|en-US|2022-06-02T15:00:00.0000000Z|2022-06-02T15:40:00.0000000Z">
            \(clock)</div><h3 class="sz-session__title"><a href="#" onclick="x('a > b')">
            \(title)</a></h3>\(people)</div>
            """
        }
        let page =
            "<html><body class=\"sz-root\">" + session("1", "service", "8:00 am → 40 min", "Check-in", "")
            + session(
                "2", "x", "8:00 am → 40 min", "Hello", "<ul><li data-speakerid=\"s\"><a href=\"#\">Ada L</a></li></ul>")
            + "</body></html>"
        let programme = try read(page).programme
        #expect(
            lines(programme) == [
                "20220602 08:00-08:40 Hall & Bar | Check-in | ", "20220602 08:00-08:40 Hall & Bar | Hello | Ada L",
            ])
        #expect(programme.talks.count == 1 && programme.times == .local)
        #expect(programme.sessions.first?.start.offset == -420)
    }

    private func paste(_ text: String) throws -> [String] {
        lines(try ProgrammeReader.read(pasted: text, ReadingContext(day: june)).programme)
    }

    @Test func severalTalksUnderOneTime() throws {
        let blocks = [
            ("10:10", "Un\nAda L", "Deux\nBob R & Eva N"), ("11:10", "Trois\nMax B", "Quatre\nJo D"),
            ("14:00", "Cinq\nLi W", "Six\nZoé F"),
        ]
        let text = blocks.map { "\($0)\nJules Verne\n\($1)\nTitan\n\($2)\n" }.joined()
        #expect(
            try paste("Lundi 1er juin\n9:00 - 9:50\nKeynote\nJane Doe\n" + text).prefix(3) == [
                "20260601 09:00-09:50  | Keynote | Jane Doe", "20260601 10:10 Jules Verne | Un | Ada L",
                "20260601 10:10 Titan | Deux | Bob R, Eva N",
            ])
    }

    @Test func aTableWithAColumnForEachRoom() throws {
        #expect(
            try paste(
                "Horaire\tAmphi\tSalle 2\n09h00 - 09h30\tAccueil\n09h30 - 10h15\tUn - Ada L\tDeux - Bob R\n10h30\tTrois - Eva N\t\n"
            ) == [
                "20260601 09:00-09:30  | Accueil | ", "20260601 09:30-10:15 Amphi | Un | Ada L",
                "20260601 09:30-10:15 Salle 2 | Deux | Bob R", "20260601 10:30 Amphi | Trois | Eva N",
            ])
    }

    @Test func daysOfTheWeekBeforeTheTimes() throws {
        #expect(
            try paste("Me 10:00\t11:00\tUn\tAda L\tAmphi\nJe 09:00\tDeux\tBob R\tSalle 2\n") == [
                "20260603 10:00-11:00 Amphi | Un | Ada L", "20260604 09:00 Salle 2 | Deux | Bob R",
            ])
        #expect(
            try paste("Day 1 - Monday, June 1\n9:00 AM\nOne\nDay 2 - Tuesday, June 2\n9:30 AM – 10:15 AM\nTwo\n") == [
                "20260601 09:00  | One | ", "20260602 09:30-10:15  | Two | ",
            ])
    }

    @Test func aDayThatIsShownTwiceIsTakenOnce() throws {
        let list = "9:00 - 9:30\nUn\nAda L\n\n10:00 - 10:30\nDeux\nBob R\n\n"
        let table = "Horaire\tAmphi\tSalle 2\n9:00 - 9:30\tUn - Ada L\tTrois - Eva N\n10:00 - 10:30\tDeux - Bob R\t\n"
        #expect(
            try paste(list + table) == [
                "20260601 09:00-09:30 Amphi | Un | Ada L", "20260601 09:00-09:30 Salle 2 | Trois | Eva N",
                "20260601 10:00-10:30 Amphi | Deux | Bob R",
            ])
    }

    @Test func aColumnOfLengths() throws {
        #expect(
            try paste("10:00\t00:20\tUn\tAda L\n23:30\t00:30\tNuit\tBob R\n") == [
                "20260601 10:00-10:20  | Un | Ada L", "20260601 23:30-00:30  | Nuit | Bob R",
            ])
    }

    /// A list in Markdown is YAML, too.
    @Test func aListIsAPage() throws {
        let rows = (0..<5).map { "- **1\($0):00-1\($0):30** Talk \($0) - Ada L\n" }.joined()
        #expect(try lines(rows, day: june).first == "20260601 10:00-10:30  | Talk 0 | Ada L")
    }

    @Test func markdown() throws {
        let text = """
            # Meetup
            ## Saturday 21 March 2026
            - **9:00-9:30** Registration
            - **9:30-10:15** [Hello](https://example.org/a_b) - Ada L
            - **14:00-16.00** Workshop: *Rust* - Bob R

            | 16:15 | Closing | Ada L |
            | ----- | ------- | ----- |
            """
        #expect(
            try lines(text) == [
                "20260321 09:00-09:30  | Registration | ", "20260321 09:30-10:15  | Hello | Ada L",
                "20260321 14:00-16:00  | Workshop: Rust | Bob R", "20260321 16:15  | Closing | Ada L",
            ])
    }
}
