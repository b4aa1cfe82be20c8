import Notebook

/// One shell writes a day at a time. The lock is on a file of ours: others replace the day's own inode.
final class DayLock {
    private let file: OpenFile

    private init(file: OpenFile) { self.file = file }

    /// Takes the lock of the day whose journal is in `folder`, or says who holds it.
    static func acquire(in folder: String, as holder: StoreError.LockHolder, disk: Disk) throws(StoreError) -> DayLock {
        try disk.makeFolders(folder, mode: 0o700)
        let path = Paths.join(folder, "lock")
        let file = try disk.open(path, .openOrCreate(mode: 0o600))
        guard try file.lock() else {
            throw StoreError(.locked(holder: try read(file)), .lock, path)
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
