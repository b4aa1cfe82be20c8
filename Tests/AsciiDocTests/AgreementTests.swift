import Foundation
import Testing

@testable import AsciiDoc

/// The semantic view beside Asciidoctor's own parser: contexts, levels, styles, titles, lines, markers, text.
@Suite struct AgreementTests {
    /// Files whose dumps were equal when this was measured, in percent; it may only rise. The rest: docs/asciidoc-support.md.
    static let floor = 89.0

    @Test(.enabled(if: Asciidoctor.isInstalled && FileManager.default.fileExists(atPath: "/work/shared/tck")))
    func mostInputsOfAsciidoctorsTestsAreReadAlike() throws {
        let folder = URL(filePath: "/work/shared/tck/asciidoctor-inputs/", directoryHint: .isDirectory)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().map {
            folder.path() + $0
        }
        try #require(files.count > 1_000)
        let output = try Asciidoctor.run("blocks.rb", input: files.joined(separator: "\n") + "\n").output
        let expected = Dictionary(
            output.components(separatedBy: "### ").dropFirst().map { part in
                let lines = part.split(separator: "\n", omittingEmptySubsequences: true)
                return (String(lines[0]), lines.dropFirst().map(String.init))
            }, uniquingKeysWith: { one, _ in one })
        let equal = try files.count { file in
            Document(parsing: try Fixture.bytes(file)).semanticView().blocks.map(\.dump) == expected[file]
        }
        #expect(Double(equal) / Double(files.count) * 100 >= Self.floor, "\(equal) of \(files.count)")
    }
}
