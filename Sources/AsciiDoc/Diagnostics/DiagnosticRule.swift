/// A kind of thing that can be wrong with a document.
struct DiagnosticRule: Sendable {
    let name: String
    let severity: Diagnostic.Severity
    private let search: @Sendable (RuleContext) -> [(range: Range<Int>, message: String, fix: Edit?)]

    init(
        _ name: String, _ severity: Diagnostic.Severity,
        _ search: @escaping @Sendable (RuleContext) -> [(range: Range<Int>, message: String, fix: Edit?)]
    ) {
        self.name = name
        self.severity = severity
        self.search = search
    }

    func find(_ context: RuleContext) -> [Finding] {
        search(context).map {
            Finding(rule: name, severity: severity, range: $0.range, message: $0.message, fix: $0.fix)
        }
    }

    /// Every rule. A new one is added to one of these lists.
    static let all = blocks + lists + references
}

/// What a rule found, before lines are counted.
struct Finding {
    let rule: String
    let severity: Diagnostic.Severity
    let range: Range<Int>
    let message: String
    let fix: Edit?
}

/// What rules look at.
struct RuleContext {
    let document: Document
    let imageExists: ((String) -> Bool)?

    /// Every node, in document order.
    var nodes: some Sequence<Node> {
        document.tree.indices.lazy.map { Node(document: document, index: $0) }
    }

    func nodes(_ kind: NodeKind) -> [Node] {
        document.tree.indices.filter { document.tree[$0].kind == kind }.map { Node(document: document, index: $0) }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: document.source[range], as: UTF8.self) }

    /// The lines of the text leaves below `node`, as ranges without their line ends.
    func textLines(of node: Node) -> [Range<Int>] {
        node.children.filter { $0.kind == .text }.flatMap { lines(in: $0.range) }
    }

    func lines(in range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = document.source[start..<range.upperBound].firstIndex(of: newline) ?? range.upperBound
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }

    /// What a line would be where a block may begin.
    func shape(of line: Range<Int>) -> LineShape? {
        document.source.withUnsafeBufferPointer { bytes in
            let line = Line(bytes, from: line.lowerBound)
            return line.isBlank ? nil : line.shape
        }
    }
}
