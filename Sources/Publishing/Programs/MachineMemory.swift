package import Files
package import Notebook

/// What this machine remembers of a notebook, outside of it: nothing of it comes with a notebook from elsewhere.
///
/// Below the state folder the notebook's own path is repeated, so that no other notebook has it.
package struct MachineMemory {
    private let notebook: String
    /// nil: this machine remembers nothing.
    private let state: String?
    private let disk: Disk
    private static let largest = 16 << 20

    /// - Parameters:
    ///   - notebook: its folder.
    ///   - state: the folder of what this machine remembers; nil: there is none.
    package init(notebook: String, state: String?, disk: Disk = Disk()) {
        (self.notebook, self.state, self.disk) = (notebook, state, disk)
    }

    /// The bytes under a name; nil: there are none.
    package func bytes(_ name: String) throws(StoreError) -> [UInt8]? {
        guard disk.exists(notebook), let path = try path(name), disk.exists(path) else { return nil }
        return try disk.read(path, limit: Self.largest)
    }

    /// - Throws: also where this machine remembers nothing.
    package func keep(_ bytes: [UInt8], as name: String) throws(StoreError) {
        try disk.makeFolders(notebook, mode: 0o777)
        guard let path = try path(name) else {
            throw StoreError(.notFound, operation: "write", path: "~/.local/state")
        }
        try disk.makeFolders(Paths.parent(of: path), mode: 0o700)
        try disk.write(path, bytes)
    }

    private func path(_ name: String) throws(StoreError) -> String? {
        guard let state else { return nil }
        let folder = try disk.resolve(Paths.join(notebook, "."))
        return "\(state)/notebooks\(folder)/\(name)"
    }
}
