/// A preprocessor directive: `name::target[text]`.
public struct Directive: Hashable, Sendable {
    /// The whole line.
    public let line: String
    /// `ifdef`, `ifndef`, `ifeval`, `endif` or `include`.
    public let name: String
    /// What stands before the brackets; of conditions in lower case.
    public let target: String
    /// What stands between the brackets; nil where nothing does.
    public let text: String?
    /// Whether a backslash makes it text.
    public let isEscaped: Bool

    private static let names = ["ifdef", "ifndef", "ifeval", "endif", "include"]

    /// Reads a line; nil where it is no directive.
    public init?(_ line: String) {
        isEscaped = line.hasPrefix("\\")
        let body = isEscaped ? line.dropFirst() : line[...]
        guard body.hasSuffix("]"), let name = Self.names.first(where: { body.hasPrefix($0 + "::") }),
            let bracket = body.firstIndex(of: "[")
        else { return nil }
        let target = body[body.index(body.startIndex, offsetBy: name.count + 2)..<bracket]
        let text = body[body.index(after: bracket)...].dropLast()
        guard name == "include" ? !target.isEmpty && target.first != " " : !target.contains(" ") else { return nil }
        self.line = line
        self.name = name
        self.target = name == "include" ? String(target) : target.lowercased()
        self.text = text.isEmpty ? nil : String(text)
    }

    /// Whether the condition holds; nil where it is none.
    func holds(with attributes: DocumentAttributes) -> Bool? {
        if name == "ifeval" { return target.isEmpty ? text.flatMap { Self.evaluate($0, attributes) } : nil }
        guard !target.isEmpty else { return nil }
        let sign = target.first { $0 == "+" || $0 == "," }
        let all = sign == "+"
        let names = target.split(separator: all ? "+" : ",", omittingEmptySubsequences: false)
        let set = names.count { attributes[String($0)] != nil }
        return name == "ifdef" ? (all ? set == names.count : set > 0) : (all ? set < names.count : set == 0)
    }

    private static let operators: [(sign: String, holds: @Sendable (Int) -> Bool)] = [
        ("==", { $0 == 0 }), ("!=", { $0 != 0 }), ("<=", { $0 <= 0 }), (">=", { $0 >= 0 }), ("<", { $0 < 0 }),
        (">", { $0 > 0 }),
    ]

    private static func evaluate(_ expression: String, _ attributes: DocumentAttributes) -> Bool? {
        for (sign, holds) in operators {
            guard let range = expression.utf8.range(of: sign), range.lowerBound > expression.startIndex else {
                continue
            }
            let left = Operand(String(expression[..<range.lowerBound]), attributes)
            let right = Operand(String(expression[range.upperBound...]), attributes)
            return left.order(to: right).map(holds) ?? (sign == "!=")
        }
        return nil
    }

    /// One side of an expression: a number or text.
    private struct Operand {
        let text: String
        let isText: Bool
        var number: Double? {
            isText ? nil : Double(text) ?? (text == "true" ? 1 : text == "false" || text.isEmpty ? 0 : nil)
        }

        init(_ source: String, _ attributes: DocumentAttributes) {
            let trimmed = source.trimmingBlanks
            isText =
                trimmed.count >= 2 && (trimmed.first == "\"" || trimmed.first == "'") && trimmed.last == trimmed.first
            text = attributes.resolved(isText ? String(trimmed.dropFirst().dropLast()) : trimmed)
        }

        func order(to other: Operand) -> Int? {
            if let number, let second = other.number { return number == second ? 0 : number < second ? -1 : 1 }
            guard number == nil, other.number == nil else { return nil }
            return text == other.text ? 0 : text < other.text ? -1 : 1
        }
    }
}

extension String {
    var trimmingBlanks: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(
            start.prefix(upTo: start.lastIndex { $0 != " " && $0 != "\t" }.map(start.index(after:)) ?? start.startIndex)
        )
    }
}

extension String.UTF8View {
    fileprivate func range(of needle: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].starts(with: needle.utf8) { return start..<index(start, offsetBy: needle.utf8.count) }
            start = index(after: start)
        }
        return nil
    }
}
