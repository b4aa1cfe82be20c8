package import struct Notebook.StoreError

/// A file's new contents, written whole beside it and put in its place in one step: nobody sees half of it, and what
/// another program puts there meanwhile is not written over.
package struct Replacement {
    package let path: String
    private let disk: Disk

    /// - Parameter path: the file itself, links followed.
    package init(of path: String, on disk: Disk) {
        self.path = path
        self.disk = disk
    }

    /// Where the new file is written. One name, so that what a dead run left is found, and found again.
    package var draftPath: String { Paths.join(Paths.parent(of: path), ".\(Paths.name(of: path)).steno-new") }

    /// What an interrupted replacement left there.
    package func leftover(limit: Int) throws(StoreError) -> [UInt8]? {
        guard try disk.statusIfPresent(draftPath) != nil else { return nil }
        return try disk.open(draftPath, .read).readAll(limit: limit)
    }

    /// Best effort: the next replacement removes it.
    package func removeDraft() {
        do throws(StoreError) {
            try disk.unlinkIfPresent(draftPath)
        } catch {
            return
        }
    }

    /// Writes the new file beside the old one, durably.
    ///
    /// - Parameters:
    ///   - model: the old file, whose owner, mode and attributes it gets as far as the system allows; nil: there is none.
    ///   - mode: a new file's.
    package func write(_ contents: [UInt8], like model: FileStatus?, mode: UInt32) throws(StoreError) -> OpenFile {
        try disk.unlinkIfPresent(draftPath)
        let file = try disk.open(draftPath, .create(mode: model == nil ? mode : 0o600))
        do {
            if let model { try file.copyAttributes(of: disk.open(path, .read), status: model) }
            try file.writeAll(contents[...])
            try file.synchronize()
        } catch {
            try disk.unlinkIfPresent(draftPath)
            throw error
        }
        return file
    }

    /// Puts the new file in its place; its name is not durable yet. The old one is then at ``draftPath``.
    ///
    /// - Parameter expected: what must be there; nil: nothing.
    /// - Throws: `changedOutside` where something else is there, and stays.
    package func place(_ file: OpenFile, over expected: FileStatus?) throws(StoreError) {
        if let expected { try exchange(expecting: expected) } else { try placeNew() }
    }

    /// Takes away what a failed ``place(_:over:)`` left.
    ///
    /// - Returns: whether an exchange could not be taken back: another program's file is then at ``draftPath``.
    package func settle(_ file: OpenFile) throws(StoreError) -> Bool {
        guard let left = try disk.statusIfPresent(draftPath) else { return false }
        guard left.inode == (try file.status().inode) else { return true }
        try disk.unlink(draftPath)
        return false
    }

    private var changedOutside: StoreError { StoreError(.changedOutside, .write, path) }

    private func placeNew() throws(StoreError) {
        do {
            try disk.renameWithoutReplacing(draftPath, to: path)
        } catch {
            if error.code == .alreadyExists { throw changedOutside }
            guard error.code.isUnsupported else { throw error }
            try placeNewByLink()
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
            guard error.code.isUnsupported else { throw error.code == .notFound ? changedOutside : error }
            // A moment remains in which another program's write would be lost: this file system has nothing better.
            guard try disk.statusIfPresent(path) == expected else { throw changedOutside }
            return try disk.rename(draftPath, to: path)
        }
        guard try disk.status(draftPath).hasSameContents(as: expected) else {
            try disk.exchange(draftPath, with: path)
            throw changedOutside
        }
    }
}
