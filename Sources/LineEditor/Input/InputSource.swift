import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits for whatever comes first: bytes of the terminal, or a signal. The only place where the editor sleeps.
struct InputSource {
    enum Arrival {
        /// `isEchoed`: it is one letter, and was written to ``InputSource/echo``.
        case bytes([UInt8], isEchoed: Bool = false)
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
    /// Where an ASCII letter that comes alone is written at once; nil: nowhere.
    var echo: Int32?
    /// What is read goes here first: between a key and its echo nothing is allocated.
    private var buffer = [UInt8](repeating: 0, count: mostBytes)

    init(input: Int32, signals: SignalSource) {
        self.input = input
        self.signals = signals
    }

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
        let (input, echo) = (input, echo)
        var isEchoed = false
        let count = buffer.withUnsafeMutableBytes { buffer in
            let count = read(input, buffer.baseAddress, buffer.count)
            if let echo, count == 1, (0x20..<0x7F).contains(buffer[0]) {
                isEchoed = cel_write(echo, buffer.baseAddress, 1) == 1
            }
            return count
        }
        guard count > 0 else { return count < 0 && (errno == EINTR || errno == EAGAIN) ? nil : .end }
        var bytes = Array(buffer[..<count])
        for index in bytes.indices.prefix(cookedBytes) where bytes[index] == 0 { bytes[index] = 0x04 }
        cookedBytes -= min(cookedBytes, bytes.count)
        return .bytes(bytes, isEchoed: isEchoed)
    }
}
