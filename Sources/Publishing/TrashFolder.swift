package import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The trash of a notebook: `.steno/trash/`, a numbered folder for each file, with its bytes and where it was.
package struct TrashFolder: Trash {
    private let folder: String
    private static let largest = 1 << 30

    /// - Parameter notebook: the notebook's folder.
    package init(notebook: String) { folder = notebook + "/.steno/trash" }

    package func entries() throws(StoreError) -> [TrashEntry] {
        var entries: [TrashEntry] = []
        for number in try Files.names(in: folder).compactMap({ Int($0) }).sorted() {
            var status = stat()
            guard let path = try path(of: number), stat(file(number), &status) == 0 else { continue }
            entries.append(TrashEntry(number: number, path: path, size: Int(status.st_size)))
        }
        return entries
    }

    package func keep(_ path: String) throws(StoreError) {
        guard Files.exists(path) else { return }
        let bytes = try Files.read(path, limit: Self.largest)
        try Files.makeFolder(folder)
        let number = try claim()
        try Files.create(file(number), bytes)
        // The path comes last: an entry without one is not listed.
        try Files.create(place(number), Array(absolute(path).utf8))
    }

    package func restore(_ number: Int) throws(StoreError) -> String {
        guard let path = try path(of: number) else {
            throw StoreError(.notFound, operation: "open", path: "\(folder)/\(number)")
        }
        let bytes = try Files.read(file(number), limit: Self.largest)
        try keep(path)
        try Files.write(path, bytes)
        return path
    }

    /// Makes the next folder; two shells never get the same.
    private func claim() throws(StoreError) -> Int {
        var number = (try Files.names(in: folder).compactMap { Int($0) }.max() ?? 0) + 1
        while mkdir("\(folder)/\(number)", 0o700) != 0 {
            guard errno == EEXIST else { throw StoreError(.system(errno), operation: "mkdir", path: folder) }
            number += 1
        }
        return number
    }

    private func path(of number: Int) throws(StoreError) -> String? {
        guard Files.exists(place(number)) else { return nil }
        return String(decoding: try Files.read(place(number), limit: 1 << 16), as: UTF8.self)
    }

    private func file(_ number: Int) -> String { "\(folder)/\(number)/content" }
    private func place(_ number: Int) -> String { "\(folder)/\(number)/path" }

    private func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
