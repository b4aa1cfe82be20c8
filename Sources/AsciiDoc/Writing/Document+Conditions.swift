// Conditions (`ifdef::` and its kin) that nothing ends.
extension Document {
    /// The lines that end the conditions which begin before `offset` and which nothing ends, the innermost first.
    func openConditions(at offset: Int) -> [[UInt8]] {
        guard parser.hasDirectives else { return [] }
        return unclosedConditions.filter { $0 < offset }.map { _ in Array("endif::[]".utf8) }
    }

    /// Where the conditions begin that nothing ends, in order.
    public var unclosedConditions: [Int] {
        guard parser.hasDirectives else { return [] }
        var open: [Int] = []
        for record in tree where record.kind == .directive {
            let range = trimBlanks(Int(record.start)..<Int(record.end))
            guard let directive = Directive(String(decoding: source[range], as: UTF8.self)) else { continue }
            if directive.name == "endif" {
                _ = open.popLast()
            } else if directive.beginsLines {
                open.append(range.lowerBound)
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
