import Files
import Notebook

/// What a shell has of a day before it looks at the day's file.
struct Claim {
    /// Where the day's journal lies.
    var folder: String
    var lock: DayLock?
    var readOnlyReason: StoreError?
    var journaled: JournalContents
    /// The folder is not the one where it should be.
    var elsewhere: JournalElsewhere?
}

// Where a day's journal lies, and who may write it.
extension Notebooks {
    /// Where journals lie that the state folder cannot take: with the notes, as they are all that is left.
    package static func fallbackFolder(of notes: String) -> String { Paths.join(notes, ".steno/state") }

    /// Where the journal of a day may lie, as far as there are such folders: where it should be comes first.
    func journalFolders(of resolved: String) -> [String] {
        let fallback = Notebooks.fallbackFolder(of: Paths.parent(of: resolved))
        return [stateFolder, fallback].compactMap { $0 }.map { journalFolder(of: resolved, in: $0) }
    }

    /// `<notebook>-<hash>/<day>-<hash>`: readable, and different for different paths.
    private func journalFolder(of resolved: String, in top: String) -> String {
        let notebook = Paths.parent(of: resolved)
        var day = Paths.name(of: resolved)
        if day.hasSuffix(".adoc") { day.removeLast(5) }
        return Paths.join(Paths.join(top, key(notebook, Paths.name(of: notebook))), key(resolved, day))
    }

    private func key(_ path: String, _ name: String) -> String {
        let safe = name.unicodeScalars.prefix(60).map { scalar -> Character in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain || scalar == "_" || scalar == "-" ? Character(scalar) : "_"
        }
        return String(safe) + "-" + String(Fingerprint(Array(path.utf8)).hash, radix: 16)
    }

    /// Takes the day's lock where its journal lies, and reads the journal.
    ///
    /// - Parameter mayOnlyRead: where no folder can take a journal, the day is shown all the same.
    func claim(_ resolved: String, path: String, mayOnlyRead: Bool) throws(StoreError) -> Claim {
        let fallback = journalFolder(of: resolved, in: Notebooks.fallbackFolder(of: Paths.parent(of: resolved)))
        guard let stateFolder else { return try claim(fallback, path, insteadOf: nil, .noHome, mayOnlyRead) }
        let folder = journalFolder(of: resolved, in: stateFolder)
        do {
            if try isNewer(fallback, than: folder) { return try claimAgain(fallback, path, stateFolder) }
            let claim = try claim(folder, path)
            if claim.readOnlyReason == nil { try disk.tryWriting(into: folder) }
            return claim
        } catch {
            // What the journal has must be known before lines go elsewhere.
            if disk.exists(folder), readable(folder) == nil { throw error }
            return try claim(fallback, path, insteadOf: folder, .unusable(error), mayOnlyRead)
        }
    }

    /// A day whose journal once went among the notes keeps it there.
    private func claimAgain(_ fallback: String, _ path: String, _ stateFolder: String) throws(StoreError) -> Claim {
        var claim = try claim(fallback, path)
        do {
            try disk.tryWriting(into: stateFolder)
        } catch {
            claim.elsewhere = JournalElsewhere(folder: fallback, reason: .unusable(error))
        }
        return claim
    }

    /// What a day does when its journal's folder takes no more: where that is there to stay, the journal goes among the
    /// notes with all that it has.
    func relocation(
        of resolved: String, from folder: String, path: String
    ) -> (StoreError) throws(StoreError) -> Claim {
        let fallback = journalFolder(of: resolved, in: Notebooks.fallbackFolder(of: Paths.parent(of: resolved)))
        return { [self] (error) throws(StoreError) in
            guard folder != fallback else { throw error }
            do throws(StoreError) {
                try disk.tryWriting(into: folder)
            } catch {
                return try claim(fallback, path, insteadOf: folder, .unusable(error), false)
            }
            throw error
        }
    }

    private func claim(_ folder: String, _ path: String) throws(StoreError) -> Claim {
        let (lock, reason) = try acquireLock(folder, path: path)
        let journaled = try JournalContents.read(folder: folder, disk: disk)
        return Claim(folder: folder, lock: lock, readOnlyReason: reason, journaled: journaled)
    }

    /// Claims the day among the notes; what the state folder still gives to read is taken along.
    private func claim(
        _ fallback: String, _ path: String, insteadOf folder: String?, _ reason: JournalElsewhere.Reason,
        _ mayOnlyRead: Bool
    ) throws(StoreError) -> Claim {
        let known = folder.flatMap(readable) ?? JournalContents()
        do {
            var claim = try claim(fallback, path)
            claim.elsewhere = JournalElsewhere(folder: fallback, reason: reason)
            guard claim.readOnlyReason == nil else { return claim }
            try disk.tryWriting(into: fallback)
            if claim.journaled.lastTime < known.lastTime || claim.journaled.isEmpty, !known.isEmpty {
                _ = try Compaction(folder: fallback, disk: disk).run(known, after: claim.journaled.lastNumber)
                claim.journaled = try JournalContents.read(folder: fallback, disk: disk)
            }
            return claim
        } catch {
            var why = error
            if case .unusable(let first) = reason { why = first }
            guard mayOnlyRead else { throw why }
            return Claim(folder: fallback, readOnlyReason: why, journaled: known)
        }
    }

    /// Whether a journal was kept among the notes since the state folder's was written.
    private func isNewer(_ fallback: String, than folder: String) throws(StoreError) -> Bool {
        guard disk.exists(fallback) else { return false }
        let aside = try JournalContents.read(folder: fallback, disk: disk)
        return !aside.isEmpty && aside.lastTime >= (readable(folder)?.lastTime ?? .min)
    }

    /// What a journal says; nil where it cannot be read.
    private func readable(_ folder: String) -> JournalContents? {
        do throws(StoreError) { return try JournalContents.read(folder: folder, disk: disk) } catch { return nil }
    }

    private func acquireLock(_ folder: String, path: String) throws(StoreError) -> (DayLock?, StoreError?) {
        let holder = StoreError.LockHolder(
            host: environment.host, process: environment.process, since: environment.now())
        do {
            return (try DayLock.acquire(in: folder, as: holder, disk: disk, isAlive: environment.isAlive), nil)
        } catch {
            guard case .locked(var other) = error.code else { throw error }
            other.duration = max(0, holder.since - other.since)
            return (nil, StoreError(.locked(holder: other), .lock, path))
        }
    }
}
