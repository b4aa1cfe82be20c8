import AsciiDoc

extension DiagnosticRule {
    /// Rules on the bytes of the file, and on what the preprocessor does with its lines.
    static let file = [notUTF8, conflictMarker, missingInclude] + directives

    private static let notUTF8 = DiagnosticRule(
        "not-utf8", .error, "bytes that are not UTF-8",
        says: "not valid UTF-8 (lines: %1): Asciidoctor refuses the file"
    ) { context in
        let source = context.file.source
        guard String(validating: source, as: UTF8.self) == nil else { return [] }
        let wrong = source.split(separator: newline).filter { String(validating: $0, as: UTF8.self) == nil }
        guard let first = wrong.first else { return [] }
        return [.inFile(first.startIndex..<first.endIndex, [String(wrong.count)])]
    }

    private static let conflictMarker = DiagnosticRule(
        "conflict-marker", .error, "marks that a merge left",
        says: "a merge left a conflict, up to line %1: keep one of the two versions and delete the marks"
    ) { context in
        context.conflicts.map { .inFile($0.start, [String($0.lines.upperBound + 1)]) }
    }

    private static let missingInclude = DiagnosticRule(
        "missing-include", .error, "an included file that is not there", says: "no file “%1” to include"
    ) { context in
        guard let exists = context.options.fileExists else { return [] }
        return context.includes.compactMap { include in
            let isElsewhere = include.target.contains("://") || include.target.hasPrefix("/")
            guard !isElsewhere, !include.isOptional, !exists(include.target) else { return nil }
            var finding = Finding(include.line, [include.target])
            // What a site or another document knows: attributes, Antora's `partial$`.
            if context.isPart, include.target.contains("{") || include.target.contains("$") { finding.severity = .note }
            return finding
        }
    }

    // MARK: Directives

    private static let directives = [unmatchedCondition, openCondition, malformedDirective]

    private static let unmatchedCondition = DiagnosticRule(
        "condition-unmatched", .error, "an endif without its condition",
        says: "no open condition has “%1” as its target"
    ) { context in
        context.directives.unmatched
    }

    private static let openCondition = DiagnosticRule(
        "condition-not-closed", .warning, "a condition without its endif",
        says: "no endif closes this condition: it goes on to the end of the file"
    ) { context in
        context.directives.open
    }

    private static let malformedDirective = DiagnosticRule(
        "directive-malformed", .error, "a preprocessor directive that says nothing",
        says: "this directive says nothing: “%1” would be one"
    ) { context in
        context.directives.malformed
    }
}

extension RuleContext {
    /// Where a merge left two versions: the first mark, and the lines, from 0.
    struct Conflict {
        let start: Range<Int>
        let lines: ClosedRange<Int>
    }

    /// A search for a sequence costs ten times as much, and every day that is opened is looked at.
    private var hasConflictStart: Bool {
        var count = 0
        for byte in file.source {
            count = byte == UInt8(ascii: "<") ? count + 1 : 0
            if count == Self.conflictStart.count { return true }
        }
        return false
    }

    func findConflicts() -> [Conflict] {
        guard hasConflictStart else { return [] }
        let lines = LineIndex(file.source)
        var found: [Conflict] = []
        var (start, isParted): (Range<Int>?, Bool) = (nil, false)
        for number in lines.starts.indices {
            let line = lines.content(number, of: file.source)
            guard line.count >= 7 else { continue }
            let mark = file.source[line].prefix(8)
            if mark.starts(with: Self.conflictStart), mark.count == 7 || mark.last == 0x20 {
                (start, isParted) = (line, false)
            } else if start != nil, line.count == 7, mark.elementsEqual("=======".utf8) {
                isParted = true
            } else if let first = start, isParted, mark.starts(with: ">>>>>>>".utf8),
                mark.count == 7 || mark.last == 0x20
            {
                if !isShown(first.lowerBound) {
                    found.append(Conflict(start: first, lines: lines.line(at: first.lowerBound)...number))
                }
                start = nil
            }
        }
        return found
    }

    /// Whether a place is in a listing: the marks are shown there, as a text about merges does.
    private func isShown(_ offset: Int) -> Bool {
        var node: Node? = file.node(at: offset)
        while let block = node {
            if [.listing, .literal, .pass].contains(block.kind) { return block.isTerminated }
            node = block.parent
        }
        return false
    }

    private static let conflictStart = Array("<<<<<<<".utf8)
}

extension Finding {
    static func inFile(_ range: Range<Int>, _ arguments: [String] = []) -> Finding {
        var finding = Finding(range, arguments)
        finding.isOfFile = true
        return finding
    }
}
