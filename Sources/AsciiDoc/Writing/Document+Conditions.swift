// Conditions (`ifdef::` and its kin) that nothing ends.
extension Document {
    /// The lines that end the conditions which begin before `offset` and which nothing ends, the innermost first.
    func openConditions(at offset: Int) -> [[UInt8]] {
        guard parser.hasDirectives else { return [] }
        return unclosedConditions.filter { $0 < offset }.map { _ in Array("endif::[]".utf8) }
    }

    /// A range of lines without the directives at its end, which end or begin conditions of what stands around.
    ///
    /// - Throws: ``EditRefusal/partsNeighbours`` where there are others in it.
    func withoutDirectivesAtEnd(_ range: Range<Int>) throws(EditRefusal) -> Range<Int> {
        guard parser.hasDirectives else { return range }
        let first = tree.partitioningIndex { Int($0.start) >= range.lowerBound }
        let after = tree.partitioningIndex { Int($0.start) >= range.upperBound }
        var end = range.upperBound
        for record in tree[first..<after].reversed() where Int(record.next) <= after && record.kind != .blankLines {
            if record.kind == .directive, Int(record.end) == end {
                end = Int(record.start)
            } else if record.kind == .directive {
                throw .partsNeighbours
            }
        }
        return range.lowerBound..<end
    }

    /// Where the conditions begin that nothing ends, in order.
    public var unclosedConditions: [Int] {
        let open = openDirectives.map(\.start)
        guard !open.isEmpty else { return [] }
        // Directives within cells and listings are no nodes: the preprocessor has the last word.
        var preprocessor = Preprocessor()
        preprocessor.read(source)
        return preprocessor.hasOpenCondition ? open : []
    }

    private var openDirectives: [(start: Int, target: String)] {
        guard parser.hasDirectives else { return [] }
        var open: [(start: Int, target: String)] = []
        for record in tree where record.kind == .directive {
            let range = trimBlanks(Int(record.start)..<Int(record.end))
            guard let directive = Directive(String(decoding: source[range], as: UTF8.self)) else { continue }
            if directive.name == "endif" {
                if directive.text == nil, directive.target.isEmpty || directive.target == open.last?.target {
                    _ = open.popLast()
                }
            } else if directive.beginsLines {
                open.append((range.lowerBound, directive.target))
            }
        }
        return open
    }
}

extension Directive {
    /// Whether it is a condition of the lines that follow: one with a text is a condition of that.
    fileprivate var beginsLines: Bool {
        name == "ifeval" || (name == "ifdef" || name == "ifndef") && text == nil
    }
}
