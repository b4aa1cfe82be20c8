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
    ])
    func typedHeadingsAreWrittenInTheHouseForm(typed: String, written: String) throws {
        let heading = try SlotHeading(typed: typed, now: Self.noon)
        #expect(heading.text(SlotHeading.Form()) == written)
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

    @Test(arguments: [
        ("DataOps.Rocks by Saagie", "dataops-rocks"), ("Œuvres d'été", "oeuvres-dete"),
        ("../../etc/passwd", "etc-passwd"),
        ("  -x ", "x"), ("Devoxx France 2022", "devoxx-france-2022"), (".hidden\0/..", "hidden"),
    ])
    func eventNamesBecomeSafeFileParts(name: String, part: String) {
        #expect(EventName(name)?.filePart == part)
    }

    @Test(arguments: ["🍸", "///", "", "..", "\u{0}"])
    func namesWithoutALetterAreNoNames(name: String) {
        #expect(EventName(name) == nil)
    }
}
