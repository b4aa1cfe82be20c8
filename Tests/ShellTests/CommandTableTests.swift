import Foundation
import ShellInMemory
import Testing

@testable import Shell

@Suite struct CommandTableTests {
    @Test func theDeclarationsHaveNoFaults() {
        #expect(CommandTable.steno.problems() == [])
        #expect(CommandTable.steno.commands.count > 25)
    }

    /// Every example of every command does what it says it can: none is refused.
    @Test(arguments: CommandTable.steno.commands.flatMap { command in command.examples.map(\.line) })
    func everyExampleRuns(line: String) throws {
        let test = try TestSession()
        try test.type(":day Tech Rocks", ":new 14h00 Tech : Titre", "un", "deux", "trois")
        if line.hasPrefix(":caption") { try test.type(":example Titre", "texte", ".") }
        if line.hasPrefix(":move #1 to") { try test.type(":new 15h00 Autre", "ailleurs") }
        if line.hasPrefix(":split") { try test.type(":edit #3 this is it") }
        if line.hasPrefix(":redo") { try test.type(":undo") }
        if line.hasPrefix(":done") { try test.type(":todo vérifier les 75%") }
        #expect(test.refusal(of: line) == nil)
    }

    @Test func uniquePrefixesDoAndSharedOnesSayWhich() throws {
        let test = try TestSession()
        try test.type(":day Tech Rocks", ":new A", "un")
        #expect(
            test.refusal(of: ":unde")
                == "no command :unde; did you mean :undo? (a text that starts with a colon is typed ::unde)")
        #expect(test.refusal(of: ":und") == nil)
        #expect(test.refusal(of: ":s")?.hasPrefix(":s may be ") == true)
    }

    /// What a prefix stood for before commands were added, it stands for now.
    @Test func aPrefixThatWorkedKeepsItsMeaning() {
        for (prefix, name) in CommandTable.keptPrefixes {
            for length in prefix.count...name.count {
                guard case .command(let command) = CommandTable.steno.match(String(name.prefix(length))) else {
                    Issue.record("\(name.prefix(length)) is no command")
                    continue
                }
                #expect(command.name == name, "\(name.prefix(length))")
            }
        }
    }

    @Test func whatRearrangesNotesIsTypedInFull() {
        for command in CommandTable.steno.commands where command.isTypedInFull {
            let half = String(command.name.dropLast())
            if case .command(let found) = CommandTable.steno.match(half) { #expect(found.name != command.name) }
            guard case .command(let found) = CommandTable.steno.match(command.name) else {
                Issue.record("\(command.name) is no command")
                continue
            }
            #expect(found.name == command.name)
        }
    }

    @Test func everyPlaceholderHasAFrenchWord() {
        for command in CommandTable.steno.commands {
            let words = command.synopsis.split { !("A"..."Z").contains($0) }.map(String.init)
            #expect(words.filter { Message.placeholders[$0] == nil } == [], "\(command.synopsis)")
        }
        #expect(
            Message.placeholders.keys.allSatisfy { word in
                CommandTable.steno.commands.contains { $0.synopsis.contains(word) }
            })
        #expect(
            Message(synopsis: ":new START[-END] [TRACK] [: TITLE]").text(.french)
                == ":new DÉBUT[-FIN] [PARCOURS] [: TITRE]")
    }

    @Test func theReferenceIsFresh() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let reference = CommandReference(.steno)
        let page = try String(contentsOf: root.appending(path: "docs/commands.md"), encoding: .utf8)
        #expect(page == reference.markdown, "run `make docs`")
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains(reference.readmeTable), "run `make docs`")
    }
}
