#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The user's name, for days that name their author.
enum UserName {
    /// `git config user.name`, or else the system's name of the user; nil where there is neither.
    static func find() -> String? { git ?? system }

    private static var system: String? {
        guard let entry = getpwuid(getuid()) else { return nil }
        let full = entry.pointee.pw_gecos.map { String(cString: $0).prefix { $0 != "," } } ?? ""
        let login = entry.pointee.pw_name.map { String(cString: $0) } ?? ""
        let name = full.isEmpty ? login : String(full)
        return name.isEmpty ? nil : name
    }

    private static var git: String? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        let process = spawn(["git", "config", "--get", "user.name"], output: ends)
        close(ends[1])
        guard let process else { return nil }
        let text = String(decoding: bytes(from: ends[0]), as: UTF8.self)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
        let name = text.prefix { $0 != "\n" }
        return status == 0 && !name.isEmpty ? String(name) : nil
    }

    /// Starts a program that writes into a pipe and reads nothing; nil where there is no such program.
    private static func spawn(_ words: [String], output ends: [Int32]) -> pid_t? {
        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        return posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0 ? process : nil
    }

    private static func bytes(from descriptor: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 512)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }
}
