import Foundation
import Testing

@testable import AsciiDoc

/// What operations make of real files is read by Asciidoctor as it is by us, where the file itself was.
@Suite struct OperationOracleTests {
    private static let rounds = Fixture.corpusStride == 1 ? 3 : 4

    @Test(.enabled(if: Asciidoctor.isInstalled && !Fixture.corpus.isEmpty))
    func asciidoctorReadsEditedFilesAlike() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "steno-edited-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let originals = Fixture.corpus.enumerated().filter {
            $0.offset % Fixture.corpusStride == 3 % Fixture.corpusStride
        }
        let before = try Agreement(of: originals.map(\.element))
        var random = SeededGenerator(seed: 8)
        var edited: [String: String] = [:]
        for file in originals.map(\.element) where try before.isEqual(file) {
            for round in 0..<Self.rounds {
                guard let (bytes, what) = Self.edit(try Fixture.bytes(file), &random) else { continue }
                let path = folder.appending(path: "\(edited.count)-\(round).adoc")
                try Data(bytes).write(to: path)
                edited[path.path()] = "\(file): \(what)"
            }
        }
        let after = try Agreement(of: edited.keys.sorted())
        let different = try edited.keys.sorted().filter { try !after.isEqual($0) }
        for path in different.prefix(8) {
            Issue.record("\(edited[path] ?? "")\n\(try after.difference(in: path).prefix(12).joined(separator: "\n"))")
        }
        print("operations held against Asciidoctor: \(edited.count - different.count) of \(edited.count) read alike")
        #expect(different.isEmpty)
    }

    private static func edit(_ source: [UInt8], _ random: inout SeededGenerator) -> ([UInt8], String)? {
        var document = Document(parsing: source)
        var generator = OperationGenerator(document, seed: random.next())
        let nodes = (1..<document.nodeCount).filter { document.node($0).kind.isOperated }
        guard let index = nodes.randomElement(using: &random) else { return nil }
        let line = document.node(index).line
        guard let law = generator.operation(at: document.node(index)) else { return nil }
        guard (try? document.apply(law.edits)) != nil else { return nil }
        return (document.source, "\(law.name) at line \(line)")
    }
}
