import Foundation

/// The reference implementation, as an oracle: Ruby scripts below `Tests/Oracle`.
enum Asciidoctor {
    static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Whether Ruby is installed and finds Asciidoctor.
    static let isInstalled: Bool = {
        let check = try? launch(["ruby", "-e", "require 'asciidoctor'"], input: "")
        return check?.status == 0
    }()

    /// Runs a script below `Tests/Oracle` in one process.
    static func run(_ script: String, input: String) throws -> (status: Int32, output: String) {
        try launch(["ruby", tests.appendingPathComponent("Oracle/\(script)").path], input: input)
    }

    private static func launch(_ arguments: [String], input: String) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("steno-oracle-\(UUID().uuidString)")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
