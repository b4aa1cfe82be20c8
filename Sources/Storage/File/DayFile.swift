import Files
import Notebook

/// The day's `.adoc` file: kept up to date after the journal, never touched where another program changed it.
final class DayFile {
    /// The file itself, links followed.
    let path: String
    let disk: Disk
    let isPrivate: Bool
    /// Tells the journal that the file begins (or has ended) to be written in place.
    var announceRewriting: (Bool) throws(StoreError) -> Void = { _ in }
    /// The file as we last read or wrote it; nil: it was not there.
    private(set) var seen: FileStatus?
    /// What the file does not have yet of the document in memory.
    private(set) var missing = Missing.nothing

    /// Another program's file is under our draft's name, and could not be put back.
    var theirsIsAside = false

    enum Missing: Equatable {
        case nothing
        /// The document's bytes from this offset on.
        case tail(from: Int)
        case everything
    }

    /// - Parameter isPrivate: a new file is for its owner only.
    init(path: String, disk: Disk, isPrivate: Bool = false) {
        self.path = path
        self.disk = disk
        self.isPrivate = isPrivate
    }

    /// Takes the file as it is for what the document in memory holds, but for `missing`.
    func accept(_ status: FileStatus?, missing: Missing = .nothing) {
        seen = status
        self.missing = missing
        theirsIsAside = false
    }

    // MARK: Looking

    /// What is at the path now, compared with what we saw last.
    enum Look: Equatable {
        case unchanged
        case gone
        case changed(FileStatus)
    }

    func look() throws(StoreError) -> Look {
        guard let now = try disk.statusIfPresent(path) else { return seen == nil ? .unchanged : .gone }
        return now == seen && !theirsIsAside ? .unchanged : .changed(now)
    }

    /// Reads the file when nobody is in the middle of writing it.
    ///
    /// - Returns: nil where it changed under the reading or somebody has it open for writing.
    /// - Parameter despiteWriter: a program that keeps it open without writing does not count.
    func readWhole(despiteWriter: Bool) throws(StoreError) -> (contents: [UInt8], status: FileStatus)? {
        let file = try disk.open(path, .read)
        let before = try file.status()
        guard before.isRegularFile else { throw StoreError(.notAFile, .open, path) }
        if !despiteWriter, file.hasWriter == true { return nil }
        let contents = try file.readAll(limit: Notebooks.sizeLimit)
        guard try file.status() == before, try disk.statusIfPresent(path) == before else { return nil }
        if theirsIsAside, let theirs = try leftover() { return (theirs, before) }
        return (contents, before)
    }

    // MARK: Falling after and catching up

    /// The document grew from `length` by an append (or changed elsewhere); the file has not.
    func fallAfter(appendedAt length: Int?) {
        switch (missing, length) {
        case (.nothing, let length?): missing = .tail(from: length)
        case (.tail, .some), (.everything, _): break
        case (_, nil): missing = .everything
        }
    }

    /// Writes what is missing. Throws `changedOutside` or `deletedOutside` where the file is not the one that we know.
    func catchUp(with contents: [UInt8]) throws(StoreError) {
        if missing == .nothing { return }
        if theirsIsAside { throw changedOutside }
        if case .tail(let start) = missing, seen != nil { return try append(contents[start...]) }
        switch try look() {
        case .unchanged: try replace(with: contents)
        case .gone: throw deletedOutside
        case .changed: throw changedOutside
        }
    }

    /// Adds bytes at the end in place: inode, links, rights and open viewers stay.
    private func append(_ bytes: ArraySlice<UInt8>) throws(StoreError) {
        let file = try openForAppending()
        guard let before = seen, try file.status() == before else { throw changedOutside }
        let (written, error) = file.write(bytes)
        if let error {
            // Nobody else wrote: cut the torn line off, so that the file stays whole while we wait.
            if written > 0, try file.status().size == before.size + written { try file.truncate(to: before.size) }
            seen = try file.status()
            throw error
        }
        let after = try file.status()
        guard after.size == before.size + bytes.count else { throw changedOutside }
        accept(after)
    }

    /// Opening tells, too, that the file is gone, or a link in its place.
    private func openForAppending() throws(StoreError) -> OpenFile {
        do {
            return try disk.open(path, .append)
        } catch {
            switch error.code {
            case .notFound, .notAFolder: throw deletedOutside
            case .notAFile: throw changedOutside
            default: throw error
            }
        }
    }

    /// Makes the file's bytes durable.
    func synchronize() throws(StoreError) {
        guard let seen else { return }
        let file = try disk.open(path, .read)
        try file.synchronize()
        guard try file.status() == seen else { throw changedOutside }
    }

    var changedOutside: StoreError { StoreError(.changedOutside, .write, path) }
    private var deletedOutside: StoreError { StoreError(.deletedOutside, .write, path) }
}
