/// A control sequence of a terminal while it comes: what stands between `ESC [` or `ESC O` and its last byte.
///
/// Sources: ECMA-48 5.4; xterm's ctlseqs; kitty's keyboard protocol; rxvt-unicode's `rxvtperl`; the Linux console.
struct ControlSequence {
    let isSS3: Bool
    private var bytes: [UInt8] = []

    init(isSS3: Bool) { self.isSS3 = isSS3 }

    var isEmpty: Bool { bytes.isEmpty }

    /// What one more byte makes of it.
    enum Step {
        case more
        /// So many bytes belong to it yet, whatever they are.
        case skip(Int)
        case paste
        /// It is whole; nil: nothing that anybody typed.
        case event(InputEvent?)
        /// It was never finished, and the byte is none of it.
        case broken
        /// No terminal sends it: Alt and `[` or `O`, then a character.
        case typed
    }

    private static let mostBytes = 256

    mutating func take(_ byte: UInt8) -> Step {
        switch byte {
        case _ where isSS3 && isEmpty && byte == 0x20: return .event(.text(" "))
        case UInt8(ascii: "$") where isRxvtNumber: return .event(event(final: byte))
        case 0x20..<0x40:
            if bytes.count < Self.mostBytes { bytes.append(byte) }
            return .more
        case 0x40..<0x7F: return end(byte)
        default: return .broken
        }
    }

    private func end(_ byte: UInt8) -> Step {
        if isEmpty, !isSS3 {
            if byte == UInt8(ascii: "[") { return .skip(1) }
            if byte == UInt8(ascii: "M") { return .skip(3) }
        }
        if bytes == Array("200".utf8), byte == UInt8(ascii: "~") { return .paste }
        let event = event(final: byte)
        if event == nil, isEmpty, !Self.silent.contains(byte) { return .typed }
        return .event(event)
    }

    /// Finals that terminals send without parameters and that are no keys: focus, and keypad 5.
    private static let silent = Set("IOE".utf8)

    /// rxvt ends the keys with Shift by `$`, which elsewhere goes on: `ESC [ 3 $`.
    private var isRxvtNumber: Bool {
        !isSS3 && (1...2).contains(bytes.count) && bytes.allSatisfy { (0x30...0x39).contains($0) }
            && Self.numbered[parameter(0)] != nil
    }

    private var parameters: [[Int]] {
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { parameter in
            parameter.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
                Int(String(decoding: $0, as: UTF8.self)) ?? 0
            }
        }
    }

    private func parameter(_ index: Int) -> Int {
        let all = parameters
        return all.indices.contains(index) ? all[index].first ?? 0 : 0
    }

    private func event(final: UInt8) -> InputEvent? {
        // `ESC [ ? …`, `ESC [ > …`, `ESC [ < …`: replies and mouse reports.
        if let first = bytes.first, (0x3C...0x3F).contains(first) { return nil }
        if bytes.contains(where: { (0x20..<0x30).contains($0) }) { return nil }
        let all = parameters
        guard !isRelease(all) else { return nil }
        if isSS3, isEmpty, let keypad = Self.keypad[final] { return keypad }
        switch final {
        case UInt8(ascii: "u"): return Self.event(code: all, modifiers: Held(parameter(1)))
        case UInt8(ascii: "~") where parameter(0) == 27 && all.count > 2:
            return Self.event(code: [[parameter(2)]], modifiers: Held(parameter(1)))
        case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
            guard let key = Self.numbered[parameter(0)] else { return nil }
            return .key(Key(key, Held(parameter(1)).keys.union(Self.rxvtModifiers[final] ?? [])))
        default:
            // `ESC [ 12 ; 40 R` is where the cursor stands, not F3.
            if final == UInt8(ascii: "R"), parameter(0) > 1 || all.count != 2 && !isEmpty { return nil }
            return lettered(final, all)
        }
    }

    private func lettered(_ final: UInt8, _ all: [[Int]]) -> InputEvent? {
        if let key = Self.shifted[final], isEmpty {
            return .key(Key(key, isSS3 ? .control : .shift))
        }
        guard let key = Self.letters[final] else { return nil }
        // `ESC [ 5 D` of old terminals has the modifier alone.
        let held = Held(all.count > 1 ? parameter(1) : parameter(0)).keys
        return .key(Key(key, final == UInt8(ascii: "Z") ? held.union(.shift) : held))
    }

    /// Kitty tells of keys that are let go, too: `ESC [ 97 ; 1 : 3 u`.
    private func isRelease(_ all: [[Int]]) -> Bool { all.count > 1 && all[1].count > 1 && all[1][1] == 3 }

    private static let letters: [UInt8: Key.Base] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .tab,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
        UInt8(ascii: "S"): .function(4),
    ]
    /// rxvt: with Shift after `ESC [`, with Control after `ESC O`.
    private static let shifted: [UInt8: Key.Base] = [
        UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right, UInt8(ascii: "d"): .left,
    ]
    private static let rxvtModifiers: [UInt8: Key.Modifiers] = [
        UInt8(ascii: "^"): .control, UInt8(ascii: "$"): .shift, UInt8(ascii: "@"): [.control, .shift],
    ]
    private static let numbered: [Int: Key.Base] = {
        var keys: [Int: Key.Base] = [
            1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        ]
        let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
        for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
        return keys
    }()
    /// The keypad in application mode, after `ESC O`.
    private static let keypad: [UInt8: InputEvent] = {
        var keys: [UInt8: InputEvent] = [
            UInt8(ascii: "M"): .key(.enter), UInt8(ascii: "I"): .key(.tab), UInt8(ascii: "X"): .text("="),
        ]
        for (index, character) in "*+,-./0123456789".unicodeScalars.enumerated() {
            keys[UInt8(ascii: "j") + UInt8(index)] = .text(character)
        }
        return keys
    }()
}
