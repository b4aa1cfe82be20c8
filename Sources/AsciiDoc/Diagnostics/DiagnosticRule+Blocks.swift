extension DiagnosticRule {
    /// Rules on blocks, sections and the lines about them.
    static let blocks = [unterminated, skippedLevel, headingIsText, strayTitle, strayAttributes, notUTF8]

    private static let unterminated = DiagnosticRule("unterminated-block", .error) { context in
        context.nodes.filter { !$0.isTerminated }.compactMap { node in
            guard let delimiter = node.delimiter else { return nil }
            let sign = context.text(delimiter)
            let closing = Array(((node.range.isEnded(in: context.document) ? "" : "\n") + sign.fence + "\n").utf8)
            let end = node.range.upperBound
            return (
                delimiter, "nothing closes this \(node.kind): “\(sign)” is missing",
                Edit(range: end..<end, replacement: closing)
            )
        }
    }

    private static let skippedLevel = DiagnosticRule("section-level-skipped", .warning) { context in
        context.nodes(.section).compactMap { section in
            guard let level = section.level, let outer = section.parent, level > (outer.level ?? 0) + 1 else {
                return nil
            }
            let heading = section.children.first { $0.kind == .heading } ?? section
            let sign = String(repeating: "=", count: (outer.level ?? 0) + 2)
            return (
                heading.range.line(in: context.document), "this section skips a level: “\(sign)” is the next one", nil
            )
        }
    }

    /// A heading glued to the text above it is text.
    private static let headingIsText = DiagnosticRule("heading-is-text", .warning) { context in
        context.laterLines.compactMap { line in
            guard case .heading(let level)? = context.shape(of: line), level > 0 else { return nil }
            return (
                line, "without a blank line before it, this heading is text",
                Edit(range: line.lowerBound..<line.lowerBound, replacement: [newline])
            )
        }
    }

    private static let strayTitle = DiagnosticRule("title-without-block", .warning) { context in
        context.nodes(.blockTitle).filter(\.isStray).map { node in
            (node.range.line(in: context.document), "no block stands under this title", nil)
        }
    }

    private static let strayAttributes = DiagnosticRule("attributes-without-block", .warning) { context in
        context.nodes(.blockAttributes).filter(\.isStray).map { node in
            (node.range.line(in: context.document), "no block stands under these attributes", nil)
        }
    }

    private static let notUTF8 = DiagnosticRule("not-utf8", .error) { context in
        guard String(validating: context.document.source, as: UTF8.self) == nil else { return [] }
        return context.lines(in: 0..<context.document.source.count).compactMap { line in
            guard String(validating: context.document.source[line], as: UTF8.self) == nil else { return nil }
            return (line, "not valid UTF-8: Asciidoctor refuses the whole file", nil)
        }
    }
}

extension RuleContext {
    /// The lines of paragraphs and items behind the first one.
    var laterLines: [Range<Int>] {
        (nodes(.paragraph) + nodes(.listItem)).flatMap { textLines(of: $0).dropFirst() }
    }
}

extension Node {
    /// A line about a block that no block took.
    fileprivate var isStray: Bool {
        guard let parent else { return true }
        return parent.kind == .document || parent.kind == .listItem
            || parent.children.contains { $0.kind == .heading && $0.range.lowerBound < range.lowerBound }
    }
}

extension Range<Int> {
    /// The first line of the range, without its line end.
    fileprivate func line(in document: Document) -> Range<Int> { lowerBound..<document.lineContentEnd(self) }

    fileprivate func isEnded(in document: Document) -> Bool {
        upperBound > 0 && document.source[upperBound - 1] == newline
    }
}

extension String {
    /// What closes a block that this line opened: a fence's language is not repeated.
    fileprivate var fence: String { hasPrefix("```") ? "```" : self }
}
