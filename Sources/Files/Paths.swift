package import struct Notebook.StoreError

/// Paths as text, without a look at the disk.
package enum Paths {
    /// The folder that a path lies in; `.` where it names none.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What follows the last `/`.
    package static func name(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    /// The path of `name` in `folder`.
    package static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}

extension Disk {
    /// The file that `path` leads to, links followed, whether or not it exists. Its folder must.
    package func resolve(_ path: String) throws(StoreError) -> String {
        var current = path
        for _ in 0..<40 {
            let folder = try realPath(Paths.parent(of: current))
            current = Paths.join(folder, Paths.name(of: current))
            guard let found = try statusIfPresent(current), found.isSymbolicLink else { return current }
            let target = try linkTarget(current)
            current = target.hasPrefix("/") ? target : Paths.join(folder, target)
        }
        throw StoreError(.notAFile, .open, path)
    }
}
