import AsciiDoc
import Foundation

/// Test input: shape-true days of ten years beside the project, the corpus, and the reference day.
enum Days {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `$STENO_SHARED`, or beside the project.
    private static let shared =
        ProcessInfo.processInfo.environment["STENO_SHARED"].map { URL(filePath: $0) }
        ?? root.appending(path: "../shared").standardizedFileURL

    /// The days beside the project; none, with a message, where there are none.
    static let paths: [String] = {
        let folder = shared.appending(path: "days")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        if names.isEmpty { print("skipped: no days at \(folder.path())") }
        return names.filter { $0.hasSuffix(".adoc") }.sorted().map { folder.appending(path: $0).path() }
    }()

    static let referenceDay = root.appending(path: "sessions/20220524_dataops-rocks.adoc").path()

    /// Every how many-th file of the corpus is read; 1 with STENO_CORPUS_ALL set, as `make corpus` does.
    static let stride = ProcessInfo.processInfo.environment["STENO_CORPUS_ALL"] == nil ? 11 : 1

    /// How many patterns the property tests take.
    static let rounds = stride == 1 ? 30_000 : 1_000

    /// The corpus's AsciiDoc files.
    static let corpus: [String] = {
        let folder = ProcessInfo.processInfo.environment["STENO_CORPUS"].map { URL(filePath: $0) }
        let files = FileManager.default.enumerator(
            at: folder ?? shared.appending(path: "corpus"), includingPropertiesForKeys: nil)
        let paths = (files?.compactMap { ($0 as? URL)?.path() } ?? []).filter {
            $0.hasSuffix(".adoc") || $0.hasSuffix(".asciidoc")
        }.sorted()
        return paths.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }()

    static func document(_ path: String) throws -> Document {
        Document(parsing: Array(try Data(contentsOf: URL(filePath: path))))
    }

    /// A document; an empty one where the file cannot be read.
    static func readable(_ path: String) -> Document {
        Document(parsing: (try? Data(contentsOf: URL(filePath: path))).map { Array($0) } ?? [])
    }

    /// What `Tests/Days/headings.py` reads of each day: one process for all.
    static func headings(of path: String) throws -> [String] { try headings.get()[path] ?? [] }

    private static let headings: Result<[String: [String]], any Error> = Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", root.appending(path: "Tests/Days/headings.py").path()] + paths + [referenceDay]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        return Dictionary(grouping: lines) { String($0.prefix { $0 != "\t" }) }
    }
}
