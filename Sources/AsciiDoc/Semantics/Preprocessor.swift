/// Decides conditions, takes in files and follows attribute entries, line by line, as Asciidoctor does.
struct Preprocessor {
    /// Gives the bytes of an included file, or nil where there is none.
    typealias Resolver = (_ target: String) -> [UInt8]?

    private struct Condition {
        let target: String
        let isSkipping: Bool
    }

    private enum Mode {
        /// A block may begin.
        case ready
        /// After the document's title: author and revision lines are no paragraph.
        case header
        /// In a paragraph: attribute entries are text.
        case text
        /// In a block whose lines are not read, up to that line.
        case verbatim(String)
    }

    private(set) var output = PreprocessedSource()
    private var conditions: [Condition] = []
    private var mode = Mode.ready
    private var entry: AttributeEntryLines?
    /// How many characters the line has that may be a title underlined by the next one; nil where it is none.
    private var titleLength: Int?
    /// Whether the document's title may still come.
    private var awaitsTitle = true
    private let resolver: Resolver?
    private let missingForm: MissingIncludeForm

    init(
        attributes: DocumentAttributes = DocumentAttributes(), resolver: Resolver? = nil,
        leavingIncludesAs form: MissingIncludeForm = .link
    ) {
        missingForm = form
        (output.attributes, output.initialAttributes) = (attributes, attributes)
        self.resolver = resolver
    }

    private var isSkipping: Bool { conditions.last?.isSkipping ?? false }

    /// Takes the lines of `source`, as lines from `line` on; an included file has one line, that of its directive.
    mutating func read(_ source: [UInt8], includedAt line: Int? = nil, depth: Int = 0) {
        let bytes = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source.dropFirst(3) : source[...]
        var number = 0
        var start = bytes.startIndex
        while start <= bytes.endIndex {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.endIndex
            number += 1
            take(bytes[start..<end], line ?? number, depth)
            start = end + 1
        }
    }

    private mutating func take(_ raw: ArraySlice<UInt8>, _ number: Int, _ depth: Int) {
        let end = raw.lastIndex { !$0.isBlankOrLineEnd }.map { $0 + 1 } ?? raw.startIndex
        let line = raw[..<end]
        if !line.isEmpty { output.lastContentLine = number }
        defer { if !line.isEmpty { output.contentRowCount = output.lines.count } }
        // As in Asciidoctor, blank lines stay also where a condition does not hold: they end paragraphs.
        guard !line.isEmpty else { return emit(line, number) }
        guard case .verbatim(let end) = mode, end.hasPrefix("////") else {
            if Self.mayBeDirective(line), let directive = Directive(String(decoding: line, as: UTF8.self)) {
                run(directive, number, depth)
            } else if !isSkipping {
                emit(line, number)
            }
            return
        }
        if !isSkipping { emit(line, number) }
    }

    /// Whether a line that is not blank begins and ends as a directive does.
    private static func mayBeDirective(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.last == UInt8(ascii: "]") else { return false }
        switch line.first {
        case UInt8(ascii: "i"), UInt8(ascii: "e"), UInt8(ascii: "\\"): return true
        default: return false
        }
    }

    private mutating func run(_ directive: Directive, _ number: Int, _ depth: Int) {
        if directive.isEscaped {
            guard !isSkipping else { return }
            output.columnShifts[output.lines.count] = 1
            emit(Array(directive.line.utf8.dropFirst())[...], number)
            return
        }
        switch directive.name {
        case .endif:
            if let last = conditions.last, directive.text == nil,
                directive.target.isEmpty || directive.target == last.target
            {
                conditions.removeLast()
            }
        case .include:
            if !isSkipping { include(directive, number, depth) }
        case .ifdef, .ifndef, .ifeval: open(directive, number, depth)
        }
    }

    /// The text of `ifdef::name[text]`. Of the directives, it may only be an include.
    private mutating func takeConditional(_ text: String, _ number: Int, _ depth: Int) {
        if let include = Directive(text.trimmingBlanks), include.name == .include, !include.isEscaped {
            self.include(include, number, depth)
        } else {
            let end = text.utf8.lastIndex { !$0.isBlankOrLineEnd }
            emit(end.map { Array(text.utf8[...$0])[...] } ?? [], number)
        }
    }

    private mutating func open(_ directive: Directive, _ number: Int, _ depth: Int) {
        guard let holds = isSkipping ? true : directive.holds(with: output.attributes) else { return }
        if let text = directive.text, directive.name != .ifeval {
            guard !isSkipping, holds else { return }
            output.columnShifts[output.lines.count] =
                directive.line.unicodeScalars.count - text.unicodeScalars.count - 1
            takeConditional(text, number, depth)
        } else {
            conditions.append(Condition(target: directive.target, isSkipping: isSkipping || !holds))
        }
    }

    private mutating func include(_ directive: Directive, _ number: Int, _ depth: Int) {
        let target = output.attributes.resolved(directive.target)
        var metadata = BlockMetadata()
        metadata.read(attributes: output.attributes.resolved(directive.text ?? ""))
        guard depth < 64, let file = resolver?(target) else {
            let isOptional = metadata.named["optional-option"] != nil
            output.includes.append(
                MissingInclude(row: output.lines.count, target: target, isOptional: isOptional))
            let line = missingForm == .link ? "link:\(target)[role=include]" : "// include"
            return emit(Array(line.utf8)[...], number)
        }
        let lines = IncludedLines(metadata).selected(from: file)
        guard !lines.isEmpty else { return }
        let offset = output.attributes["leveloffset"]
        let ownOffset = metadata.named["leveloffset"]
        // An included file's own offset is written about it, as Asciidoctor does.
        if let ownOffset { emit([":leveloffset: \(ownOffset)", ""], number) }
        read(lines.last == newline ? lines.dropLast() : lines, includedAt: number, depth: depth + 1)
        if ownOffset != nil { emit(["", offset.map { ":leveloffset: \($0)" } ?? ":leveloffset!:"], number) }
    }

    private mutating func emit(_ lines: [String], _ number: Int) {
        for line in lines { emit(Array(line.utf8)[...], number) }
    }

    private mutating func emit(_ line: ArraySlice<UInt8>, _ number: Int) {
        let offset = output.attributes.levelOffset
        if offset != 0, case .ready = mode, line.first == UInt8(ascii: "=") {
            let heading = moved(line, by: offset)
            output.columnShifts[output.lines.count] = line.count - heading.count
            output.bytes += heading
        } else if offset != 0, let underline = underline(line, movedBy: offset) {
            output.bytes += underline
        } else {
            output.bytes += line
        }
        if offset != 0 { noteTitle(line) }
        follow(line)
        output.bytes.append(newline)
        output.lines.append(number)
    }

    /// A heading with its level changed by `leveloffset`.
    private func moved(_ line: ArraySlice<UInt8>, by offset: Int) -> ArraySlice<UInt8> {
        let signs = line.prefix { $0 == line.first }.count
        guard signs <= 6, line.dropFirst(signs).first?.isBlank == true, (1...6).contains(signs + offset) else {
            return line
        }
        return Array(repeating: UInt8(ascii: "="), count: signs + offset) + line.dropFirst(signs)
    }

    /// Notes whether the line may be a title underlined by the next one.
    private mutating func noteTitle(_ line: ArraySlice<UInt8>) {
        guard case .ready = mode, let first = line.first, !Self.asides.contains(first), entry == nil else {
            return titleLength = nil
        }
        titleLength = line.count { $0 & 0xC0 != 0x80 }
    }

    /// The line that underlines a title whose level `leveloffset` changes; nil where the line is none.
    private func underline(_ line: ArraySlice<UInt8>, movedBy offset: Int) -> [UInt8]? {
        guard let length = titleLength, abs(length - line.count) <= 1, line.count > 1, let sign = line.first,
            let level = TitleUnderline.level(of: sign), line.allSatisfy({ $0 == sign }),
            TitleUnderline.signs.indices.contains(level + offset)
        else { return nil }
        return Array(repeating: TitleUnderline.signs[level + offset], count: line.count)
    }

    /// Keeps account of where attribute entries count.
    private mutating func follow(_ line: ArraySlice<UInt8>) {
        if entry != nil, !line.isEmpty {
            // In place: a copy of the value at each line would make a long one's cost quadratic.
            entry?.add(String(decoding: line, as: UTF8.self))
            return endEntry()
        }
        guard let first = line.first else {
            if let lines = entry { set(by: lines.text) }
            entry = nil
            switch mode {
            case .text, .header: mode = .ready
            case .ready, .verbatim: break
            }
            return
        }
        switch mode {
        case .verbatim(let end):
            if line.elementsEqual(end.utf8) { mode = .ready }
        case .ready where first == UInt8(ascii: ":"), .header where first == UInt8(ascii: ":"):
            begin(entry: String(decoding: line, as: UTF8.self))
        case .ready where awaitsTitle && line.starts(with: "= ".utf8):
            (mode, awaitsTitle) = (.header, false)
        case .header: break
        case .ready, .text: change(line, first)
        }
    }

    private mutating func change(_ line: ArraySlice<UInt8>, _ first: UInt8) {
        if !Self.asides.contains(first) { awaitsTitle = false }
        if let end = Self.verbatimEnd(line, first) {
            mode = .verbatim(end)
        } else if line.count >= 4 || line.count == 2, line.allSatisfy({ $0 == first }), Self.fences.contains(first) {
            mode = .ready
        } else if first == UInt8(ascii: "["), Self.isAboutBlock(line) {
            mode = .ready
        } else if case .ready = mode, !Self.asides.contains(first), !Self.isBlock(line) {
            mode = .text
        }
    }

    private mutating func begin(entry line: String) {
        entry = AttributeEntryLines(line)
        endEntry()
    }

    /// Sets what the entry says, where its value does not go on.
    private mutating func endEntry() {
        guard let lines = entry, !lines.goesOn else { return }
        entry = nil
        set(by: lines.text)
    }

    private mutating func set(by entry: String) {
        output.attributes.read(entry: entry)
        output.entries.append(PreprocessedSource.Entry(row: output.lines.count, entry: entry))
    }

    private static let fences = ASCIISet("-=*_")
    private static let asides = ASCIISet("/[.=")

    /// Whether the line is a block by itself, after which another may begin.
    private static func isBlock(_ line: ArraySlice<UInt8>) -> Bool {
        line.withUnsafeBufferPointer { bytes in
            switch Line(bytes, from: 0).shape {
            case .thematicBreak, .pageBreak, .blockMacro: true
            default: false
            }
        }
    }

    /// Whether the line says something about the block that follows: it ends a paragraph.
    private static func isAboutBlock(_ line: ArraySlice<UInt8>) -> Bool {
        line.withUnsafeBufferPointer { bytes in
            switch Line(bytes, from: 0).shape {
            case .blockAttributes, .blockAnchor: true
            default: false
            }
        }
    }

    private static let verbatimSigns = ASCIISet("-.+/")

    /// What ends the block that the line begins, where its lines are not read.
    private static func verbatimEnd(_ line: ArraySlice<UInt8>, _ first: UInt8) -> String? {
        if line.starts(with: "```".utf8), line.dropFirst(3).first != first { return "```" }
        guard line.count >= 4, verbatimSigns.contains(first), line.allSatisfy({ $0 == first }) else { return nil }
        return String(decoding: line, as: UTF8.self)
    }
}
