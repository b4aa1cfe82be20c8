import AsciiDoc

/// The conditions of a file, whether they hold or not.
struct DirectiveScan {
    private(set) var unmatched: [Finding] = []
    private(set) var malformed: [Finding] = []
    private var conditions: [(target: String, line: Range<Int>)] = []

    var open: [Finding] { conditions.map { .inFile($0.line) } }

    init(_ file: Document) {
        let comments = (0..<file.nodeCount).lazy.filter { file.kind(at: $0) == .commentBlock }.map {
            file.node($0).range
        }
        var comment = comments.makeIterator()
        var current = comment.next()
        var start = 0
        while start < file.source.count {
            let end = file.source[start...].firstIndex(of: newline) ?? file.source.count
            while let passed = current, passed.upperBound <= start { current = comment.next() }
            let first = file.source[start]
            if first == UInt8(ascii: "i") || first == UInt8(ascii: "e"), current?.contains(start) != true {
                let line = file.trimBlanks(start..<end)
                if let directive = Directive(file.text(line)) {
                    take(directive, line)
                }
            }
            start = end + 1
        }
    }

    private mutating func take(_ directive: Directive, _ line: Range<Int>) {
        switch directive.name {
        case .include: break
        case .endif: end(directive, line)
        case .ifeval:
            let isExpression = directive.text?.contains { "=!<>".contains($0) } == true
            if !isExpression || !directive.target.isEmpty {
                malformed.append(.inFile(line, ["ifeval::[x == y]"]))
            } else {
                conditions.append(("", line))
            }
        case .ifdef, .ifndef:
            if directive.target.isEmpty {
                malformed.append(.inFile(line, ["\(directive.name.rawValue)::name[]"]))
            } else if directive.text == nil {
                conditions.append((directive.target, line))
            }
        }
    }

    private mutating func end(_ directive: Directive, _ line: Range<Int>) {
        guard directive.text == nil, let last = conditions.last,
            directive.target.isEmpty || directive.target == last.target
        else { return unmatched.append(.inFile(line, [directive.target])) }
        conditions.removeLast()
    }
}
