/// What the keys do, from the manual: a line of characters as people see them.
struct Model: Sendable {
    private var units: [String] = []
    private var cursor = 0
    private var killed: [String] = []
    private var hasJustKilled = false

    var text: String { units.joined() }

    mutating func begin() { (units, cursor, hasJustKilled) = ([], 0, false) }

    mutating func interrupt() { hasJustKilled = false }

    mutating func insert(_ new: [String]) {
        units.insert(contentsOf: new, at: cursor)
        cursor += new.count
        hasJustKilled = false
    }

    typealias Effect = @Sendable (inout Model) -> Void

    static let keys: [(String, Effect)] = [
        ("left", left), ("right", { $0.move($0.cursor + 1) }), ("home", { $0.move(0) }), ("end", end),
        ("backspace", { $0.remove($0.cursor - 1) }), ("delete", { $0.remove($0.cursor) }),
        ("C-a", { $0.move(0) }), ("C-e", end), ("C-k", { $0.kill($0.cursor..<$0.units.count) }),
        ("C-u", { $0.kill(0..<$0.cursor) }), ("C-w", { $0.kill($0.spacedWordStart..<$0.cursor) }),
        ("C-y", { $0.insert($0.killed) }),
    ]

    /// Alt and a letter.
    static let metaKeys: [(letter: String, Effect)] = [
        ("b", { $0.move($0.wordStart) }), ("f", { $0.move($0.wordEnd) }), ("d", { $0.kill($0.cursor..<$0.wordEnd) }),
    ]

    /// What somebody sees of it: where nothing of this changes, a key did nothing.
    var picture: [String] { units[..<cursor] + ["|"] + units[cursor...] }

    static let left: Effect = { $0.move($0.cursor - 1) }
    static let end: Effect = { $0.move($0.units.count) }

    private mutating func move(_ place: Int) {
        cursor = min(max(0, place), units.count)
        hasJustKilled = false
    }

    private mutating func remove(_ place: Int) {
        hasJustKilled = false
        guard units.indices.contains(place) else { return }
        units.remove(at: place)
        if place < cursor { cursor -= 1 }
    }

    private var spacedWordStart: Int {
        var start = cursor
        while start > 0, units[start - 1] == " " { start -= 1 }
        while start > 0, units[start - 1] != " " { start -= 1 }
        return start
    }

    /// Letters and numbers.
    private static func isOfWord(_ unit: String) -> Bool { unit.allSatisfy { $0.isLetter || $0.isNumber } }

    private var wordStart: Int {
        var start = cursor
        while start > 0, !Self.isOfWord(units[start - 1]) { start -= 1 }
        while start > 0, Self.isOfWord(units[start - 1]) { start -= 1 }
        return start
    }

    private var wordEnd: Int {
        var end = cursor
        while end < units.count, !Self.isOfWord(units[end]) { end += 1 }
        while end < units.count, Self.isOfWord(units[end]) { end += 1 }
        return end
    }

    private mutating func kill(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let text = Array(units[range])
        killed = !hasJustKilled ? text : range.lowerBound >= cursor ? killed + text : text + killed
        units.removeSubrange(range)
        cursor = range.lowerBound
        hasJustKilled = true
    }
}

/// How terminals send the keys of the model.
enum KeyBytes {
    static func of(_ name: String, _ terminal: Schedule.Terminal) -> [String] {
        (special[terminal]?[name] ?? []) + (common[name] ?? [])
    }

    private static let common: [String: [String]] = [
        "left": ["\u{1B}[D", "\u{1B}OD", "\u{2}"], "right": ["\u{1B}[C", "\u{1B}OC", "\u{6}"],
        "home": ["\u{1B}[H", "\u{1B}OH", "\u{1B}[1~"], "end": ["\u{1B}[F", "\u{1B}OF", "\u{1B}[4~"],
        "backspace": ["\u{7F}", "\u{8}"], "delete": ["\u{1B}[3~"], "C-a": ["\u{1}"], "C-e": ["\u{5}"],
        "C-k": ["\u{B}"], "C-u": ["\u{15}"], "C-w": ["\u{17}"], "C-y": ["\u{19}"],
    ]

    private static let special: [Schedule.Terminal: [String: [String]]] = [
        .kitty: [
            "left": ["\u{1B}[1;129D", "\u{1B}[57417u"], "home": ["\u{1B}[1;129H"], "C-a": ["\u{1B}[97;5u"],
            "C-e": ["\u{1B}[101;133u"], "C-k": ["\u{1B}[107;5:1u"], "C-u": ["\u{1B}[117;5u"],
            "C-w": ["\u{1B}[119;5u"], "C-y": ["\u{1B}[121;5u"], "backspace": ["\u{1B}[127u"],
        ],
        .xterm: [
            "C-a": ["\u{1B}[27;5;97~"], "C-w": ["\u{1B}[27;5;119~"], "C-y": ["\u{1B}[27;5;121~"],
            "backspace": ["\u{1B}[27;1;127~"],
        ],
        .rxvt: ["home": ["\u{1B}[7~", "\u{1B}[7$"], "end": ["\u{1B}[8~", "\u{1B}[8^"]],
    ]
}
