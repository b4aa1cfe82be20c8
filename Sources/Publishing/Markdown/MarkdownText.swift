/// Text written so that it stays text in Markdown: CommonMark with GitHub's extensions.
///
/// Sources: CommonMark 0.31, GitHub Flavored Markdown 0.29 (autolinks, tables, strikethrough), GitHub Docs (alerts,
/// formulas, footnotes).
enum MarkdownText {
    private typealias Scalar = Unicode.Scalar

    /// Signs that may begin markup wherever they stand.
    private static let always: Set<Unicode.Scalar> = ["\\", "`", "[", "]", "~", "$"]

    /// Escapes a text that may stand inside a line.
    ///
    /// - Parameters:
    ///   - before: what was written before it; nil at the start of a line.
    ///   - after: what follows it.
    static func escaped(_ text: String, before: Unicode.Scalar? = nil, after: Unicode.Scalar? = nil) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let previous = index > 0 ? scalars[index - 1] : before
            let next = index + 1 < scalars.count ? scalars[index + 1] : after
            switch scalar {
            case "\0": continue
            case "\r": result.append(" ")
            case _ where needsEscape(scalar, previous, next, scalars[(index + 1)...]):
                result.append("\\")
                result.append(scalar)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func needsEscape(
        _ scalar: Scalar, _ previous: Scalar?, _ next: Scalar?, _ rest: ArraySlice<Scalar>
    ) -> Bool {
        switch scalar {
        case _ where always.contains(scalar): true
        case "*": !(isGap(previous) && isGap(next))
        case "_": !(isWord(previous) && isWord(next))
        case "<": next.map { isASCIILetter($0) || "/!?<&".unicodeScalars.contains($0) } ?? false
        case "&": isReference(rest)
        case "!": next == "["
        case ":": rest.starts(with: "//".unicodeScalars) || isEmoji(rest) || rest.isEmpty && next == "/"
        case "@": isWord(previous) && isWord(next)
        case ".": previous == "w" || previous == "W"
        default: false
        }
    }

    private static func isASCIILetter(_ scalar: Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }

    /// A letter or digit of any script.
    private static func isWord(_ scalar: Scalar?) -> Bool {
        scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }

    private static func isGap(_ scalar: Scalar?) -> Bool { scalar.map { $0.properties.isWhitespace } ?? true }

    /// What follows `&` is the rest of a character reference.
    private static func isReference(_ rest: ArraySlice<Scalar>) -> Bool {
        let name = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || isWord($0) || $0 == "#") }
        return !name.isEmpty && rest.dropFirst(name.count).first == ";"
    }

    /// What follows `:` is the rest of `:smile:`.
    private static func isEmoji(_ rest: ArraySlice<Scalar>) -> Bool {
        let name = rest.prefix { $0.isASCII && (isWord($0) || "_+-".unicodeScalars.contains($0)) }
        return !name.isEmpty && rest.dropFirst(name.count).first == ":"
    }

    // MARK: Lines

    /// Rendered inlines as the lines of a paragraph: none of them begins another block.
    static func lines(_ rendered: String) -> [String] {
        rendered.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guarded(String(line.drop { $0 == " " || $0 == "\t" }).droppingBlanksAtEnd)
        }
    }

    /// A line that begins no block.
    static func guarded(_ line: String) -> String {
        let scalars = line.unicodeScalars
        guard let first = scalars.first else { return line }
        switch first {
        case ">", "|", "=": return "\\" + line
        case "#":
            let rest = scalars.drop { $0 == "#" }
            return isBlankOrEnd(rest.first) ? "\\" + line : line
        case "-", "+", "*":
            let rest = scalars.dropFirst()
            let isRule = scalars.allSatisfy { $0 == first || $0 == " " || $0 == "\t" }
            return isBlankOrEnd(rest.first) || isRule || (first == "-" && rest.first == "-") ? "\\" + line : line
        case ":": return scalars.dropFirst().first == "-" ? "\\" + line : line
        case "0"..."9": return guardedNumber(line)
        default: return line
        }
    }

    private static func guardedNumber(_ line: String) -> String {
        let digits = line.unicodeScalars.prefix { ("0"..."9").contains($0) }
        let rest = line.unicodeScalars.dropFirst(digits.count)
        guard digits.count < 10, rest.first == "." || rest.first == ")", isBlankOrEnd(rest.dropFirst().first) else {
            return line
        }
        return String(digits) + "\\" + String(rest)
    }

    private static func isBlankOrEnd(_ scalar: Scalar?) -> Bool { scalar == nil || scalar == " " || scalar == "\t" }

    /// Rendered inlines as a heading's text: one line, whose last signs do not close it.
    static func heading(_ rendered: String) -> String {
        let line = guarded(rendered.replacing("\n", with: " ").droppingBlanksAtEnd)
        let rest = line.unicodeScalars.reversed().drop { $0 == "#" }
        guard line.hasSuffix("#"), isBlankOrEnd(rest.first) else { return line }
        return String(line.dropLast()) + "\\#"
    }

    // MARK: Code and links

    /// A code span.
    static func code(_ text: String) -> String {
        let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isLineEnd ? " " : $0 }))
        guard line.unicodeScalars.contains(where: { $0 != " " }) else { return line }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        let isPadded = line.hasPrefix("`") || line.hasSuffix("`") || (line.hasPrefix(" ") && line.hasSuffix(" "))
        return isPadded ? "\(fence) \(line) \(fence)" : fence + line + fence
    }

    /// A code span in a table's cell. A backslash before a bar cannot be escaped there: in tags, the bar is a reference.
    static func cellCode(_ text: String) -> String {
        guard text.contains("\\|") else { return code(text).replacing("|", with: "\\|") }
        return "<code>" + escaped(text).replacing("|", with: "&#124;") + "</code>"
    }

    /// The lines of a fenced block.
    static func fenced(_ text: String, language: String = "") -> [String] {
        let longest = text.split(separator: "\n").map { longestRun(of: "`", in: String($0)) }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let name = String(
            language.unicodeScalars.filter { $0.isASCII && (isWord($0) || "+-_#.".unicodeScalars.contains($0)) })
        let lines = text.replacing("\r", with: "").split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        return [fence + name] + lines + [fence]
    }

    private static func longestRun(of sign: Unicode.Scalar, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for scalar in text.unicodeScalars {
            run = scalar == sign ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// An address as the target of a link.
    static func target(_ address: String) -> String {
        var result = ""
        let scalars = Array(CharacterReference.resolved(address).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case _
            where scalar.properties.isWhitespace || scalar.value < 0x20 || "<>|\\\"`".unicodeScalars.contains(scalar):
                for byte in String(scalar).utf8 {
                    result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
                }
            case "(", ")": result += "\\" + String(scalar)
            case "&" where isReference(scalars[(index + 1)...]): result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether an address may stand by itself between `<` and `>`.
    static func standsAlone(_ address: String) -> Bool {
        let isClean = address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && !$0.properties.isWhitespace && !"<>\\&".unicodeScalars.contains($0)
        }
        guard isClean, let colon = address.firstIndex(of: ":") else { return false }
        return ["http", "https", "ftp", "irc", "mailto", "file"].contains(address[..<colon].lowercased())
    }

    /// Whether following the address would run a script.
    static func runsScript(_ address: String) -> Bool {
        let scheme = address.unicodeScalars.filter { $0.value > 0x20 }.prefix { $0 != ":" }
        return ["javascript", "vbscript", "data"].contains(String(String.UnicodeScalarView(scheme)).lowercased())
            && address.contains(":")
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isLineEnd: Bool { generalCategory == .control && isWhitespace }
}
