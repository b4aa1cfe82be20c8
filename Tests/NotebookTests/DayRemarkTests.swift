import AsciiDoc
import Notebook
import Testing

@Suite("What a day lacks before it is handed on")
struct DayRemarkTests {
    private func remarks(_ text: String) -> [DayRemark] { Day(Document(parsing: Array(text.utf8))).remarks }

    @Test func aTalkHasASpeakerAndAnEnd() {
        let found = remarks(
            "= D\n\n== 9h00 - A\n\n* un\n\n== 10h00 -> 10h30 - Pause\n\n== 11h00 -> 12h00 - B\n\nBy Ada Lovelace\n\n* un\n"
        )
        #expect(found.map(\.kind) == [.noSpeaker, .noEnd])
        #expect(found.map(\.line) == [3, 3] && found.map(\.slot) == [1, 1])
    }

    @Test func timesThatOverlapAreNamed() {
        let found = remarks("= D\n\n== 9h00 -> 10h00 - A\n\n== 9h30 -> 10h30 - B\n\n== 10h30 -> 11h00 - C\n")
        #expect(found.map(\.kind) == [.overlaps(slot: 1)])
        #expect(found.map(\.line) == [5])
        let long = remarks(
            "= D\n\n== 9h00 -> 11h00 - A\n\n== 9h30 -> 10h00 - B\n\n== 10h15 -> 10h45 - C\n\n== 11h00 -> 12h00 - D\n")
        #expect(long.map(\.kind) == [.overlaps(slot: 1), .overlaps(slot: 1)])
        #expect(long.map(\.line) == [5, 7])
    }

    @Test func picturesHaveCaptionsAndTodosAreDone() {
        let found = remarks(
            """
            = D

            == Demo

            .Une légende
            image::images/a.png[]

            image::images/b.png[title=Autre]

            * un
            +
            image::images/c.png[]
            * [ ] vérifier
            * [x] vérifié
            """)
        #expect(found.map(\.kind) == [.noCaption(image: "c.png"), .openFollowUp(text: "vérifier")])
        #expect(found.map(\.line) == [12, 13])
    }
}
