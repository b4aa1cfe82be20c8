import Notebook
import Testing

@Suite struct SlotHeadingTests {
    private static func time(_ hour: Int, _ minute: Int) -> TimeOfDay? { TimeOfDay(hour: hour, minute: minute) }
    private static let noon = TimeOfDay(hour: 12, minute: 0) ?? .midnight

    @Test(arguments: [
        ("14h00 Souveraineté", "14h00 - Souveraineté"),
        ("14h00-14h30 Tech : Data Mesh", "14h00 -> 14h30 - Tech : Data Mesh"),
        ("14h00 -> 14h30 - Tech : Data Mesh : le retour", "14h00 -> 14h30 - Tech : Data Mesh : le retour"),
        ("9.30 : Accueil", "09h30 - Accueil"),
        ("2pm à 3pm Tech: Rust", "14h00 -> 15h00 - Tech : Rust"),
        ("1400", "14h00"),
        ("now Café", "12h00 - Café"),
        ("Demos", "Demos"),
        (": 2022 en bref", "2022 en bref"),
        ("Présentation : le salon", "Présentation : le salon"),
        ("22h00-00h30 Fête", "22h00 -> 00h30 - Fête"),
        ("14h00 2022 in review", "14h00 - 2022 in review"),
        ("16h 9h00 in the morning", "16h00 - 9h00 in the morning"),
        ("2:30 PM Keynote", "14h30 - Keynote"), ("2 pm Keynote", "14h00 - Keynote"),
        ("14 h 30 Keynote", "14h30 - Keynote"), ("14h30: Keynote", "14h30 - Keynote"),
        ("14h30-15h30: Keynote", "14h30 -> 15h30 - Keynote"), ("17h30-00h15 Party", "17h30 -> 00h15 - Party"),
        ("14h00 1 : Intro", "14h00 - 1 : Intro"), ("16h00 1:1 with the team", "16h00 - 1:1 with the team"),
        ("14h00 -> Tech", "14h00 - Tech"), ("24h of code", "00h00 - of code"), ("14h30 -", "14h30"),
        ("2022 in review", "2022 in review"), ("404", "404"), ("3.13 free threading", "3.13 free threading"),
        ("9h30-9h45 conférence - Paris 141 : Titre : suite", "09h30 -> 09h45 - conférence - Paris 141 : Titre : suite"),
    ])
    func typedHeadingsAreWrittenInTheHouseForm(typed: String, written: String) throws {
        let heading = try SlotHeading(typed: typed, now: Self.noon)
        #expect(heading.text(Pattern.house()) == written)
    }

    @Test func impossibleHeadingsSayWhy() throws {
        #expect(throws: SlotHeading.Problem.impossibleTime("25h99")) {
            try SlotHeading(typed: "25h99", now: Self.noon)
        }
        #expect(throws: SlotHeading.Problem.impossibleTime("25h99")) {
            try SlotHeading(typed: "14h00-25h99 Tech", now: Self.noon)
        }
        let start = try #require(Self.time(14, 30))
        let end = try #require(Self.time(14, 0))
        #expect(throws: SlotHeading.Problem.endsBeforeStart(start: start, end: end)) {
            try SlotHeading(typed: "14h30-14h00", now: Self.noon)
        }
        #expect(throws: SlotHeading.Problem.empty) { try SlotHeading(typed: "", now: Self.noon) }
    }

    @Test func headingsOfTheReferenceDayAreRead() {
        let heading = SlotHeading(reading: "14h00 -> 14h30  - Souveraineté : Comment mettre en place ?")
        #expect(heading.start == Self.time(14, 0))
        #expect(heading.end == Self.time(14, 30))
        #expect(heading.track == "Souveraineté")
        #expect(heading.title == "Comment mettre en place ?")
        #expect(SlotHeading(reading: "Demos") == SlotHeading(title: "Demos"))
        #expect(SlotHeading(reading: "25h99 - x") == SlotHeading(title: "25h99 - x"))
    }

    /// Setting one field keeps every other byte of a heading.
    @Test(arguments: [
        ("14h00 - 1 : Intro", "14h00 -> 14h30 - 1 : Intro"),
        ("14h00  - Souveraineté : Titre", "14h00 -> 14h30  - Souveraineté : Titre"),
        ("14:00 - Titre", "14:00 -> 14:30 - Titre"), ("2 pm: Keynote", "2 pm -> 2:30 pm: Keynote"),
        ("14h00 -> 15h00  — A : B", "14h00 -> 14h30  — A : B"), ("14h – 15h | Titre", "14h – 14h30 | Titre"),
        ("Jeudi 14:00 / 15:00 - A, b", "Jeudi 14:00 / 14:30 - A, b"),
        ("14h00 - 15h00 (AB) : Red: du", "14h00 - 14h30 (AB) : Red: du"),
        ("Keynote (14:00-15:00, Room A)", "Keynote (14:00-14:30, Room A)"),
    ])
    func anEndIsSetInTheHeadingsOwnForm(old: String, new: String) {
        var heading = SlotHeading(reading: old)
        heading.end = Self.time(14, 30)
        #expect(heading.rewriting(old, pattern: .house()) == new)
    }

    /// A heading that is written otherwise than the others of its file.
    @Test(arguments: [
        ("12:20 -> 13:00 - Déjeuner", "Déjeuner", nil, nil),
        ("09h00 - 09h30 - quickie - Titre", "Titre", "quickie", nil),
        ("11:35 – 12:20 - conférence - Paris 141 : Titre : suite", "Titre : suite", "conférence", "Paris 141"),
        ("11:35 -> 12:20 - Titre - suite", "Titre - suite", nil, nil), ("Demos", "Demos", nil, nil),
        ("13:30 -> 16:30 - deep dive - Maillot - Titre", "Titre", "deep dive", "Maillot"),
    ])
    func headingsOfADayOfSeveralDaysAreRead(text: String, title: String, kind: String?, room: String?) throws {
        let pattern = try Pattern("{{start=09:30}}{{ -> end}}{{ - kind}}{{ - room}} : {{title}}")
        let heading = SlotHeading(reading: text, pattern: pattern)
        #expect((heading.title, heading.kind, heading.room) == (title, kind, room))
        #expect(heading.rewriting(text, pattern: pattern) == text)
        #expect(heading.start == nil || heading.end != nil)
    }

    /// No word that is typed is lost, whatever it is taken for.
    @Test func everyTypedWordIsWritten() throws {
        var generator = PatternGenerator(seed: 3)
        let patterns = [Pattern.house(), try Pattern("{{start=09:30}}{{–end}} {{title}} ({{room}})")]
        for _ in 0..<2_000 {
            let text = generator.anyText()
            guard let heading = try? SlotHeading(typed: text, now: Self.noon) else { continue }
            for pattern in patterns {
                let written = heading.text(pattern)
                for word in ["Title", "é", "conférence", "🍸", "25h99"] {
                    #expect(!text.contains(word) || written.contains(word), "\(text) → \(written)")
                }
            }
        }
    }

    @Test func whatWasUnderstoodIsAValue() throws {
        let typed = try SlotHeading.typed("14h30 – 3 pm Keynote", now: Self.noon)
        #expect(typed.remarks == [.time("3 pm", try #require(Self.time(15, 0)))])
        #expect(try SlotHeading.typed("14h30-15h Keynote", now: Self.noon).remarks.isEmpty)
        #expect(try SlotHeading.typed("2022 in review", now: Self.noon).remarks == [.titleNumber("2022")])
        #expect(try SlotHeading.typed("3D printing", now: Self.noon).remarks.isEmpty)
    }

    @Test(arguments: [
        ("DataOps.Rocks by Saagie", "dataops-rocks"), ("Œuvres d'été", "oeuvres-dete"),
        ("../../etc/passwd", "etc-passwd"),
        ("  -x ", "x"), ("Devoxx France 2022", "devoxx-france-2022"), (".hidden\0/..", "hidden"),
        ("日本語勉強会", "日本語勉強会"), ("Встреча в Москве", "встреча-в-москве"), ("ندوة البيانات", "ندوة-البيانات"),
        ("が e\u{301}té", "が-ete"), ("🍸", ""), ("C++", "c"), ("Łódź № 1️⃣", "lodz-1"),
    ])
    func eventNamesBecomeSafeFileParts(name: String, part: String) {
        #expect(EventName(name)?.filePart == part)
    }

    @Test(arguments: ["///", "", "..", "\u{0}", " - "])
    func namesWithoutALetterAreNoNames(name: String) {
        #expect(EventName(name) == nil)
    }
}
