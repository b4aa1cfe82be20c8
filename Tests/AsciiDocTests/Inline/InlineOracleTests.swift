import AsciiDoc
import Foundation
import Testing

/// Formats are read as Asciidoctor reads them, in the notes of the corpus and in generated texts. `STENO_INLINE_TEXTS`
/// says how many of these.
@Suite("Inline structure, against Asciidoctor")
struct InlineOracleTests {
    @Test("formats agree", .enabled(if: Asciidoctor.isInstalled, "ruby with asciidoctor is missing"))
    func formatsAgree() throws {
        let environment = ProcessInfo.processInfo.environment
        let texts = Self.generated(environment["STENO_INLINE_TEXTS"].flatMap(Int.init) ?? 300) + Self.corpus
        let input = texts.map {
            $0.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n") + "\n"
        }
        let (status, output) = try Asciidoctor.run("inline/dump.rb", input: input.joined())
        #expect(status == 0)
        let dumps = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        try #require(dumps.count == texts.count)
        var different: [String] = []
        var overlapping = 0
        for (text, theirs) in zip(texts, dumps) {
            guard Self.isNested(theirs) else { overlapping += 1; continue }
            let ours = InlineDump(text, marks: .control).text.replacingOccurrences(of: "\n", with: "\\n")
            if ours != Self.withoutNumbers(theirs) { different.append("\(text)\n  theirs \(theirs)\n  ours   \(ours)") }
        }
        let summary = "\(texts.count) texts, \(overlapping) overlap, \(different.count) differ"
        if environment["STENO_INLINE_TEXTS"] != nil { print(summary, different.prefix(20).joined(separator: "\n")) }
        #expect(different.count * 100 <= texts.count, "\(summary): \(different.prefix(10).joined(separator: "\n"))")
    }

    private static func generated(_ count: Int) -> [String] {
        var texts = TypedTexts(seed: 3, notes: [])
        return (0..<count).map { _ in texts.next(for: .paragraph).joined(separator: "\n") }
    }

    private static func withoutNumbers(_ dump: Substring) -> String {
        dump.split(separator: "\u{4}", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? part : part.drop { $0.isNumber }
        }.joined()
    }

    /// Whether each format ends inside of the one that it begins in.
    private static func isNested(_ dump: Substring) -> Bool {
        var kinds: [Substring] = []
        var rest = dump
        while let mark = rest.firstIndex(where: { $0 == "\u{1}" || $0 == "\u{2}" }) {
            let end = rest[mark...].firstIndex(of: "\u{3}") ?? rest.endIndex
            let kind = rest[mark..<end].dropFirst()
            if rest[mark] == "\u{1}" {
                kinds.append(kind)
            } else if kinds.popLast() != kind {
                return false
            }
            rest = rest[end...].dropFirst()
        }
        return true
    }

    /// Lines of text from the sample day, and from the corpus where there is one.
    static let corpus: [String] = {
        let root = Asciidoctor.tests.deletingLastPathComponent()
        let folders = ["sessions", "../shared/corpus"].map { root.appendingPathComponent($0) }
        let files = folders.flatMap { folder in
            (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]) ?? []
        }
        let lines = files.filter { ["adoc", "asciidoc"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
            .flatMap { file in
                ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(whereSeparator: \.isNewline).map(
                    String.init)
            }
        let stride = max(1, lines.count / 4000)
        return lines.enumerated().filter {
            $0.offset % stride == 0 && !$0.element.contains { "\u{1}\u{2}\u{3}".contains($0) }
        }.map(\.element)
    }()
}
