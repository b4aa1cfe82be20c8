import ShellInMemory
import Testing

@testable import Shell

/// `:check` takes what `steno check` takes.
struct CheckCommandTests {
    private func session() throws -> TestSession {
        let test = try TestSession()
        try test.type(":day Test", ":new 14h00 Keynote", ":raw <<nowhere>>", "a bullet", ":raw text")
        return test
    }

    @Test func levelsAndFormatsAreThoseOfTheProgram() throws {
        let test = try session()
        #expect(try test.type(":check").contains { $0.contains("[unknown-reference]") || $0.contains("nowhere") })
        #expect(try test.type(":check --level error").allSatisfy { !$0.contains(": warning: ") })
        #expect(try test.type(":check --format github").allSatisfy { $0.hasPrefix("::") })
        #expect(try test.type(":check --format sarif").first?.hasPrefix("{") == true)
        #expect(test.refusal(of: ":check --nothing")?.contains("--nothing") == true)
    }

    @Test func whatIsPutRightIsOneStepOfTheHistory() throws {
        let test = try TestSession()
        try test.type(":day Test", ":new 14h00 Keynote")
        try test.type(":raw", "text", "* glued", ".")
        let before = test.body
        let said = try test.type(":check --fix")
        #expect(said.first?.contains("put right") == true)
        #expect(test.body != before)
        try test.type(":undo")
        #expect(test.body == before)
    }
}
