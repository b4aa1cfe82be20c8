/// Turns the bytes of a terminal into events. Pure: it has no clock; who drives it calls ``pause()`` when nothing came
/// for as long as ``patience`` says.
///
/// Invariant: a byte that was typed or pasted is either in an event that was returned, or held in `state` or `pasted`
/// until the bytes after it, or a pause, decide what it is. Only sequences that terminals send by themselves vanish.
struct KeyDecoder {
    private enum State {
        case ground
        case character(bytes: [UInt8], missing: Int)
        case escape(Escape)
        case sequence(ControlSequence, Escape)
        /// After `ESC ]`, `ESC P` or `ESC _`: what a terminal replies, up to BEL or `ESC \`.
        case reply(bytes: [UInt8], introducer: UInt8, Escape)
        /// So many bytes of an X10 mouse report, or of the Linux console's `ESC [ [ A`, are still to come.
        case skip(Int)
        case paste(isStalled: Bool)
    }

    /// An `ESC` whose meaning the next bytes decide.
    private struct Escape {
        /// The Escape key was told already; what follows may be the late rest of a sequence all the same.
        var isTold = false
        /// A second `ESC` came before: Alt, as rxvt sends it.
        var isDoubled = false
        /// Nothing came with it.
        var isParted = false
    }

    private var state = State.ground
    private var pasted: [UInt8] = []
    /// Bytes that turned out to be typed text, the next one last.
    private var replayed: [UInt8] = []
    private var isAfterControlX = false

    /// In vi mode Escape and a letter are two keys; elsewhere they may be Alt and the letter.
    var escapeIsAKey = false
    /// Whether something is open that Escape closes, at once.
    var escapeIsAwaited = false

    /// Whether the next byte begins a character or key.
    var isAtCharacter: Bool {
        if case .ground = state { true } else { false }
    }

    /// How long, in milliseconds, to wait for more of what came; nil: for as long as it takes.
    var patience: Int? {
        switch state {
        case .ground: nil
        case .escape(let escape):
            escape.isTold || escape.isParted ? Self.late - Self.soon : Self.soon
        case .sequence(let sequence, _): sequence.isEmpty ? Self.late : Self.stalled
        case .reply(let bytes, _, _): bytes.isEmpty ? Self.late : Self.stalled
        case .skip: Self.late
        case .character: Self.stalled
        case .paste(let isStalled): isStalled ? nil : Self.slow
        }
    }

    private static let soon = 50
    /// A slow line may part `ESC` from the rest of its sequence by that much.
    private static let late = 500
    private static let slow = 1000
    private static let stalled = 3000

    /// Bytes that came of a paste that does not go on; nil: there is none.
    var stalledPaste: Int? {
        if case .paste(isStalled: true) = state { pasted.count } else { nil }
    }

    mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        var events: [InputEvent] = []
        for byte in bytes {
            decode(byte, &events)
            while let again = replayed.popLast() { decode(again, &events) }
        }
        return events
    }

    /// Nothing came for a while: what is unfinished ends here, but for a paste.
    mutating func pause() -> [InputEvent] {
        var events: [InputEvent] = []
        let unfinished = state
        state = .ground
        switch unfinished {
        case .ground, .skip: break
        case .character: emit(.invalid, &events)
        case .escape(var escape):
            guard !escape.isTold else { break }
            if escapeIsAKey || escapeIsAwaited {
                emit(.key(.escape), &events)
                escape.isTold = true
                state = .escape(escape)
            } else if escape.isParted {
                emit(.key(.escape), &events)
            } else {
                escape.isParted = true
                state = .escape(escape)
            }
        case .sequence(let sequence, let escape):
            if sequence.isEmpty { typed(escape, sequence.isSS3 ? UInt8(ascii: "O") : UInt8(ascii: "["), [], &events) }
        case .reply(let bytes, let introducer, let escape): typed(escape, introducer, bytes, &events)
        case .paste: state = .paste(isStalled: true)
        }
        while let again = replayed.popLast() { decode(again, &events) }
        return events
    }

    private mutating func decode(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch state {
        case .ground: ground(byte, &events)
        case .character(let bytes, let missing): continueCharacter(byte, bytes, missing, &events)
        case .escape(let escape): self.escape(byte, escape, &events)
        case .sequence(let sequence, let escape): continueSequence(byte, sequence, escape, &events)
        case .reply(let bytes, let introducer, let escape): continueReply(byte, bytes, introducer, escape, &events)
        case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
        case .paste(let isStalled): continuePaste(byte, isStalled, &events)
        }
    }

    /// Control-X is a prefix of a key with Control; before anything else it is nothing.
    private mutating func emit(_ event: InputEvent, _ events: inout [InputEvent]) {
        let isAfterControlX = self.isAfterControlX
        self.isAfterControlX = false
        guard case .key(let key) = event else { return events.append(event) }
        switch (key, isAfterControlX) {
        case (.control("x"), false): self.isAfterControlX = true
        case (_, true) where key.modifiers == .control && key != .control("c"):
            events.append(.key(Key(key.base, [.control, .afterControlX])))
        default: events.append(event)
        }
    }

    private mutating func ground(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case 0x1B: state = .escape(Escape())
        case ..<0x20, 0x7F: emit(.key(Self.control(byte)), &events)
        case ..<0x80: emit(.text(Unicode.Scalar(byte)), &events)
        case 0xC2...0xDF: state = .character(bytes: [byte], missing: 1)
        case 0xE0...0xEF: state = .character(bytes: [byte], missing: 2)
        case 0xF0...0xF4: state = .character(bytes: [byte], missing: 3)
        default: emit(.invalid, &events)
        }
    }

    /// The key of a control character.
    static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x00: .control("@")
        case 0x1C...0x1F: .control(Unicode.Scalar(byte | 0x40))
        default: .control(Unicode.Scalar(byte | 0x60))
        }
    }

    private mutating func continueCharacter(
        _ byte: UInt8, _ bytes: [UInt8], _ missing: Int, _ events: inout [InputEvent]
    ) {
        state = .ground
        guard byte & 0xC0 == 0x80 else {
            emit(.invalid, &events)
            return ground(byte, &events)
        }
        let all = bytes + [byte]
        guard missing == 1 else { return state = .character(bytes: all, missing: missing - 1) }
        guard let scalar = String(validating: all, as: UTF8.self)?.unicodeScalars.first else {
            return emit(.invalid, &events)
        }
        // C1 controls: nobody types them.
        emit((0x80..<0xA0).contains(scalar.value) ? .invalid : .text(scalar), &events)
    }
}

// After `ESC`.
extension KeyDecoder {
    private mutating func escape(_ byte: UInt8, _ escape: Escape, _ events: inout [InputEvent]) {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .sequence(ControlSequence(isSS3: false), escape)
        case UInt8(ascii: "O"): state = .sequence(ControlSequence(isSS3: true), escape)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
            state = .reply(bytes: [], introducer: byte, escape)
        // What Escape was to close is closed: this one begins another key.
        case 0x1B where escape.isTold && !escapeIsAKey: state = .escape(Escape())
        case 0x1B:
            if escapeIsAKey || escapeIsAwaited, !escape.isTold { emit(.key(.escape), &events) }
            // An Escape that was told already is no part of the next key.
            state = .escape(Escape(isTold: escapeIsAKey || escapeIsAwaited, isDoubled: !escape.isTold))
        default: typed(escape, byte, [], &events)
        }
    }

    /// `ESC` and the byte after it were struck by somebody, and so was all that follows.
    private mutating func typed(
        _ escape: Escape, _ byte: UInt8, _ bytes: [UInt8], _ events: inout [InputEvent]
    ) {
        replayed += bytes.reversed()
        guard !escape.isTold else { return ground(byte, &events) }
        if escapeIsAKey {
            emit(.key(.escape), &events)
            return ground(byte, &events)
        }
        switch byte {
        case 0x08, 0x7F: emit(.key(.altBackspace), &events)
        case 0x09: emit(.key(.backTab), &events)
        case 0x20..<0x7F: emit(.meta(Unicode.Scalar(byte), isParted: escape.isParted), &events)
        default: ground(byte, &events)
        }
    }

    private mutating func continueSequence(
        _ byte: UInt8, _ sequence: ControlSequence, _ escape: Escape, _ events: inout [InputEvent]
    ) {
        var sequence = sequence
        state = .ground
        switch sequence.take(byte) {
        case .more: state = .sequence(sequence, escape)
        case .skip(let count): state = .skip(count)
        case .paste: state = .paste(isStalled: false)
        case .event(let event):
            if let event { emit(escape.isDoubled ? event.withAlt : event, &events) }
        case .broken: ground(byte, &events)
        case .typed:
            typed(escape, UInt8(ascii: sequence.isSS3 ? "O" : "["), [byte], &events)
        }
    }

    /// A terminal's replies hold no control characters; what somebody typed after Alt-] ends with one.
    private mutating func continueReply(
        _ byte: UInt8, _ bytes: [UInt8], _ introducer: UInt8, _ escape: Escape, _ events: inout [InputEvent]
    ) {
        state = .ground
        let isEnd = byte == 0x07 || byte == UInt8(ascii: "\\") && bytes.last == 0x1B
        if isEnd, !bytes.isEmpty { return }
        let goesOn =
            bytes.isEmpty
            ? Self.isReplyStart(byte, introducer)
            : bytes.last != 0x1B && (byte >= 0x20 || byte == 0x1B) && bytes.count < Self.longestReply
        guard goesOn else { return typed(escape, introducer, bytes + [byte], &events) }
        state = .reply(bytes: bytes + [byte], introducer: introducer, escape)
    }

    private static let longestReply = 1 << 16

    /// How an OSC, a DCS and an APC of a terminal begin; with other bytes it was somebody who struck Alt and a key.
    private static func isReplyStart(_ byte: UInt8, _ introducer: UInt8) -> Bool {
        switch introducer {
        case UInt8(ascii: "]"): (0x30...0x39).contains(byte) || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "L")
        case UInt8(ascii: "P"): (0x30...0x3F).contains(byte) || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "$")
        default: byte == UInt8(ascii: "G")
        }
    }
}

// Pastes that the terminal marks.
extension KeyDecoder {
    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private mutating func continuePaste(_ byte: UInt8, _ isStalled: Bool, _ events: inout [InputEvent]) {
        if isStalled {
            guard byte != 0x03 else {
                state = .ground
                return emit(.cutPaste(takePasted()), &events)
            }
            state = .paste(isStalled: false)
        }
        pasted.append(byte)
        guard byte == UInt8(ascii: "~"), pasted.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else { return }
        pasted.removeLast(Self.pasteEnd.count)
        state = .ground
        emit(.paste(takePasted()), &events)
    }

    /// Gives a paste up whose end does not come.
    mutating func cutPaste() -> [InputEvent]? {
        guard case .paste = state else { return nil }
        state = .ground
        return [.cutPaste(takePasted())]
    }

    /// Terminals send line ends of a paste as carriage returns.
    private mutating func takePasted() -> String {
        defer { pasted = [] }
        var text: [UInt8] = []
        text.reserveCapacity(pasted.count)
        for (index, byte) in pasted.enumerated() {
            if byte == 0x0A, index > 0, pasted[index - 1] == 0x0D { continue }
            text.append(byte == 0x0D ? 0x0A : byte)
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension InputEvent {
    fileprivate var withAlt: InputEvent {
        guard case .key(let key) = self else { return self }
        return .key(Key(key.base, key.modifiers.union(.alt)))
    }
}
