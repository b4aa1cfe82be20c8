/// Looks at a line of text for what AsciiDoc would take for structure.
///
/// Stricter than the parser: what any version of Asciidoctor may take for structure counts.
struct EscapeScanner {
    private let line: [Character]

    init(_ line: some StringProtocol) { self.line = Array(line) }

    /// Whether a line of a paragraph or an item would not be text.
    var beginsStructure: Bool {
        guard let first = line.first else { return false }
        if first.isEscapeBlank || Self.firsts.contains(first) { return true }
        return isDelimiter || isThematicBreak || hasListMarker || isUnderline || isAdmonition || isDirective
            || isBlockMacro || line == ["+"] || line.starts(with: "-- ")
    }

    /// Signs that no line of text may begin with.
    private static let firsts: Set<Character> = ["=", "#", ":", "[", ".", ">", "|", "\""]

    /// Signs of delimiter lines, and how often they stand there.
    private static let delimiters: [Character: ClosedRange<Int>] = [
        "-": 2...Int.max, "*": 4...Int.max, "_": 4...Int.max, "+": 4...Int.max, "/": 2...Int.max, "~": 4...Int.max,
        "<": 3...Int.max, "'": 3...Int.max,
    ]

    private var isDelimiter: Bool {
        if line.starts(with: "//") || line.starts(with: "```") { return true }
        if ",!".contains(line[0]), line.dropFirst().count >= 3, line.dropFirst().allSatisfy({ $0 == "=" }) {
            return true
        }
        guard let counts = Self.delimiters[line[0]] else { return false }
        let trimmed = trimmedEnd
        return counts.contains(trimmed.count) && trimmed.allSatisfy { $0 == line[0] }
    }

    /// `***`, `- - -` and their kin.
    var isThematicBreak: Bool {
        let signs = line.filter { !$0.isEscapeBlank }
        guard let first = signs.first, "-*_'".contains(first), signs.allSatisfy({ $0 == first }) else { return false }
        return signs.count == 3 && line.first == first
    }

    /// A row that would make a title of the line above.
    private var isUnderline: Bool {
        let trimmed = trimmedEnd
        guard let first = trimmed.first, "=-~^+".contains(first) else { return false }
        return trimmed.allSatisfy { $0 == first }
    }

    private var hasListMarker: Bool {
        let marker = line.prefix { !$0.isEscapeBlank }
        guard let first = marker.first else { return false }
        if marker == ["-"] || marker == ["•"] || marker.allSatisfy({ $0 == "*" }) { return true }
        if first == "<", marker.last == ">" {
            let inside = marker.dropFirst().dropLast()
            return inside == ["."] || (!inside.isEmpty && inside.allSatisfy(\.isNumber))
        }
        let name = marker.dropLast()
        switch marker.last {
        case ".": return name.allSatisfy(\.isNumber) || (name.count == 1 && first.isASCII && first.isLetter)
        case ")": return !name.isEmpty && name.allSatisfy { "IVXLCDMivxlcdm".contains($0) }
        default: return false
        }
    }

    private var isAdmonition: Bool {
        ["NOTE:", "TIP:", "IMPORTANT:", "WARNING:", "CAUTION:"].contains { line.starts(with: $0) }
    }

    /// `ifdef::` and its kin, with a backslash before it or not.
    var isDirective: Bool {
        let name = line.first == "\\" ? line.dropFirst() : line[...]
        return ["ifdef::", "ifndef::", "ifeval::", "endif::", "include::"].contains { name.starts(with: $0) }
    }

    /// `name::target[…]`
    private var isBlockMacro: Bool {
        guard trimmedEnd.last == "]" else { return false }
        let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        return !name.isEmpty && line.dropFirst(name.count).starts(with: "::")
    }

    /// Whether the line ends in what a listing shows as a callout.
    var endsWithCallout: Bool { line.last == ">" && line.contains("<") }

    private var trimmedEnd: ArraySlice<Character> {
        line[..<((line.lastIndex { !$0.isEscapeBlank } ?? -1) + 1)]
    }
}
