package import Files
package import Notebook

/// The trash of a notebook: `.steno/trash/`, a numbered folder for each file, with its bytes and where it was.
package struct TrashFolder: Trash {
    private let folder: String
    private let disk: Disk
    private static let largest = 1 << 30

    /// - Parameter notebook: the notebook's folder.
    package init(notebook: String, disk: Disk = Disk()) {
        folder = notebook + "/.steno/trash"
        self.disk = disk
    }

    package func entries() throws(StoreError) -> [TrashEntry] {
        var entries: [TrashEntry] = []
        for number in try disk.namesIfPresent(in: folder).compactMap({ Int($0) }).sorted() {
            guard let path = try path(of: number), let status = try disk.statusIfPresent(file(number)) else { continue }
            entries.append(TrashEntry(number: number, path: path, size: status.size))
        }
        return entries
    }

    package func keep(_ path: String) throws(StoreError) {
        guard try disk.statusIfPresent(path) != nil else { return }
        let bytes = try disk.read(path, limit: Self.largest)
        try disk.makeFolders(folder, mode: 0o777)
        let number = try claim()
        try disk.create(file(number), bytes)
        // The path comes last: an entry without one is not listed.
        try disk.create(origin(number), Array(try disk.resolve(path).utf8))
    }

    package func restore(_ number: Int) throws(StoreError) -> String {
        guard let path = try path(of: number) else {
            throw StoreError(.notFound, operation: "open", path: "\(folder)/\(number)")
        }
        let bytes = try disk.read(file(number), limit: Self.largest)
        try keep(path)
        try disk.write(path, bytes)
        return path
    }

    /// Makes the next folder; two shells never get the same.
    private func claim() throws(StoreError) -> Int {
        var number = (try disk.names(in: folder).compactMap { Int($0) }.max() ?? 0) + 1
        while true {
            do {
                try disk.makeFolder("\(folder)/\(number)", mode: 0o700)
                return number
            } catch {
                guard error.code == .alreadyExists else { throw error }
                number += 1
            }
        }
    }

    private func path(of number: Int) throws(StoreError) -> String? {
        guard disk.exists(origin(number)) else { return nil }
        return String(decoding: try disk.read(origin(number), limit: 1 << 16), as: UTF8.self)
    }

    private func file(_ number: Int) -> String { "\(folder)/\(number)/content" }
    private func origin(_ number: Int) -> String { "\(folder)/\(number)/path" }
}
