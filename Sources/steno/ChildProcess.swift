#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that is run for what it writes, and reads nothing.
enum ChildProcess {
    struct Result {
        let output: [UInt8]
        /// What it said of errors, its first bytes.
        let complaint: String
        /// The exit status; -1 after a signal.
        let status: Int32
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - words: its name, looked for in PATH, and arguments.
    ///   - limit: bytes of output after which the program is stopped.
    /// - Returns: nil where there is no such program.
    static func run(_ words: [String], limit: Int = 1 << 16) -> Result? {
        guard let output = Pipe() else { return nil }
        guard let complaint = Pipe() else {
            output.close()
            return nil
        }
        let process = spawn(words, output: output, complaint: complaint)
        _ = (close(output.write), close(complaint.write))
        defer { _ = (close(output.read), close(complaint.read)) }
        guard let process else { return nil }
        let bytes = bytes(from: output.read, limit: limit)
        if bytes.count > limit { kill(process, SIGKILL) }
        let said = self.bytes(from: complaint.read, limit: 4096)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
        return Result(output: bytes, complaint: String(decoding: said, as: UTF8.self), status: code)
    }

    private struct Pipe {
        let read: Int32
        let write: Int32

        init?() {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { return nil }
            (read, write) = (ends[0], ends[1])
        }

        func close() {
            #if canImport(Darwin)
                _ = (Darwin.close(read), Darwin.close(write))
            #elseif canImport(Musl)
                _ = (Musl.close(read), Musl.close(write))
            #else
                _ = (Glibc.close(read), Glibc.close(write))
            #endif
        }
    }

    private static func spawn(_ words: [String], output: Pipe, complaint: Pipe) -> pid_t? {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.write, 1)
        posix_spawn_file_actions_adddup2(&actions, complaint.write, 2)
        for end in [output.read, output.write, complaint.read, complaint.write] where end > 2 {
            posix_spawn_file_actions_addclose(&actions, end)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        return posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 ? process : nil
    }

    /// What comes until the end, or until more than `limit` bytes have.
    private static func bytes(from descriptor: Int32, limit: Int) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while all.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            all += buffer[..<count]
        }
        return all
    }
}
