import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writing the whole file: beside it first, then in its place; what comes out is compared with what was expected there.
extension DayFile {
    /// Where the new file is written. One name, so that what a dead run left is found, and found again.
    var draftPath: String { Paths.join(Paths.parent(of: path), ".\(Paths.name(of: path)).steno-new") }

    /// What an interrupted replacement left there.
    func leftover() throws(StoreError) -> [UInt8]? {
        guard try disk.statusIfPresent(draftPath) != nil else { return nil }
        return try disk.open(draftPath, .read).readAll(limit: Notebooks.sizeLimit)
    }

    /// Best effort: a leftover of our own is known again, and the next replacement removes it.
    func removeLeftover() {
        do throws(StoreError) {
            try disk.unlinkIfPresent(draftPath)
        } catch {
            return
        }
    }

    /// Makes a file that must not exist.
    func create(with contents: [UInt8]) throws(StoreError) {
        do {
            try replace(with: contents)
        } catch {
            throw error.code == .changedOutside ? StoreError(.alreadyExists, .open, path) : error
        }
    }

    func replace(with contents: [UInt8]) throws(StoreError) {
        if let seen, seen.links > 1 { return try rewrite(with: contents) }
        let file: OpenFile
        do throws(StoreError) {
            file = try writeDraft(contents)
        } catch {
            // The folder takes no new file; this one may still be written.
            guard seen != nil, [.permissionDenied, .readOnlyFileSystem].contains(error.code) else { throw error }
            return try rewrite(with: contents)
        }
        guard try keepsOwner(file) else {
            try disk.unlinkIfPresent(draftPath)
            return try rewrite(with: contents)
        }
        let written = try file.status()
        try putInPlace(file)
        // Its name may be gone before the exchange is durable: then the old file is there, which the journal knows.
        defer { if seen != nil { removeLeftover() } }
        let isNew = seen == nil
        let placed = try file.status()
        // Somebody may have written into the new file already: then the next look shall see it.
        accept(placed.hasSameContents(as: written) ? placed : written)
        do {
            try disk.synchronizeFolder(Paths.parent(of: path))
        } catch {
            if isNew { try takeAway() }
            throw error
        }
    }

    /// A new file whose name is not durable was not made.
    private func takeAway() throws(StoreError) {
        accept(nil)
        try disk.unlinkIfPresent(path)
    }

    private func writeDraft(_ contents: [UInt8]) throws(StoreError) -> OpenFile {
        try disk.unlinkIfPresent(draftPath)
        let file = try disk.open(draftPath, .create(mode: seen == nil && !isPrivate ? 0o666 : 0o600))
        do {
            if let seen { try file.copyAttributes(of: disk.open(path, .read), status: seen) }
            try file.writeAll(contents[...])
            try file.synchronize()
        } catch {
            try disk.unlinkIfPresent(draftPath)
            throw error
        }
        return file
    }

    private func keepsOwner(_ file: OpenFile) throws(StoreError) -> Bool {
        guard let seen else { return true }
        let status = try file.status()
        return status.owner == seen.owner && status.group == seen.group
    }

    private func putInPlace(_ file: OpenFile) throws(StoreError) {
        do {
            if let expected = seen { try exchange(expecting: expected) } else { try placeNew() }
        } catch {
            let (left, ours) = (try disk.statusIfPresent(draftPath), try file.status())
            if left?.inode == ours.inode { try disk.unlink(draftPath) }
            // An exchange that could not be taken back leaves the other program's file under our draft's name.
            theirsIsAside = left.map { $0.inode != ours.inode } ?? false
            throw error
        }
    }

    private func placeNew() throws(StoreError) {
        do {
            try disk.renameWithoutReplacing(draftPath, to: path)
        } catch {
            switch error.code {
            case .alreadyExists: throw changedOutside
            case .system(let number) where Self.unsupported.contains(number): try placeNewByLink()
            default: throw error
            }
        }
    }

    /// Where renaming without replacing is not known: a second name fails just as well where there is one.
    private func placeNewByLink() throws(StoreError) {
        do {
            try disk.link(draftPath, path)
        } catch {
            throw error.code == .alreadyExists ? changedOutside : error
        }
        try disk.unlink(draftPath)
    }

    private func exchange(expecting expected: FileStatus) throws(StoreError) {
        guard try disk.statusIfPresent(path) == expected else { throw changedOutside }
        do {
            try disk.exchange(draftPath, with: path)
        } catch {
            guard case .system(let number) = error.code, Self.unsupported.contains(number) else {
                throw error.code == .notFound ? changedOutside : error
            }
            // A moment remains in which another program's write would be lost: this file system has nothing better.
            guard try disk.statusIfPresent(path) == expected else { throw changedOutside }
            return try disk.rename(draftPath, to: path)
        }
        guard try disk.status(draftPath).hasSameContents(as: expected) else {
            try disk.exchange(draftPath, with: path)
            throw changedOutside
        }
    }

    private static let unsupported: Set<CInt> = [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP]

    /// Writes over the file in place, where replacing it would cut its other names off or give it to somebody else.
    private func rewrite(with contents: [UInt8]) throws(StoreError) {
        let file = try disk.open(path, .update)
        guard let seen, try file.status() == seen else { throw changedOutside }
        try announceRewriting(true)
        do {
            try file.writeAll(contents[...])
            try file.truncate(to: contents.count)
            try file.synchronize()
        } catch {
            accept(try file.status(), missing: .everything)
            throw error
        }
        accept(try file.status())
        try announceRewriting(false)
    }
}
