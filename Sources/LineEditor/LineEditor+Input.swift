import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Between the terminal and libedit's line.
extension LineEditor {
    /// libedit's reader: the next character, or the code of a key. Returns 1; 0 when the line is over.
    func read(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
        while true {
            textCame()
            guard let event = takeEvent() else {
                leaveLine()
                return 0
            }
            if let code = code(for: event) {
                character.pointee = code
                return 1
            }
        }
    }

    /// What was given to libedit last is in the line by now.
    private func textCame() {
        guard hasNewText else { return }
        hasNewText = false
        let typed = buffer
        switch onText?(typed) ?? .keep {
        case .keep: break
        case .replace(let line): replace(by: line)
        case .expand(let line):
            replace(by: line)
            expansion = (buffer, typed)
        }
    }

    func makeRaw() { source.cookedBytes = terminal.makeRaw() }

    /// The next event; shows the line and waits for one. Nil: the line is over.
    private func takeEvent() -> InputEvent? {
        while nextEvent >= events.count {
            if ending != nil { return nil }
            (events, nextEvent) = ([], 0)
            repaint()
            switch source.next(within: decoder.patience ?? reminder?.milliseconds) {
            case .bytes(let bytes): events = decoder.decode(bytes)
            case .pause: pause()
            case .signal(let signal): handle(signal)
            case .mail(let mailbox):
                mailReaders[mailbox]()
                shownPrompt = nil
            case .end: ending = .terminated(signal: SIGHUP, draft: buffer.text.composed)
            }
        }
        defer { nextEvent += 1 }
        return events[nextEvent]
    }

    private func pause() {
        guard decoder.patience == nil, let due = reminder else { return events = decoder.pause() }
        reminder = nil
        due.body()
        shownPrompt = nil
    }

    private func handle(_ signal: Int32) {
        switch signal {
        case SIGWINCH: fitWindow()
        case SIGINT: events = [.key(.control("c"))]
        case SIGCONT: makeRaw()
        default: ending = .terminated(signal: signal, draft: buffer.text.composed)
        }
    }

    /// Scalars: looking at a whole line for every character of it would make a pasted megabyte take minutes.
    private static let longestLineToExpand = 4096

    /// What libedit gets for an event: a character, or a code from the C1 range; nil: nothing.
    private func code(for event: InputEvent) -> wchar_t? {
        if search != nil, takesForSearch(event) { return nil }
        if case .text = event { hasJustTyped = true } else if event != .enter { hasJustTyped = false }
        switch event {
        case .text(let scalar):
            if menu != nil { menu = nil }
            hasNewText =
                onText != nil && !scalar.properties.isAlphabetic && libedit.count < Self.longestLineToExpand
            // In vi mode a letter may be a command; else there is no need to go through the keymap.
            guard !decoder.escapeIsAKey else { return wchar_t(bitPattern: scalar.value) }
            libedit.insert(CollectionOfOne(scalar))
            textCame()
            return nil
        case .invalid:
            if !hasSaidInvalid, let message = invalidInputMessage() { post(message) }
            hasSaidInvalid = true
            return 0xFFFD
        case .enter, .backspace, .paste:
            current = event
            return wchar_t(KeyBinding.swift)
        case .key(let key):
            if bindings[key] != nil || EditorKeys.actions[key] != nil || menu != nil {
                current = event
                return wchar_t(KeyBinding.swift)
            }
            return key == .escape ? 0x1B : KeyBinding.codes[key].map { wchar_t($0) }
        }
    }

    /// The function that all those keys are bound to. Returns what libedit is to do next.
    func bound() -> UInt8 {
        let event = current
        current = nil
        switch event {
        case .enter?:
            menu = nil
            if hasJustTyped, libedit.count < Self.longestLineToExpand, let line = onEnter?(buffer) { replace(by: line) }
            return end(with: .line(buffer.text.composed))
        case .backspace?:
            menu = nil
            if takeBackExpansion() { return redraw }
            return deleteBackward()
        case .paste(let text)?:
            menu = nil
            return take(paste: text)
        case .key(let key)?: return moveInMenu(with: key) ?? (closeMenu(for: key) ? redraw : perform(key))
        default: return redraw
        }
    }

    /// A key of vi's command mode that stands for another one.
    func strike(_ key: Key) -> UInt8 {
        current = .key(key)
        return bound()
    }

    private func takeBackExpansion() -> Bool {
        guard let (line, typed) = expansion, line == buffer else { return false }
        expansion = nil
        replace(by: typed)
        return true
    }

    private func perform(_ key: Key) -> UInt8 {
        if let action = bindings[key]?(buffer), action != .unhandled {
            shownPrompt = nil
            return perform(action)
        }
        if let action = EditorKeys.actions[key] { return action(self) }
        if let code = KeyBinding.codes[key] {
            // libedit's own function comes next: its code goes in front of what is waiting.
            [wchar_t(code), 0].withUnsafeBufferPointer { el_wpush(libedit.handle, $0.baseAddress) }
        }
        return redraw
    }

    private func take(paste text: String) -> UInt8 {
        let line = buffer.text.composed
        switch onPaste(text, buffer) {
        case .insert(let text): return perform(.insert(text))
        case .accept: return end(with: .paste(text.composed, line: line))
        }
    }

    func perform(_ action: KeyAction) -> UInt8 {
        switch action {
        case .unhandled, .redraw: break
        case .accept: return end(with: .line(buffer.text.composed))
        case .insert(let text): libedit.insert(text.unicodeScalars)
        case .replace(let line): replace(by: line)
        }
        return redraw
    }

    /// The line is over: libedit returns from its loop.
    func end(with reading: Reading) -> UInt8 {
        ending = reading
        leaveLine()
        return UInt8(CC_NEWLINE)
    }

    /// What our functions return: libedit has nothing to draw, and the line is painted when no more input waits.
    var redraw: UInt8 { UInt8(CC_NORM) }

    var buffer: LineBuffer { LineBuffer(text: String(libedit.scalars), cursor: libedit.cursor) }

    func replace(by line: LineBuffer) { libedit.replace(by: line.text.unicodeScalars, cursor: line.cursor) }
}
