/// The line being edited: its text, where the cursor stands, what can be undone, and what was killed. A value, with no
/// terminal: every motion is a function of it, every change goes through ``replace(_:with:)``.
///
/// Invariants: `cursor` is in `0...scalars.count`; undoing all steps gives the text with which the line began.
struct Line {
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var cursor = 0
    private(set) var undoLog = UndoLog()
    /// Outlives the line: what was killed in one can be brought back in the next.
    var kills = KillRing()
    /// The other end of the region.
    private(set) var mark = 0

    init(_ text: String = "") { scalars = Array(text.unicodeScalars) }

    var count: Int { scalars.count }
    var isAtEnd: Bool { cursor == scalars.count }
    var text: String { String(scalars) }
    var buffer: LineBuffer { LineBuffer(text: text, cursor: cursor) }

    /// Another line begins, empty; there is nothing of it to undo.
    mutating func begin() {
        (scalars, cursor, mark) = ([], 0, 0)
        undoLog = UndoLog()
    }

    mutating func move(to position: Int) { cursor = min(max(position, 0), scalars.count) }

    mutating func setMark() { mark = cursor }

    mutating func exchangeMark() {
        let position = min(mark, scalars.count)
        mark = cursor
        cursor = position
    }

    /// Where the region lies.
    var region: Range<Int> {
        let other = min(mark, scalars.count)
        return min(other, cursor)..<max(other, cursor)
    }

    /// The only place where the text changes. The cursor goes to the end of what is new.
    mutating func replace(_ range: Range<Int>, with new: some Collection<Unicode.Scalar>) {
        let range = range.clamped(to: 0..<scalars.count)
        let text = Array(new)
        guard !range.isEmpty || !text.isEmpty else { return cursor = range.lowerBound }
        undoLog.record(
            Change(
                start: range.lowerBound, removed: Array(scalars[range]), inserted: text, cursor: cursor))
        apply(range, text)
    }

    /// Puts one character at the cursor, which is what nearly all keys do.
    mutating func insert(_ scalar: Unicode.Scalar) { replace(cursor..<cursor, with: CollectionOfOne(scalar)) }

    /// Puts text at the cursor, made safe: a control character would be a line end or a key to whoever reads the line.
    mutating func insert(text: some Sequence<Unicode.Scalar>) {
        replace(cursor..<cursor, with: text.map { $0.isControl ? " " : $0 })
    }

    /// Takes over another line as one step.
    mutating func replace(by other: LineBuffer) {
        beginStep()
        replace(0..<scalars.count, with: other.text.unicodeScalars.map { $0.isControl ? " " : $0 })
        move(to: other.cursor)
    }

    private mutating func apply(_ range: Range<Int>, _ text: [Unicode.Scalar]) {
        if range.isEmpty, text.count == 1 {
            scalars.insert(text[0], at: range.lowerBound)
        } else {
            scalars.replaceSubrange(range, with: text)
        }
        cursor = range.lowerBound + text.count
        if mark > range.lowerBound { mark = max(range.lowerBound, mark + text.count - range.count) }
    }

    // MARK: Undo

    /// What changes next is undone apart from what changed before.
    mutating func beginStep() { undoLog.beginStep() }

    mutating func undo() {
        for change in undoLog.takeUndo() {
            apply(change.start..<change.start + change.inserted.count, change.removed)
            cursor = min(change.cursor, scalars.count)
        }
    }

    mutating func redo() {
        for change in undoLog.takeRedo() {
            apply(change.start..<change.start + change.removed.count, change.inserted)
        }
    }

    /// The text with which the line began.
    mutating func revert() { while undoLog.canUndo { undo() } }
}

extension Unicode.Scalar {
    /// Whether this is a control character other than a tab.
    var isControl: Bool { (value < 0x20 && value != 9) || (0x7F..<0xA0).contains(value) }
}
