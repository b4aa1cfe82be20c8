import ArgumentParser
import AsciiDoc
import Shell

/// Findings as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
struct SarifLog {
    private let reports: [DiagnosticReport]

    init(_ reports: [DiagnosticReport]) { self.reports = reports }

    var text: String {
        let driver = Self.object([
            ("name", .string("steno")), ("version", .string(Steno.configuration.version)),
            ("rules", .array(DiagnosticRule.all.map(Self.rule))),
        ])
        let run = Self.object([
            ("tool", Self.object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(reports.flatMap(results))),
        ])
        let log = Self.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ])
        return log.text + "\n"
    }

    private static func object(_ members: [(String, JSON)]) -> JSON {
        .object(members.map { JSON.Member($0.0, $0.1) })
    }

    private static func message(_ text: String) -> JSON { object([("text", .string(text))]) }

    private static func rule(_ rule: DiagnosticRule) -> JSON {
        object([
            ("id", .string(rule.name)), ("shortDescription", message(rule.summary)),
            ("defaultConfiguration", object([("level", .string(rule.severity.rawValue))])),
        ])
    }

    private func results(_ report: DiagnosticReport) -> [JSON] {
        let artifact = Self.object([("uri", .string(Self.reference(to: report.file)))])
        return report.diagnostics.map { found in
            let index = DiagnosticRule.all.firstIndex { $0.name == found.rule } ?? 0
            let physical = Self.object([
                ("artifactLocation", artifact), ("region", Self.region(found.start, found.end)),
            ])
            return Self.object([
                ("ruleId", .string(found.rule)), ("ruleIndex", .number(index)),
                ("level", .string(found.severity.rawValue)),
                ("message", Self.message(Message(found).text(report.language))),
                ("locations", .array([Self.object([("physicalLocation", physical)])])),
            ])
        }
    }

    private static func region(_ start: Diagnostic.Place, _ end: Diagnostic.Place) -> JSON {
        object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ])
    }

    /// A path as a URI reference: relative as it was given, or with the scheme `file`.
    private static func reference(to path: String) -> String {
        let kept = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@".utf8)
        let digits = Array("0123456789ABCDEF")
        let relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        let encoded = relative.utf8.map { byte in
            kept.contains(byte)
                ? String(Character(Unicode.Scalar(byte)))
                : "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }.joined()
        return path.hasPrefix("/") ? "file://" + encoded : encoded
    }
}
