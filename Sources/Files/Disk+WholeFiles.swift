package import struct Notebook.StoreError

// Reading and writing whole files, bounded, durable, and without ever overwriting by accident.
extension Disk {
    /// The bytes of the regular file that `path` leads to, no larger than `limit`.
    package func read(_ path: String, limit: Int) throws(StoreError) -> [UInt8] {
        let file = try open(path, .readThroughLinks)
        guard try file.status().isRegularFile else { throw StoreError(.notAFile, .open, path) }
        return try file.readAll(limit: limit)
    }

    /// What standard input gives, up to its end.
    package func readStandardInput(limit: Int) throws(StoreError) -> [UInt8] {
        let file = standardInput
        var bytes: [UInt8] = []
        while true {
            let piece = try file.readNext()
            if piece.isEmpty { return bytes }
            bytes += piece
            guard bytes.count <= limit else { throw StoreError(.tooLarge(limit: limit), .read, Self.inputName) }
        }
    }

    private static let inputName = "standard input"

    package var standardInput: OpenFile { standard(0, Self.inputName) }
    package var standardOutput: OpenFile { standard(1, "standard output") }
    package var standardError: OpenFile { standard(2, "standard error") }

    private func standard(_ descriptor: Int32, _ name: String) -> OpenFile {
        OpenFile(descriptor: descriptor, path: name, disk: self, isStandard: true)
    }

    /// Names in a folder; none where there is no such folder.
    package func namesIfPresent(in folder: String) throws(StoreError) -> [String] {
        do {
            return try names(in: folder)
        } catch {
            guard error.code == .notFound else { throw error }
            return []
        }
    }

    /// Whether something is at `path` that can be asked for.
    package func exists(_ path: String, followingLinks: Bool = false) -> Bool {
        do { return try statusIfPresent(path, followingLinks: followingLinks) != nil } catch { return false }
    }

    package func isFolder(_ path: String, followingLinks: Bool = true) -> Bool {
        do {
            return try statusIfPresent(path, followingLinks: followingLinks)?.isFolder ?? false
        } catch {
            return false
        }
    }

    /// Makes a folder for its owner alone, if need be, and writes into it as much as is soon needed there, to see whether
    /// that is possible: permission, a read-only disk and a full one are known before anything depends on it.
    package func tryWriting(into folder: String) throws(StoreError) {
        try makeFolders(folder, mode: 0o700)
        let path = Paths.join(folder, "trial")
        let file = try open(path, .openOrCreate(mode: 0o600))
        let (_, error) = file.write([UInt8](repeating: 0, count: 16 << 10)[...])
        try unlinkIfPresent(path)
        if let error { throw error }
    }

    /// Writes a new file, durably, with the folders that it needs; fails where there is one. What could not be written
    /// whole does not stay.
    package func create(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
        let folder = Paths.parent(of: path)
        try makeFolders(folder, mode: 0o777)
        let file = try open(path, .create(mode: 0o666))
        do {
            try file.writeAll(bytes[...])
            try file.synchronize()
            try synchronizeFolder(folder)
        } catch {
            try unlinkIfPresent(path)
            throw error
        }
    }

    /// Writes a file whole, durably, with the folders that it needs, over what is there. A link to it stays a link, and
    /// its mode what it was.
    package func write(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
        try makeFolders(Paths.parent(of: path), mode: 0o777)
        let target = try resolve(path)
        let present = try statusIfPresent(target)
        if let present, !present.isRegularFile { throw StoreError(.notAFile, .write, path) }
        let replacement = Replacement(of: target, on: self)
        let file = try replacement.write(bytes, like: present, mode: 0o666)
        do {
            try replacement.place(file, over: present)
        } catch {
            _ = try replacement.settle(file)
            throw error
        }
        if present != nil { replacement.removeDraft() }
        try synchronizeFolder(Paths.parent(of: target))
    }
}
