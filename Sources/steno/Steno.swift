import ArgumentParser
import Templates

@main
struct Steno: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "steno", abstract: "Take notes live, line by line, as AsciiDoc.")

    func run() throws {
        print(BuiltInTemplates.all.map(\.name).joined(separator: " "))
    }
}
