import AsciiDoc

extension DiagnosticRule {
    /// Rules on blocks and the lines about them.
    static let blocks = [unterminated, headingIsText, headingInBlock, strayTitle, strayAttributes]

    private static let unterminated = DiagnosticRule(
        "unterminated-block", .error, "a delimited block without its closing line",
        says: "nothing closes this block: “%1” is missing"
    ) { context in
        (0..<context.document.nodeCount).compactMap { index in
            guard context.document.kind(at: index).hasDelimiters else { return nil }
            let node = context.document.node(index)
            guard !node.isTerminated, let delimiter = node.delimiter, !context.isInConflict(delimiter) else {
                return nil
            }
            let sign = context.text(delimiter).fence
            let end = node.range.upperBound
            let isLast = node.range.upperBound == context.document.source.count
            // What is added at the end of a condition that is not closed may not be read.
            guard !isLast || context.directives.open.isEmpty else { return Finding(delimiter, [sign]) }
            return Finding(
                delimiter, [sign], fix: .insertLine(sign, before: isLast ? context.document.source.count + 1 : end))
        }
    }.fixable

    /// A heading glued to the text above it is text.
    private static let headingIsText = DiagnosticRule(
        "heading-is-text", .warning, "a heading without a blank line before it",
        says: "without a blank line before it, this heading is text"
    ) { context in
        (context.prose + context.nodes(.listItem)).flatMap { context.textLines(of: $0).dropFirst() }.compactMap {
            line in
            guard case .heading(let level)? = context.shape(of: line), level > 0 else { return nil }
            return Finding(line, fix: .insertLine("", before: line.lowerBound))
        }
    }.fixable

    private static let headingInBlock = DiagnosticRule(
        "heading-in-block", .warning, "a heading within a block or a list item",
        says: "within a block, this heading is text; “[discrete]” above it makes it a heading"
    ) { context in
        context.headingsInBlocks.map { Finding($0) }
    }

    private static let strayTitle = DiagnosticRule(
        "title-without-block", .warning, "a block title with nothing under it", says: "no block stands under this title"
    ) { context in
        context.strays(.blockTitle)
    }.sure(of: .document)

    private static let strayAttributes = DiagnosticRule(
        "attributes-without-block", .warning, "block attributes with nothing under them",
        says: "no block takes these attributes; in a list item, a lone “+” above them attaches the block"
    ) { context in
        context.strays(.blockAttributes)
    }.sure(of: .document)
}

extension RuleContext {
    /// Whether a line stands between the marks of a merge, where a mark may look like a delimiter.
    fileprivate func isInConflict(_ line: Range<Int>) -> Bool {
        guard !conflicts.isEmpty else { return false }
        let number = places.line(ofRowAt: line.lowerBound)
        return conflicts.contains { $0.lines.contains(number) }
    }

    /// The first lines of what would be a section below the document.
    fileprivate var headingsInBlocks: [Range<Int>] {
        let paragraphs = prose.compactMap { textLines(of: $0).first }.filter { line in
            if case .heading? = shape(of: line) { true } else { false }
        }
        let headings = nodes(.heading).filter { heading in
            let style = style(of: heading)
            guard let parent = heading.parent, parent.kind != .section, parent.kind != .document else { return false }
            return style != "discrete" && style != "float"
        }
        return (paragraphs + headings.map(firstLine)).sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Lines about a block that no block took.
    fileprivate func strays(_ kind: NodeKind) -> [Finding] {
        nodes(kind).filter { $0.isStray && !isBeforeInclude($0) }.map { Finding(firstLine(of: $0)) }
    }

    /// Whether an included file may bring the block that the line is about.
    private func isBeforeInclude(_ node: Node) -> Bool {
        var position = node.end
        while position < document.nodeCount, document.kind(at: position).isAboutBlock {
            if holdsInclude(document.node(position).range) { return true }
            position = document.node(position).end
        }
        return false
    }
}

extension Node {
    fileprivate var isStray: Bool {
        guard let parent else { return true }
        switch parent.kind {
        case .document, .listItem: return true
        // About the section itself, they stand before its heading.
        case .section: return isAfterHeading(of: parent)
        default: return false
        }
    }

    private func isAfterHeading(of section: Node) -> Bool {
        section.children.first { $0.kind == .heading }.map { $0.range.lowerBound < range.lowerBound } ?? false
    }
}

extension String {
    /// What closes a block that this line opened: a fence's language is not repeated.
    fileprivate var fence: String { hasPrefix("```") ? "```" : self }
}
