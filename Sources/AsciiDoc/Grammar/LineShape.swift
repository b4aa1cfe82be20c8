/// What a line would be where a block may begin. One registry, asked by the parser for every such line.
public enum LineShape: Sendable {
    /// A line that opens (and closes) a block.
    case delimiter(Delimiter)
    /// `==`; the level of a document's title is 0.
    case heading(level: Int)
    /// A marker with a text, or a term.
    case listItem(ListMarker)
    /// `:name: value`
    case attributeEntry
    /// `.Title`
    case blockTitle
    /// `[…]`
    case blockAttributes
    /// `[[id]]`
    case blockAnchor
    /// `image::target[]`, `toc::[]`
    case blockMacro
    /// `// text`
    case lineComment
    /// `ifdef::`, `include::` and their kin.
    case directive
    /// `'''`
    case thematicBreak
    /// `<<<`
    case pageBreak
    /// Begins with a space or a tab.
    case indented
    /// Anything else.
    case text
}

/// A delimiter line: what block it opens, and what closes it.
public struct Delimiter: Equatable, Sendable {
    /// What block it opens.
    public let kind: NodeKind
    /// The sign that it is made of, and how many bytes it has.
    public let character: UInt8, length: Int
    /// Whether the block's lines are taken as they are.
    public internal(set) var isVerbatim: Bool

    /// Whether one of them closes what the other opens.
    public static func == (one: Delimiter, other: Delimiter) -> Bool {
        one.character == other.character && one.length == other.length
    }
}

/// A list item's marker.
public struct ListMarker: Equatable, Sendable {
    /// The kind of list.
    public let kind: NodeKind
    /// Items with equal keys are siblings: the marker's sign, and how often it stands there.
    let key: UInt32
    /// Offset of the marker, and the one after the spaces that follow it.
    public let markerStart: Int, textStart: Int

    /// Whether items with these markers are siblings.
    public static func == (one: ListMarker, other: ListMarker) -> Bool {
        one.kind == other.kind && one.key == other.key
    }
}

extension Line {
    /// The line's shape; the line must not be blank.
    var shape: LineShape {
        if isConflictMark { return .text }
        if first.isBlank { return listMarker.map(LineShape.listItem) ?? .indented }
        if let special = Self.special[Int(first)](self) { return special }
        return listMarker.map(LineShape.listItem) ?? .text
    }

    /// For every first byte, what its lines may be.
    private static let special: [@Sendable (Line) -> LineShape?] = {
        var table: [@Sendable (Line) -> LineShape?] = Array(repeating: { $0.macroShape }, count: 256)
        let shapes: [(Unicode.Scalar, @Sendable (Line) -> LineShape?)] = [
            ("=", { $0.delimiterShape ?? $0.headingShape }), ("#", { $0.headingShape }),
            ("-", { $0.delimiterShape ?? $0.breakShape }), ("*", { $0.delimiterShape ?? $0.breakShape }),
            ("_", { $0.delimiterShape ?? $0.breakShape }), ("+", { $0.delimiterShape }),
            (".", { $0.delimiterShape ?? $0.titleShape }), ("/", { $0.delimiterShape ?? $0.commentShape }),
            ("`", { $0.fenceShape }), ("|", { $0.tableShape }), (",", { $0.tableShape }), ("!", { $0.tableShape }),
            (":", { $0.tableShape ?? $0.attributeShape }), ("[", { $0.bracketShape }),
            ("'", { $0.breakShape }), ("<", { $0.breakShape }),
        ]
        for (sign, shape) in shapes { table[Int(sign.value)] = shape }
        return table
    }()

    private static let delimiters: [UInt8: (kind: NodeKind, isVerbatim: Bool)] = [
        UInt8(ascii: "-"): (.listing, true), UInt8(ascii: "."): (.literal, true), UInt8(ascii: "="): (.example, false),
        UInt8(ascii: "*"): (.sidebar, false), UInt8(ascii: "_"): (.quote, false), UInt8(ascii: "+"): (.pass, true),
        UInt8(ascii: "/"): (.commentBlock, true),
    ]

    private var delimiterShape: LineShape? {
        guard count > 1, bytes[start + 1] == first, run(of: first, from: start) == count,
            let block = Self.delimiters[first]
        else { return nil }
        if count >= 4 {
            return .delimiter(
                Delimiter(kind: block.kind, character: first, length: count, isVerbatim: block.isVerbatim))
        }
        guard count == 2, first == UInt8(ascii: "-") else { return nil }
        return .delimiter(Delimiter(kind: .open, character: first, length: 2, isVerbatim: false))
    }

    /// Three backticks, with a language after them where they open the block.
    private var fenceShape: LineShape? {
        guard run(of: first, from: start) == 3 else { return macroShape }
        return .delimiter(Delimiter(kind: .listing, character: first, length: 3, isVerbatim: true))
    }

    private var tableShape: LineShape? {
        let signs = run(of: UInt8(ascii: "="), from: start + 1)
        guard signs >= 3, signs == count - 1 else { return nil }
        return .delimiter(Delimiter(kind: .table, character: first, length: count, isVerbatim: true))
    }

    private var headingShape: LineShape? {
        let signs = run(of: first, from: start)
        guard signs <= 6, byte(start + signs).isBlank, start + signs < textEnd else { return nil }
        return .heading(level: signs - 1)
    }

    private var titleShape: LineShape? {
        // A title may begin with a dot, as the name of a hidden file does.
        let text = byte(start + 1) == UInt8(ascii: ".") ? start + 2 : start + 1
        guard text < textEnd, !bytes[text].isBlank, bytes[text] != UInt8(ascii: ".") else { return nil }
        return .blockTitle
    }

    private var commentShape: LineShape? {
        hasPrefix("//", at: start) && byte(start + 2) != UInt8(ascii: "/") ? .lineComment : nil
    }

    /// `'''`, `<<<`, and the Markdown ones: three signs with a space between, or none.
    private var breakShape: LineShape? {
        if first == UInt8(ascii: "<") {
            return count >= 3 && run(of: first, from: start) == count ? .pageBreak : nil
        }
        if first == UInt8(ascii: "'") {
            return count >= 3 && run(of: first, from: start) == count ? .thematicBreak : nil
        }
        let packed = count == 3 && run(of: first, from: start) == 3
        let spaced =
            count == 5 && [0, 2, 4].allSatisfy { bytes[start + $0] == first }
            && [1, 3].allSatisfy { bytes[start + $0] == 0x20 }
        return packed || spaced ? .thematicBreak : nil
    }

    /// `:name: value`, `:name!:`, `:!name:`
    private var attributeShape: LineShape? {
        var offset = start + 1
        if byte(offset) == UInt8(ascii: "!") { offset += 1 }
        guard byte(offset).isWord else { return nil }
        while offset < textEnd, bytes[offset] != UInt8(ascii: ":") { offset += 1 }
        guard byte(offset) == UInt8(ascii: ":") else { return nil }
        return offset + 1 == textEnd || byte(offset + 1).isBlank ? .attributeEntry : nil
    }

    /// `[…]` on a line of its own; `[[id]]` is an anchor.
    private var bracketShape: LineShape? {
        guard last == UInt8(ascii: "]"), count >= 2 else { return nil }
        let inner = bytes[start + 1]
        if inner == UInt8(ascii: "[") {
            if count == 4 { return bytes[start + 2] == UInt8(ascii: "]") ? .blockAnchor : nil }
            return isAnchor ? .blockAnchor : nil
        }
        let begins = inner.isWord || Self.attributeStarts.contains(inner)
        return begins ? .blockAttributes : nil
    }

    /// `[[id]]` or `[[id,text]]`.
    private var isAnchor: Bool {
        var end = start + 2
        guard count > 4, bytes[textEnd - 2] == UInt8(ascii: "]"), !bytes[end].isDigit,
            bytes[end].isWord || bytes[end] == UInt8(ascii: ":")
        else { return false }
        while bytes[end].isWord || "-:.".utf8.contains(bytes[end]) { end += 1 }
        return end == textEnd - 2 || bytes[end] == UInt8(ascii: ",") && end + 1 < textEnd - 2
    }

    private static let attributeStarts = Set("],.#\"'%{".utf8)

    /// `name::target[…]`; `ifdef::` and its kin, and `include::`, are directives.
    private var macroShape: LineShape? {
        guard first.isLetter || first == UInt8(ascii: "\\") else { return nil }
        var colon = start
        while byte(colon).isWord || byte(colon) == UInt8(ascii: "-") { colon += 1 }
        guard hasPrefix("::", at: colon), last == UInt8(ascii: "]"), contains(UInt8(ascii: "["), from: colon) else {
            return nil
        }
        if directiveName != nil { return .directive }
        guard let macro = Self.macros.first(where: { hasPrefix($0, at: start) }) else { return nil }
        let target = byte(colon + 2)
        let hasTarget = !target.isBlank && target != UInt8(ascii: "[")
        return hasTarget != (macro.utf8CodeUnitCount == 5) ? .blockMacro : nil
    }

    /// The block macros of the language; only `toc` has no target. Another name is text, as long as no extension knows it.
    private static let macros: [StaticString] = ["toc::", "image::", "video::", "audio::"]
}
