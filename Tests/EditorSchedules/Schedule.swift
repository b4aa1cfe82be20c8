/// What comes from a terminal, byte by byte with delays, and what the prompt must take from it. Made from a seed; no
/// line of the model comes from the editor's source.
package struct Schedule: Sendable {
    package enum Step: Hashable, Sendable {
        /// A byte, so many milliseconds after the one before.
        case byte(UInt8, delay: Int)
        case resize(columns: Int, rows: Int)
    }

    package enum Terminal: String, CaseIterable, Sendable {
        case xterm = "xterm-256color"
        case tmux = "tmux-256color"
        case kitty = "xterm-kitty"
        case rxvt = "rxvt-unicode-256color"
        case linux
    }

    package let isVi: Bool
    package let terminal: Terminal
    package private(set) var steps: [Step] = []
    /// `line TEXT`, `paste LINE|TEXT`; line ends as `\n`.
    package private(set) var accepted: [String] = []

    private var model = Model()
    private var random: SeededGenerator

    package init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        isVi = Bool.random(using: &random)
        terminal = Terminal.allCases.randomElement(using: &random) ?? .xterm
        for _ in 0..<Int.random(in: 4...24, using: &random) { act() }
        send(terminal == .kitty && chance(0.5) ? "\u{1B}[13u" : "\r")
        accept("line", "")
    }

    private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func accept(_ kind: String, _ text: String) {
        accepted.append(kind + " " + model.text + text)
        model.begin()
    }

    /// One line for a test in another language: mode, terminal, steps (`DELAY:HEX`, `rCOLUMNS`), what is accepted.
    package var text: String {
        let steps = steps.map { step in
            switch step {
            case .byte(let byte, let delay): "\(delay):" + String(byte, radix: 16)
            case .resize(let columns, _): "r\(columns)"
            }
        }
        return [
            isVi ? "vi" : "emacs", terminal.rawValue, steps.joined(separator: " "),
            accepted.joined(separator: "\u{1F}"),
        ]
        .joined(separator: "\t")
    }

    // MARK: What is done

    private mutating func act() {
        switch Int.random(in: 0..<100, using: &random) {
        case ..<42: type()
        case ..<45: meta()
        case ..<68: key()
        case ..<78: reply()
        case ..<86: pasteLine()
        case ..<90: pasteLines()
        case ..<94: prefix()
        case ..<96: escape()
        case ..<98: steps.append(.resize(columns: .random(in: 10...120, using: &random), rows: 24))
        default:
            send("\r")
            accept("line", "")
        }
    }

    private static let units = [
        "a", "b", "c", "x", "z", "A", "O", "P", "1", "9", " ", " ", ",", ";", ":", "[", "]", "~", "é", "à", "œ", "«",
        "日", "🍸", "e\u{301}", "👩\u{200D}👩\u{200D}👧", "✔\u{FE0F}", "א",
    ]

    private mutating func type() {
        let unit = pick(Self.units)
        if terminal == .kitty, unit.unicodeScalars.count == 1, let scalar = unit.unicodeScalars.first, chance(0.3) {
            send("\u{1B}[\(scalar.value)" + (chance(0.2) ? ";129u" : "u"))
        } else {
            send(unit)
        }
        model.insert([unit])
    }

    private mutating func key() {
        let (name, effect) = pick(Model.keys)
        send(pick(KeyBytes.of(name, terminal)))
        effect(&model)
    }

    /// Sent by the terminal, not by anybody.
    private static let replies = [
        "\u{1B}[?62;4c", "\u{1B}[>1;4000;29c", "\u{1B}[12;40R", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?2026;2$y",
        "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}P>|kitty(0.35)\u{1B}\\",
        "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[?0u", "\u{1B}[<0;3;4M", "\u{1B}[<0;3;4m",
        "\u{1B}[M !!", "\u{1B}[24~", "\u{1B}[15~", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[99;1:3u", "\u{1B}[57441u",
    ]

    private mutating func reply() { send(pick(Self.replies)) }

    private mutating func pasted() -> [String] {
        (0..<Int.random(in: 1...12, using: &random)).map { _ in pick(Self.units) }
    }

    private mutating func pasteLine() {
        let units = pasted()
        send("\u{1B}[200~" + units.joined() + "\u{1B}[201~", isPaste: true)
        model.insert(units)
    }

    private mutating func pasteLines() {
        let lines = [pasted().joined(), ":delete 1", pasted().joined()]
        send("\u{1B}[200~" + lines.joined(separator: "\r") + "\u{1B}[201~", isPaste: true)
        accept("paste", "|" + lines.joined(separator: "\\n"))
    }

    /// Control-X, and then no key of its own.
    private mutating func prefix() {
        send("\u{18}")
        if chance(0.3) { reply() }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: type()
        case 1: pasteLines()
        case 2: pasteLine()
        default:
            send(pick(KeyBytes.of("left", terminal).filter { $0.hasPrefix("\u{1B}") }))
            Model.left(&model)
        }
    }

    /// Escape alone; in vi mode, back to typing at the end.
    private mutating func escape() {
        send(terminal == .kitty && chance(0.5) ? "\u{1B}[27u" : "\u{1B}")
        pause = 700
        guard isVi else { return model.interrupt() }
        send("A")
        Model.end(&model)
    }

    /// `ESC` and a character, at once or apart: Alt and the letter where that is a key, and has something to do or came at
    /// once; else the letter. In vi mode Escape is a key of its own.
    private mutating func meta() {
        guard !isVi else { return escape() }
        let isParted = chance(0.5)
        guard chance(0.6) else {
            let unit = pick(["a", "x", "z", "é", "日", "«"])
            strike("\u{1B}", then: unit, isParted: isParted)
            return model.insert([unit])
        }
        let (letter, effect) = pick(Model.metaKeys)
        let before = model.picture
        effect(&model)
        if terminal == .kitty, chance(0.3), let scalar = letter.unicodeScalars.first {
            return send("\u{1B}[\(scalar.value);3u")
        }
        strike("\u{1B}", then: letter, isParted: isParted)
        if isParted, model.picture == before { model.insert([letter]) }
    }

    private mutating func strike(_ first: String, then second: String, isParted: Bool) {
        for (index, byte) in (first + second).utf8.enumerated() {
            let delay = index == 0 ? pause : index == 1 && isParted ? Int.random(in: 200...400, using: &random) : 0
            steps.append(.byte(byte, delay: delay))
        }
        pause = 0
    }

    // MARK: Bytes and delays

    /// Before the next byte.
    private var pause = 0

    private mutating func send(_ text: String, isPaste: Bool = false) {
        let bytes = Array(text.utf8)
        // Most come at once; some are separated at one place, some at each.
        let parted = Int.random(in: 0..<10, using: &random)
        let place = Int.random(in: 0..<bytes.count, using: &random)
        for (index, byte) in bytes.enumerated() {
            var delay = index == 0 ? max(pause, chance(0.1) ? 600 : 0) : 0
            if index > 0, parted == 0 || parted < 4 && index == place {
                delay = min(self.delay(before: index, bytes, isPaste), parted == 0 ? 100 : .max)
            }
            steps.append(.byte(byte, delay: delay))
        }
        pause = 0
    }

    private mutating func delay(before index: Int, _ bytes: [UInt8], _ isPaste: Bool) -> Int {
        // A key of its own in vi mode, ESC cannot wait for what it may begin.
        if bytes[index - 1] == 0x1B, isVi, !isPaste || index == 1 { return 0 }
        let isInPaste = isPaste && index > 6 && index < bytes.count - 6
        return Int.random(in: 60...(isInPaste && chance(0.2) ? 9000 : 400), using: &random)
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
