/// One shape of a line that AsciiDoc does not read as text, and where it does not.
private struct Structure: Sendable {
    let contexts: Set<EscapeContext>
    let isShape: @Sendable (TypedText) -> Bool

    init(_ contexts: Set<EscapeContext>, _ isShape: @escaping @Sendable (TypedText) -> Bool) {
        self.contexts = contexts
        self.isShape = isShape
    }

    private static let paragraph: Set<EscapeContext> = [.paragraph]
    private static let anyLine: Set<EscapeContext> = [.paragraph, .paragraphContinuation, .listItemContinuation]
    private static let item: Set<EscapeContext> = [.listItem]

    static let all: [Structure] = [
        Structure(anyLine) { $0.isBlank || $0.isDelimiter || $0.isDirective || $0.isBlockAttributes },
        Structure(anyLine) { $0.starts(with: "//") || ($0.count == 1 && $0.first == "+") },
        Structure([.paragraph, .listItemContinuation], \.startsWithListMarker),
        Structure(paragraph) { $0.startsWithBlank || $0.isBreak || $0.isHeading || $0.isAttributeEntry },
        Structure(paragraph) { $0.isBlockTitle || $0.starts(with: "> ") || $0.isAdmonition || $0.isBlockMacro },
        Structure(item) { $0.isBlank || $0.isCheckbox || $0.isBreakAfterMarker },
    ]
}

extension TypedText {
    /// Whether the line would not be read as text.
    func isStructure(in context: EscapeContext, after previous: TypedText?) -> Bool {
        if Structure.all.contains(where: { $0.contexts.contains(context) && $0.isShape(self) }) { return true }
        guard context == .paragraphContinuation || context == .listItemContinuation else { return false }
        return isUnderline(of: previous) || isDash(after: previous)
    }

    // MARK: - Lines that mean something because of the one above

    /// A row of about the length of the line above makes a section title of it.
    private func isUnderline(of previous: TypedText?) -> Bool {
        guard isUniform, let first, let sign = UInt8(exactly: first.value), TitleUnderline.level(of: sign) != nil else {
            return false
        }
        return previous.map { abs($0.count - count) < 2 } ?? true
    }

    /// `-- who` below a line that ends in a quotation mark makes a quote of the paragraph; below a hard break, the dash
    /// would undo that.
    private func isDash(after previous: TypedText?) -> Bool {
        guard starts(with: "--"), count == 2 || self[2].isBlank else { return false }
        return previous.map { $0.last == "\"" || $0.last == "+" } ?? true
    }

    // MARK: - Delimiters and breaks

    /// The least number of signs in a row that opens a block.
    private static let rows: [Unicode.Scalar: ClosedRange<Int>] = [
        "-": 4...Int.max, "*": 4...Int.max, "_": 4...Int.max, "=": 4...Int.max, ".": 4...Int.max, "+": 4...Int.max,
        "/": 4...Int.max,
    ]

    fileprivate var isDelimiter: Bool {
        guard let first else { return false }
        if isUniform, Self.rows[first]?.contains(count) ?? false { return true }
        if count == 2, starts(with: "--") { return true }
        if first == "`" { return run(from: 0) == 3 }
        return "|,:!".unicodeScalars.contains(first) && count >= 4 && run(from: 1) { $0 == "=" } == count - 1
    }

    /// `'''`, `<<<`, and three of `-`, `*`, `_` with the same number of spaces between, or none.
    fileprivate var isBreak: Bool {
        guard let first else { return false }
        if first == "'" || first == "<" { return isUniform && count >= 3 }
        guard first == "-" || first == "*" || first == "_", count >= 3, count % 2 == 1 else { return false }
        let middle = count / 2
        let isSigned = [0, middle, count - 1].allSatisfy { self[$0] == first }
        return isSigned && (1..<count - 1).allSatisfy { $0 == middle || self[$0] == " " }
    }

    /// With its marker, the item would be `* * *` or `- - -`.
    fileprivate var isBreakAfterMarker: Bool {
        let text = TypedText(Array(trimmed[textStart...]))
        return text.starts(with: "* *") && text.count == 3 || text.starts(with: "- -") && text.count == 3
    }

    // MARK: - Markers

    var startsWithListMarker: Bool {
        let start = scalars.firstIndex { !$0.isWideBlank } ?? scalars.count
        let marker = run(from: start) { !$0.isWideBlank }
        return marker > 0 && start + marker < end && isListMarker(start..<start + marker)
    }

    private func isListMarker(_ range: Range<Int>) -> Bool {
        let marker = scalars[range]
        guard let first = marker.first, let last = marker.last else { return false }
        if "*.".unicodeScalars.contains(first), marker.allSatisfy({ $0 == first }) { return true }
        let name = marker.dropLast()
        switch last {
        case "-", "•": return name.isEmpty
        case ".":
            return !name.isEmpty && (name.allSatisfy(\.isASCIIDigit) || name.count == 1 && first.isASCIILetter)
        case ")": return !name.isEmpty && name.allSatisfy { "IVXivx".unicodeScalars.contains($0) }
        case ">" where first == "<": return Self.isCalloutNumber(name.dropFirst())
        default: return false
        }
    }

    /// `1` or `.`
    static func isCalloutNumber(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
        name.elementsEqual(["."]) || (!name.isEmpty && name.allSatisfy(\.isASCIIDigit))
    }

    /// The first scalars as bytes, up to one that is not ASCII: labels and boxes are.
    private func asciiStart(of text: ArraySlice<Unicode.Scalar>) -> [UInt8] {
        text.prefix(12).prefix { $0.isASCII }.map { UInt8($0.value) }
    }

    fileprivate var isCheckbox: Bool {
        TaskBox(startOf: asciiStart(of: trimmed.dropFirst(textStart))) != nil
    }

    fileprivate var isHeading: Bool {
        guard first == "=" || first == "#" else { return false }
        let signs = run(from: 0)
        return signs <= 6 && signs < end && self[signs].isBlank
    }

    /// ` ==` at the end closes a title that began with as many.
    var endsLikeHeading: Bool {
        guard let last, last == "=" || last == "#" else { return false }
        let before = trimmed.lastIndex { $0 != last }
        return before.map { self[$0].isBlank } ?? true
    }

    /// ` a`, ` 2+`, ` .2+^`: what would be the format of the next cell.
    var endsLikeCellFormat: Bool {
        guard let blank = trimmed.lastIndex(where: \.isBlank) else { return false }
        let word = trimmed[(blank + 1)...]
        let isLetter = word.last.map { ("a"..."z").contains($0) } ?? false
        return (isLetter ? word.dropLast() : word).allSatisfy {
            $0.isASCIIDigit || ".+*<^>".unicodeScalars.contains($0)
        }
    }

    // MARK: - Lines about the block that follows

    /// `:name: value`, `:!name:`
    fileprivate var isAttributeEntry: Bool {
        guard first == ":", let name = scalar(at: self.scalar(at: 1) == "!" ? 2 : 1), name.isWord else { return false }
        guard let colon = trimmed.dropFirst().firstIndex(of: ":") else { return false }
        return colon + 1 == end || self[colon + 1].isBlank
    }

    /// `[…]` on a line of its own.
    fileprivate var isBlockAttributes: Bool { first == "[" && last == "]" && !self[1].isBlank }

    fileprivate var isBlockTitle: Bool {
        guard first == ".", count > 1 else { return false }
        let next = self[1] == "." ? scalar(at: 2) : self[1]
        return next.map { !$0.isBlank && $0 != "." } ?? false
    }

    fileprivate var isAdmonition: Bool {
        first?.isASCIILetter == true && AdmonitionLabel(startOf: asciiStart(of: trimmed)) != nil
    }

    /// `name::target[…]`, whatever the name: extensions define more of them.
    fileprivate var isBlockMacro: Bool {
        guard let first, first.isWord, last == "]" else { return false }
        let name = run(from: 0) { $0.isWord || $0 == "-" }
        return starts(with: "::", at: name) && trimmed[name...].contains("[")
    }
}
