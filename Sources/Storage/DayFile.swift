import Notebook

/// The day's `.adoc` file: kept up to date after the journal, never touched where another program changed it.
final class DayFile {
    /// The file itself, links followed.
    private(set) var path: String
    private let disk: Disk
    private let isPrivate: Bool
    /// The file as we last read or wrote it; nil: it was not there.
    private(set) var seen: FileStatus?
    /// What the file does not have yet of the document in memory.
    private(set) var missing = Missing.nothing

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

    /// What is at the path now, compared with what we saw last.
    enum Look: Equatable {
        case unchanged
        case gone
        case changed(FileStatus)
    }

    func look() throws(StoreError) -> Look {
        guard let now = try disk.statusIfPresent(path) else { return seen == nil ? .unchanged : .gone }
        return now == seen ? .unchanged : .changed(now)
    }

    /// Takes the file as it is for what the document in memory holds, but for `missing`.
    func accept(_ status: FileStatus?, missing: Missing = .nothing) {
        seen = status
        self.missing = missing
    }

    // MARK: Falling behind and catching up

    /// The document grew from `length` by an append (or changed elsewhere); the file has not.
    func fallBehind(appendedAt length: Int?) {
        switch (missing, length) {
        case (.nothing, let length?): missing = .tail(from: length)
        case (.tail, .some), (.everything, _): break
        case (_, nil): missing = .everything
        }
    }

    /// Writes what is missing. Throws `changedOutside` where the file is not the one that we know.
    func catchUp(with contents: [UInt8]) throws(StoreError) {
        switch missing {
        case .nothing: return
        case .tail(let start) where seen != nil: try append(contents[start...])
        case .tail, .everything: try replace(with: contents)
        }
    }

    /// Adds bytes at the end in place: inode, links, rights and open viewers stay.
    private func append(_ bytes: ArraySlice<UInt8>) throws(StoreError) {
        let file = try disk.open(path, .append)
        guard let before = seen, try file.status() == before else { throw changedOutside }
        let (written, error) = file.write(bytes)
        let after = try file.status()
        if let error {
            // Nobody else wrote: cut the torn line off, so that the file stays whole while we wait.
            if written > 0, after.size == before.size + written { try file.truncate(to: before.size) }
            seen = try file.status()
            throw error
        }
        guard after.size == before.size + bytes.count else { throw changedOutside }
        accept(after)
    }

    /// Makes a file that must not exist.
    func create(with contents: [UInt8]) throws(StoreError) {
        do {
            try replace(with: contents)
        } catch {
            guard error.code == .changedOutside else { throw error }
            throw StoreError(.alreadyExists, .open, path)
        }
    }

    /// Writes a new file and puts it in the place of the old one, which is compared with what we expected there.
    func replace(with contents: [UInt8]) throws(StoreError) {
        let draft = Paths.join(Paths.parent(of: path), ".\(Paths.name(of: path)).steno-new")
        let file = try temporary(draft, contents)
        do {
            try putInPlace(draft)
        } catch {
            try disk.unlinkIfPresent(draft)
            throw error
        }
        accept(try file.status())
        try disk.synchronizeFolder(Paths.parent(of: path))
        try disk.unlinkIfPresent(draft)
    }

    private func temporary(_ draft: String, _ contents: [UInt8]) throws(StoreError) -> OpenFile {
        try disk.unlinkIfPresent(draft)
        let file = try disk.open(draft, .create(mode: seen == nil && !isPrivate ? 0o666 : 0o600))
        do {
            if let seen { try file.copyAttributes(of: disk.open(path, .read), status: seen) }
            try file.writeAll(contents[...])
            try file.synchronize()
        } catch {
            try disk.unlinkIfPresent(draft)
            throw error
        }
        return file
    }

    private func putInPlace(_ draft: String) throws(StoreError) {
        guard let expected = seen else {
            do {
                return try disk.renameWithoutReplacing(draft, to: path)
            } catch {
                guard error.code == .alreadyExists else { throw error }
                throw changedOutside
            }
        }
        guard try disk.statusIfPresent(path) == expected else { throw changedOutside }
        try disk.exchange(draft, with: path)
        guard try disk.status(draft).hasSameContents(as: expected) else {
            try disk.exchange(draft, with: path)
            throw changedOutside
        }
    }

    /// Makes the file's bytes durable.
    func synchronize() throws(StoreError) {
        guard let seen else { return }
        let file = try disk.open(path, .read)
        try file.synchronize()
        guard try file.status() == seen else { throw changedOutside }
    }

    private var changedOutside: StoreError { StoreError(.changedOutside, .write, path) }
}

extension Disk {
    func unlinkIfPresent(_ path: String) throws(StoreError) {
        do {
            try unlink(path)
        } catch {
            guard error.code == .notFound else { throw error }
        }
    }
}
