import AsciiDoc

/// Findings as SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
public struct SarifLog: Sendable {
    private let reports: [DiagnosticReport]
    private let version: String
    private let wording: DiagnosticWording
    private var json = JSONWriter()

    /// - Parameters:
    ///   - reports: what was found, file by file.
    ///   - version: that of the program that looked.
    ///   - wording: in which words.
    public init(_ reports: [DiagnosticReport], version: String, wording: DiagnosticWording = .english) {
        (self.reports, self.version, self.wording) = (reports, version, wording)
    }

    /// The log as JSON, in UTF-8, without a line end.
    public var bytes: [UInt8] {
        var log = self
        log.write()
        return log.json.bytes
    }

    private mutating func write() {
        json.beginObject()
        json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.member("version", "2.1.0")
        array("runs") { $0.writeRun() }
        json.endObject()
    }

    private mutating func writeRun() {
        json.beginObject()
        object("tool") { log in
            log.object("driver") { log in
                log.json.member("name", "steno")
                log.json.member("version", log.version)
                log.array("rules") { log in for rule in DiagnosticRule.all { log.write(rule) } }
            }
        }
        json.member("columnKind", "unicodeCodePoints")
        array("results") { log in
            for report in log.reports { for found in report.diagnostics { log.write(found, report.file) } }
        }
        json.endObject()
    }

    private mutating func object(_ name: StaticString, _ members: (inout SarifLog) -> Void) {
        json.name(name)
        json.beginObject()
        members(&self)
        json.endObject()
    }

    private mutating func array(_ name: StaticString, _ values: (inout SarifLog) -> Void) {
        json.name(name)
        json.beginArray()
        values(&self)
        json.endArray()
    }

    private mutating func write(_ rule: DiagnosticRule) {
        json.beginObject()
        json.member("id", rule.name)
        object("shortDescription") { $0.json.member("text", rule.summary) }
        object("defaultConfiguration") { $0.json.member("level", rule.severity.rawValue) }
        json.endObject()
    }

    private mutating func write(_ found: Diagnostic, _ file: String) {
        json.beginObject()
        json.member("ruleId", found.rule)
        json.member("ruleIndex", DiagnosticRule.all.firstIndex { $0.name == found.rule } ?? 0)
        json.member("level", found.severity.rawValue)
        object("message") { $0.json.member("text", $0.wording.message(found)) }
        array("locations") { log in
            log.json.beginObject()
            log.object("physicalLocation") { log in
                log.object("artifactLocation") { $0.json.member("uri", Self.reference(to: file)) }
                log.object("region") { $0.writeRegion(found.start, found.end) }
            }
            log.json.endObject()
        }
        json.endObject()
    }

    private mutating func writeRegion(_ start: Diagnostic.Place, _ end: Diagnostic.Place) {
        json.member("startLine", start.line)
        json.member("startColumn", start.column)
        json.member("endLine", end.line)
        json.member("endColumn", end.column)
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
