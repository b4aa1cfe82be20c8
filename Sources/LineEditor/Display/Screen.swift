import CEditline

/// The user's terminal and what stands on it. All that is written goes through here.
///
/// Invariant: the painter knows what the rows from the prompt down show; who writes past it makes it forget.
struct Screen {
    let terminal: RawTerminal
    let isLinear: Bool
    private var painter = Painter()
    private var linearPainter = LinearPainter()
    /// What the host said last; nil: to be asked again.
    private var asked: (prompt: String, right: String)?
    private(set) var rightPrompt = ""
    var hints = ShownHint()
    private let isModern: Bool
    private let flow: Painter.Flow
    /// Nil: as the terminal had it.
    private var cursor: CursorShape?
    /// While the line is drawn for the last time.
    var isLeaving = false
    /// What is not to be seen yet; nil: what is written is seen at once.
    private var held: [UInt8]?

    init(_ configuration: LineEditor.Configuration) {
        terminal = RawTerminal(
            input: configuration.input, output: configuration.output, marksPastes: configuration.marksPastes)
        isLinear = configuration.isLinear
        painter.colours = configuration.colours
        isModern = configuration.isModern && !configuration.isLinear
        painter.marksPrompts = isModern
        flow = configuration.flow
        (painter.columns, painter.height) = terminal.size
    }

    var columns: Int { painter.columns }
    var height: Int { painter.height }
    /// Of the layout: a linear one has one endless row.
    var paintedColumns: Int { isLinear ? .max : painter.columns }
    var showsHints: Bool { !isLinear && !isLeaving }

    mutating func beginLine() { askPrompt() }

    mutating func askPrompt() { asked = nil }

    /// Nil: it is to be asked for.
    var prompt: String? { asked?.prompt }

    mutating func takeOver(prompt: String, right: String) {
        asked = (prompt, right)
        rightPrompt = right
    }

    mutating func paint(_ layout: Layout) {
        guard !isLinear else { return write(linearPainter.paint(layout, columns: painter.columns)) }
        let bytes = painter.paint(layout)
        // A terminal shows what is between the two at once, or knows neither.
        let isLarge = isModern && bytes.count > Self.largePicture
        write(isLarge ? Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8) : bytes)
    }

    private static let largePicture = 256

    private mutating func write(_ text: String) { write(Array(text.utf8)) }

    private mutating func write(_ bytes: [UInt8]) {
        guard held != nil else { return terminal.write(bytes) }
        held?.append(contentsOf: bytes)
    }

    /// What is written from here on is held back.
    mutating func hold() { held = held ?? [] }

    /// Shows what was held back, or forgets it: whole lines and messages, each of which ends with a row's end.
    mutating func release(showing isShown: Bool) {
        guard let bytes = held else { return }
        held = nil
        if isShown { terminal.write(bytes) }
    }

    /// Shows a character at the cursor at once. Returns whether it did.
    mutating func echo(_ scalar: Unicode.Scalar) -> Bool {
        guard !isLinear else { return false }
        let bytes = painter.echo(scalar)
        if !bytes.isEmpty { write(bytes) }
        return !bytes.isEmpty
    }

    /// Whether an ASCII letter can be written as it is where the cursor stands.
    var takesEcho: Bool { !isLinear && held == nil && painter.takesEcho }

    /// Takes over a letter that was written past the painter. Returns whether it is one.
    mutating func takeOver(echoed bytes: [UInt8]) -> Bool { !painter.echo(Unicode.Scalar(bytes[0])).isEmpty }

    /// DECSCUSR's numbers.
    enum CursorShape: Int {
        case usual = 0
        case block = 2
        case bar = 6
    }

    mutating func show(_ shape: CursorShape) {
        guard isModern, cursor != shape else { return }
        cursor = shape
        write("\u{1B}[\(shape.rawValue) q")
    }

    /// Gives the terminal back as it was.
    mutating func restore() {
        if cursor != nil { show(.usual) }
        cursor = nil
        terminal.restore()
    }

    mutating func leave() { write(isLinear ? linearPainter.leave() : painter.leave()) }

    mutating func post(_ message: String, isLineShown: Bool) {
        if isLineShown { write(isLinear ? linearPainter.leave() : painter.erase()) }
        // A linear terminal may be one that flows text itself, as a screen reader's is.
        write(DisplayLines.safe(message, columns: isLinear ? .max : painter.columns))
    }

    mutating func clear() { if !isLinear { write(painter.clearScreen()) } }

    /// Somebody else has written: what follows begins a row of its own.
    mutating func forget() { painter.forget() }

    /// The window's size where it is another one than before.
    var newSize: (columns: Int, rows: Int)? {
        let size = terminal.size
        return size == (painter.columns, painter.height) ? nil : size
    }

    /// Takes over a size that changed: as the terminal has flowed the rows by now, the cursor stands where it would
    /// stand had they been drawn in the new size, as `layout` has them.
    mutating func resize(columns: Int, rows: Int, showing layout: Layout) {
        // The prompt is cut to the width: it is asked for again once what is shown is gone.
        defer { askPrompt() }
        guard !isLinear else { return painter.columns = columns }
        write(painter.resize(columns: columns, height: rows, flow: flow, showing: layout))
    }

    static func stopProcess() { cel_stop_process() }
}

/// The hint that was shown last, and for which line.
struct ShownHint {
    private var line = ""
    private var hint = ""

    mutating func show(_ hint: String, for line: String) { (self.line, self.hint) = (line, hint) }

    /// What the hint still says of a line with one more character, which may be its next one.
    func stillGood(_ new: LineBuffer) -> String {
        guard !hint.isEmpty, new.text.utf8.count > line.utf8.count, new.text.utf8.starts(with: line.utf8) else {
            return ""
        }
        let typed = new.text.utf8.dropFirst(line.utf8.count)
        return hint.utf8.starts(with: typed) ? String(decoding: hint.utf8.dropFirst(typed.count), as: UTF8.self) : ""
    }
}
