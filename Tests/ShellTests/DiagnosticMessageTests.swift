import AsciiDocLint
import Foundation
import Testing

@testable import Shell

@Suite struct DiagnosticMessageTests {
    /// Every rule speaks French, and names the same things.
    @Test(arguments: DiagnosticRule.all) func everyRuleIsTranslated(rule: DiagnosticRule) throws {
        let summary = Message(rule)
        #expect(summary.french != summary.english, "\(rule.name)")
        let french = try #require(Message.french(rule.name), "\(rule.name)")
        for sign in ["%1", "%2"] { #expect(french.contains(sign) == rule.message.contains(sign), "\(rule.name)") }
    }

    /// docs/diagnostics.md lists the rules that there are, as they are.
    @Test func everyRuleIsInTheDocumentation() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `-") }.map(String.init)
        #expect(
            rows
                == DiagnosticRule.all.map { rule in
                    "| `\(rule.name)` | \(rule.severity.rawValue) | \(rule.isFixable ? "yes" : "") | \(rule.summary) |"
                })
    }
}
