import struct Notebook.StoreError

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Subprocess {
    /// Files without a name that a program has as its input, its output and its errors.
    struct Streams {
        let input: OpenFile
        let output: OpenFile
        let errors: OpenFile

        init(input bytes: [UInt8]) throws(StoreError) {
            let disk = Disk()
            (input, output, errors) = (try disk.unnamedFile(), try disk.unnamedFile(), try disk.unnamedFile())
            try input.writeAll(bytes[...])
            try input.rewind()
        }

        func result(status: Int32, limit: Int) throws(StoreError) -> Result {
            Result(status: status, output: try output.readAll(limit: limit), errors: try errors.readStart(1 << 16))
        }
    }

    /// - Parameters:
    ///   - streams: nil: it has ours.
    ///   - isDetached: it does not hear what the terminal's keys ask of us.
    func spawn(_ streams: Streams?, isDetached: Bool = false) throws(StoreError) -> pid_t {
        #if os(Linux)
            var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        #else
            var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer { _ = (posix_spawn_file_actions_destroy(&actions), posix_spawnattr_destroy(&attributes)) }
        for (target, file) in [streams?.input, streams?.output, streams?.errors].enumerated() {
            if let file { posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(target)) }
        }
        // Signals that a line editor blocks or takes are the child's to hear.
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

    /// `POSIX_SPAWN_SETSID`, which the C library shows only to those who ask for its own extensions.
    private static let ownSession: Int16 = {
        #if canImport(Darwin)
            0x400
        #else
            0x80
        #endif
    }()

    /// Our environment with what ``environment`` says.
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
}

extension OpenFile {
    /// What reads it next, reads from its beginning.
    fileprivate func rewind() throws(StoreError) {
        try disk.call(.read, path) { Int(lseek(descriptor, 0, SEEK_SET)) }
    }
}
