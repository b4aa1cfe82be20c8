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
            descriptor = -1
        #endif
    }

    /// The next signal that has come.
    func next() -> Int32? {
        #if os(Linux)
            var info = signalfd_siginfo()
            let count = read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size)
            return count == MemoryLayout<signalfd_siginfo>.size ? Int32(info.ssi_signo) : nil
        #else
            return nil
        #endif
    }

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
