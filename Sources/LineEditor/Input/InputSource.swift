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
        /// Something waits in the mailbox of that number.
        case mail(Int)
        /// Nothing came within the time given.
        case pause
        /// The terminal went away.
        case end
    }

    private static let mostBytes = 16_384

    let input: Int32
    let signals: SignalSource
    /// How many of the next bytes came while the terminal was cooked: there a ^D ends the input, and is left as NUL.
    var cookedBytes = 0
    /// What else is waited for.
    var mailboxes: [Int32] = []

    /// - Parameter milliseconds: how long to wait; nil: for as long as it takes.
    mutating func next(within milliseconds: Int32?) -> Arrival {
        while true {
            var files = ([input, signals.descriptor] + mailboxes).map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let ready = poll(&files, nfds_t(files.count), milliseconds ?? -1)
            if ready == 0 { return .pause }
            if ready < 0 {
                if errno == EINTR { continue }
                return .end
            }
            if files[1].revents != 0, let signal = signals.next() { return .signal(signal) }
            if files[0].revents != 0, let arrival = readBytes() { return arrival }
            if let mailbox = files.dropFirst(2).firstIndex(where: { $0.revents != 0 }) { return .mail(mailbox - 2) }
        }
    }

    private mutating func readBytes() -> Arrival? {
        var count = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: Self.mostBytes) { buffer, filled in
            count = read(input, buffer.baseAddress, Self.mostBytes)
            filled = max(0, count)
        }
        for index in bytes.indices.prefix(cookedBytes) where bytes[index] == 0 { bytes[index] = 0x04 }
        cookedBytes -= min(cookedBytes, bytes.count)
        if count > 0 { return .bytes(bytes) }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? nil : .end
    }
}
