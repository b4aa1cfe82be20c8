import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal's own modes: raw for the whole session, since between lines a cooked one loses what is typed.
struct RawTerminal {
    let input: Int32
    let output: Int32
    private let saved: termios?
    private let marksPastes: Bool

    init(input: Int32, output: Int32, marksPastes: Bool) {
        self.marksPastes = marksPastes
        self.input = input
        self.output = output
        var modes = termios()
        saved = tcgetattr(input, &modes) == 0 ? modes : nil
    }

    /// The window's columns and rows; 80 x 24 where it does not say.
    var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard cel_window_size(output, &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// - Returns: how many bytes wait that were typed while the terminal was cooked.
    func makeRaw() -> Int {
        guard var modes = saved else { return 0 }
        var before = termios()
        let wasCooked = tcgetattr(input, &before) == 0 && before.c_lflag & tcflag_t(ICANON) != 0
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | IGNCR)
        set(modes)
        if marksPastes { write(Self.marking) }
        return wasCooked ? Int(cel_waiting_bytes(input)) : 0
    }

    private static let marking = "\u{1B}[?2004h"
    private static let notMarking = "\u{1B}[?2004l"
    private static let farewell: StaticString = "\u{1B}[?2004l\r\n"

    /// A program that crashes leaves a terminal that echoes what is typed.
    func restoreOnCrash() {
        guard var modes = saved else { return }
        let count = marksPastes ? Self.farewell.utf8CodeUnitCount : 0
        cel_restore_on_crash(input, output, &modes, Self.farewell.utf8Start, count)
    }

    /// Gives back the modes that the terminal had; what was typed ahead stays.
    func restore() {
        if marksPastes { write(Self.notMarking) }
        if let saved { set(saved) }
    }

    private func set(_ modes: termios) {
        var modes = modes
        while tcsetattr(input, TCSADRAIN, &modes) != 0, errno == EINTR {}
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    /// A terminal that went away is noticed by reading, which keeps the line.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { cel_write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var file = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                _ = poll(&file, 1, -1)
            } else if errno != EINTR {
                return
            }
        }
    }
}
