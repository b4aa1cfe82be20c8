import Notebook
import Publishing
import Shell

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Terminal {
    /// What completion offers of a folder; nothing where it cannot be read.
    static func files(in folder: String) -> [ListedFile] {
        let names: [String]
        do throws(StoreError) { names = try Files.names(in: folder) } catch { return [] }
        return names.compactMap { name in
            var status = stat()
            guard stat(folder + "/" + name, &status) == 0 else { return nil }
            return ListedFile(
                name: name, isFolder: status.st_mode & S_IFMT == S_IFDIR, modified: Int64(status.modificationSeconds))
        }
    }

    /// Makes the folder of histories and drafts, for the user alone.
    static func makePrivateFolder(_ path: String) {
        var folder = ""
        for part in path.split(separator: "/") {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
    }
}

extension stat {
    fileprivate var modificationSeconds: Int {
        #if canImport(Darwin)
            st_mtimespec.tv_sec
        #else
            st_mtim.tv_sec
        #endif
    }
}
