import AsciiDoc
import Testing

@testable import AsciiDocLint

/// Fixes on real files: what they are for is gone, nothing else is found, and the rest of the file is as it was.
@Suite struct FixTests {
    @Test(.enabled(if: Fixture.hasCorpus)) func fixesOnTheCorpusAreSafe() throws {
        var count = 0
        for (index, path) in Fixture.corpus.enumerated() where index % Fixture.corpusStride == 0 {
            count += try expectSafeFixes(Fixture.bytes(path), path)
        }
        if Fixture.corpusStride == 1 { print("\(count) fixes applied") }
    }

    /// Files with faults put into them, so that every fix is tried.
    @Test(.enabled(if: Fixture.hasCorpus)) func fixesOfFaultsAreSafe() throws {
        var random = SeededGenerator(seed: 7)
        let faults = [
            "\ntext\n* glued\n", "\ntext\n== glued\n", "\n* a\n* \n", "\n1. x\n7. y\n", "\n----\nopen\n", "\n====\n",
        ]
        for path in Fixture.corpus.enumerated().filter({ $0.offset % 23 == 0 }).map(\.element) {
            var bytes = try Fixture.bytes(path)
            let ends = bytes.indices.filter { bytes[$0] == newline }
            guard let place = ends.randomElement(using: &random) else { continue }
            let fault = faults.randomElement(using: &random) ?? ""
            bytes.insert(contentsOf: Array(fault.utf8), at: place)
            _ = try expectSafeFixes(bytes, "\(path) at \(place): \(fault)")
        }
    }

    /// How many fixes there were.
    private func expectSafeFixes(_ source: [UInt8], _ name: String) throws -> Int {
        let document = Document(parsing: source)
        let before = document.diagnostics(DiagnosticOptions(least: .note))
        let (fixed, applied) = document.fixed()
        guard !applied.isEmpty else { return 0 }
        let after = fixed.diagnostics(DiagnosticOptions(least: .note))
        #expect(fixed.fixed().fixed.isEmpty, "\(name): fixed again")
        #expect(!after.contains { $0.fix != nil && $0.severity > .note }, "\(name): a fix is left")
        // What a fix brings to light is what stood there as text: its rules are about lists, sections and references.
        #expect(after.count { $0.severity == .error } <= before.count { $0.severity == .error }, "\(name): more errors")
        #expect(Self.isKept(source, in: fixed.source, applied), "\(name): other lines changed")
        return applied.count
    }

    /// Whether the lines that no fix replaced are there, in order, and nothing but blank ones and delimiters is new.
    /// A line at the end of a condition that is not closed may not be read: it would be added again and again.
    @Test func aBlockInAnOpenConditionIsNotClosed() {
        let document = Document(parsing: Array("----\nifdef::a[]\nb\n".utf8))
        #expect(document.diagnostics().contains { $0.rule == "unterminated-block" && $0.fix == nil })
        #expect(document.fixed().fixed.isEmpty)
    }

    private static func isKept(_ source: [UInt8], in fixed: [UInt8], _ applied: [Diagnostic]) -> Bool {
        let old = source.split(separator: newline, omittingEmptySubsequences: false)
        let new = fixed.split(separator: newline, omittingEmptySubsequences: false)
        let replacing = applied.count { $0.rule == "item-number" || $0.rule == "item-without-text" }
        let change = new.difference(from: old)
        let closing = applied.count { $0.rule == "unterminated-block" }
        return change.removals.count <= replacing + closing && change.insertions.count <= 2 * applied.count
    }
}
