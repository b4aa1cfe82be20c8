import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits for whatever comes first: bytes of the terminal, or a signal. The only place where the editor sleeps.
struct InputSource {
    enum Arrival {
        case bytes([UInt8])
        case signal(Int32)
        /// Nothing came within the time given.
        case pause
        /// The terminal went away.
        case end
    }

    private static let mostBytes = 16_384

    let input: Int32
    let signals: SignalSource

    /// - Parameter milliseconds: how long to wait; nil: for as long as it takes.
    func next(within milliseconds: Int32?) -> Arrival {
        while true {
            var files = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&files, 2, milliseconds ?? -1)
            if ready == 0 { return .pause }
            if ready < 0 {
                if errno == EINTR { continue }
                return .end
            }
            if files[1].revents != 0, let signal = signals.next() { return .signal(signal) }
            if files[0].revents != 0, let arrival = readBytes() { return arrival }
        }
    }

    private func readBytes() -> Arrival? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.mostBytes) { buffer, filled in
            count = read(input, buffer.baseAddress, Self.mostBytes)
            filled = max(0, count)
        }
        if count > 0 { return .bytes(bytes) }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? nil : .end
    }
}
