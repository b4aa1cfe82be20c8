import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Edits lines on a terminal. Keymaps and the line's operations are libedit's; reading, drawing and history are ours.
///
/// Not for several threads. The terminal is raw from the first to the last moment: close it with ``close()``.
package final class LineEditor {
    package struct Configuration: Sendable {
        package enum Mode: String, Sendable {
            case emacs, vi
        }
        package var input: Int32 = 0
        package var output: Int32 = 1
        /// Nil: what the user's `~/.editrc` says, else emacs.
        package var mode: Mode?
        package var readsSettings = true
        /// False for NO_COLOR.
        package var colours = true
        /// Echoes what is typed instead of drawing: for screen readers and dumb terminals.
        package var isLinear = false
        /// Whether the terminal is asked to mark pastes; a dumb one would show the request.
        package var marksPastes = true
        package init() {}
    }

    /// What stands before the line; asked for when a line begins and when a bound key was struck.
    package var prompt: () -> String = { "> " }
    /// What stands at the right margin, dim, as long as the line leaves room for it; asked for as the prompt is.
    package var rightPrompt: () -> String = { "" }
    /// What is said, once a line, when bytes came that are no UTF-8 and were replaced; nil: nothing.
    package var invalidInputMessage: () -> String? = { nil }
    /// Dim text behind the cursor, when it stands at the line's end.
    package var hint: ((LineBuffer) -> String?)?
    /// The part of the hint that Right, End and Control-E type; nil: none.
    package var acceptableHint: ((LineBuffer) -> String?)?
    package var completer: ((LineBuffer) -> [Completion])?
    package var highlighter: ((String) -> [StyledRange])?
    package var onPaste: (String, LineBuffer) -> PasteAnswer = { text, _ in
        text.contains("\n") ? .accept : .insert(text)
    }
    /// What a typed character that is no letter makes of the line, which has it already.
    package var onText: ((LineBuffer) -> TextAction)?
    /// What Enter right behind a typed character makes of the line before it is taken; nil: nothing else.
    package var onEnter: ((LineBuffer) -> LineBuffer?)?
    /// What is done once when nothing has come for so many milliseconds.
    package var reminder: (milliseconds: Int32, body: () -> Void)?
    /// Which history a line belongs to.
    package var historyName: (String) -> String = { _ in "" }

    /// What `prompt` said last; nil: ask again.
    var shownPrompt: String?
    var shownRightPrompt = ""
    /// Whether somebody was told that bytes of this line were replaced.
    var hasSaidInvalid = false
    /// The hint that was shown last, and for which line.
    var shownHint = (line: "", hint: "")
    let libedit: Libedit
    let terminal: RawTerminal
    let signals: SignalSource
    var source: InputSource
    /// What is called when something waits in a mailbox.
    var mailReaders: [() -> Void] = []
    var painter = Painter()
    var linearPainter = LinearPainter()
    let isLinear: Bool
    var decoder = KeyDecoder()
    /// Decoded, not yet given to libedit: what was typed ahead.
    var events: [InputEvent] = []
    var nextEvent = 0
    var bindings: [Key: (LineBuffer) -> KeyAction] = [:]
    var histories: [String: LineHistory] = [:]
    var currentHistory = ""
    /// The key or paste that the next call of the bound function is about.
    var current: InputEvent?
    var ending: Reading?
    /// What Control-Y brings back.
    var killed: [Unicode.Scalar] = []
    var menu: CompletionMenu?
    var search: HistorySearch?
    var isReading = false
    /// Whether libedit was given a character that `onText` has not seen.
    var hasNewText = false
    /// Whether the last key was a character.
    var hasJustTyped = false
    /// The last expansion: the line with it, and as it was typed.
    var expansion: (line: LineBuffer, typed: LineBuffer)?
    /// While the line is drawn for the last time.
    var isLeaving = false

    /// - Throws: `cannotStart` where the system has no pseudo-terminal for libedit.
    package init(_ configuration: Configuration) throws(LineEditorError) {
        Self.chooseLocale()
        terminal = RawTerminal(
            input: configuration.input, output: configuration.output, marksPastes: configuration.marksPastes)
        isLinear = configuration.isLinear
        libedit = try Libedit()
        signals = SignalSource()
        source = InputSource(input: configuration.input, signals: signals)
        painter.colours = configuration.colours
        (painter.columns, painter.height) = terminal.size
        cel_set_context(libedit.handle, Unmanaged.passUnretained(self).toOpaque())
        cel_add_function(libedit.handle, "ed-swift") { handle, _ in LineEditor.of(handle).bound() }
        cel_add_function(libedit.handle, "ed-older") { handle, _ in LineEditor.of(handle).strike(.up) }
        cel_add_function(libedit.handle, "ed-newer") { handle, _ in LineEditor.of(handle).strike(.down) }
        cel_add_function(libedit.handle, "ed-search") { handle, _ in LineEditor.of(handle).strike(.control("r")) }
        cel_set_reader(libedit.handle) { handle, character in LineEditor.of(handle).read(into: character) }
        libedit.configure(configuration.mode, readsSettings: configuration.readsSettings)
        decoder.escapeIsAKey = libedit.isVi
        terminal.restoreOnCrash()
        makeRaw()
    }

    /// libedit drops every character that the locale cannot hold: with another codeset than UTF-8, C.UTF-8 is chosen.
    private static func chooseLocale() {
        if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" { return }
        for locale in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, locale) != nil { return }
    }

    static func of(_ handle: OpaquePointer) -> LineEditor {
        // The context is set before libedit can call anything, and the editor outlives it.
        Unmanaged<LineEditor>.fromOpaque(cel_context(handle).unsafelyUnwrapped).takeUnretainedValue()
    }

    /// Reads a line.
    ///
    /// - Parameter initial: what stands on the line already.
    package func readLine(initial: String = "") throws(LineEditorError) -> Reading {
        (ending, menu, search, shownPrompt) = (nil, nil, nil, nil)
        (expansion, hasJustTyped) = (nil, false)
        hasSaidInvalid = false
        for name in histories.keys { histories[name]?.start() }
        if !initial.isEmpty { events.insert(contentsOf: initial.unicodeScalars.map(InputEvent.text), at: nextEvent) }
        isReading = true
        defer { isReading = false }
        libedit.run()
        return ending ?? .endOfInput
    }

    /// Does something when a key is struck, instead of what it does else.
    package func bind(_ key: Key, to action: @escaping (LineBuffer) -> KeyAction) { bindings[key] = action }

    /// Calls `arrived` whenever `descriptor` can be read while a line is edited. It must read all there is, and may
    /// ``post(_:)``.
    package func watch(_ descriptor: Int32, arrived: @escaping () -> Void) {
        source.mailboxes.append(descriptor)
        mailReaders.append(arrived)
    }

    /// Gives the terminal to a child program, and takes it back.
    package func withTerminalHandedOver<Value>(_ body: () throws -> Value) rethrows -> Value {
        terminal.restore()
        defer {
            makeRaw()
            fitWindow()
        }
        return try signals.withoutBlocking(body)
    }

    /// Gives the terminal back as it was; what was typed ahead stays in it.
    package func close() {
        terminal.restore()
        signals.close()
    }
}
