import CPosix
import Notebook

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `stat` tells, as far as the store cares.
struct FileStatus: Equatable {
    var device: UInt64
    var inode: UInt64
    var links: UInt64
    var size: Int
    var modified: Int64
    var changed: Int64
    var mode: UInt32
    var owner: UInt32
    var group: UInt32

    init(_ raw: steno_status) {
        device = raw.device
        inode = raw.inode
        links = raw.links
        size = Int(raw.size)
        modified = raw.modified
        changed = raw.changed
        mode = raw.mode
        owner = raw.owner
        group = raw.group
    }

    var isRegularFile: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
    var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
    var isSymbolicLink: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFLNK) }

    /// The same file with the same bytes, its name aside: a rename changes `changed`.
    func hasSameContents(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode && size == other.size && modified == other.modified
    }
}
