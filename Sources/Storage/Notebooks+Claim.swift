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
            if let claim = claimAside(fallback, path, insteadOf: folder) { return claim }
            let claim = try claim(folder, path)
            if claim.readOnlyReason == nil { try disk.tryWriting(into: folder) }
            return claim
        } catch {
            // What the journal has must be known before lines go elsewhere.
            let known = readable { () throws(StoreError) in try JournalContents.read(folder: folder, disk: disk) }
            if disk.exists(folder), known == nil { throw error }
            return try claim(fallback, path, insteadOf: folder, .unusable(error), mayOnlyRead)
        }
    }

    /// Claims a day whose journal once went among the notes and is the newer one since, or is being written there now;
    /// nil: none did.
    private func claimAside(_ fallback: String, _ path: String, insteadOf folder: String) -> Claim? {
        guard disk.exists(fallback), var claim = readable({ () throws(StoreError) in try claim(fallback, path) }) else {
            return nil
        }
        let known = readable { () throws(StoreError) in try JournalContents.read(folder: folder, disk: disk) }
        let isNewer = !claim.journaled.isEmpty && claim.journaled.lastTime >= (known?.lastTime ?? .min)
        guard isNewer || claim.readOnlyReason != nil else { return nil }
        do throws(StoreError) {
            try disk.tryWriting(into: folder)
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
                let claim = try claim(fallback, path, insteadOf: folder, .unusable(error), false)
                // Somebody without a state folder writes the day there.
                if let reason = claim.readOnlyReason { throw reason }
                return claim
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
        let known = folder.flatMap { folder in
            readable { () throws(StoreError) in try JournalContents.read(folder: folder, disk: disk) }
        }
        do {
            try makeFallbackFolder(of: path)
            var claim = try claim(fallback, path)
            claim.elsewhere = JournalElsewhere(folder: fallback, reason: reason)
            guard claim.readOnlyReason == nil else { return claim }
            try disk.tryWriting(into: fallback)
            if let known, !known.isEmpty, claim.journaled.isEmpty || claim.journaled.lastTime < known.lastTime {
                _ = try Compaction(folder: fallback, disk: disk).run(known, after: claim.journaled.lastNumber)
                claim.journaled = try JournalContents.read(folder: fallback, disk: disk)
            }
            return claim
        } catch {
            var why = error
            if case .unusable(let first) = reason { why = first }
            guard mayOnlyRead else { throw why }
            return Claim(folder: fallback, readOnlyReason: why, journaled: known ?? JournalContents())
        }
    }

    /// The folder among the notes. Others may look at what else is in the notebook's own folder; a repository of the notes
    /// passes over the journals.
    private func makeFallbackFolder(of path: String) throws(StoreError) {
        let top = Notebooks.fallbackFolder(of: Paths.parent(of: try disk.resolve(path)))
        try disk.makeFolders(Paths.parent(of: top), mode: isPrivate ? 0o700 : 0o777)
        try disk.makeFolders(top, mode: 0o700)
        let ignored = Paths.join(top, ".gitignore")
        if !disk.exists(ignored) { try disk.create(ignored, Array("*\n".utf8)) }
    }

    /// What can be read; nil where it cannot.
    private func readable<Value>(_ read: () throws(StoreError) -> Value) -> Value? {
        do throws(StoreError) { return try read() } catch { return nil }
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
