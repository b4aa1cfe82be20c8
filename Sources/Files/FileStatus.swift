import CPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `stat` tells, as far as a room cares. Times are nanoseconds since 1970.
package struct FileStatus: Hashable, Sendable {
    package var device: UInt64
    package var inode: UInt64
    package var links: UInt64
    package var size: Int
    package var modified: Int64
    package var changed: Int64
    package var mode: UInt32
    package var owner: UInt32
    package var group: UInt32

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

    package var isRegularFile: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
    package var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
    package var isSymbolicLink: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFLNK) }

    /// The same file with the same bytes, its name aside: a rename changes `changed`.
    package func hasSameContents(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode && size == other.size && modified == other.modified
    }
}
