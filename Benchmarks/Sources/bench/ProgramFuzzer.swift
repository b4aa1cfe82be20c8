import Foundation

/// Gives mutated files to the program as days: it opens them, writes notes, and what was typed is in the file.
final class ProgramFuzzer {
    private let program: String
    private let folder: URL
    /// How many days were opened.
    private(set) var count = 0

    private static let lines = [
        "zzfuzz1 a note", "* zzfuzz2 deeper", ":para zzfuzz3", ":note zzfuzz4", ":new zzfuzz5", ":abstract zzfuzz6",
        ":todos",
        ":outline", ":check note", ":find zzfuzz",
    ]

    init(program: String) {
        self.program = program
        folder = FileManager.default.temporaryDirectory.appending(path: "steno-fuzz-\(getpid())")
    }

    /// Ends the process where the program ends by a signal, or where a line that it did not refuse is not in the file.
    func goOn(with input: [UInt8]) {
        count += 1
        let day = folder.appending(path: "sessions/day.adoc")
        do {
            try FileManager.default.createDirectory(
                at: day.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(input).write(to: day)
            let (status, output) = try run(on: day)
            precondition(status < 128, "the program ended by signal \(status - 128) on \(day.path()): \(output)")
            let after = String(decoding: try Data(contentsOf: day), as: UTF8.self)
            if status == 0 {
                for number in 1...6 {
                    precondition(after.contains("zzfuzz\(number)"), "a line is not in \(day.path())")
                }
            }
            try FileManager.default.removeItem(at: folder)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private func run(on day: URL) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["run", "--on", day.path(), "-"]
        process.environment = ["HOME": folder.path(), "XDG_STATE_HOME": folder.path(), "LANG": "C.UTF-8"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = output
        try process.run()
        input.fileHandleForWriting.write(Data(Self.lines.map { $0 + "\n" }.joined().utf8))
        input.fileHandleForWriting.closeFile()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        return (status, String(decoding: said, as: UTF8.self))
    }
}
