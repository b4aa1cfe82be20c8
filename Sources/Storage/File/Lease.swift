import Files
import Notebook

/// The holder's name in a file, for state folders whose file system knows no locks (some network mounts).
///
/// A lease says who has the day; unlike a lock, it does not go with its process. It counts as long as that process
/// lives, where this machine can tell, and else for ten minutes after its last sign of life.
final class Lease {
    /// Milliseconds without a sign of life after which a lease of another machine counts no more.
    static let patience: Int64 = 600_000
    private static let pulse: Int64 = 60_000

    private let path: String
    private let holder: StoreError.LockHolder
    private let disk: Disk
    private var lastSign: Int64

    private init(path: String, holder: StoreError.LockHolder, disk: Disk, now: Int64) {
        self.path = path
        self.holder = holder
        self.disk = disk
        lastSign = now
    }

    /// Takes the lease, over a dead holder's if need be, or says who has it.
    static func acquire(
        _ path: String, as holder: StoreError.LockHolder, disk: Disk, isAlive: (Int32) -> Bool
    ) throws(StoreError) -> Lease {
        for _ in 0..<2 {
            do {
                let file = try disk.open(path, .create(mode: 0o600))
                try file.writeAll(text(holder, sign: holder.since))
                return Lease(path: path, holder: holder, disk: disk, now: holder.since)
            } catch {
                guard error.code == .alreadyExists else { throw error }
            }
            let (other, sign) = try read(path, disk)
            let isHere = other.host == holder.host
            let counts = isHere ? isAlive(other.process) : holder.since - sign < patience
            guard !counts || isHere && other.process == holder.process else {
                throw StoreError(.locked(holder: other), .lock, path)
            }
            try disk.unlinkIfPresent(path)
        }
        throw StoreError(.alreadyExists, .lock, path)
    }

    /// Says that the holder is alive; at most once a minute.
    func beat(_ now: Int64) throws(StoreError) {
        guard now - lastSign >= Self.pulse else { return }
        let file = try disk.open(path, .update)
        try file.writeAll(Self.text(holder, sign: now))
        lastSign = now
    }

    func release() throws(StoreError) { try disk.unlinkIfPresent(path) }

    private static func text(_ holder: StoreError.LockHolder, sign: Int64) -> ArraySlice<UInt8> {
        Array("\(holder.host) \(holder.process) \(holder.since) \(sign)\n".utf8)[...]
    }

    private static func read(_ path: String, _ disk: Disk) throws(StoreError) -> (StoreError.LockHolder, sign: Int64) {
        let text = String(decoding: try disk.open(path, .read).readAll(limit: 4096), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 4, let process = Int32(words[1]), let since = Int64(words[2]), let sign = Int64(words[3])
        else { return (StoreError.LockHolder(host: "?", process: 0, since: 0), 0) }
        return (StoreError.LockHolder(host: String(words[0]), process: process, since: since), sign)
    }
}
