import Files
import Notebook
import Shell

extension Terminal {
    /// What completion offers of a folder; nothing where it cannot be read.
    static func files(in folder: String) -> [ListedFile] {
        let disk = Disk()
        let names: [String]
        do throws(StoreError) { names = try disk.names(in: folder) } catch { return [] }
        return names.compactMap { name in
            do throws(StoreError) {
                let status = try disk.status(Paths.join(folder, name), followingLinks: true)
                return ListedFile(name: name, isFolder: status.isFolder, modified: status.modified / 1_000_000_000)
            } catch {
                // A link to nothing, or a folder that may not be looked into.
                return nil
            }
        }
    }
}
