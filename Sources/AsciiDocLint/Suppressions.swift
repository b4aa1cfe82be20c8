import AsciiDoc

/// Comments that keep rules silent: `// steno:ignore rule-name` for the block or line below it, `// steno:ignore-file
/// rule-name` for the whole file. Several names stand with spaces between them.
struct Suppressions {
    private struct Suppression {
        let rule: String
        /// Where the rule is silent: offsets into the preprocessed document.
        let range: Range<Int>
        /// The name in the comment.
        let place: Range<Int>
        var isUsed = false
    }

    private var suppressions: [Suppression] = []

    init(_ context: RuleContext) {
        for comment in context.nodes(.lineComment) { read(comment, context) }
    }

    private mutating func read(_ node: Node, _ context: RuleContext) {
        for line in context.lines(in: node.range) { read(line: line, of: node, context) }
    }

    private mutating func read(line: Range<Int>, of node: Node, _ context: RuleContext) {
        let bytes = context.document.source[line]
        let words = bytes.split { $0 == 0x20 || $0 == 0x09 }
        guard words.count > 2, words[0].elementsEqual("//".utf8) else { return }
        let isFile = words[1].elementsEqual("steno:ignore-file".utf8)
        guard isFile || words[1].elementsEqual("steno:ignore".utf8) else { return }
        let range = isFile ? 0..<context.document.source.count + 1 : Self.rangeBelow(line, of: node, context)
        for word in words.dropFirst(2) {
            suppressions.append(
                Suppression(
                    rule: String(decoding: word, as: UTF8.self), range: range, place: word.startIndex..<word.endIndex))
        }
    }

    /// The block that a comment stands above; within a block, the next line.
    private static func rangeBelow(_ comment: Range<Int>, of node: Node, _ context: RuleContext) -> Range<Int> {
        let document = context.document
        if let parent = node.parent, parent.kind == .paragraph || parent.kind == .literalParagraph {
            let next = context.lines(in: comment.upperBound + 1..<max(comment.upperBound + 1, parent.range.upperBound))
            if let next = next.first { return comment.lowerBound..<next.upperBound + 1 }
        }
        var position = node.end
        while position < document.nodeCount, document.kind(at: position).isAboutBlock {
            position = document.node(position).end
        }
        guard position < document.nodeCount else { return comment.lowerBound..<document.source.count + 1 }
        let block = document.node(position)
        let heading = block.kind == .section ? block.children.first { $0.kind == .heading } : nil
        return comment.lowerBound..<max(comment.upperBound, (heading ?? block).range.upperBound)
    }

    /// Whether a finding is not to be reported.
    mutating func suppress(_ rule: DiagnosticRule, _ finding: Finding) -> Bool {
        guard !suppressions.isEmpty else { return false }
        // Findings of the file itself are kept silent for all of it only.
        let indices = suppressions.indices.filter { index in
            let one = suppressions[index]
            return one.rule == rule.name
                && (one.range.lowerBound == 0 || !finding.isOfFile && one.range.contains(finding.range.lowerBound))
        }
        for index in indices { suppressions[index].isUsed = true }
        return !indices.isEmpty
    }

    /// What is kept silent though nothing is said; of rules that did not look, nothing is known.
    func unused(_ options: DiagnosticOptions) -> [Finding] {
        suppressions.filter { one in
            guard !one.isUsed else { return false }
            return DiagnosticRule.all.first { $0.name == one.rule }.map(options.looks) ?? true
        }.map { Finding($0.place, [$0.rule]) }
    }
}

extension DiagnosticRule {
    static let unusedSuppression = DiagnosticRule(
        "unused-suppression", .warning, "a comment that keeps a rule silent which says nothing",
        says: "the rule “%1” says nothing here"
    ) { _ in [] }
}
