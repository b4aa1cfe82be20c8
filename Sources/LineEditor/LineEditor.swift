import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Edits lines on a terminal. The keymaps are libedit's and the user's `~/.editrc`; reading, editing, drawing and
/// history are ours.
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
        /// Whether the terminal is told where prompts and lines begin, and takes pictures as a whole.
        package var isModern = true
        /// What the terminal does with its rows when its width changes; nil: not known.
        package var flowsRows: Bool?
        var flow: Painter.Flow { flowsRows.map { $0 ? .anew : .never } ?? .unknown }
        package init() {}
    }

    package var host = Host()
    /// What is done when a key is struck, instead of what it does else.
    private(set) var bindings: [Key: (LineBuffer) -> KeyAction] = [:]
    /// Owns the terminal's input: every byte that was read is in it until its event is handled.
    var input: InputQueue
    /// Owns the line and what the keys are in the middle of.
    var state: LineState
    /// Owns what is open above the line, and has the keys first.
    var dialogue = Dialogue.none
    var histories = Histories()
    /// Owns the screen: all that is written goes through it.
    var screen: Screen
    /// What is known of the line that is being read.
    var reading = ReadingState()
    var timers = Timers()

    /// What is open: at most one of them.
    enum Dialogue {
        case none
        case menu(CompletionMenu)
        case search(HistorySearch)
    }

    /// What is known of one line from its first key to its end.
    struct ReadingState {
        var isActive = false
        /// Set when the line is over.
        var ending: Reading?
        /// Whether somebody was told that bytes of this line were replaced.
        var hasSaidInvalid = false
        /// Whether the screen shows the line as it is.
        var isShown = false
        /// Whether the last character is on the screen, and what changes with it is not yet.
        var isEchoed = false
        /// Whether the last key was a character.
        var hasJustTyped = false
        /// The last expansion: the line with it, and as it was typed.
        var expansion: (line: LineBuffer, typed: LineBuffer)?
    }

    package init(_ configuration: Configuration) {
        Self.chooseLocale()
        input = InputQueue(input: configuration.input)
        screen = Screen(configuration)
        state = LineState(keymap: Keymap(configuration.mode, readsSettings: configuration.readsSettings))
        input.decoder.escapeIsAKey = state.vi != nil
        screen.terminal.restoreOnCrash()
        makeRaw()
    }

    /// The C library's widths are the locale's: with another codeset than UTF-8, C.UTF-8 is chosen.
    private static func chooseLocale() {
        if setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" { return }
        for locale in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, locale) != nil { return }
    }

    /// Reads a line.
    ///
    /// - Parameter initial: what stands on the line already.
    package func readLine(initial: String = "") -> Reading {
        reading = ReadingState()
        reading.isActive = true
        dialogue = .none
        screen.beginLine()
        state.begin()
        timers.lineBegan()
        if !initial.isEmpty {
            state.insert(text: initial)
            timers.keyStruck(at: Monotonic.now)
        }
        histories.start()
        while reading.ending == nil {
            guard let event = takeEvent() else { break }
            handle(event)
        }
        reading.isActive = false
        return reading.ending ?? .endOfInput
    }

    /// Does something when a key is struck, instead of what it does else.
    package func bind(_ key: Key, to action: @escaping (LineBuffer) -> KeyAction) { bindings[key] = action }

    /// Calls `arrived` whenever `descriptor` can be read while a line is edited. It must read all there is, and may
    /// ``post(_:)``.
    package func watch(_ descriptor: Int32, arrived: @escaping () -> Void) { input.watch(descriptor, arrived) }

    /// Does something once, after so many milliseconds and when nothing comes. It says by ``askPrompt()`` that the prompt
    /// has changed.
    package func remind(after milliseconds: Int, _ body: @escaping () -> Void) {
        timers.remind(after: milliseconds, body)
    }

    /// Milliseconds since the last key.
    package var idleTime: Int { timers.idleTime(at: Monotonic.now) }

    /// Gives the terminal to a child program, and takes it back.
    package func withTerminalHandedOver<Value>(_ body: () throws -> Value) rethrows -> Value {
        screen.restore()
        defer {
            makeRaw()
            fitWindow()
        }
        return try input.signals.withoutBlocking(body)
    }

    func makeRaw() { input.cookedBytes = screen.terminal.makeRaw() }

    /// Gives the terminal back as it was; what was typed ahead stays in it.
    package func close() {
        screen.restore()
        input.signals.close()
    }
}
