import Files
import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs another program: no shell reads its arguments. Input and output are files without a name, so that neither side
/// waits for the other, and a program that ends early does no harm.
struct Subprocess {
    /// What came of it.
    struct Result {
        /// 0: all went well; 128 and more: the program died of a signal.
        let status: Int32
        let output: [UInt8]
        /// What it complained about.
        let errors: [UInt8]
    }

    /// The largest output that is taken, in bytes.
    private static let largest = 1 << 30

    let path: String
    let arguments: [String]
    /// Variables of its environment that differ from ours; nil: it has none of that name.
    var environment: [String: String?] = [:]

    /// The first program of that name in `search`, folders separated by colons as in `$PATH`; nil where there is none.
    /// A path from the root is looked for itself.
    static func find(_ name: String, in search: String) -> String? {
        if name.hasPrefix("/") { return access(name, X_OK) == 0 ? name : nil }
        return search.split(separator: ":").map { $0 + "/" + name }.first {
            access($0, X_OK) == 0 && !Disk().isFolder($0)
        }
    }

    /// Runs it to its end, or until `isCancelled` says so.
    ///
    /// - Parameters:
    ///   - tick: called about once a second, from the first second on.
    /// - Returns: nil where it was cancelled.
    func run(
        input: [UInt8] = [], isCancelled: () -> Bool = { false }, tick: (_ seconds: Int) -> Void = { _ in }
    ) throws(StoreError) -> Result? {
        let (stdin, stdout, stderr) = (try Self.unnamedFile(), try Self.unnamedFile(), try Self.unnamedFile())
        defer { for file in [stdin, stdout, stderr] { close(file) } }
        try Self.write(input, to: stdin)
        let process = try spawn([stdin, stdout, stderr])
        guard let status = try wait(for: process, isCancelled, tick) else { return nil }
        return Result(status: status, output: try Self.contents(of: stdout), errors: try Self.contents(of: stderr))
    }

    /// Starts it, and leaves it to itself: it goes on when we end, and when the terminal does.
    func start() throws(StoreError) -> Started {
        let (stdin, stdout, stderr) = (try Self.unnamedFile(), try Self.unnamedFile(), try Self.unnamedFile())
        defer { for file in [stdin, stdout] { close(file) } }
        return Started(process: try spawn([stdin, stdout, stderr], isDetached: true), errors: stderr)
    }

    /// A program that nobody waits for.
    struct Started {
        fileprivate let process: pid_t
        fileprivate let errors: Int32

        /// What came of it; nil: it still runs. After that, it may not be asked again.
        func result() throws(StoreError) -> Result? {
            var status: Int32 = 0
            let ended = waitpid(process, &status, WNOHANG)
            guard ended != 0, ended == process || errno != EINTR else { return nil }
            defer { close(errors) }
            return Result(
                status: ended < 0 ? -1 : Subprocess.exitStatus(status), output: [],
                errors: try Subprocess.contents(of: errors))
        }
    }

    /// `POSIX_SPAWN_SETSID`, which the C library shows only to those who ask for its own extensions.
    private static let ownSession: Int16 = {
        #if canImport(Darwin)
            0x400
        #else
            0x80
        #endif
    }()

    private static func exitStatus(_ status: Int32) -> Int32 {
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private func spawn(_ files: [Int32], isDetached: Bool = false) throws(StoreError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(target)) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that a line editor blocks are the child's to hear.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let session = isDetached ? Self.ownSession : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | session)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = ownEnvironment.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        var process = pid_t()
        let error = posix_spawn(&process, path, &actions, &attributes, &words, &settings)
        guard error == 0 else { throw StoreError(.init(errno: error), operation: "spawn", path: path) }
        return process
    }

    /// The environment with what ``environment`` says.
    private var ownEnvironment: [String] {
        var kept: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            let name = text.prefix { $0 != "=" }
            if environment[String(name)] == nil { kept.append(text) }
            next += 1
        }
        return kept + environment.compactMap { name, value in value.map { "\(name)=\($0)" } }
    }

    /// - Returns: the status; nil where it was cancelled.
    private func wait(for process: pid_t, _ isCancelled: () -> Bool, _ tick: (Int) -> Void) throws(StoreError) -> Int32?
    {
        var status: Int32 = 0
        var (waited, pause) = (0, 1)
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { throw StoreError(.init(errno: errno), operation: "wait", path: path) }
            if isCancelled() {
                kill(process, SIGKILL)
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                return nil
            }
            usleep(UInt32(pause) * 1000)
            if (waited + pause) / 1000 > waited / 1000 { tick((waited + pause) / 1000) }
            waited += pause
            pause = min(pause * 2, 16)
        }
        return Self.exitStatus(status)
    }

    private static func unnamedFile() throws(StoreError) -> Int32 {
        var template = Array("/tmp/steno-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw StoreError(.init(errno: errno), operation: "open", path: "/tmp") }
        unlink(template)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        return file
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws(StoreError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(written)) }
            guard count > 0 || errno == EINTR else {
                throw StoreError(.init(errno: errno), operation: "write", path: "/tmp")
            }
            written += max(0, count)
        }
    }

    private static func contents(of file: Int32) throws(StoreError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < largest {
            let count = buffer.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(bytes.count)) }
            if count == 0 { break }
            guard count > 0 || errno == EINTR else {
                throw StoreError(.init(errno: errno), operation: "read", path: "/tmp")
            }
            bytes += buffer[..<max(0, count)]
        }
        return bytes
    }
}
