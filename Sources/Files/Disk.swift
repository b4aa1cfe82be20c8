import CPosix

package import struct Notebook.StoreError

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is asked of the file system, each with its name for errors and for tests.
package enum FileOperation: String, CaseIterable, Sendable {
    case open, read, write, fsync, fdatasync, truncate, status, rename, unlink, makeFolder, list, lock, setMode
}

/// The file system: every call of every room goes through here, `EINTR` is retried, and an error says what was being done.
///
/// A test sets `fault` and `shorten` to let any call fail, or to stop the world at any point.
package final class Disk {
    /// Asked before each call: the error number with which it shall fail, or nil to let it through.
    package var fault: ((FileOperation, String) -> CInt?)?
    /// How many bytes of a write go out; nil: all of them.
    package var shorten: ((Int) -> Int)?

    package init() { steno_ignore_size_signal() }

    /// Runs a system call until it is not interrupted; -1 becomes an error.
    @discardableResult
    func call(_ operation: FileOperation, _ path: String, _ body: () -> Int) throws(StoreError) -> Int {
        if let number = fault?(operation, path) { throw StoreError(number: number, operation, path) }
        while true {
            let result = body()
            if result >= 0 { return result }
            let number = errno
            if number != EINTR { throw StoreError(number: number, operation, path) }
        }
    }
}

// MARK: - Files and folders by path

extension Disk {
    package enum Access {
        /// A file; a symbolic link in the last component is refused.
        case read
        /// What the path leads to, links followed.
        case readThroughLinks
        /// Whatever the path leads to, pipes included: opening waits for the other end.
        case stream
        case append
        /// Write anywhere in an existing file.
        case update
        /// A file that must not exist yet; written at its end.
        case create(mode: UInt32)
        /// Opened or made; for lock files.
        case openOrCreate(mode: UInt32)

        fileprivate var flags: CInt {
            switch self {
            case .read: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
            case .readThroughLinks: O_RDONLY | O_NONBLOCK
            case .stream: O_RDONLY
            case .append: O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK
            case .update: O_RDWR | O_NOFOLLOW | O_NONBLOCK
            case .create: O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_NONBLOCK
            case .openOrCreate: O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK
            }
        }

        fileprivate var mode: UInt32 {
            switch self {
            case .create(let mode), .openOrCreate(let mode): mode
            default: 0
            }
        }
    }

    /// Opens a file. Writing never follows a symbolic link in the last component.
    package func open(_ path: String, _ access: Access) throws(StoreError) -> OpenFile {
        let flags = access.flags | O_CLOEXEC | O_NOCTTY
        let descriptor = try call(.open, path) { Int(steno_open(path, flags, access.mode)) }
        return OpenFile(descriptor: CInt(descriptor), path: path, disk: self)
    }

    /// - Parameter followingLinks: what the path leads to, and not the link that it may be.
    package func status(_ path: String, followingLinks: Bool = false) throws(StoreError) -> FileStatus {
        var raw = steno_status()
        try call(.status, path) { Int(followingLinks ? steno_stat(path, &raw) : steno_lstat(path, &raw)) }
        return FileStatus(raw)
    }

    /// nil: there is nothing at `path`.
    package func statusIfPresent(_ path: String, followingLinks: Bool = false) throws(StoreError) -> FileStatus? {
        do {
            return try status(path, followingLinks: followingLinks)
        } catch {
            guard error.code.isAbsence else { throw error }
            return nil
        }
    }

    /// Renames; what is at `to` is gone.
    package func rename(_ from: String, to: String) throws(StoreError) {
        try call(.rename, to) { Int(steno_rename(from, to)) }
    }

    /// Puts each of two files in the other's place, at once.
    package func exchange(_ from: String, with to: String) throws(StoreError) {
        try call(.rename, to) { Int(steno_rename_exchange(from, to)) }
    }

    /// Renames unless something is at `to`: `alreadyExists`.
    package func renameWithoutReplacing(_ from: String, to: String) throws(StoreError) {
        try call(.rename, to) { Int(steno_rename_noreplace(from, to)) }
    }

    /// Gives a file a second name, unless something is there: `alreadyExists`.
    package func link(_ from: String, _ to: String) throws(StoreError) {
        try call(.rename, to) { Int(steno_link(from, to)) }
    }

    /// Takes a file's name away.
    package func unlink(_ path: String) throws(StoreError) {
        try call(.unlink, path) { Int(steno_unlink(path)) }
    }

    /// Takes a file's name away, where it has it.
    package func unlinkIfPresent(_ path: String) throws(StoreError) {
        do {
            try unlink(path)
        } catch {
            guard error.code.isAbsence else { throw error }
        }
    }

    /// Makes the names in a folder durable.
    package func synchronizeFolder(_ path: String) throws(StoreError) {
        let descriptor = try call(.open, path) { Int(steno_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)) }
        try OpenFile(descriptor: CInt(descriptor), path: path, disk: self).synchronize()
    }

    /// Makes a folder that must not exist; its name is not durable yet.
    package func makeFolder(_ path: String, mode: UInt32) throws(StoreError) {
        try call(.makeFolder, path) { Int(mkdir(path, mode_t(mode))) }
    }

    /// Makes `path` and what is missing above it, each name durable in the folder that holds it.
    package func makeFolders(_ path: String, mode: UInt32) throws(StoreError) {
        if let found = try statusIfPresent(path), !found.isSymbolicLink {
            guard found.isFolder else { throw StoreError(.notAFolder, .makeFolder, path) }
            return
        }
        let parent = Paths.parent(of: path)
        if parent != path { try makeFolders(parent, mode: mode) }
        do {
            try makeFolder(path, mode: mode)
        } catch {
            guard error.code == .alreadyExists else { throw error }
        }
        try synchronizeFolder(parent)
    }

    /// The folder without links, `.` and `..`.
    func realPath(_ folder: String) throws(StoreError) -> String {
        if let number = fault?(.status, folder) { throw StoreError(number: number, .status, folder) }
        guard let found = realpath(folder, nil) else { throw StoreError(number: errno, .status, folder) }
        defer { free(found) }
        return String(cString: found)
    }

    func linkTarget(_ path: String) throws(StoreError) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = try call(.status, path) {
            buffer.withUnsafeMutableBytes { steno_readlink(path, $0.baseAddress, $0.count) }
        }
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }

    /// Names in a folder, sorted; without `.` and `..`.
    package func names(in folder: String) throws(StoreError) -> [String] {
        if let number = fault?(.list, folder) { throw StoreError(number: number, .list, folder) }
        guard let stream = opendir(folder) else { throw StoreError(number: errno, .list, folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
