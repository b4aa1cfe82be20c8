import AsciiDoc
import Foundation
import Testing

/// Asciidoctor renders generated texts as they were typed. Without Asciidoctor the test is skipped;
/// `STENO_ESCAPE_TEXTS` (how many per context and mode) and `STENO_ESCAPE_SEED` make it longer, or other.
@Suite("Escaping, against Asciidoctor")
struct EscapeOracleTests {
    @Test("generated texts render as typed", .enabled(if: Asciidoctor.isInstalled, "ruby with asciidoctor is missing"))
    func rendersAsTyped() throws {
        let environment = ProcessInfo.processInfo.environment
        let count = environment["STENO_ESCAPE_TEXTS"].flatMap(Int.init) ?? 60
        var texts = TypedTexts(seed: environment["STENO_ESCAPE_SEED"].flatMap(UInt64.init) ?? 1, notes: Self.notes)
        var input = ""
        for _ in 0..<count {
            for context in EscapeContext.allCases {
                let typed = texts.next(for: context)
                for mode in EscapeMode.allCases { input += Self.record(typed, context, mode) }
            }
        }
        let (status, output) = try Asciidoctor.run("escape/check.rb", input: input)
        #expect(status == 0, "\(output)")
        if environment["STENO_ESCAPE_TEXTS"] != nil { print(output) }
    }

    private static func record(_ typed: [String], _ context: EscapeContext, _ mode: EscapeMode) -> String {
        var written: [String] = []
        for (index, line) in typed.enumerated() {
            let isFirst = index == 0 && context == .paragraph
            let position: EscapeContext = isFirst || context != .paragraph ? context : .paragraphContinuation
            written.append(escape(line, for: position, mode: mode, after: written.last))
        }
        let fields = ["\(context)", "\(mode)", typed.joined(separator: "\n"), written.joined(separator: "\n")]
        return fields.map(quoted).joined(separator: "\t") + "\n"
    }

    private static func quoted(_ field: String) -> String {
        field.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n")
            .replacingOccurrences(of: "\t", with: "\\t")
    }

    /// The lines of the sample day, without what makes bullets of them.
    private static let notes: [String] = {
        let root = Asciidoctor.tests.deletingLastPathComponent().appendingPathComponent("sessions")
        let days = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return days.filter { $0.pathExtension == "adoc" }.flatMap { day in
            let text = (try? String(contentsOf: day, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").map { $0.drop { " *".contains($0) } }.filter { !$0.isEmpty }
                .map(String.init)
        }
    }()
}
