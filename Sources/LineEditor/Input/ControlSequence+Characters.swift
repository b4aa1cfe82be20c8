// Keys that are characters, as kitty (`ESC [ code ; modifiers u`) and xterm's modifyOtherKeys
// (`ESC [ 27 ; modifiers ; code ~`) send them. A program that crashed leaves both switched on.
extension ControlSequence {
    /// What is held down, from the parameter that is one more than its bits.
    struct Held {
        let keys: Key.Modifiers
        /// Super or Hyper: no key of ours.
        let isForeign: Bool

        init(_ parameter: Int) {
            // Caps Lock (64) and Num Lock (128) change nothing.
            let bits = max(0, parameter - 1) & 0x3F
            var keys = Key.Modifiers()
            if bits & 1 != 0 { keys.insert(.shift) }
            // Alt; Meta as xterm (8) and as kitty (32) count it.
            if bits & (2 | 8 | 32) != 0 { keys.insert(.alt) }
            if bits & 4 != 0 { keys.insert(.control) }
            self.keys = keys
            isForeign = bits & (8 | 16) != 0
        }
    }

    /// - Parameter code: the key with the character that Shift makes of it, the modifiers, and the text that it types.
    static func event(code: [[Int]], modifiers held: Held) -> InputEvent? {
        let number = code.first?.first ?? 0
        if code.count > 2, held.keys.isDisjoint(with: [.alt, .control]), let text = scalar(code[2].first ?? 0) {
            return .text(text)
        }
        if let key = special[number] { return .key(Key(key, held.keys)) }
        if let text = keypadText[number] { return .text(text) }
        guard let scalar = scalar(number), !(0xE000...0xF8FF).contains(scalar.value) else { return nil }
        if held.isForeign { return nil }
        if held.keys.isDisjoint(with: [.alt, .control]) {
            let shifted = code.first.flatMap { $0.count > 1 ? self.scalar($0[1]) : nil }
            return .text(held.keys.contains(.shift) ? shifted ?? scalar.uppercase : scalar)
        }
        return held.keys.contains(.control) ? control(scalar, held.keys) : .key(.alt(scalar))
    }

    /// Control and a character, as terminals without these protocols send it.
    private static func control(_ scalar: Unicode.Scalar, _ held: Key.Modifiers) -> InputEvent? {
        let alt = held.intersection(.alt)
        switch scalar.lowercase {
        case " ", "2", "@": return .key(Key(.character("@"), held.intersection([.alt, .control])))
        case "[", "3": return .key(.escape)
        case "/", "7", "_": return .key(.control("_"))
        case "\\", "4": return .key(.control("\\"))
        case "]", "5": return .key(.control("]"))
        case "^", "6": return .key(.control("^"))
        case "i": return .key(Key(.tab, held.intersection([.alt, .shift])))
        case "j", "m": return .key(Key(.enter, alt))
        case "h", "8", "?": return .key(Key(.backspace, alt))
        case let letter: return .key(Key(.character(letter), held.intersection([.alt, .control])))
        }
    }

    private static func scalar(_ number: Int) -> Unicode.Scalar? {
        guard number >= 0x20, number != 0x7F, !(0x80..<0xA0).contains(number) else { return nil }
        return UInt32(exactly: number).flatMap(Unicode.Scalar.init)
    }

    private static let special: [Int: Key.Base] = {
        var keys: [Int: Key.Base] = [9: .tab, 13: .enter, 27: .escape, 127: .backspace, 8: .backspace]
        // Kitty's numbers for the keypad, from KP_ENTER on, and for F13 and beyond.
        let keypad: [(Int, Key.Base)] = [
            (57414, .enter), (57417, .left), (57418, .right), (57419, .up), (57420, .down), (57421, .pageUp),
            (57422, .pageDown), (57423, .home), (57424, .end), (57425, .insert), (57426, .delete),
        ]
        for (number, key) in keypad { keys[number] = key }
        for number in 57376...57398 { keys[number] = .function(number - 57363) }
        return keys
    }()
    private static let keypadText: [Int: Unicode.Scalar] = {
        var keys: [Int: Unicode.Scalar] = [:]
        for (index, character) in "0123456789./*-+".unicodeScalars.enumerated() { keys[57399 + index] = character }
        (keys[57415], keys[57416]) = ("=", ",")
        return keys
    }()
}

extension Unicode.Scalar {
    /// The one scalar that it is in upper case; itself where that takes several.
    var uppercase: Unicode.Scalar { Self.only(properties.uppercaseMapping) ?? self }

    var lowercase: Unicode.Scalar { Self.only(properties.lowercaseMapping) ?? self }

    private static func only(_ text: String) -> Unicode.Scalar? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}
