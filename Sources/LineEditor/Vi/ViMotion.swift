/// Where a motion leads, and what an operator takes of it.
struct ViSpan {
    let destination: Int
    let range: Range<Int>
}

/// A motion or text object of vi.
enum ViMotion {
    struct Find {
        let isForward: Bool
        /// `t` and `T`: up to the character.
        let isShort: Bool
        var isRepeated = false

        func again(opposite: Bool) -> Find {
            Find(isForward: isForward != opposite, isShort: isShort, isRepeated: true)
        }
    }

    case simple(Unicode.Scalar)
    /// `ge`, `gE`
    case endBefore(WordKind)
    case find(Find, Unicode.Scalar)
    case repeatFind(isOpposite: Bool)
    case object(Unicode.Scalar, around: Bool)
    case wholeLine

    /// - Returns: nil where it leads nowhere.
    func span(in line: Line, count: Int, isOperator: Bool, isChange: Bool) -> ViSpan? {
        switch self {
        case .wholeLine: return ViSpan(destination: 0, range: 0..<line.count)
        case .object(let object, let around):
            return objectRange(object, around: around, in: line).map {
                ViSpan(destination: $0.lowerBound, range: $0)
            }
        default: break
        }
        guard let destination = destination(in: line, count: count, isOperator, isChange) else { return nil }
        let end = max(destination, line.cursor)
        // An operator takes the character under an inclusive motion, too.
        let upper = isInclusive && end < line.count ? line.after(end) : end
        return ViSpan(destination: destination, range: min(destination, line.cursor)..<upper)
    }

    private static let inclusive = Set("eE%$".unicodeScalars)

    private var isInclusive: Bool {
        switch self {
        case .simple(let scalar): Self.inclusive.contains(scalar)
        case .endBefore: true
        case .find(let find, _): find.isForward
        default: false
        }
    }

    private func destination(in line: Line, count: Int, _ isOperator: Bool, _ isChange: Bool) -> Int? {
        switch self {
        case .find(let find, let scalar): return place(of: scalar, find, in: line, count: count)
        case .endBefore(let kind):
            return (0..<count).reduce(line.cursor) { place, _ in line.lastOfWord(before: place, kind) }
        case .simple("|"): return min(count - 1, line.count)
        case .simple("%"): return line.matchingBracket(from: line.cursor)
        case .simple(let scalar):
            // `cw` on a word changes up to its end.
            let isWord = line.cursor < line.count && line.scalars[line.cursor] != " "
            if isChange, isWord, scalar == "w" || scalar == "W" { return wordEnd(scalar, count, in: line) }
            guard let motion = Self.motions[scalar] else { return nil }
            return (0..<count).reduce(line.cursor) { place, _ in motion(line, place) }
        default: return nil
        }
    }

    private func wordEnd(_ scalar: Unicode.Scalar, _ count: Int, in line: Line) -> Int {
        (0..<count).reduce(line.cursor) { place, _ in line.wordEnd(after: place, scalar == "w" ? .vi : .nonSpaces) }
    }

    private func place(of scalar: Unicode.Scalar, _ find: Find, in line: Line, count: Int) -> Int? {
        // Repeated, `t` must not find the character it stands before.
        var place = line.cursor + (find.isShort && find.isRepeated ? (find.isForward ? 1 : -1) : 0)
        for _ in 0..<count {
            guard let found = line.find(scalar, from: max(place, 0), forward: find.isForward) else { return nil }
            place = found
        }
        guard find.isShort else { return place }
        return find.isForward ? line.before(place) : line.after(place)
    }

    private static let motions: [Unicode.Scalar: @Sendable (Line, Int) -> Int] = [
        "h": { $0.before($1) },
        "l": { $1 < $0.count ? $0.after($1) : $1 },
        " ": { $1 < $0.count ? $0.after($1) : $1 },
        "0": { _, _ in 0 },
        "^": { line, _ in line.firstNonSpace },
        "$": { line, _ in line.count },
        "w": { $0.nextWord(after: $1, .vi) },
        "W": { $0.nextWord(after: $1, .nonSpaces) },
        "b": { $0.wordStart(before: $1, .vi) },
        "B": { $0.wordStart(before: $1, .nonSpaces) },
        "e": { $0.lastOfWord(after: $1, .vi) },
        "E": { $0.lastOfWord(after: $1, .nonSpaces) },
    ]

    static func isSimple(_ scalar: Unicode.Scalar) -> Bool { motions[scalar] != nil || scalar == "|" || scalar == "%" }

    private static let pairs: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [
        "(": ("(", ")"), ")": ("(", ")"), "b": ("(", ")"), "[": ("[", "]"), "]": ("[", "]"), "{": ("{", "}"),
        "}": ("{", "}"), "B": ("{", "}"), "<": ("<", ">"), ">": ("<", ">"), "\"": ("\"", "\""), "'": ("'", "'"),
        "`": ("`", "`"), "«": ("«", "»"), "»": ("«", "»"),
    ]

    static func isObject(_ scalar: Unicode.Scalar) -> Bool { scalar == "w" || scalar == "W" || pairs[scalar] != nil }

    private func objectRange(_ object: Unicode.Scalar, around: Bool, in line: Line) -> Range<Int>? {
        if object == "w" { return line.word(at: line.cursor, .vi, around: around) }
        if object == "W" { return line.word(at: line.cursor, .nonSpaces, around: around) }
        guard let (open, close) = Self.pairs[object] else { return nil }
        return line.enclosed(by: open, close, at: line.cursor, around: around)
    }
}
