import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Edits lines on a terminal, on libedit: its keymaps, its line buffer and its redraw, with a reader of our own.
///
/// Not for several threads. The terminal is raw from the first to the last moment: close it with ``close()``.
package final class LineEditor {
    package struct Configuration: Sendable {
        package enum Mode: String, Sendable {
            case emacs, vi
        }
        package var input: Int32 = 0
        package var output: Int32 = 1
        package var mode = Mode.emacs
        package init() {}
    }

    /// What stands before the line; asked for at every redraw.
    package var prompt: () -> String = { "> " }
    /// Dim text behind the cursor, when it stands at the line's end.
    package var hint: ((LineBuffer) -> String?)?
    package var onPaste: (String, LineBuffer) -> PasteAnswer = { text, _ in
        text.contains("\n") ? .accept : .insert(text)
    }

    let editline: OpaquePointer
    let terminal: RawTerminal
    let signals: SignalSource
    let source: InputSource
    var decoder = KeyDecoder()
    /// Decoded, not yet given to libedit: what was typed ahead.
    var events: [InputEvent] = []
    var nextEvent = 0
    var bindings: [Key: (LineBuffer) -> KeyAction] = [:]
    var history = LineHistory()
    /// The key or paste that the next call of the bound function is about.
    var current: InputEvent?
    /// What ended the line, when it was not Enter.
    var ending: Reading?
    var hintColumns = 0
    var queue: [String] = []
    var isReading = false
    private var promptText: UnsafeMutablePointer<wchar_t>

    /// - Throws: `cannotStart` where libedit cannot work with the terminal.
    package init(_ configuration: Configuration) throws(LineEditorError) {
        Self.chooseLocale()
        terminal = RawTerminal(input: configuration.input, output: configuration.output)
        guard let editline = cel_open("steno", configuration.input, configuration.output) else {
            throw .cannotStart(terminal: getenv("TERM").map { String(cString: $0) } ?? "")
        }
        self.editline = editline
        signals = SignalSource()
        source = InputSource(input: configuration.input, signals: signals)
        promptText = .allocate(capacity: 1)
        promptText.pointee = 0
        configure(configuration.mode)
    }

    deinit { promptText.deallocate() }

    /// libedit drops every character that the locale cannot hold: with another codeset than UTF-8, C.UTF-8 is chosen.
    private static func chooseLocale() {
        if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" { return }
        for locale in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, locale) != nil { return }
    }

    private func configure(_ mode: Configuration.Mode) {
        cel_set_context(editline, Unmanaged.passUnretained(self).toOpaque())
        cel_set_mode(editline, mode.rawValue)
        for (state, flags) in Self.terminalFlags { for flag in flags { cel_set_tty(editline, state, flag) } }
        cel_add_function(editline, "ed-swift") { editline, _ in LineEditor.of(editline).bound() }
        for binding in KeyBinding.all {
            cel_bind(editline, binding.sequence, binding.function)
            if mode == .vi { cel_bind_alternative(editline, binding.sequence, binding.function) }
        }
        cel_set_reader(editline) { editline, character in LineEditor.of(editline).read(into: character) }
        cel_set_prompt(editline, { editline in LineEditor.of(editline).promptCharacters() }, 1)
        terminal.makeRaw()
        cel_prepare_terminal(editline, 1)
    }

    /// Both of libedit's own modes, between lines (`-x`) and while editing (`-d`), are as raw as ours.
    private static let terminalFlags = [
        ("-x", ["-icanon", "-echo", "-isig", "-iexten", "-ixon", "-icrnl", "-inlcr", "-igncr"]),
        ("-d", ["-isig", "-iexten", "-ixon", "-icrnl", "-inlcr", "-igncr"]),
    ]

    static func of(_ editline: OpaquePointer) -> LineEditor {
        // The context is set before libedit can call anything, and the editor outlives it.
        Unmanaged<LineEditor>.fromOpaque(cel_context(editline).unsafelyUnwrapped).takeUnretainedValue()
    }

    /// Reads a line.
    ///
    /// - Parameter initial: what stands on the line already.
    package func readLine(initial: String = "") throws(LineEditorError) -> Reading {
        showQueued()
        (ending, hintColumns) = (nil, 0)
        history.start()
        if !initial.isEmpty { events.insert(contentsOf: initial.unicodeScalars.map(InputEvent.text), at: nextEvent) }
        isReading = true
        defer { isReading = false }
        var count: Int32 = 0
        let line = el_wgets(editline, &count)
        if let ending { return ending }
        guard let line, count > 0 else { return .endOfInput }
        return .line(Self.text(line, count: Int(count)).trimmedLineEnd.composed)
    }

    package func addToHistory(_ line: String) { history.add(line) }

    /// Does something when a key is struck, instead of what libedit would do.
    package func bind(_ key: Key, to action: @escaping (LineBuffer) -> KeyAction) { bindings[key] = action }

    /// Gives the terminal to a child program, and takes it back.
    package func withTerminalHandedOver<Value>(_ body: () throws -> Value) rethrows -> Value {
        terminal.restore()
        defer { terminal.makeRaw() }
        return try signals.withoutBlocking(body)
    }

    /// Gives the terminal back as it was.
    package func close() {
        terminal.restore()
        // libedit's own way out would flush what was typed ahead.
        cel_set_editing(editline, 0)
        el_end(editline)
        signals.close()
    }

    static func text(_ characters: UnsafePointer<wchar_t>, count: Int) -> String {
        var text = String.UnicodeScalarView()
        for index in 0..<max(0, count) {
            text.append(Unicode.Scalar(UInt32(bitPattern: characters[index])) ?? "\u{FFFD}")
        }
        return String(text)
    }

    private func promptCharacters() -> UnsafeMutablePointer<wchar_t> {
        let scalars = prompt().unicodeScalars.map { wchar_t($0.value) } + [0]
        promptText.deallocate()
        promptText = .allocate(capacity: scalars.count)
        promptText.initialize(from: scalars, count: scalars.count)
        return promptText
    }
}

extension String {
    fileprivate var trimmedLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
