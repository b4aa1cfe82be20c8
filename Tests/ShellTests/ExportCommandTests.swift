import Notebook
import ShellInMemory
import Testing

@testable import Shell

@Suite("Exports through the shell")
struct ExportCommandTests {
    @Test func formsAreRememberedForTheNextTime() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un", ":export md txt", ":export again/")
        #expect(test.exporter.exports.map(\.format) == [.md, .txt, .md, .txt])
        #expect(test.exporter.exports.last?.target.hasPrefix("again/") == true)
    }

    @Test func aNotebookThatCannotRememberIsExportedAllTheSame() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un")
        test.lists.failure = StoreError(.diskFull, operation: "write", path: "settings")
        let said = try test.type(":export md")
        #expect(said.first?.hasPrefix("exported: ") == true && said.last?.contains("full") == true)
    }

    @Test func whatPublishesRunsOnlyWhenItWasShownAndTypedInFullAgain() throws {
        let test = try TestSession()
        try test.type(":day D", ":new A", "un")
        #expect(test.refusal(of: ":publis") != nil)
        #expect(try test.type(":publish").first?.contains("would run") == true)
        try test.type("y", "oui")
        #expect(test.publisher.runs.isEmpty)
        test.publisher.contents = Array("another".utf8)
        #expect(try test.type(":publish").first?.contains("would run") == true)
        #expect(test.publisher.runs.isEmpty)
        try test.type(":publish")
        #expect(test.publisher.runs.map(\.count) == [2])
    }

    @Test func aSlotEndsWithWhatIsKeptOfIt() throws {
        let test = try TestSession()
        try test.type(":day D", ":new 9h00 A", ":keep un", ":new 10h00 B")
        #expect(test.body.contains("un"))
        let response = try test.session.submit(":end 10h30")
        #expect(response.done.last == "nothing to keep from this slot yet; :keep TEXT")
        try test.type(":keep deux", ":keep trois")
        #expect(try test.session.submit(":end 10h40").done.last == "to keep: deux · trois")
    }
}
