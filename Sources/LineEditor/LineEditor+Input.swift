import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Between the terminal and libedit's line.
extension LineEditor {
    /// libedit's reader: the next character, or the code of a key. Returns 1; 0 at the end of the input.
    func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
        while true {
            guard let event = takeEvent() else {
                ending = ending ?? .endOfInput
                character.pointee = newlineCharacter
                return finishLine(character)
            }
            if let code = code(for: event) {
                eraseHint()
                character.pointee = code
                return 1
            }
        }
    }

    private var newlineCharacter: wchar_t { 0x0A }

    private func finishLine(_ character: UnsafeMutablePointer<wchar_t>) -> Int32 {
        current = .key(.control("d"))
        character.pointee = wchar_t(KeyBinding.swift)
        return 1
    }

    /// The next event; waits for one, showing the hint meanwhile. Nil: the terminal went away.
    private func takeEvent() -> InputEvent? {
        while nextEvent >= events.count {
            (events, nextEvent) = ([], 0)
            showHint()
            let wait: Int32? = decoder.isWaiting ? 50 : decoder.isPasting ? 2000 : nil
            switch source.next(within: wait) {
            case .bytes(let bytes): events = decoder.decode(bytes)
            case .pause: events = decoder.pause()
            case .signal(let signal): handle(signal)
            case .end:
                ending = .endOfInput
                return nil
            }
        }
        defer { nextEvent += 1 }
        return events[nextEvent]
    }

    private func handle(_ signal: Int32) {
        switch signal {
        case SIGWINCH: windowChanged()
        case SIGINT: events = [.key(.control("c"))]
        default:
            ending = .terminated(signal: signal, draft: buffer.text)
            current = nil
            events = [.key(.control("d"))]
        }
    }

    /// What libedit gets for an event: a character, or a code from the C1 range; nil: nothing.
    private func code(for event: InputEvent) -> wchar_t? {
        switch event {
        case .text(let scalar): return wchar_t(scalar.value)
        case .enter: return newlineCharacter
        case .backspace: return 0x7F
        case .invalid: return 0xFFFD
        case .paste:
            current = event
            return wchar_t(KeyBinding.swift)
        case .key(let key):
            if bindings[key] != nil || Self.ours.contains(key) {
                current = event
                return wchar_t(KeyBinding.swift)
            }
            if key == .escape { return 0x1B }
            return KeyBinding.codes[key].map { wchar_t($0) }
        }
    }

    /// Keys that the editor itself handles where nobody bound them.
    private static let ours: Set<Key> = [
        .up, .down, .control("p"), .control("n"), .control("c"), .control("d"), .control("z"),
    ]

    /// The function that all those keys are bound to. Returns what libedit is to do next.
    func bound() -> UInt8 {
        let event = current
        current = nil
        if ending != nil { return finish() }
        switch event {
        case .paste(let text)?: return take(paste: text)
        case .key(let key)?:
            if let action = bindings[key]?(buffer), action != .unhandled { return perform(action) }
            if let code = KeyBinding.codes[key], code != KeyBinding.swift {
                events.insert(.text(Unicode.Scalar(code)), at: nextEvent)
                return UInt8(CC_NORM)
            }
            return own(key)
        default: return UInt8(CC_NORM)
        }
    }

    private func own(_ key: Key) -> UInt8 {
        switch key {
        case .up, .control("p"): return show(history.older(than: buffer.text))
        case .down, .control("n"): return show(history.newer())
        case .control("c"):
            ending = .cancelled(buffer.text.composed)
            return finish()
        case .control("d"):
            guard buffer.text.isEmpty else { return deleteNext() }
            ending = .endOfInput
            return finish()
        case .control("z"):
            suspend()
            return UInt8(CC_REFRESH)
        default: return UInt8(CC_NORM)
        }
    }

    /// Stops the whole job, as a cooked terminal would; goes on behind `fg`.
    private func suspend() {
        withTerminalHandedOver { _ = kill(0, SIGTSTP) }
        windowChanged()
    }

    private func show(_ line: String?) -> UInt8 {
        line.map { perform(.replace(LineBuffer(text: $0))) } ?? UInt8(CC_NORM)
    }

    private func deleteNext() -> UInt8 {
        var line = buffer
        guard !line.isAtEnd else { return UInt8(CC_NORM) }
        var scalars = Array(line.text.unicodeScalars)
        scalars.remove(at: line.cursor)
        line.text = String(String.UnicodeScalarView(scalars))
        return perform(.replace(line))
    }

    private func take(paste text: String) -> UInt8 {
        switch onPaste(text, buffer) {
        case .insert(let text): return perform(.insert(text))
        case .accept:
            ending = .paste(text.composed, line: buffer.text.composed)
            return finish()
        }
    }

    func perform(_ action: KeyAction) -> UInt8 {
        switch action {
        case .unhandled: return UInt8(CC_NORM)
        case .redraw: break
        case .accept: return finish()
        case .insert(let text): insert(text)
        case .replace(let line): replace(by: line)
        }
        return UInt8(CC_REFRESH)
    }

    /// Leaves the line as Enter does: only libedit's own function for it leaves the cursor below the whole line.
    private func finish() -> UInt8 {
        events.insert(.enter, at: nextEvent)
        return UInt8(CC_NORM)
    }

    /// The line as libedit has it.
    var buffer: LineBuffer {
        guard let info = el_wline(editline)?.pointee, let start = info.buffer else { return LineBuffer(text: "") }
        return LineBuffer(text: Self.text(start, count: info.lastchar - start), cursor: info.cursor - start)
    }

    private func replace(by line: LineBuffer) {
        let old = buffer
        el_cursor(editline, Int32(old.text.unicodeScalars.count - old.cursor))
        el_deletestr(editline, Int32(old.text.unicodeScalars.count))
        insert(line.text)
        el_cursor(editline, Int32(line.cursor - line.text.unicodeScalars.count))
    }

    /// Puts text at the cursor; libedit takes no empty text.
    private func insert(_ text: String) {
        let scalars = text.unicodeScalars.map {
            wchar_t($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? 0x20 : $0.value)
        }
        guard !scalars.isEmpty else { return }
        (scalars + [0]).withUnsafeBufferPointer { _ = el_winsertstr(editline, $0.baseAddress) }
    }
}
