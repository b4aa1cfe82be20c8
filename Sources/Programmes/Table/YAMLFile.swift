import Notebook

/// What sites write of YAML, as JSON: block maps and lists, flow ones in one line, plain and quoted scalars, `|` and `>`.
/// Tags, anchors and several documents in one file are none of it.
struct YAMLFile {
    private struct Line {
        let indent: Int
        var text: Substring
    }

    private var lines: [Line]
    private var index = 0
    /// How many blocks are open.
    private var depth = 0

    /// Nil where the text is none of it.
    static func json(_ text: String) -> String? {
        var lines: [Line] = []
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = part.hasSuffix("\r") ? part.dropLast() : part
            let body = line.drop { $0 == " " }
            if body.hasPrefix("\t") { return nil }
            lines.append(Line(indent: line.utf8.count - body.utf8.count, text: body))
        }
        var file = YAMLFile(lines: lines)
        file.skipEmpty()
        guard let first = file.line, isEntry(first.text), let value = file.block(minimum: 0) else { return nil }
        file.skipEmpty()
        return file.index == file.lines.count ? value : nil
    }

    private init(lines: [Line]) { self.lines = lines }

    private var line: Line? { index < lines.count ? lines[index] : nil }

    private static func isEntry(_ text: Substring) -> Bool {
        text.hasPrefix("- ") || text == "-" || key(of: text) != nil
    }

    private mutating func skipEmpty() {
        while let line, line.text.isEmpty || line.text.first == "#" || line.indent == 0 && line.text == "---" {
            index += 1
        }
    }

    /// The value of the lines from here that are indented at least so much; nil where it is no YAML that is read here.
    private mutating func block(minimum: Int) -> String? {
        skipEmpty()
        guard let first = line, first.indent >= minimum, depth < 24 else { return "null" }
        depth += 1
        defer { depth -= 1 }
        if first.text.hasPrefix("- ") || first.text == "-" { return list(indent: first.indent) }
        if Self.key(of: first.text) != nil { return map(indent: first.indent) }
        index += 1
        return scalar(first.text, indent: first.indent - 1)
    }

    private mutating func list(indent: Int) -> String? {
        var items: [String] = []
        while let line, line.indent == indent, line.text.hasPrefix("- ") || line.text == "-" {
            let rest = line.text.dropFirst().drop { $0 == " " }
            if rest.isEmpty || rest.first == "#" {
                index += 1
                guard let value = block(minimum: indent + 1) else { return nil }
                items.append(value)
            } else {
                // What follows the dash is a block of its own, as far in as it stands.
                lines[index] = Line(indent: indent + line.text.utf8.count - rest.utf8.count, text: rest)
                guard let value = Self.isEntry(rest) ? block(minimum: indent + 1) : value(rest, indent: indent) else {
                    return nil
                }
                items.append(value)
            }
            skipEmpty()
        }
        if let line, line.indent > indent { return nil }
        return "[" + items.joined(separator: ",") + "]"
    }

    private mutating func map(indent: Int) -> String? {
        var fields: [String] = []
        while let line, line.indent == indent, let (key, rest) = Self.key(of: line.text) {
            if rest.isEmpty || rest.first == "#" {
                index += 1
                skipEmpty()
                // A list may stand as far out as the key that it is the value of.
                let isList =
                    self.line.map { $0.indent == indent && ($0.text.hasPrefix("- ") || $0.text == "-") } ?? false
                guard let value = block(minimum: isList ? indent : indent + 1) else { return nil }
                fields.append(Self.quoted(key) + ":" + value)
            } else {
                guard let value = value(rest, indent: indent) else { return nil }
                fields.append(Self.quoted(key) + ":" + value)
            }
            skipEmpty()
        }
        if let line, line.indent > indent { return nil }
        return "{" + fields.joined(separator: ",") + "}"
    }

    /// A value that begins on this line, after a key or a dash.
    private mutating func value(_ rest: Substring, indent: Int) -> String? {
        index += 1
        if rest.first == "|" || rest.first == ">" { return text(isFolded: rest.first == ">", indent: indent) }
        return scalar(rest, indent: indent)
    }

    /// The lines of a block of text, without the indentation of its first one.
    private mutating func text(isFolded: Bool, indent: Int) -> String {
        var texts: [String] = []
        var inner: Int?
        while let line, line.text.isEmpty || line.indent > indent {
            inner = inner ?? (line.text.isEmpty ? nil : line.indent)
            texts.append(String(repeating: " ", count: max(0, line.indent - (inner ?? line.indent))) + line.text)
            index += 1
        }
        while texts.last?.isEmpty ?? false { texts.removeLast() }
        guard isFolded else { return Self.quoted(texts.joined(separator: "\n")) }
        let paragraphs = texts.split(separator: "", omittingEmptySubsequences: false).map { $0.joined(separator: " ") }
        return Self.quoted(paragraphs.joined(separator: "\n"))
    }

    /// A scalar with the lines that go on with it, or a flow collection.
    private mutating func scalar(_ start: Substring, indent: Int) -> String? {
        var text = String(start)
        let quote = start.first == "\"" || start.first == "'" ? start.first : nil
        let isFlow = start.first == "[" || start.first == "{"
        while let line, line.indent > indent || quote != nil && line.text.isEmpty,
            quote.map({ !Self.isClosed(text, by: $0) }) ?? (isFlow ? !Flow.isClosed(text) : !line.text.isEmpty)
        {
            text += line.text.isEmpty ? "\n" : " " + line.text
            index += 1
            // Each line is looked at with those before it.
            guard quote == nil && !isFlow || text.utf8.count < Self.longestScalar else { return nil }
        }
        var flow = Flow(text)
        if quote != nil || isFlow { return flow.value() }
        return Self.quoted(Self.withoutComment(text))
    }

    private static let longestScalar = 1 << 12

    private static func isClosed(_ text: String, by quote: Character) -> Bool {
        var flow = Flow(text)
        return flow.value() != nil && text.count > 1 && text.dropFirst().contains(quote)
    }

    static func withoutComment(_ text: String) -> String {
        guard let range = text.split(separator: " #", maxSplits: 1, omittingEmptySubsequences: false).first else {
            return text
        }
        return String(range).trimmingBlanks
    }

    /// `key: rest`; nil for a line that is no field.
    private static func key(of text: Substring) -> (String, Substring)? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let body = text.dropFirst()
            guard let end = body.firstIndex(of: quote) else { return nil }
            let rest = body[body.index(after: end)...]
            guard rest.hasPrefix(": ") || rest == ":" else { return nil }
            return (String(body[..<end]), rest.dropFirst().drop { $0 == " " })
        }
        guard let first = text.first, !"[{#&*!|>%@`-?".contains(first) || text.dropFirst().first?.isLetter ?? false
        else {
            return nil
        }
        var place = text.startIndex
        while let colon = text[place...].firstIndex(of: ":") {
            let after = text[text.index(after: colon)...]
            if after.isEmpty || after.first == " " {
                let key = text[..<colon]
                return key.count > 80 ? nil : (String(key), after.drop { $0 == " " })
            }
            place = text.index(after: colon)
        }
        return nil
    }

    /// As a text of JSON; `null`, `~` and nothing are null.
    static func quoted(_ text: String) -> String {
        if text == "null" || text == "~" || text.isEmpty { return "null" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Quoted scalars and `[a, b]`, `{a: b}` of YAML, as JSON.
private struct Flow {
    private let text: [Character]
    private var index = 0
    private var depth = 0

    init(_ text: String) { self.text = Array(text) }

    static func isClosed(_ text: String) -> Bool {
        var flow = Flow(text)
        return flow.value() != nil
    }

    private var next: Character? { index < text.count ? text[index] : nil }

    private mutating func skipSpace() { while let next, next == " " || next == "\n" { index += 1 } }

    /// Nil where it does not end, or is none.
    mutating func value() -> String? {
        depth += 1
        defer { depth -= 1 }
        guard depth < 24 else { return nil }
        skipSpace()
        switch next {
        case "[": return items(until: "]").map { "[" + $0.joined(separator: ",") + "]" }
        case "{": return items(until: "}").map { "{" + $0.joined(separator: ",") + "}" }
        case "\"", "'": return quotedText().map(YAMLFile.quoted)
        case nil: return nil
        default: return YAMLFile.quoted(plain())
        }
    }

    private mutating func items(until end: Character) -> [String]? {
        index += 1
        var items: [String] = []
        while true {
            skipSpace()
            guard let next else { return nil }
            if next == end {
                index += 1
                return items
            }
            if next == "," {
                index += 1
                continue
            }
            let start = index
            guard var item = value() else { return nil }
            if end == "}" {
                skipSpace()
                guard self.next == ":" else { return nil }
                index += 1
                guard let value = value() else { return nil }
                item += ":" + value
            }
            guard index > start else { return nil }
            items.append(item)
        }
    }

    private mutating func plain() -> String {
        let start = index
        while let next, !",]}".contains(next) {
            if next == ":", index + 1 == text.count || text[index + 1] == " " { break }
            index += 1
        }
        return String(text[start..<index]).trimmingBlanks
    }

    private mutating func quotedText() -> String? {
        let quote = text[index]
        var result = ""
        index += 1
        while let next {
            index += 1
            if next == quote {
                // Two single quotes are one.
                guard quote == "'", self.next == "'" else { return result }
                index += 1
                result.append("'")
            } else if next == "\\", quote == "\"", let escaped = self.next {
                index += 1
                result.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
            } else {
                result.append(next)
            }
        }
        return nil
    }
}
