/// What one line of an abstract's text form is.
struct AbstractLine {
    enum Shape: Equatable {
        case empty, fence, rule
        case item(isNumbered: Bool, text: Substring)
        case text(Substring)
    }

    let indent: Int
    let shape: Shape

    /// Whether the line is anything but text.
    var isStructure: Bool {
        if case .text = shape { return false }
        return true
    }

    /// Whether a line is a fence, with or without backslashes before it.
    static func isGuardedFence(_ line: some StringProtocol) -> Bool {
        AbstractLine(line.drop { $0 == "\\" }).shape == .fence
    }

    init(_ line: some StringProtocol) {
        let line = Substring(line)
        let body = line.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        indent = line[..<body.startIndex].reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
        shape = Self.shape(of: body)
    }

    private static let bullets: Set<Character> = ["-", "*", "+", "•", "·", "‣", "◦", "▪", "●"]

    private static func shape(of body: Substring) -> Shape {
        guard let first = body.first else { return .empty }
        if body.hasPrefix("```") || body.hasPrefix("~~~") { return .fence }
        if first == "\\" { return .text(body.dropFirst()) }
        if "-=*_".contains(first), body.utf8.count >= 3, body.allSatisfy({ $0 == first || $0 == " " }) { return .rule }
        if bullets.contains(first), let next = body.dropFirst().first, next == " " || next == "\t" || next == "\u{A0}" {
            return .item(isNumbered: false, text: body.dropFirst(2).trimmed)
        }
        let digits = body.prefix(4).prefix { $0.isASCII && $0.isNumber }
        if (1...3).contains(digits.count), let mark = body.dropFirst(digits.count).first, mark == "." || mark == ")",
            body.dropFirst(digits.count + 1).first == " "
        {
            return .item(isNumbered: true, text: body.dropFirst(digits.count + 2).trimmed)
        }
        return .text(body)
    }
}

extension Substring {
    /// Without spaces and tabs at both ends.
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return text
    }
}

/// Gathers lines into blocks. Invariant: `lines` belong to the block that `open` says.
struct AbstractReader {
    private enum Open { case nothing, paragraph, item(depth: Int, isNumbered: Bool), code }

    private var open = Open.nothing
    private var lines: [Substring] = []
    private var blocks: [AbstractBlock] = []
    /// The indents of the items about the next one, outermost first.
    private var indents: [Int] = []

    mutating func take(_ line: some StringProtocol) {
        let read = AbstractLine(line)
        if case .code = open {
            if read.shape == .fence { return close() }
            let isGuarded = line.hasPrefix("\\") && AbstractLine.isGuardedFence(line)
            lines.append(Substring(isGuarded ? line.dropFirst() : line[...]))
            return
        }
        switch read.shape {
        case .empty: close()
        case .rule: close()
        case .fence:
            close()
            open = .code
        case .item(let isNumbered, let text): begin(text, isNumbered: isNumbered, indent: read.indent)
        case .text(let text):
            if case .nothing = open {
                open = .paragraph
                if read.indent == 0 { indents = [] }
            }
            lines.append(text.trimmed)
        }
    }

    mutating func finish() -> [AbstractBlock] {
        close()
        return blocks
    }

    private mutating func begin(_ text: Substring, isNumbered: Bool, indent: Int) {
        close()
        while let last = indents.last, last > indent { indents.removeLast() }
        if indents.last != indent { indents.append(indent) }
        open = .item(depth: min(indents.count, 5) - 1, isNumbered: isNumbered)
        if !text.isEmpty { lines.append(text) }
    }

    private mutating func close() {
        defer {
            open = .nothing
            lines = []
        }
        switch open {
        case .nothing: break
        case .paragraph: blocks.append(.paragraph(lines.joined(separator: "\n")))
        case .item(let depth, let isNumbered):
            let text = lines.joined(separator: " ")
            if !text.isEmpty { blocks.append(.item(text, depth: depth, isNumbered: isNumbered)) }
        case .code: blocks.append(.code(lines.map(String.init)))
        }
    }
}
