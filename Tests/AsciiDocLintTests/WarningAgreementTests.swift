import AsciiDoc
import Foundation
import Testing

@testable import AsciiDocLint

/// What Asciidoctor warns of, and what our rules find: at the same lines.
@Suite struct WarningAgreementTests {
    /// How Asciidoctor's messages begin, the rule that says the same, and how many lines of ours count as its place: an
    /// anchor stands above the block that Asciidoctor names, a part's heading above its end.
    private static let rules: [(message: String, rule: String, reach: Int)] = [
        ("unterminated ", "unterminated-block", 0), ("section title out of sequence", "section-level-skipped", 0),
        ("level 0 sections", "section-level-zero", 0), ("invalid part", "part-without-section", 1_000),
        ("id assigned", "duplicate-anchor", 5), ("callout list item index", "callout-number", 0),
        ("no callout found", "callout-without-mark", 0), ("list item index", "item-number", 0),
        ("unknown style", "unknown-style", 0), ("unknown name for block macro", "unknown-macro", 0),
        ("malformed preprocessor directive - text", "condition-unmatched", 0), ("malformed", "directive-malformed", 0),
        ("unmatched preprocessor", "condition-unmatched", 0), ("mismatched preprocessor", "condition-unmatched", 0),
        ("include file not found", "missing-include", 0), ("dropping cell", "table-cell-dropped", 0),
        ("invalid empty", "shorthand-empty", 0), ("multiple ids", "several-identifiers", 0),
        ("glossary sections do", "section-not-allowed", 0), ("bibliography sections do", "section-not-allowed", 0),
        ("found deprecated footnoteref", "footnoteref", .max), ("invalid footnote", "unknown-footnote", .max),
    ]

    @Test(.enabled(if: Asciidoctor.isInstalled && !Fixture.asciidoctorInputs.isEmpty))
    func whatAsciidoctorsTestsWarnOfIsFound() throws {
        try expectAgreement(Fixture.asciidoctorInputs, "asciidoctor-inputs", atLeast: 90)
    }

    /// All files with STENO_CORPUS_ALL, as `make warnings` runs it; else a sample.
    @Test(.enabled(if: Asciidoctor.isInstalled && !Fixture.corpus.isEmpty))
    func whatAsciidoctorWarnsOfIsFound() throws {
        let files = Fixture.corpus.enumerated().filter { $0.offset % Fixture.corpusStride == 0 }.map(\.element)
        try expectAgreement(files, "corpus", atLeast: 95)
    }

    private func expectAgreement(_ files: [String], _ name: String, atLeast floor: Double) throws {
        let output = try Asciidoctor.run("messages.rb", input: files.joined(separator: "\n") + "\n").output
        var found: [String: [String: [Int]]] = [:]
        var counts: [String: (said: Int, found: Int)] = [:]
        for line in output.split(separator: "\n") {
            let fields = line.split(separator: "\t", maxSplits: 3).map(String.init)
            guard fields.count == 4, let number = Int(fields[1]),
                let entry = Self.rules.first(where: { fields[3].hasPrefix($0.message) })
            else { continue }
            let file = fields[0]
            if found[file] == nil { found[file] = try Self.lines(in: file) }
            let isFound =
                found[file]?[entry.rule]?.contains { $0 <= number && $0 >= number - min(entry.reach, number) } ?? false
            let isUnplaced = number == 0 && found[file]?[entry.rule] != nil
            counts[entry.message, default: (0, 0)].said += 1
            if isFound || isUnplaced { counts[entry.message]?.found += 1 } else { print("not found: \(line)") }
        }
        let (said, agreed) = counts.values.reduce((0, 0)) { ($0.0 + $1.said, $0.1 + $1.found) }
        for (message, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("\(name): \(message): \(count.found) of \(count.said)")
        }
        try #require(said > 0)
        #expect(Double(agreed) / Double(said) * 100 >= floor, "\(name): \(agreed) of \(said)")
    }

    /// The lines of what every rule finds.
    private static func lines(in file: String) throws -> [String: [Int]] {
        let folder = URL(filePath: file).deletingLastPathComponent().path() + "/"
        var options = DiagnosticOptions(least: .note)
        options.fileExists = { FileManager.default.fileExists(atPath: folder + $0) }
        let found = Document(parsing: try Fixture.bytes(file)).diagnostics(options)
        return Dictionary(grouping: found, by: \.rule).mapValues { $0.map(\.line) }
    }
}
