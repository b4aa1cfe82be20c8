/// What was found in a file, and how it is said.
public struct DiagnosticReport: Sendable {
    /// The file's path, as it was given; empty for a text without a file.
    public let file: String
    /// What was found, in the file's order.
    public let diagnostics: [Diagnostic]

    /// Puts what was found to a file's name.
    public init(file: String, diagnostics: [Diagnostic]) {
        self.file = file
        self.diagnostics = diagnostics
    }

    /// `day.adoc:12:3: warning: … [rule]`, a line for each finding; without a file, no name.
    ///
    /// What stands in them comes from files: control characters are the caller's to mask before a terminal shows them.
    public func lines(_ wording: DiagnosticWording = .english) -> [String] {
        diagnostics.map { found in
            let place = (file.isEmpty ? "" : file + ":") + "\(found.line):\(found.column)"
            return "\(place): \(wording.severity(found.severity)): \(wording.message(found)) [\(found.rule)]"
                + (found.fix == nil ? "" : " (--fix)")
        }
    }

    /// Workflow commands of GitHub Actions, a line for each finding.
    ///
    /// Source: actions/toolkit, packages/core/src/command.ts, for what is escaped.
    public func annotations(_ wording: DiagnosticWording = .english) -> [String] {
        diagnostics.map { found in
            let severity = found.severity == .note ? "notice" : found.severity.rawValue
            let place = "file=\(Self.property(file)),line=\(found.line),endLine=\(found.end.line),col=\(found.column)"
            return "::\(severity) \(place),title=\(found.rule)::\(Self.data(wording.message(found)))"
        }
    }

    private static func data(_ text: String) -> String {
        text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
    }

    private static func property(_ text: String) -> String {
        text.unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : escapes[$0] ?? String($0) }.joined()
    }

    private static let escapes: [Unicode.Scalar: String] = ["%": "%25", "\r": "%0D", "\n": "%0A"]
}

/// In which words findings are said.
public struct DiagnosticWording: Sendable {
    /// What is wrong, in one line.
    public var message: @Sendable (Diagnostic) -> String
    /// How bad it is.
    public var severity: @Sendable (Diagnostic.Severity) -> String
    /// What a rule finds.
    public var summary: @Sendable (DiagnosticRule) -> String

    /// Puts the words together.
    public init(
        message: @escaping @Sendable (Diagnostic) -> String,
        severity: @escaping @Sendable (Diagnostic.Severity) -> String,
        summary: @escaping @Sendable (DiagnosticRule) -> String
    ) {
        self.message = message
        self.severity = severity
        self.summary = summary
    }

    /// The words of the rules themselves.
    public static let english = DiagnosticWording(
        message: \.message, severity: \.rawValue, summary: \.summary)
}

extension DiagnosticRule {
    /// Every rule with its severity, and whether it has a fix: a line for each.
    public static func list(_ wording: DiagnosticWording = .english) -> [String] {
        let width = all.map(\.name.count).max() ?? 0
        return all.map { rule in
            let severity = wording.severity(rule.severity)
            return rule.name + String(repeating: " ", count: max(width + 2 - rule.name.count, 1)) + severity
                + String(repeating: " ", count: max(15 - severity.count, 1)) + wording.summary(rule)
                + (rule.isFixable ? " (--fix)" : "")
        }
    }
}
