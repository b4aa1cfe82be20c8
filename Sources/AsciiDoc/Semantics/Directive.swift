/// A preprocessor directive: `name::target[text]`.
public struct Directive: Hashable, Sendable {
    /// The whole line.
    public let line: String
    /// Which directive it is.
    public let name: DirectiveName
    /// What stands before the brackets; of conditions in lower case.
    public let target: String
    /// What stands between the brackets; nil where nothing does.
    public let text: String?
    /// Whether a backslash makes it text.
    public let isEscaped: Bool

    /// Reads a line; nil where it is no directive.
    public init?(_ line: String) {
        isEscaped = line.hasPrefix("\\")
        let body = isEscaped ? line.dropFirst() : line[...]
        guard body.hasSuffix("]"),
            let name = DirectiveName.allCases.first(where: { body.utf8.starts(with: $0.prefixBytes) }),
            let bracket = body.firstIndex(of: "[")
        else { return nil }
        let target = body[body.index(body.startIndex, offsetBy: name.rawValue.count + 2)..<bracket]
        let text = body[body.index(after: bracket)...].dropLast()
        guard name == .include ? !target.isEmpty && target.first != " " : !target.contains(" ") else { return nil }
        self.line = line
        self.name = name
        self.target = name == .include ? String(target) : target.lowercased()
        self.text = text.isEmpty ? nil : String(text)
    }

    /// Whether the condition holds; nil where it is none.
    func holds(with attributes: DocumentAttributes) -> Bool? {
        if name == .ifeval { return target.isEmpty ? text.flatMap { Self.evaluate($0, attributes) } : nil }
        guard !target.isEmpty else { return nil }
        let sign = target.first { $0 == "+" || $0 == "," }
        let all = sign == "+"
        let names = target.split(separator: all ? "+" : ",", omittingEmptySubsequences: false)
        let set = names.count { attributes[String($0)] != nil }
        return name == .ifdef ? (all ? set == names.count : set > 0) : (all ? set < names.count : set == 0)
    }

    private static let operators: [(sign: String, holds: @Sendable (Int) -> Bool)] = [
        ("==", { $0 == 0 }), ("!=", { $0 != 0 }), ("<=", { $0 <= 0 }), (">=", { $0 >= 0 }), ("<", { $0 < 0 }),
        (">", { $0 > 0 }),
    ]

    /// The operator is the first that stands in the expression, after its first character.
    private static func evaluate(_ expression: String, _ attributes: DocumentAttributes) -> Bool? {
        for index in expression.indices.dropFirst() {
            let rest = expression[index...]
            guard let (sign, holds) = operators.first(where: { rest.hasPrefix($0.sign) }) else { continue }
            let right = rest.dropFirst(sign.count)
            guard !right.isEmpty else { continue }
            let sides = (Operand(expression[..<index], attributes), Operand(right, attributes))
            return sides.0.order(to: sides.1).map(holds) ?? (sign == "!=")
        }
        return nil
    }

    /// One side of an expression, as Asciidoctor compares it: what no quotes mark as text is a number.
    private enum Operand {
        case none
        case truth(Bool)
        case number(Double)
        case text(String)

        init(_ source: Substring, _ attributes: DocumentAttributes) {
            let trimmed = String(source).trimmingBlanks
            let isText =
                trimmed.count >= 2 && (trimmed.first == "\"" || trimmed.first == "'") && trimmed.last == trimmed.first
            let value = attributes.resolved(
                isText ? String(trimmed.dropFirst().dropLast()) : trimmed, droppingUnknown: true)
            switch value {
            case _ where isText: self = .text(value)
            case "": self = .none
            case "true": self = .truth(true)
            case "false": self = .truth(false)
            case _ where value.allSatisfy({ $0 == " " || $0 == "\t" }): self = .text(" ")
            default: self = .number(Self.number(at: value))
            }
        }

        /// The number that a text begins with; 0 where it begins with none.
        private static func number(at text: String) -> Double {
            let sign = text.prefix { $0 == "-" || $0 == "+" }.prefix(1)
            let whole = text.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
            let rest = text.dropFirst(sign.count + whole.count)
            guard rest.first == "." else { return Double(sign + whole) ?? 0 }
            let part = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            return Double(sign + (whole.isEmpty ? "0" : whole) + "." + (part.isEmpty ? "0" : part)) ?? 0
        }

        /// Less than, equal to or more than 0; nil where the sides cannot be compared.
        func order(to other: Operand) -> Int? {
            switch (self, other) {
            case (.none, .none): 0
            case (.truth(let one), .truth(let two)): one == two ? 0 : nil
            case (.number(let one), .number(let two)): one == two ? 0 : one < two ? -1 : 1
            case (.text(let one), .text(let two)): one == two ? 0 : one < two ? -1 : 1
            default: nil
            }
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
