/// Turns the bytes of a terminal into events. Pure: no terminal, no clock.
///
/// It stands in front of libedit, which drops invalid UTF-8 and inserts the rest of sequences that it does not know.
struct KeyDecoder {
    private enum State {
        case ground
        case utf8(bytes: [UInt8], missing: Int)
        case escape
        /// Behind `ESC [` or `ESC O`.
        case sequence(bytes: [UInt8], isSS3: Bool)
        /// Behind `ESC ]`, `ESC P`, `ESC _` or `ESC ^`: what a terminal replies, up to BEL or `ESC \`.
        case string(bytes: [UInt8], introducer: UInt8)
        case controlX
        case paste
    }

    private var state = State.ground
    private var pasted: [UInt8] = []

    /// In vi mode Escape and a letter are two keys; elsewhere they are Alt and the letter.
    var escapeIsAKey = false

    /// How long, in milliseconds, to wait for more of what came; nil: it is complete.
    var patience: Int32? {
        switch state {
        case .escape: 50
        // A slow line may part a sequence; nobody types its beginning.
        case .sequence, .string, .utf8: 500
        case .controlX: 1000
        case .paste: 2000
        case .ground: nil
        }
    }

    mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in bytes { decode(byte, &events) }
        return events
    }

    /// Nothing came for a while: what is unfinished ends here.
    mutating func pause() -> [InputEvent] {
        defer { state = .ground }
        switch state {
        case .escape: return [.key(.escape)]
        case .utf8: return [.invalid]
        case .paste: return [endPaste()]
        case .string(let bytes, let introducer):
            // No terminal's reply, but Alt and a key, and what was typed behind it.
            state = .ground
            return [.key(.alt(Unicode.Scalar(introducer)))] + decode(bytes)
        case .ground, .sequence, .controlX: return []
        }
    }

    private mutating func decode(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: ground(byte, &events)
        case .utf8(let bytes, let missing): continueCharacter(byte, bytes, missing, &events)
        case .escape: escape(byte, &events)
        case .sequence(let bytes, let isSS3): continueSequence(byte, bytes, isSS3, &events)
        case .string(let bytes, let introducer): continueString(byte, bytes, introducer)
        case .controlX:
            state = .ground
            if byte < 0x20 { events.append(.key(.controlX(Self.letter(byte)))) }
        case .paste: continuePaste(byte, &events)
        }
    }

    private mutating func ground(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x1B: state = .escape
        case 0x18: state = .controlX
        case 0x09: events.append(.key(.tab))
        case 0x0A, 0x0D: events.append(.enter)
        case 0x08, 0x7F: events.append(.backspace)
        case ..<0x20: events.append(.key(.control(Self.letter(byte))))
        case ..<0x80: events.append(.text(Unicode.Scalar(byte)))
        case 0xC2...0xDF: state = .utf8(bytes: [byte], missing: 1)
        case 0xE0...0xEF: state = .utf8(bytes: [byte], missing: 2)
        case 0xF0...0xF4: state = .utf8(bytes: [byte], missing: 3)
        default: events.append(.invalid)
        }
    }

    private static func letter(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(byte | 0x60) }

    private mutating func continueCharacter(
        _ byte: UInt8, _ bytes: [UInt8], _ missing: Int, _ events: inout [InputEvent]
    ) {
        guard byte & 0xC0 == 0x80 else {
            state = .ground
            events.append(.invalid)
            return ground(byte, &events)
        }
        let all = bytes + [byte]
        guard missing == 1 else {
            state = .utf8(bytes: all, missing: missing - 1)
            return
        }
        state = .ground
        guard let scalar = String(validating: all, as: UTF8.self)?.unicodeScalars.first else {
            return events.append(.invalid)
        }
        // C1 controls: nobody types them, and the keymap uses them.
        events.append((0x80..<0xA0).contains(scalar.value) ? .invalid : .text(scalar))
    }

    private mutating func escape(_ byte: UInt8, _ events: inout [InputEvent]) {
        state = .ground
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "O"): state = .sequence(bytes: [], isSS3: byte == UInt8(ascii: "O"))
        case 0x1B:
            events.append(.key(.escape))
            state = .escape
        case 0x08, 0x7F: events.append(.key(.altBackspace))
        case 0x0A, 0x0D: events += [.key(.escape), .enter]
        case _ where escapeIsAKey:
            events.append(.key(.escape))
            ground(byte, &events)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            state = .string(bytes: [], introducer: byte)
        case 0x20..<0x7F: events.append(.key(.alt(Unicode.Scalar(byte))))
        default: ground(byte, &events)
        }
    }

    /// Parameters and intermediates, until the byte that ends the sequence; an unknown one is swallowed whole.
    private mutating func continueSequence(
        _ byte: UInt8, _ bytes: [UInt8], _ isSS3: Bool, _ events: inout [InputEvent]
    ) {
        switch byte {
        case 0x20..<0x40 where bytes.count < 32: state = .sequence(bytes: bytes + [byte], isSS3: isSS3)
        case 0x1B:
            state = .escape
        default:
            state = .ground
            if bytes == Array("200".utf8), byte == UInt8(ascii: "~") {
                state = .paste
            } else if let key = KeySequence(parameters: bytes, final: byte).key {
                events.append(.key(key))
            }
        }
    }

    private static let longestString = 1024

    private mutating func continueString(_ byte: UInt8, _ bytes: [UInt8], _ introducer: UInt8) {
        let isOver = byte == 0x07 || byte == UInt8(ascii: "\\") && bytes.last == 0x1B
        state =
            isOver || bytes.count > Self.longestString
            ? .ground : .string(bytes: bytes + [byte], introducer: introducer)
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private mutating func continuePaste(_ byte: UInt8, _ events: inout [InputEvent]) {
        pasted.append(byte)
        guard byte == UInt8(ascii: "~"), pasted.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else { return }
        pasted.removeLast(Self.pasteEnd.count)
        state = .ground
        events.append(endPaste())
    }

    /// Terminals send line ends of a paste as carriage returns.
    private mutating func endPaste() -> InputEvent {
        defer { pasted = [] }
        var text: [UInt8] = []
        for (index, byte) in pasted.enumerated() {
            if byte == 0x0A, index > 0, pasted[index - 1] == 0x0D { continue }
            text.append(byte == 0x0D ? 0x0A : byte)
        }
        return .paste(String(decoding: text, as: UTF8.self))
    }
}

/// A control sequence of a terminal, `ESC [ 1 ; 3 C`.
private struct KeySequence {
    let parameters: [Int]
    let final: UInt8

    init(parameters: [UInt8], final: UInt8) {
        self.parameters = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
        self.final = final
    }

    var key: Key? {
        let plain = final == UInt8(ascii: "~") ? Self.numbered[parameters.first ?? 0] : Self.lettered[final]
        guard let plain else { return nil }
        guard parameters.count > 1, let variants = Self.modified[parameters[1]] else { return plain }
        return variants[plain] ?? plain
    }

    private static let lettered: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
    ]
    private static let numbered: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    /// By the modifier parameter: 3 is Alt, 5 Control, 9 Meta.
    private static let modified: [Int: [Key: Key]] = [
        3: [.up: .altUp, .down: .altDown, .left: .altLeft, .right: .altRight],
        5: [.left: .controlLeft, .right: .controlRight],
        9: [.up: .altUp, .down: .altDown, .left: .altLeft, .right: .altRight],
    ]
}
