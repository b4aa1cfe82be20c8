package import struct Notebook.StoreError

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs another program; no shell reads its arguments. Input and output are files without a name, so that neither side
/// waits for the other, and a program that ends early does no harm.
package struct Subprocess {
    /// What a program that ended by itself gave.
    package struct Result {
        /// 0: all went well; 128 and more: the program died of a signal.
        package let status: Int32
        package let output: [UInt8]
        /// What it complained about.
        package let errors: [UInt8]

        /// The last line of what it complained about; empty where it said nothing.
        package var complaint: String {
            String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
        }
    }

    /// How a program that was run came to its end.
    package enum Outcome {
        case ended(Result)
        /// The user did not want to wait for it.
        case cancelled
        /// It wrote more than it may, and was stopped.
        case wroteTooMuch
        /// It took longer than it may, and was stopped.
        case tookTooLong
    }

    /// The program's file; ``find(_:in:)`` finds it.
    package let path: String
    package let arguments: [String]
    /// Variables of its environment that differ from ours; nil: it has none of that name.
    package var environment: [String: String?] = [:]
    /// How much it may write, in bytes; of what it complains about, only so much is read.
    package var outputLimit = 1 << 30
    /// How long it may take, in seconds; nil: as long as it needs.
    package var timeLimit: Int?

    package init(path: String, arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// The first program of that name in `search`, folders separated by colons as in `$PATH`; nil where there is none.
    /// A path from the root is looked for itself.
    package static func find(_ name: String, in search: String) -> String? {
        if name.hasPrefix("/") { return access(name, X_OK) == 0 ? name : nil }
        return search.split(separator: ":").map { $0 + "/" + name }.first {
            access($0, X_OK) == 0 && !Disk().isFolder($0)
        }
    }

    /// Runs it to its end, or until it must be stopped.
    ///
    /// - Parameters:
    ///   - isCancelled: asked all the time whether the user wants to end it.
    ///   - tick: called about once a second, from the first second on.
    /// - Throws: what the system refused: there is no such program, no room for its input.
    package func run(
        input: [UInt8] = [], isCancelled: () -> Bool = { false }, tick: (_ seconds: Int) -> Void = { _ in }
    ) throws(StoreError) -> Outcome {
        let streams = try Streams(input: input)
        let process = try spawn(streams)
        var watch = Watch(process: process, path: path)
        while try watch.status == nil {
            if isCancelled() { return watch.stopped(.cancelled) }
            if let timeLimit, watch.milliseconds > timeLimit * 1000 { return watch.stopped(.tookTooLong) }
            if try streams.output.status().size > outputLimit { return watch.stopped(.wroteTooMuch) }
            watch.pause(tick)
        }
        guard try streams.output.status().size <= outputLimit else { return .wroteTooMuch }
        return .ended(try streams.result(status: watch.found ?? -1, limit: outputLimit))
    }

    /// Runs it with our own input and output, such as an editor on the terminal.
    ///
    /// - Returns: its status, as in ``Result``.
    package func runInForeground() throws(StoreError) -> Int32 {
        var watch = Watch(process: try spawn(nil), path: path)
        return try watch.waitForEnd()
    }

    /// Starts it, and leaves it to itself: it goes on when we end, and when the terminal does.
    package func start() throws(StoreError) -> Started {
        let streams = try Streams(input: [])
        return Started(
            watch: Watch(process: try spawn(streams, isDetached: true), path: path), streams: streams,
            limit: outputLimit)
    }

    /// A program that nobody waits for.
    package struct Started {
        fileprivate var watch: Watch
        fileprivate let streams: Streams
        fileprivate let limit: Int

        /// What came of it; nil: it still runs.
        package mutating func result() throws(StoreError) -> Result? {
            guard let status = try watch.status else { return nil }
            return try streams.result(status: status, limit: limit)
        }
    }
}

/// A program that runs, and how long it has.
private struct Watch {
    let process: pid_t
    /// The program's file, for errors.
    let path: String
    private(set) var milliseconds = 0
    /// Its status, once it has ended: the system tells it once.
    private(set) var found: Int32?
    private var nextPause = 1

    init(process: pid_t, path: String) { (self.process, self.path) = (process, path) }

    /// Its status, as in ``Subprocess/Result``; nil: it still runs.
    var status: Int32? {
        mutating get throws(StoreError) {
            if let found { return found }
            var raw: Int32 = 0
            let ended = waitpid(process, &raw, WNOHANG)
            if ended < 0, errno != EINTR { throw StoreError(.init(errno: errno), operation: "wait", path: path) }
            if ended == process { found = Self.status(raw) }
            return found
        }
    }

    mutating func waitForEnd() throws(StoreError) -> Int32 {
        var raw: Int32 = 0
        while waitpid(process, &raw, 0) < 0 {
            if errno != EINTR { throw StoreError(.init(errno: errno), operation: "wait", path: path) }
        }
        let status = Self.status(raw)
        found = status
        return status
    }

    /// Stops it.
    func stopped(_ outcome: Subprocess.Outcome) -> Subprocess.Outcome {
        var raw: Int32 = 0
        kill(process, SIGKILL)
        while waitpid(process, &raw, 0) < 0, errno == EINTR {}
        return outcome
    }

    /// Waits a little, and longer each time, up to 16 ms.
    mutating func pause(_ tick: (_ seconds: Int) -> Void) {
        usleep(UInt32(nextPause) * 1000)
        if (milliseconds + nextPause) / 1000 > milliseconds / 1000 { tick((milliseconds + nextPause) / 1000) }
        milliseconds += nextPause
        nextPause = min(nextPause * 2, 16)
    }

    private static func status(_ raw: Int32) -> Int32 {
        let signal = raw & 0x7F
        return signal == 0 ? (raw >> 8) & 0xFF : 128 + signal
    }
}
