import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ctrl-C while something works that may be given up.
enum Interrupt {
    // A signal handler can do no more than write a flag; the program has one thread, which reads it.
    nonisolated(unsafe) private static var isAsked: sig_atomic_t = 0
    nonisolated(unsafe) private static var hasTicked = false

    /// What an export asks and tells.
    static var progress: ExportProgress {
        ExportProgress(isCancelled: { isAsked != 0 }) { format, seconds in
            guard Terminal.isInteractive else { return }
            hasTicked = true
            Terminal.complain("\r\(format.rawValue) … \(seconds) s ")
        }
    }

    /// Runs something that looks whether it was interrupted. A second Ctrl-C does no more than the first.
    static func during<Value>(_ body: () throws -> Value) rethrows -> Value {
        (isAsked, hasTicked) = (0, false)
        var (action, before) = (sigaction(), sigaction())
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in Interrupt.isAsked = 1 }
        #else
            action.__sigaction_handler.sa_handler = { _ in Interrupt.isAsked = 1 }
        #endif
        sigaction(SIGINT, &action, &before)
        defer {
            sigaction(SIGINT, &before, nil)
            if hasTicked { Terminal.complain("\r\u{1B}[K") }
        }
        return try body()
    }
}
