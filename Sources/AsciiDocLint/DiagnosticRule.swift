import AsciiDoc

/// A kind of thing that can be wrong with a document.
public struct DiagnosticRule: Sendable {
    /// The rule's name, `unterminated-block`.
    public let name: String
    /// How bad what it finds is at worst; ``Diagnostic/severity`` is milder where the document cannot tell.
    public let severity: Diagnostic.Severity
    /// What it finds, in a few words of English.
    public let summary: String
    /// What is said of a finding, in English; `%1`, `%2` stand for ``Diagnostic/arguments``.
    public let message: String
    /// Whether it knows a safe fix, at least for some of what it finds.
    public private(set) var isFixable = false
    /// What must be there for the rule to be sure of its findings.
    private(set) var ground = Ground.text
    /// Whether it looks into cells that are documents of their own.
    private(set) var looksIntoCells = false
    let search: @Sendable (RuleContext) -> [Finding]

    /// What a rule's findings depend on.
    enum Ground {
        /// The text alone.
        case text
        /// A document that stands by itself, with a title.
        case document
        /// A document that stands by itself and includes nothing.
        case whole
    }

    init(
        _ name: String, _ severity: Diagnostic.Severity, _ summary: String, says message: String,
        _ search: @escaping @Sendable (RuleContext) -> [Finding]
    ) {
        self.name = name
        self.severity = severity
        self.summary = summary
        self.message = message
        self.search = search
    }

    /// The rule, with a fix for what it finds.
    var fixable: DiagnosticRule {
        var rule = self
        rule.isFixable = true
        return rule
    }

    /// The rule, sure of its findings only on that ground.
    func sure(of ground: Ground) -> DiagnosticRule {
        var rule = self
        rule.ground = ground
        return rule
    }

    /// The rule, which looks into cells that are documents of their own.
    var inCells: DiagnosticRule {
        var rule = self
        rule.looksIntoCells = true
        return rule
    }

    /// Every rule. A new one is added to one of these lists, and to the catalogue of messages.
    public static let all =
        file + (blocks + styles + sections + lists + tables).map(\.inCells) + references + [unusedSuppression]

    /// The message with what it names.
    func message(_ arguments: [String]) -> String { Self.filled(message, arguments) }

    /// A message with `%1`, `%2` replaced.
    ///
    /// - Parameters:
    ///   - message: ``message``, or what it is in another language.
    ///   - arguments: ``Diagnostic/arguments``.
    public static func filled(_ message: String, _ arguments: [String]) -> String {
        var parts = message.split(separator: "%", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
            guard let number = parts[index].first?.wholeNumberValue, arguments.indices.contains(number - 1) else {
                parts[index] = "%" + parts[index]
                continue
            }
            parts[index] = arguments[number - 1] + parts[index].dropFirst()
        }
        return parts.joined()
    }
}

/// What a rule found.
struct Finding {
    /// The bytes of the preprocessed document, or of the file itself.
    private(set) var range: Range<Int>
    let arguments: [String]
    private(set) var fix: Fix?
    /// Whether `range` is one of the file.
    var isOfFile = false
    /// Milder than the rule says.
    var severity: Diagnostic.Severity?

    init(_ range: Range<Int>, _ arguments: [String] = [], fix: Fix? = nil) {
        self.range = range
        self.arguments = arguments
        self.fix = fix
    }

    /// The finding of a part of a document, as one of the document.
    func moved(by offset: Int) -> Finding {
        var finding = self
        finding.range = range.lowerBound + offset..<range.upperBound + offset
        finding.fix = fix?.moved(by: offset)
        return finding
    }
}

extension RuleContext {
    /// What a rule finds in the document and in the cells of its tables.
    func findings(of rule: DiagnosticRule) -> [Finding] {
        guard rule.looksIntoCells else { return rule.search(self) }
        return rule.search(self)
            + cells.flatMap { cell in cell.context.findings(of: rule).map { $0.moved(by: cell.offset) } }
    }
}

/// What would put a finding right; offsets are those of the preprocessed document.
enum Fix {
    /// A line before the one at `offset`; without text, a blank one.
    case insertLine(String, before: Int)
    /// Other bytes, within one line.
    case replace(Range<Int>, String)
    /// Other bytes from an offset up to the end of its line.
    case replaceLineEnd(from: Int, String)

    fileprivate func moved(by offset: Int) -> Fix? {
        switch self {
        // In a cell, a line of its own may begin another cell.
        case .insertLine: nil
        case .replace(let range, let text):
            .replace(range.lowerBound + offset..<range.upperBound + offset, text)
        case .replaceLineEnd: nil
        }
    }
}
