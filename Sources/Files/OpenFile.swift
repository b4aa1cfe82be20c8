import CPosix

package import struct Notebook.StoreError

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file; closed when the last reference goes.
package final class OpenFile {
    let descriptor: CInt
    let path: String
    let disk: Disk
    /// The process's own input or output, which is not ours to close.
    private let isStandard: Bool

    init(descriptor: CInt, path: String, disk: Disk, isStandard: Bool = false) {
        self.descriptor = descriptor
        self.path = path
        self.disk = disk
        self.isStandard = isStandard
    }

    deinit {
        if isStandard { return }
        // What must be durable was synced before; an error of close says nothing that fsync did not.
        _ = close(descriptor)
    }

    /// Writes at the end of an `O_APPEND` file, or at the position. Returns how many bytes went out before an error.
    package func write(_ bytes: ArraySlice<UInt8>) -> (written: Int, error: StoreError?) {
        var rest = bytes
        while !rest.isEmpty {
            do {
                let count = try disk.call(.write, path) { () -> Int in
                    rest.withUnsafeBytes { bytes in
                        steno_write(descriptor, bytes.baseAddress, disk.shorten?(bytes.count) ?? bytes.count)
                    }
                }
                if count == 0 { return (bytes.count - rest.count, StoreError(.inputOutput, .write, path)) }
                rest = rest.dropFirst(count)
            } catch {
                return (bytes.count - rest.count, error)
            }
        }
        return (bytes.count, nil)
    }

    /// As ``write(_:)``: all of the bytes, or an error.
    package func writeAll(_ bytes: ArraySlice<UInt8>) throws(StoreError) {
        if let error = write(bytes).error { throw error }
    }

    /// Waits until the disk has the file's bytes and its length.
    package func synchronizeData() throws(StoreError) {
        try disk.call(.fdatasync, path) { Int(steno_sync_data(descriptor)) }
    }

    /// Waits until the disk has the file, times and rights included.
    package func synchronize() throws(StoreError) {
        try disk.call(.fsync, path) { Int(steno_sync(descriptor)) }
    }

    /// Cuts the file off, or adds zeros.
    package func truncate(to length: Int) throws(StoreError) {
        try disk.call(.truncate, path) { Int(ftruncate(descriptor, off_t(length))) }
    }

    /// The file as it is now, whatever its name.
    package func status() throws(StoreError) -> FileStatus {
        var raw = steno_status()
        try disk.call(.status, path) { Int(steno_fstat(descriptor, &raw)) }
        return FileStatus(raw)
    }

    /// What became of a wish for the file's lock.
    package enum LockResult {
        case taken
        case heldByAnother
        /// The file system knows no locks.
        case unsupported
    }

    /// Takes the file's lock; while another has it, it is tried again for a while.
    ///
    /// - Parameter patience: how long, in milliseconds.
    package func lock(patience: Int) throws(StoreError) -> LockResult {
        for _ in 0..<(patience / 50) {
            let result = try lock()
            if result != .heldByAnother { return result }
            usleep(50_000)
        }
        return try lock()
    }

    /// Takes the file's lock, which goes with this opening of it.
    package func lock() throws(StoreError) -> LockResult {
        do {
            try disk.call(.lock, path) { Int(steno_lock(descriptor)) }
            return .taken
        } catch {
            if error.code == .system(EAGAIN) || error.code == .permissionDenied { return .heldByAnother }
            guard error.code.isUnsupported else { throw error }
            return .unsupported
        }
    }

    /// True: somebody has it open for writing; nil: the folder cannot tell.
    package var hasWriter: Bool? {
        let answer = steno_has_writer(descriptor)
        return answer < 0 ? nil : answer == 1
    }

    /// Owner, mode and attributes of `model`. Where its group cannot be given, nor are the group's rights.
    package func copyAttributes(of model: OpenFile, status: FileStatus) throws(StoreError) {
        var mode = mode_t(status.mode & 0o777)
        let mine = try self.status()
        if mine.group != status.group, fchown(descriptor, uid_t.max, status.group) != 0 { mode &= ~0o070 }
        if mine.owner != status.owner { _ = fchown(descriptor, status.owner, gid_t.max) }
        try disk.call(.setMode, path) { Int(fchmod(descriptor, mode)) }
        steno_copy_attributes(model.descriptor, descriptor)
    }

    /// The next bytes of a stream; none at its end.
    package func readNext() throws(StoreError) -> [UInt8] {
        try bytes(upTo: 1 << 16) { steno_read(descriptor, $0.baseAddress, $0.count) }
    }

    /// A file's first bytes.
    package func readStart(_ count: Int) throws(StoreError) -> [UInt8] {
        try bytes(upTo: count) { steno_pread(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private func bytes(upTo count: Int, _ read: (UnsafeMutableRawBufferPointer) -> Int) throws(StoreError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        let found = try disk.call(.read, path) { buffer.withUnsafeMutableBytes(read) }
        return Array(buffer.prefix(found))
    }

    /// The whole file, from its beginning.
    package func readAll(limit: Int) throws(StoreError) -> [UInt8] {
        let size = try status().size
        guard size <= limit else { throw StoreError(.tooLarge(limit: limit), .read, path) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while true {
            let chunk = max(size - bytes.count, 0) + 1
            var failure: StoreError?
            let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                do throws(StoreError) {
                    count = try disk.call(.read, path) {
                        steno_pread(descriptor, buffer.baseAddress, chunk, Int64(bytes.count))
                    }
                } catch { failure = error }
            }
            if let failure { throw failure }
            if piece.isEmpty { return bytes }
            bytes.append(contentsOf: piece)
            guard bytes.count <= limit else { throw StoreError(.tooLarge(limit: limit), .read, path) }
        }
    }
}
