import CPosix

package import struct Notebook.StoreError

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Files and folders that are gone when what needs them is done: in `$TMPDIR`, else in `/tmp`.
extension Disk {
    private var temporaryFolder: String {
        getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    }

    /// A file that nobody else can open, gone when it is closed.
    func unnamedFile() throws(StoreError) -> OpenFile {
        var template = Array(Paths.join(temporaryFolder, "steno-XXXXXX").utf8CString)
        let descriptor = try call(.open, temporaryFolder) { Int(mkstemp(&template)) }
        _ = fcntl(CInt(descriptor), F_SETFD, FD_CLOEXEC)
        _ = steno_unlink(template)
        return OpenFile(descriptor: CInt(descriptor), path: temporaryFolder, disk: self)
    }

    /// A new folder for its owner alone; ``removeTree(_:)`` takes it away.
    package func makeTemporaryFolder() throws(StoreError) -> String {
        var template = Array(Paths.join(temporaryFolder, "steno-XXXXXX").utf8CString)
        try call(.makeFolder, temporaryFolder) { mkdtemp(&template) == nil ? -1 : 0 }
        return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// Removes a folder of ours with all that is in it, no link followed. What cannot be removed stays.
    package func removeTree(_ path: String) {
        guard isFolder(path, followingLinks: false) else {
            _ = steno_unlink(path)
            return
        }
        do throws(StoreError) {
            for name in try names(in: path) { removeTree(Paths.join(path, name)) }
        } catch {
            return
        }
        _ = rmdir(path)
    }
}
