import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// libedit's part: keymaps, and the line with its operations. It draws into nothing and reads from nowhere: the
/// characters come from the reader that ``LineEditor`` sets.
final class Libedit {
    let handle: OpaquePointer
    private let controller: Int32
    private let terminal: Int32
    private let nowhere: UnsafeMutablePointer<FILE>

    init() throws(LineEditorError) {
        var (controller, terminal): (Int32, Int32) = (-1, -1)
        guard cel_open_private_terminal(&controller, &terminal) == 0 else { throw .cannotStart(errno: errno) }
        guard let nowhere = fopen("/dev/null", "r+"), let handle = cel_open(nowhere, terminal) else {
            throw .cannotStart(errno: errno)
        }
        (self.handle, self.controller, self.terminal, self.nowhere) = (handle, controller, terminal, nowhere)
    }

    deinit {
        el_end(handle)
        fclose(nowhere)
        for descriptor in [controller, terminal] { _ = cel_close(descriptor) }
    }

    /// The user's `~/.editrc` comes first: a `bind -v` in it starts from a fresh keymap.
    func configure(_ mode: LineEditor.Configuration.Mode?, readsSettings: Bool) {
        cel_set_mode(handle, (mode ?? .emacs).rawValue)
        if readsSettings {
            el_source(handle, nil)
            cel_set_editing(handle, 1)
            if let mode { cel_set_mode(handle, mode.rawValue) }
        }
        for binding in KeyBinding.all {
            cel_bind(handle, binding.sequence, binding.function)
            if isVi { cel_bind_alternative(handle, binding.sequence, binding.function) }
        }
        // Commands that would draw, start programs or lose the line.
        for (key, function) in isVi ? KeyBinding.history : [] { cel_bind_alternative(handle, key, function) }
        for key in isVi ? KeyBinding.unwantedInVi : [] { cel_bind_alternative(handle, key, "ed-unassigned") }
    }

    var isVi: Bool { cel_mode(handle).map { String(cString: $0) } == "vi" }

    /// Reads characters until a function says that the line is done.
    func run() {
        var count: Int32 = 0
        el_wgets(handle, &count)
    }

    // MARK: The line

    var scalars: [Unicode.Scalar] {
        guard let info = el_wline(handle)?.pointee, let start = info.buffer else { return [] }
        return UnsafeBufferPointer(start: start, count: max(0, info.lastchar - start)).map {
            Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
        }
    }

    /// Of scalars.
    var count: Int {
        guard let info = el_wline(handle)?.pointee, let start = info.buffer else { return 0 }
        return max(0, info.lastchar - start)
    }

    var cursor: Int {
        guard let info = el_wline(handle)?.pointee, let start = info.buffer else { return 0 }
        return info.cursor - start
    }

    func moveCursor(by count: Int) { el_cursor(handle, Int32(clamping: count)) }

    /// Deletes before the cursor.
    func delete(_ count: Int) { if count > 0 { el_deletestr(handle, Int32(clamping: count)) } }

    /// Puts text at the cursor; libedit takes no empty text.
    func insert(_ text: some Sequence<Unicode.Scalar>) {
        // Controls would be line ends or key codes to whoever reads the line; a tab stays.
        var characters = text.map { wchar_t(bitPattern: $0.isControl ? 0x20 : $0.value) }
        guard !characters.isEmpty else { return }
        characters.append(0)
        characters.withUnsafeBufferPointer { _ = el_winsertstr(handle, $0.baseAddress) }
    }

    func replace(by text: some Sequence<Unicode.Scalar>, cursor: Int) {
        let count = scalars.count
        moveCursor(by: count - self.cursor)
        delete(count)
        insert(text)
        moveCursor(by: cursor - scalars.count)
    }
}

extension Unicode.Scalar {
    /// Whether this is a control character other than a tab.
    var isControl: Bool { (value < 0x20 && value != 9) || (0x7F..<0xA0).contains(value) }
}
