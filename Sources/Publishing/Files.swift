import CPosix
package import Notebook
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reading and writing whole files, bounded and without ever overwriting by accident.
package enum Files {
    /// The bytes of a file that is no larger than `limit`.
    package static func read(_ path: String, limit: Int) throws(StoreError) -> [UInt8] {
        try stored("open", path) {
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
            return try file.closeAfter {
                try checkKind(file, path: path, limit: limit)
                return try read(file, limit: limit)
            }
        }
    }

    /// Up to `limit` bytes of standard input.
    package static func readStandardInput(limit: Int) throws(StoreError) -> [UInt8] {
        try stored("read", "standard input") { try read(.standardInput, limit: limit) }
    }

    /// Up to `limit` bytes from where the descriptor stands.
    static func read(_ file: FileDescriptor, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 16))
        while bytes.count < limit {
            let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return bytes
    }

    /// Names in a folder; none where there is no such folder.
    package static func names(in folder: String) throws(StoreError) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw StoreError(Errno(rawValue: errno), operation: "opendir", path: folder)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a folder and those around it.
    static func makeFolder(_ path: String) throws(StoreError) {
        if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw StoreError(Errno(rawValue: errno), operation: "mkdir", path: path) }
        try makeFolder(Notebook.folder(of: path))
        if mkdir(path, 0o777) != 0, errno != EEXIST {
            throw StoreError(Errno(rawValue: errno), operation: "mkdir", path: path)
        }
    }

    /// Writes a new file; fails where there is one. What could not be written whole does not stay.
    static func create(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
        try stored("write", path) {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
                permissions: FilePermissions(rawValue: 0o666))
            do {
                try file.closeAfter {
                    try file.writeAll(bytes)
                    if fsync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
                }
            } catch {
                unlink(path)
                throw error
            }
        }
    }

    /// Writes a file of our own, with its folder, over what is there.
    package static func write(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
        try makeFolder(Notebook.folder(of: path))
        try replace(path, bytes)
    }

    /// Writes a file anew, whole or not at all: beside it first, then in its place. Its mode stays, and a link to it a link.
    static func replace(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
        let target = resolved(path)
        let beside = target + ".steno-new"
        unlink(beside)
        try create(beside, bytes)
        var status = stat()
        let isKept = stat(target, &status) == 0 ? chmod(beside, status.st_mode & 0o7777) == 0 : true
        guard isKept, rename(beside, target) == 0 else {
            let error = Errno(rawValue: errno)
            unlink(beside)
            throw StoreError(error, operation: "rename", path: path)
        }
    }

    /// Where a path leads, links followed; the path itself where there is nothing yet.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    package static func exists(_ path: String, followingLinks: Bool = false) -> Bool {
        var status = stat()
        return (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0
    }

    /// Whether a folder is at a path.
    package static func isFolder(_ path: String, followingLinks: Bool = true) -> Bool {
        var status = stat()
        return (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether `file` is a regular file of at most `limit` bytes.
    static func checkKind(_ file: FileDescriptor, path: String, limit: Int) throws {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.notAFile, operation: "open", path: path) }
        guard status.st_size <= limit else { throw StoreError(.tooLarge(limit: limit), operation: "read", path: path) }
    }

    /// Runs file operations; an error of the system becomes one of the store.
    static func stored<Value>(_ operation: String, _ path: String, _ body: () throws -> Value) throws(StoreError)
        -> Value
    {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as Errno {
            throw StoreError(error, operation: operation, path: path)
        } catch {
            throw StoreError(.inputOutput, operation: operation, path: path)
        }
    }
}

extension StoreError {
    private static let codes: [Errno: Code] = [
        .noSuchFileOrDirectory: .notFound, .fileExists: .alreadyExists, .isDirectory: .notAFile,
        .permissionDenied: .permissionDenied, .notPermitted: .permissionDenied,
        .readOnlyFileSystem: .readOnlyFileSystem, .noSpace: .diskFull, .diskQuotaExceeded: .quotaExceeded,
        .ioError: .inputOutput, .tooManyOpenFiles: .tooManyOpenFiles, .tooManyOpenFilesInSystem: .tooManyOpenFiles,
        .notDirectory: .notFound,
    ]

    /// What an error number of the system means for a file.
    init(_ error: Errno, operation: String, path: String) {
        self.init(Self.codes[error] ?? .system(error.rawValue), operation: operation, path: path)
    }
}
