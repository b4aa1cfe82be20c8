#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What came from the terminal and is not handled yet.
///
/// Invariant: every byte that was read is in the decoder or in `events`, in the order in which it was typed; what is
/// typed ahead of a line stays for it.
struct InputQueue {
    private(set) var source: InputSource
    let signals: SignalSource
    var decoder = KeyDecoder()
    private var events: [InputEvent] = []
    private var next = 0
    private var mailReaders: [() -> Void] = []
    /// When the last bytes came, in milliseconds of the monotonic clock.
    private var lastBytes = 0

    init(input: Int32) {
        signals = SignalSource()
        source = InputSource(input: input, signals: signals)
    }

    var cookedBytes: Int {
        get { source.cookedBytes }
        set { source.cookedBytes = newValue }
    }

    /// See ``InputSource/echo``.
    var echo: Int32? {
        get { source.echo }
        set { source.echo = newValue }
    }

    mutating func watch(_ descriptor: Int32, _ arrived: @escaping () -> Void) {
        source.mailboxes.append(descriptor)
        mailReaders.append(arrived)
    }

    func mailReader(_ mailbox: Int) -> () -> Void { mailReaders[mailbox] }

    var hasEvents: Bool { next < events.count }

    /// The text of the next events, where they are characters and then Enter.
    var waitingLine: String? {
        var scalars: [Unicode.Scalar] = []
        for event in events[next...] {
            switch event {
            case .text(let scalar): scalars.append(scalar)
            case .key(.enter): return String(scalars)
            default: return nil
            }
        }
        return nil
    }

    mutating func takeEvent() -> InputEvent? {
        guard next < events.count else { return nil }
        defer { next += 1 }
        return events[next]
    }

    mutating func add(_ more: [InputEvent]) {
        if next >= events.count { (events, next) = (more, 0) } else { events += more }
    }

    mutating func add(bytes: [UInt8]) {
        lastBytes = Monotonic.now
        add(decoder.decode(bytes))
    }

    /// When the decoder is to be told that nothing came.
    var due: Int? { decoder.patience.map { lastBytes + $0 } }

    mutating func pause() {
        lastBytes = Monotonic.now
        add(decoder.pause())
    }

    mutating func wait(until due: Int?) -> InputSource.Arrival {
        source.next(within: due.map { Int32(clamping: max(0, $0 - Monotonic.now)) })
    }
}

/// Milliseconds of a clock that only goes forward.
enum Monotonic {
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
