/// Something in a document that would render wrongly, or otherwise than its writer seems to mean.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        /// The document loses text or structure.
        case error
        /// The document renders, but hardly as meant.
        case warning
    }

    /// The rule that found it, `unterminated-block`.
    public let rule: String
    /// What is wrong, in one line.
    public let message: String
    /// How bad it is.
    public let severity: Severity
    /// The bytes concerned.
    public let range: Range<Int>
    /// Line of the first byte, from 1.
    public let line: Int
    /// Column of the first byte, from 1, in Unicode scalars.
    public let column: Int
    /// The edit that puts it right, where one is safe.
    public let fix: Edit?
}

extension Document {
    /// What is wrong with the document, in its order.
    ///
    /// - Parameters:
    ///   - severity: nothing else is looked for; nil: everything is.
    ///   - imageExists: whether the target of an image macro, with the document's `imagesdir` before it, is there; nil:
    ///     images are not looked for.
    public func diagnostics(
        only severity: Diagnostic.Severity? = nil, imageExists: ((String) -> Bool)? = nil
    ) -> [Diagnostic] {
        let context = RuleContext(document: self, imageExists: imageExists)
        var findings: [Finding] = []
        for rule in DiagnosticRule.all where severity == nil || rule.severity == severity {
            findings += rule.find(context)
        }
        let lines = LineTable(source)
        return findings.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }.map { finding in
            let place = lines.place(of: finding.range.lowerBound, in: source)
            return Diagnostic(
                rule: finding.rule, message: finding.message, severity: finding.severity, range: finding.range,
                line: place.line, column: place.column, fix: finding.fix)
        }
    }

    /// The document with every safe fix applied, and how many there were.
    public func fixed() -> (document: Document, count: Int) {
        var document = self
        // From the end, so that the places of the others stay right; of two that touch, one is left for the next time.
        var limit = source.count + 1
        var count = 0
        for fix in diagnostics().compactMap(\.fix).sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
        where fix.range.upperBound < limit {
            document.apply(fix)
            limit = fix.range.lowerBound
            count += 1
        }
        return (document, count)
    }
}

/// Where lines begin, to turn many offsets into lines and columns.
struct LineTable {
    private let starts: [Int]

    init(_ source: [UInt8]) {
        starts = [0] + source.indices.filter { source[$0] == newline }.map { $0 + 1 }
    }

    func place(of offset: Int, in source: [UInt8]) -> (line: Int, column: Int) {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = source[starts[low]..<offset].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return (low + 1, column)
    }
}
