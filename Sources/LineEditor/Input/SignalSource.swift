import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signals as something to poll: handlers would interrupt libedit in the middle of a line.
final class SignalSource {
    /// Readable when a signal has come.
    let descriptor: Int32
    private var before = sigset_t()

    private static let signals = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT]

    init() {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in Self.signals { sigaddset(&set, signal) }
        sigprocmask(SIG_BLOCK, &set, &before)
        #if os(Linux)
            descriptor = signalfd(-1, &set, Int32(SFD_CLOEXEC) | Int32(SFD_NONBLOCK))
        #else
            descriptor = kqueue()
            var changes = Self.signals.map { Self.event($0) }
            kevent(descriptor, &changes, Int32(changes.count), nil, 0, nil)
        #endif
    }

    /// The next signal that has come.
    func next() -> Int32? {
        #if os(Linux)
            var info = signalfd_siginfo()
            let count = read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size)
            return count == MemoryLayout<signalfd_siginfo>.size ? Int32(info.ssi_signo) : nil
        #else
            var event = Self.event(0)
            var now = timespec()
            return kevent(descriptor, nil, 0, &event, 1, &now) == 1 ? Int32(event.ident) : nil
        #endif
    }

    #if !os(Linux)
        /// A kqueue tells of signals that are blocked, too.
        private static func event(_ signal: Int32) -> kevent {
            kevent(
                ident: UInt(signal), filter: Int16(EVFILT_SIGNAL), flags: UInt16(EV_ADD), fflags: 0, data: 0,
                udata: nil)
        }
    #endif

    /// Runs `body` with the signals as they were, as child programs need them.
    func withoutBlocking<Value>(_ body: () throws -> Value) rethrows -> Value {
        var blocked = sigset_t()
        sigprocmask(SIG_SETMASK, &before, &blocked)
        defer { sigprocmask(SIG_SETMASK, &blocked, nil) }
        return try body()
    }

    func close() {
        sigprocmask(SIG_SETMASK, &before, nil)
        if descriptor >= 0 { _ = cel_close(descriptor) }
    }
}
