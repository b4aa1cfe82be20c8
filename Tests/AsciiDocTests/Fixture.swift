import Foundation

/// Test input: the reference day, and the corpus beside the project, where there is one.
enum Fixture {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static var referenceDay: [UInt8] {
        get throws { try bytes(root.appending(path: "sessions/20220524_dataops-rocks.adoc").path()) }
    }

    /// `$STENO_CORPUS`, or the corpus beside the project.
    private static let corpusFolder =
        ProcessInfo.processInfo.environment["STENO_CORPUS"].map { URL(filePath: $0) }
        ?? root.appending(path: "../shared/corpus").standardizedFileURL

    /// Every how many-th file the slow tests take; 1 with STENO_CORPUS_ALL set, as `make corpus` does.
    static let corpusStride = ProcessInfo.processInfo.environment["STENO_CORPUS_ALL"] == nil ? 23 : 1

    /// `$STENO_SEED`: what random tests begin with.
    static let seed = ProcessInfo.processInfo.environment["STENO_SEED"].flatMap(UInt64.init) ?? 1

    static let hasCorpus = FileManager.default.fileExists(atPath: corpusFolder.path())

    /// Paths of the corpus's AsciiDoc files.
    static let corpus: [String] = {
        let files = FileManager.default.enumerator(at: corpusFolder, includingPropertiesForKeys: nil)
        let paths = (files?.compactMap { ($0 as? URL)?.path() } ?? []).filter {
            $0.hasSuffix(".adoc") || $0.hasSuffix(".asciidoc")
        }
        if paths.isEmpty { print("skipped: no corpus at \(corpusFolder.path())") }
        return paths.sorted()
    }()

    /// Test input that is not the project's: `$STENO_SHARED`, or beside it.
    static let shared =
        ProcessInfo.processInfo.environment["STENO_SHARED"].map { URL(filePath: $0) }
        ?? root.appending(path: "../shared").standardizedFileURL

    /// Paths of the inputs of Asciidoctor's own tests, beside the project or below `$STENO_SHARED`.
    static let asciidoctorInputs = files(in: "tck/asciidoctor-inputs")

    /// Paths of the smallest inputs of what was read wrongly once.
    static let languageReports = files(in: "reports/language").filter { $0.hasSuffix(".adoc") }

    private static func files(in folder: String) -> [String] {
        let folder = shared.appending(path: folder)
        guard let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        else {
            print("skipped: no inputs at \(folder.path())")
            return []
        }
        return files.map { $0.path() }.sorted()
    }

    /// Small inputs that are unusual in their bytes.
    static let odd: [[UInt8]] = [
        [], Array("\n\n".utf8), Array("= T\r\n\r\n* a\r\n".utf8), [0xEF, 0xBB, 0xBF] + Array("= T\n".utf8),
        [0, 0xFF, 0x0A, 0xC3], Array("a\rb\r".utf8), Array("----\nopen".utf8), Array(".T\n[x]\n\n".utf8),
        Array("* a\n\n\n".utf8), Array("== A\n== B\n=== C\n\n== D".utf8), Array("* a\n+\n====\n* b\n====\n* c\n".utf8),
        Array("|===\n|a\n|===\n".utf8), Array("Title\n=====\n\ntext\n".utf8), Array("[".utf8), Array("[[\n".utf8),
        Array("//\n/\n".utf8), Array(":a: b \\\n".utf8), Array("a:: b\n".utf8), Array("```swift\nx\n```\n".utf8),
    ]

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }
}

/// A generator whose numbers are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
