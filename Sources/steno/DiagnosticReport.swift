import AsciiDoc
import Shell

/// What was found in a file, and how it is said.
struct DiagnosticReport {
    let file: String
    var diagnostics: [Diagnostic] = []
    var language = Language.english

    func text(as format: Steno.Check.Format) -> String {
        (format == .github ? annotations : lines).map { $0 + "\n" }.joined()
    }

    /// `day.adoc:12:3: warning: … [rule]`
    private var lines: [String] {
        diagnostics.map { found in
            let (severity, message) = (Message(found.severity).text(language), Message(found).text(language))
            return DisplayText.safe(
                "\(file):\(found.line):\(found.column): \(severity): \(message) [\(found.rule)]"
                    + (found.fix == nil ? "" : " (--fix)"))
        }
    }

    /// Workflow commands of GitHub Actions.
    ///
    /// Source: actions/toolkit, packages/core/src/command.ts, for what is escaped.
    private var annotations: [String] {
        diagnostics.map { found in
            let severity = found.severity == .note ? "notice" : found.severity.rawValue
            let place = "file=\(Self.property(file)),line=\(found.line),endLine=\(found.end.line),col=\(found.column)"
            let message = Self.data(DisplayText.safe(Message(found).text(language)))
            return "::\(severity) \(place),title=\(found.rule)::\(message)"
        }
    }

    private static func data(_ text: String) -> String {
        text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    }

    private static func property(_ text: String) -> String {
        text.unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : escapes[$0] ?? String($0) }.joined()
    }

    private static let escapes: [Unicode.Scalar: String] = ["%": "%25", "\r": "%0D", "\n": "%0A"]

    /// Every rule with its severity, and whether it has a fix.
    static func rules(in language: Language) -> String {
        let width = DiagnosticRule.all.map(\.name.count).max() ?? 0
        return DiagnosticRule.all.map { rule in
            let severity = Message(rule.severity).text(language)
            return rule.name + String(repeating: " ", count: width + 2 - rule.name.count)
                + severity + String(repeating: " ", count: max(15 - severity.count, 1))
                + Message(rule).text(language) + (rule.isFixable ? " (--fix)" : "") + "\n"
        }.joined()
    }
}
