import Files
package import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Opens and creates days on the disk; their journals are in the state folder, or among the notes where that cannot be
/// written.
package final class Notebooks: DayOpener {
    /// What the store takes from the world.
    package struct Environment {
        /// Milliseconds since 1970-01-01T00:00:00Z.
        package var now: () -> Int64
        package var host: String
        package var process: Int32
        /// Whether a process of this machine lives.
        package var isAlive: (Int32) -> Bool = { kill($0, 0) == 0 || errno == EPERM }
        /// Waits for so many milliseconds.
        package var pause: (UInt32) -> Void = { usleep($0 * 1000) }
        package init(now: @escaping () -> Int64, host: String, process: Int32) {
            self.now = now
            self.host = host
            self.process = process
        }
    }

    /// A day larger than this is refused, in bytes.
    package static let sizeLimit = 1 << 30

    /// How far back another program's version of the day is looked for, in transactions.
    static let mergeLimit = 5000

    let stateFolder: String?
    let environment: Environment
    let isPrivate: Bool
    let disk: Disk

    /// - Parameters:
    ///   - stateFolder: `$XDG_STATE_HOME/steno` or `~/.local/state/steno`; made when needed. Where there is none, or it
    ///     cannot be written, journals lie among the notes.
    ///   - isPrivate: new days and folders are for their owner only (0600, 0700).
    package convenience init(stateFolder: String?, environment: Environment, isPrivate: Bool = false) {
        self.init(stateFolder: stateFolder, environment: environment, isPrivate: isPrivate, disk: Disk())
    }

    init(stateFolder: String?, environment: Environment, isPrivate: Bool = false, disk: Disk) {
        self.stateFolder = stateFolder
        self.environment = environment
        self.isPrivate = isPrivate
        self.disk = disk
    }

    // MARK: DayOpener

    package func open(path: String) throws(StoreError) -> OpenedDay {
        let resolved = try disk.resolve(path)
        let file = DayFile(path: resolved, disk: disk)
        let present = try disk.statusIfPresent(resolved)
        if let present, present.isRegularFile, let encoding = try TextEncoding(ofFile: resolved, on: disk) {
            return try inAnotherEncoding(encoding, path, file)
        }
        guard present != nil || journalFolders(of: resolved).contains(where: { disk.exists($0) }) else {
            throw StoreError(.notFound, .open, path)
        }
        let claim = try claim(resolved, path: path, mayOnlyRead: present != nil)
        let journaled = claim.journaled
        let read = try readDay(file)
        // Who only reads sees the file as it is; its writer looks after it.
        let trusted = claim.readOnlyReason == nil || read == nil ? journaled : JournalContents()
        guard let recovery = Recovery.of(file: read, leftover: try file.leftover(), journal: trusted) else {
            throw StoreError(.notFound, .open, path)
        }
        var lastNumber = journaled.lastNumber
        if claim.readOnlyReason == nil, journaled.segmentCount >= Compaction.threshold {
            lastNumber = compact(journaled, in: claim.folder)
        }
        let journal = Journal(folder: claim.folder, lastNumber: lastNumber, disk: disk)
        let day = JournaledDay(
            JournaledDay.Parts(
                path: path, history: journaled.transactions, historyStart: journaled.historyStart,
                readOnlyReason: claim.readOnlyReason, journal: journal, file: file, disk: disk,
                environment: environment, lock: claim.lock,
                relocate: relocation(of: resolved, from: claim.folder, path: path),
                fingerprint: Fingerprint(recovery.journaled ?? recovery.contents), place: journaled.place,
                draft: journaled.draft, needsSnapshot: recovery.journaled == nil))
        try day.adopt(recovery, file: read)
        var opened = OpenedDay(
            store: day, contents: recovery.contents, place: journaled.place, draft: journaled.draft,
            recovered: recovery.recovered)
        opened.journalElsewhere = claim.elsewhere
        return opened
    }

    package func create(path: String, contents: [UInt8]) throws(StoreError) -> OpenedDay {
        try disk.makeFolders(Paths.parent(of: path), mode: isPrivate ? 0o700 : 0o777)
        let resolved = try disk.resolve(path)
        guard try disk.statusIfPresent(resolved) == nil else { throw StoreError(.alreadyExists, .open, path) }
        let claim = try claim(resolved, path: path, mayOnlyRead: false)
        if let reason = claim.readOnlyReason { throw reason }
        let journaled = claim.journaled
        let journal = Journal(folder: claim.folder, lastNumber: journaled.lastNumber, disk: disk)
        if !journaled.isEmpty {
            // A day of this name was removed: its history stays in the journal, but is no longer this day's.
            try journal.append([.snapshot(contents: contents, fresh: true)], firstSequence: 1)
        }
        let file = DayFile(path: resolved, disk: disk, isPrivate: isPrivate)
        try file.create(with: contents)
        let day = JournaledDay(
            JournaledDay.Parts(
                path: path, journal: journal, file: file, disk: disk, environment: environment, lock: claim.lock,
                relocate: relocation(of: resolved, from: claim.folder, path: path),
                fingerprint: Fingerprint(contents), needsSnapshot: journaled.isEmpty))
        var opened = OpenedDay(store: day, contents: contents, place: nil, draft: nil, recovered: [])
        opened.journalElsewhere = claim.elsewhere
        return opened
    }

    package func rename(path: String, to newPath: String) throws(StoreError) {
        let (old, new) = (try disk.resolve(path), try disk.resolve(newPath))
        let folders = Array(zip(journalFolders(of: old), journalFolders(of: new)))
        guard try disk.statusIfPresent(new) == nil, !folders.contains(where: { disk.exists($0.1) }) else {
            throw StoreError(.alreadyExists, .rename, newPath)
        }
        let claim = try claim(old, path: path, mayOnlyRead: false)
        if let reason = claim.readOnlyReason { throw reason }
        try claim.lock?.release()
        try disk.renameWithoutReplacing(old, to: new)
        // Where its journal cannot follow, the day is whole, and begins a new one.
        for (folder, newFolder) in folders where disk.exists(folder) {
            try disk.makeFolders(Paths.parent(of: newFolder), mode: 0o700)
            try disk.renameWithoutReplacing(folder, to: newFolder)
        }
    }

    package func days(in folder: String) throws(StoreError) -> [String] {
        try disk.names(in: folder).filter { $0.hasSuffix(".adoc") && !$0.hasPrefix(".") }
            .map { Paths.join(folder, $0) }
    }

    // MARK: Parts

    /// The day is shown, and never written; what the journal has of it waits.
    private func inAnotherEncoding(
        _ encoding: TextEncoding, _ path: String, _ file: DayFile
    ) throws(StoreError) -> OpenedDay {
        let contents = encoding.decoded(try readDay(file) ?? [])
        let reason = StoreError(.notUTF8(encoding: encoding.rawValue), .open, path)
        let unused = Journal(folder: journalFolders(of: file.path)[0], lastNumber: 0, disk: disk)
        let day = JournaledDay(
            JournaledDay.Parts(
                path: path, readOnlyReason: reason, journal: unused, file: file, disk: disk, environment: environment,
                fingerprint: Fingerprint(contents),
                needsSnapshot: false))
        return OpenedDay(store: day, contents: contents, place: nil, draft: nil, recovered: [])
    }

    /// Best effort: where it fails, the segments are as they were, and one more may say the same.
    private func compact(_ contents: JournalContents, in folder: String) -> Int {
        do throws(StoreError) {
            return try Compaction(folder: folder, disk: disk).run(contents)
        } catch {
            return contents.lastNumber + 1
        }
    }

    private func readDay(_ file: DayFile) throws(StoreError) -> [UInt8]? {
        guard let status = try disk.statusIfPresent(file.path) else { return nil }
        guard status.isRegularFile else { throw StoreError(.notAFile, .open, file.path) }
        let open = try disk.open(file.path, .read)
        file.accept(try open.status())
        return try open.readAll(limit: Notebooks.sizeLimit)
    }
}
