import ConformanceDump
import Foundation

@testable import AsciiDoc

/// What Asciidoctor finds in files, and what the semantic view finds.
struct Agreement {
    private static let environment = ProcessInfo.processInfo.environment
    /// Whether `make agreement` runs the tests: every difference is listed then.
    static let isWanted = environment["STENO_AGREEMENT"] != nil && file == nil
    /// The one file that is asked for.
    static let file = environment["STENO_AGREEMENT_FILE"].flatMap { $0.isEmpty ? nil : $0 }

    private let expected: [String: [String]]

    /// Asks Asciidoctor about all files in one process.
    init(of files: [String]) throws {
        let output = try Asciidoctor.run("blocks.rb", input: files.joined(separator: "\n") + "\n").output
        var expected: [String: [String]] = [:]
        var file = ""
        for line in output.split(separator: "\n") {
            if line.hasPrefix("### ") { file = String(line.dropFirst(4)) }
            expected[file, default: []] += line.hasPrefix("### ") ? [] : [String(line)]
        }
        self.expected = expected
    }

    func isEqual(_ file: String) throws -> Bool { try Self.blocks(of: file) == expected[file] }

    /// Lines of Asciidoctor's dump only (`-`), and of ours only (`+`).
    func difference(in file: String) throws -> [String] {
        let ours = try Self.blocks(of: file)
        return ours.difference(from: expected[file] ?? []).map { change in
            switch change {
            case .remove(_, let line, _): "- " + line
            case .insert(_, let line, _): "+ " + line
            }
        }
    }

    private static func blocks(of file: String) throws -> [String] {
        Document(parsing: try Fixture.bytes(file)).semanticView().blocks.map(\.dump)
    }
}
