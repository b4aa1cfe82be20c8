import Files
import Notebook

/// Writing the whole file: beside it first, then in its place; what comes out is compared with what was expected there.
extension DayFile {
    var replacement: Replacement { Replacement(of: path, on: disk) }

    /// What an interrupted replacement left beside it.
    func leftover() throws(StoreError) -> [UInt8]? { try replacement.leftover(limit: Notebooks.sizeLimit) }

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
            file = try replacement.write(contents, like: seen, mode: isPrivate ? 0o600 : 0o666)
        } catch {
            // The folder takes no new file; this one may still be written.
            guard seen != nil, [.permissionDenied, .readOnlyFileSystem].contains(error.code) else { throw error }
            return try rewrite(with: contents)
        }
        guard try keepsOwner(file) else {
            try disk.unlinkIfPresent(replacement.draftPath)
            return try rewrite(with: contents)
        }
        let written = try file.status()
        try putInPlace(file)
        // Its name may be gone before the exchange is durable: then the old file is there, which the journal knows.
        defer { if seen != nil { replacement.removeDraft() } }
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

    private func keepsOwner(_ file: OpenFile) throws(StoreError) -> Bool {
        guard let seen else { return true }
        let status = try file.status()
        return status.owner == seen.owner && status.group == seen.group
    }

    private func putInPlace(_ file: OpenFile) throws(StoreError) {
        do {
            try replacement.place(file, over: seen)
        } catch {
            theirsIsAside = try replacement.settle(file)
            throw error
        }
    }

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
