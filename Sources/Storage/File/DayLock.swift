import Files
import Notebook

/// One shell writes a day at a time. The lock is on a file of ours: others replace the day's own inode.
final class DayLock {
    private let file: OpenFile
    /// In the lock's place, where the file system knows none.
    private let lease: Lease?

    private init(file: OpenFile, lease: Lease? = nil) {
        self.file = file
        self.lease = lease
    }

    /// Says that the holder is alive, where only that tells.
    func beat(_ now: Int64) throws(StoreError) { try lease?.beat(now) }

    /// The lock itself goes with the file.
    func release() throws(StoreError) { try lease?.release() }

    /// Takes the lock of the day whose journal is in `folder`, or says who holds it.
    static func acquire(
        in folder: String, as holder: StoreError.LockHolder, disk: Disk, isAlive: (Int32) -> Bool
    ) throws(StoreError) -> DayLock {
        try disk.makeFolders(folder, mode: 0o700)
        let path = Paths.join(folder, "lock")
        let file = try disk.open(path, .openOrCreate(mode: 0o600))
        switch try file.lock() {
        case .heldByAnother: throw StoreError(.locked(holder: try read(file)), .lock, path)
        case .unsupported:
            let lease = try Lease.acquire(Paths.join(folder, "lease"), as: holder, disk: disk, isAlive: isAlive)
            return DayLock(file: file, lease: lease)
        case .taken: break
        }
        try file.truncate(to: 0)
        try file.writeAll(Array("\(holder.host) \(holder.process) \(holder.since)\n".utf8)[...])
        return DayLock(file: file)
    }

    /// The holder's own words; unknown while it is still writing them.
    private static func read(_ file: OpenFile) throws(StoreError) -> StoreError.LockHolder {
        let words = String(decoding: try file.readAll(limit: 4096), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 3, let process = Int32(words[1]), let since = Int64(words[2]) else {
            return StoreError.LockHolder(host: "?", process: 0, since: 0)
        }
        return StoreError.LockHolder(host: String(words[0]), process: process, since: since)
    }
}
