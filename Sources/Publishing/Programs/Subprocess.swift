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

    /// The first program of that name in `search`, folders separated by colons as in `$PATH`; nil where there is none.
    static func find(_ name: String, in search: String) -> String? {
        search.split(separator: ":").map { $0 + "/" + name }.first { access($0, X_OK) == 0 && !Disk().isFolder($0) }
    }

    /// Runs it to its end.
    func run(input: [UInt8]) throws(StoreError) -> Result {
        let (stdin, stdout, stderr) = (try Self.unnamedFile(), try Self.unnamedFile(), try Self.unnamedFile())
        defer { for file in [stdin, stdout, stderr] { close(file) } }
        try Self.write(input, to: stdin)
        let status = try spawn([stdin, stdout, stderr])
        return Result(status: status, output: try Self.contents(of: stdout), errors: try Self.contents(of: stderr))
    }

    private func spawn(_ files: [Int32]) throws(StoreError) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(target)) }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let error = posix_spawn(&process, path, &actions, nil, &words, environ)
        guard error == 0 else { throw StoreError(.system(error), operation: "spawn", path: path) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw StoreError(.system(errno), operation: "wait", path: path) }
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    private static func unnamedFile() throws(StoreError) -> Int32 {
        var template = Array("/tmp/steno-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw StoreError(.system(errno), operation: "open", path: "/tmp") }
        unlink(template)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        return file
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws(StoreError) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, off_t(written)) }
            guard count > 0 || errno == EINTR else {
                throw StoreError(.system(errno), operation: "write", path: "/tmp")
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
            guard count > 0 || errno == EINTR else { throw StoreError(.system(errno), operation: "read", path: "/tmp") }
            bytes += buffer[..<max(0, count)]
        }
        return bytes
    }
}
