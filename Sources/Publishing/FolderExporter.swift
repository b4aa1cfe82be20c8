package import Files
package import Notebook

/// Writes a finished day and its images to another folder.
package struct FolderExporter: Exporter {
    private let trash: any Trash
    private let disk: Disk

    /// - Parameter trash: takes what is written over on purpose, wherever that is.
    package init(trash: any Trash, disk: Disk = Disk()) {
        self.trash = trash
        self.disk = disk
    }

    package func export(
        _ contents: [UInt8], images: [String], from folder: String, to target: String, overwrites: Bool
    ) throws(StoreError) -> [String] {
        let targetFolder = Notebook.folder(of: target)
        var missing: [String] = []
        var copies: [(path: String, bytes: [UInt8])] = []
        for image in images {
            do throws(StoreError) {
                copies.append(
                    ("\(targetFolder)/\(image)", try disk.read("\(folder)/\(image)", limit: ImageStore.largest)))
            } catch {
                guard error.code == .notFound else { throw error }
                missing.append(image)
            }
        }
        var wanted: [(path: String, bytes: [UInt8])] = []
        for copy in copies where try !isThere(copy.path, with: copy.bytes) { wanted.append(copy) }
        // Everything is looked at before anything is written; the day comes last, so that it never lacks an image.
        if !overwrites {
            for path in [target] + wanted.map(\.path) where disk.exists(path) {
                throw StoreError(.alreadyExists, operation: "export", path: path)
            }
        }
        if overwrites {
            for path in [target] + wanted.map(\.path) { try trash.keep(path) }
        }
        for copy in wanted {
            try overwrites ? disk.write(copy.path, copy.bytes) : disk.create(copy.path, copy.bytes)
        }
        try overwrites ? disk.write(target, contents) : disk.create(target, contents)
        return missing
    }

    /// Whether the same image is there already, from an export before.
    private func isThere(_ path: String, with bytes: [UInt8]) throws(StoreError) -> Bool {
        guard disk.exists(path) else { return false }
        return try disk.read(path, limit: ImageStore.largest) == bytes
    }
}
