#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Between the terminal and the line.
extension LineEditor {
    /// The next event; shows the line and waits for one. Nil: the line is over.
    func takeEvent() -> InputEvent? {
        while true {
            if let event = input.takeEvent() { return event }
            saveDraftIfDue()
            repaint()
            input.decoder.escapeIsAwaited = isEscapeAwaited
            let due = [input.due, timers.due(promptInterval: host.promptInterval)].compactMap { $0 }.min()
            input.echo = takesEcho ? screen.terminal.output : nil
            switch input.wait(until: due) {
            case .bytes(let bytes, let isEchoed):
                if isEchoed { reading.isEchoed = screen.takeOver(echoed: bytes) }
                input.add(bytes: bytes)
            case .pause: pause()
            case .signal(let signal): take(signal)
            case .mail(let mailbox):
                input.mailReader(mailbox)()
                screen.askPrompt()
            case .end: end(with: .terminated(signal: SIGHUP, draft: state.line.text.composed))
            }
            if reading.ending != nil { return nil }
        }
    }

    /// Whether a letter that comes next stands where the cursor is, whatever is made of it later: it is on the screen before
    /// anything else is done.
    private var takesEcho: Bool {
        guard reading.isShown, input.decoder.isAtCharacter, state.isPlain, state.line.isAtEnd, case .none = dialogue
        else { return false }
        return screen.takesEcho
    }

    private var isEscapeAwaited: Bool {
        if case .none = dialogue { host.isEscapeAwaited() } else { true }
    }

    private func pause() {
        let now = Monotonic.now
        if let due = input.due, due <= now { input.pause() }
        while let body = timers.takeReminder(at: now) { body() }
        if timers.takePrompt(at: now, interval: host.promptInterval) { screen.askPrompt() }
    }

    private func saveDraftIfDue() {
        guard timers.takeDraft(at: Monotonic.now) else { return }
        host.saveDraft?(state.line.text.composed)
    }

    private func take(_ signal: Int32) {
        switch signal {
        case SIGWINCH: fitWindow()
        case SIGINT: input.add(input.decoder.cutPaste() ?? [.key(.control("c"))])
        case SIGCONT: goOn()
        default: end(with: .terminated(signal: signal, draft: state.line.text.composed))
        }
    }

    /// The job was stopped from outside, and the shell has written since.
    private func goOn() {
        makeRaw()
        screen.forget()
        fitWindow()
    }

    /// The line is over.
    func end(with ending: Reading) {
        guard reading.ending == nil else { return }
        reading.ending = ending
        leaveLine()
    }

    // MARK: Events

    func handle(_ event: InputEvent) {
        if case .meta(let scalar, _) = event, !isBound(.alt(scalar)) {
            handle(.key(.escape))
            return handle(.text(scalar))
        }
        timers.keyStruck(at: Monotonic.now)
        let wasShown = reading.isShown
        reading.isShown = false
        defer { if let onChange = host.onChange { onChange { state.line.buffer } } }
        if case .search = dialogue, takesForSearch(event) { return }
        if case .text(let scalar) = event { return type(scalar, echoes: wasShown) }
        if case .meta(let scalar, let isParted) = event { return strike(meta: scalar, isParted: isParted) }
        reading.hasJustTyped = reading.hasJustTyped && event == .key(.enter)
        switch event {
        case .text, .meta: break
        case .key(let key): strike(key)
        case .paste(let text):
            dialogue = .none
            take(paste: text)
        case .cutPaste(let text):
            dialogue = .none
            state.line.kills.add(Array(text.unicodeScalars), joining: false, isForward: true)
            if !host.messages.pasteCut.isEmpty { post(host.messages.pasteCut) }
            host.onCutPaste?(text)
        case .invalid:
            if !reading.hasSaidInvalid, !host.messages.invalidInput.isEmpty { post(host.messages.invalidInput) }
            reading.hasSaidInvalid = true
            type("\u{FFFD}")
        }
    }

    /// Scalars: looking at a whole line for every character of it would make a pasted megabyte take minutes.
    private static let longestLineToExpand = 4096

    /// - Parameter echoes: whether the screen shows the line as it is: then the character is on it at once.
    private func type(_ scalar: Unicode.Scalar, echoes: Bool = false) {
        var canEcho = echoes && !reading.isEchoed && state.line.isAtEnd && !input.hasEvents
        if case .none = dialogue {} else { canEcho = false }
        dialogue = .none
        let isText = state.isPlain
        let effect = state.type(scalar)
        guard isText else { return perform(effect, by: nil) }
        if canEcho, state.line.isAtEnd, state.line.scalars.last == scalar { reading.isEchoed = screen.echo(scalar) }
        reading.hasJustTyped = true
        guard let onText = host.onText, !scalar.isLetter, state.line.count < Self.longestLineToExpand else { return }
        let typed = state.line.buffer
        switch onText(typed) {
        case .keep: break
        case .replace(let line): state.replace(by: line)
        case .expand(let line):
            state.replace(by: line)
            reading.expansion = (state.line.buffer, typed)
        }
    }

    private func strike(_ key: Key) {
        if takesForMenu(key) { return }
        if key == .backspace, takeBackExpansion() { return }
        if !state.keymap.isUsers(key), let action = bindings[key]?(state.line.buffer), action != .unhandled {
            screen.askPrompt()
            state.interrupt()
            return perform(action)
        }
        if takesHint(key) { return }
        perform(state.strike(key), by: key)
    }

    private func isBound(_ key: Key) -> Bool { bindings[key] != nil || state.keymap.isBound(key) }

    /// Alt and a character, which is a key. Where time went by between `ESC` and the character, and the key has nothing to
    /// do here, it is text: no letter is lost to a key that nobody struck.
    private func strike(meta scalar: Unicode.Scalar, isParted: Bool) {
        reading.hasJustTyped = false
        let before = state.line.buffer
        strike(.alt(scalar))
        guard isParted, reading.ending == nil, state.line.buffer == before else { return }
        state.interrupt()
        type(scalar)
    }

    private func takeBackExpansion() -> Bool {
        guard let (line, typed) = reading.expansion, line == state.line.buffer else { return false }
        reading.expansion = nil
        state.replace(by: typed)
        return true
    }

    /// The keys that go right take the hint that stands there; by word, its first one.
    private func takesHint(_ key: Key) -> Bool {
        guard let command = state.keymap[key], !state.isViCommandMode, state.line.isAtEnd,
            [.characterRight, .lineEnd, .wordRight].contains(command),
            let hint = host.acceptableHint?(state.line.buffer), !hint.isEmpty
        else { return false }
        let end = Line(hint).wordEnd(after: 0, .letters)
        state.insert(text: command == .wordRight ? String(hint.unicodeScalars.prefix(end)) : hint)
        return true
    }

    private func take(paste text: String) {
        let line = state.line.buffer
        switch host.onPaste(text, line) {
        case .insert(let text): state.insert(text: text)
        case .accept:
            end(with: .paste(text.composed, before: line.beforeCursor.composed, after: line.afterCursor.composed))
        }
    }

    private func perform(_ action: KeyAction) {
        switch action {
        case .unhandled, .redraw: break
        case .accept: end(with: .line(state.line.text.composed))
        case .insert(let text): state.insert(text: text)
        case .replace(let line): state.replace(by: line)
        }
    }

    // MARK: Effects

    private func perform(_ effect: EditEffect, by key: Key?) {
        switch effect {
        case .none, .abort: break
        case .accept: accept()
        case .cancel: cancel()
        case .endOfInput: end(with: .endOfInput)
        case .clear: screen.clear()
        case .suspend: suspend()
        case .older: if !hostTakes(.up, struck: key) { showHistory { $0.older(than: $1) } }
        case .newer: if !hostTakes(.down, struck: key) { showHistory { history, _ in history.newer() } }
        case .oldest: showHistory { $0.oldest(than: $1) }
        case .newest: showHistory { history, _ in history.newest() }
        case .search(let older): startSearch(older: older)
        case .complete(let step): complete(next: step)
        case .lastWord: state.insertLastWord(from: histories.all)
        case .host(let meant): _ = hostTakes(meant, struck: key)
        }
    }

    /// Control-P and vi's `k` do what the host has bound to Up; of Up itself the host was asked already.
    private func hostTakes(_ key: Key, struck: Key?) -> Bool {
        guard key != struck, let action = bindings[key]?(state.line.buffer), action != .unhandled else { return false }
        screen.askPrompt()
        perform(action)
        return true
    }

    private func accept() {
        dialogue = .none
        if reading.hasJustTyped, state.line.count < Self.longestLineToExpand,
            let line = host.onEnter?(state.line.buffer)
        {
            state.replace(by: line)
        }
        end(with: .line(state.line.text.composed))
    }

    /// The line is dropped, to be had again by Control-Y and from the history.
    private func cancel() {
        let text = state.line.text.composed
        state.line.kills.add(state.line.scalars, joining: false, isForward: true)
        if !text.isEmpty { addToHistory(text) }
        end(with: .cancelled(text))
    }

    /// Stops the whole job, as a cooked terminal would; goes on after `fg`.
    private func suspend() {
        leaveLine()
        withTerminalHandedOver { Screen.stopProcess() }
    }
}

extension Unicode.Scalar {
    /// At the price that each key can pay.
    fileprivate var isLetter: Bool {
        switch self {
        case "a"..."z", "A"..."Z": true
        default: value >= 0x80 && properties.isAlphabetic
        }
    }
}
