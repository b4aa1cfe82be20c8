import AsciiDoc
import Shell

/// What was found in a file, and how it is said.
struct DiagnosticReport {
    let file: String
    let diagnostics: [Diagnostic]

    static func text(of reports: [DiagnosticReport], format: Steno.Check.Format) -> String {
        switch format {
        case .text: reports.flatMap(\.lines).map { $0 + "\n" }.joined()
        case .github: reports.flatMap(\.annotations).map { $0 + "\n" }.joined()
        case .sarif: sarif(reports).text + "\n"
        }
    }

    /// `day.adoc:12:3: warning: … [rule]`
    private var lines: [String] {
        diagnostics.map { found in
            DisplayText.safe(
                "\(file):\(found.line):\(found.column): \(found.severity): \(found.message) [\(found.rule)]"
                    + (found.fix == nil ? "" : " (--fix)"))
        }
    }

    /// Workflow commands of GitHub Actions.
    private var annotations: [String] {
        diagnostics.map { found in
            let message = DisplayText.safe("\(found.message) [\(found.rule)]")
            return "::\(found.severity) file=\(file),line=\(found.line),col=\(found.column)::\(message)"
        }
    }

    /// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
    private static func sarif(_ reports: [DiagnosticReport]) -> JSON {
        .object([
            .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            .init("version", .string("2.1.0")),
            .init(
                "runs",
                .array([
                    .object([
                        .init("tool", .object([.init("driver", .object([.init("name", .string("steno"))]))])),
                        .init("results", .array(reports.flatMap(\.results))),
                    ])
                ])),
        ])
    }

    private var results: [JSON] {
        diagnostics.map { found in
            let region = JSON.object([
                .init("startLine", .number(found.line)), .init("startColumn", .number(found.column)),
            ])
            let location = JSON.object([
                .init("artifactLocation", .object([.init("uri", .string(file))])), .init("region", region),
            ])
            return .object([
                .init("ruleId", .string(found.rule)), .init("level", .string(found.severity.rawValue)),
                .init("message", .object([.init("text", .string(found.message))])),
                .init("locations", .array([.object([.init("physicalLocation", location)])])),
            ])
        }
    }
}
