public import AsciiDoc

let newline = UInt8(ascii: "\n")

/// Something in a document that would render wrongly, or otherwise than its writer seems to mean.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
        /// It may well be meant so, or what it depends on is not in the document.
        case note
        /// The document renders, but hardly as meant.
        case warning
        /// The document loses text or structure.
        case error

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// Whether the first is milder than the second.
        public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
    }

    /// A place in the document.
    public struct Place: Hashable, Sendable {
        /// The line, from 1.
        public let line: Int
        /// The column, from 1, in Unicode scalars.
        public let column: Int
    }

    /// The name of the rule that found it, `unterminated-block`; see ``DiagnosticRule/all``.
    public let rule: String
    /// What is wrong, in one line of English.
    public let message: String
    /// What the message names, in the order of `%1`, `%2` in ``DiagnosticRule/message``: to say it in another language.
    public let arguments: [String]
    /// How bad it is.
    public let severity: Severity
    /// The bytes concerned.
    public let range: Range<Int>
    /// Where the first of them stands.
    public let start: Place
    /// The place after the last of them.
    public let end: Place
    /// The edit that puts it right, where one is safe.
    public let fix: Edit?

    /// Line of the first byte, from 1.
    public var line: Int { start.line }
    /// Column of the first byte, from 1, in Unicode scalars.
    public var column: Int { start.column }
}

/// What is looked for in a document, and what is known about the world around it.
public struct DiagnosticOptions {
    /// Nothing milder is reported.
    public var least: Diagnostic.Severity
    /// Attributes set from outside; nil unsets. See ``Document/semanticView(attributes:resolver:)``.
    public var attributes: [String: String?] = [:]
    /// Whether the document is made to be part of another one, or of a site: what it does not set, that one may.
    public var isPart = false
    /// Whether the target of an image macro, with the document's `imagesdir` before it, is there; nil: not looked for.
    public var imageExists: ((String) -> Bool)?
    /// Whether the target of an include directive is there; nil: not looked for.
    public var fileExists: ((String) -> Bool)?
    /// The names of the rules that look; nil: all of them.
    public var rules: Set<String>?

    /// Nothing milder than `least` is reported; nothing outside of the document is looked at.
    public init(least: Diagnostic.Severity = .warning) { self.least = least }

    func looks(with rule: DiagnosticRule) -> Bool {
        rule.severity >= least && rules?.contains(rule.name) != false
    }
}

extension Document {
    /// What is wrong with the document, in its order: conditions decided and attributes followed, as Asciidoctor would.
    ///
    /// Time is linear in the document's size, nesting costs no stack.
    ///
    /// - Parameter options: what is looked for.
    public func diagnostics(_ options: DiagnosticOptions = DiagnosticOptions()) -> [Diagnostic] {
        let context = RuleContext(self, options)
        var places = context.places
        var found: [Diagnostic] = []
        var suppressions = Suppressions(context)
        for rule in DiagnosticRule.all where options.looks(with: rule) {
            for finding in context.findings(of: rule) where !suppressions.suppress(rule, finding) {
                let severity = context.severity(of: finding, rule)
                if severity >= options.least { found.append(places.diagnostic(finding, rule, severity)) }
            }
        }
        if options.looks(with: .unusedSuppression) {
            for finding in suppressions.unused(options) {
                found.append(places.diagnostic(finding, .unusedSuppression, DiagnosticRule.unusedSuppression.severity))
            }
        }
        return found.sorted { ($0.range.lowerBound, $0.rule) < ($1.range.lowerBound, $1.rule) }
    }

    /// The document with every safe fix applied, and what was fixed: places are those where it was found.
    ///
    /// - Parameter options: what is looked for, and so fixed.
    public func fixed(_ options: DiagnosticOptions = DiagnosticOptions()) -> (document: Document, fixed: [Diagnostic]) {
        var document = self
        var all: [Diagnostic] = []
        // A fix can bring to light what another one puts right: what was text is then read. Each round mends at least one
        // thing, and what a file can hide so is bounded by its lines.
        for _ in 0...LineIndex(source).starts.count {
            let fixed = document.applyFixes(options)
            if fixed.isEmpty { break }
            all += fixed
        }
        return (document, all)
    }

    /// Applies the fixes from the end, so that the places of the others stay right; of two that touch, one is left.
    private mutating func applyFixes(_ options: DiagnosticOptions) -> [Diagnostic] {
        var bytes = source
        var limit = source.count + 1
        var fixed: [Diagnostic] = []
        for found in diagnostics(options).reversed() {
            guard let fix = found.fix, fix.range.upperBound < limit else { continue }
            bytes.replaceSubrange(fix.range, with: fix.replacement)
            limit = fix.range.lowerBound
            fixed.append(found)
        }
        if !fixed.isEmpty { self = Document(parsing: bytes) }
        return fixed.reversed()
    }
}
