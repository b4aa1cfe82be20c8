import Foundation
import Testing

@testable import AsciiDoc

/// The laws of operations, on real files: the tree is that of a full parse, what was put in is there, everything else is what
/// it was, and the inverse restores the bytes.
@Suite struct OperationPropertyTests {
    /// `$STENO_OPERATIONS`: how many operations in all, over the whole corpus and the reports of the language.
    private static let wanted = ProcessInfo.processInfo.environment["STENO_OPERATIONS"].flatMap(Int.init)

    private static let files: [String] = {
        if wanted != nil { return Fixture.corpus + Fixture.languageReports }
        return Fixture.corpus.enumerated().filter { $0.offset % Fixture.corpusStride == 5 % Fixture.corpusStride }
            .map(\.element)
    }()

    private static let rounds = wanted.map { max(1, $0 / max(1, files.count)) } ?? (Fixture.corpusStride == 1 ? 10 : 12)

    @Test func operationsOnCorpusFilesDoWhatTheySay() throws {
        var random = SeededGenerator(seed: 5)
        var (applied, refused, problems) = (0, 0, 0)
        for file in Self.files {
            let document = Document(parsing: try Fixture.bytes(file))
            guard document.nodeCount > 2, document.nodeCount < 20_000 else { continue }
            var generator = OperationGenerator(document, seed: random.next())
            let nodes = (1..<document.nodeCount).filter { document.node($0).kind.isOperated }
            for _ in 0..<Self.rounds where !nodes.isEmpty {
                let node = document.node(nodes[Int.random(in: 0..<nodes.count, using: &random)])
                guard let law = generator.operation(at: node) else {
                    refused += 1
                    continue
                }
                applied += 1
                guard let problem = law.problem(in: document) else { continue }
                problems += 1
                if problems <= 15 {
                    Issue.record(
                        "\(file):\(node.line): \(law.name) at \(node.kind)\n\(problem)\n\(law.shown(in: document))")
                }
            }
        }
        print("operations: \(applied) applied, \(refused) refused or not offered, \(problems) with problems")
        #expect(problems == 0)
        #expect(applied > refused || Self.files.isEmpty)
    }
}

extension OperationLaw {
    /// The lines around the edits, before and after.
    fileprivate func shown(in document: Document) -> String {
        var edited = document
        guard (try? edited.apply(edits)) != nil else { return "" }
        let edits = edits.edits
        guard let place = edits.map(\.range.lowerBound).min() else { return "" }
        let end = (edits.map(\.range.upperBound).max() ?? place) + edits.reduce(0) { $0 + max(0, $1.growth) }
        let range = max(0, place - 150)..<min(edited.source.count, min(end, place + 500) + 120)
        return "…" + String(decoding: edited.source[range], as: UTF8.self) + "…"
    }
}

extension NodeKind {
    var isOperated: Bool { isBlock || self == .listItem || self == .section || self == .heading }
}
