#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Tells that a file was written, replaced or taken away, while nobody types. Its folder is watched: editors replace the file.
///
/// Where the system has no inotify nothing is told, and other programs' work is taken over with the next line.
package final class FolderWatch {
    /// Readable when something is to be taken.
    package let descriptor: Int32
    private var watched: (folder: String, file: String, id: Int32)?

    #if os(Linux)
        package init?() {
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            if descriptor < 0 { return nil }
        }

        deinit { close(descriptor) }

        /// Watches the file at `path` from now on; nil: none.
        package func follow(_ path: String?) {
            let resolved = path.flatMap(Self.resolved)
            let place = resolved.flatMap { path in
                path.lastIndex(of: "/").map { (String(path[..<$0]), String(path[path.index(after: $0)...])) }
            }
            guard place?.0 != watched?.folder || place?.1 != watched?.file else { return }
            if let watched { inotify_rm_watch(descriptor, watched.id) }
            watched = place.map { folder, file in
                (folder, file, inotify_add_watch(descriptor, folder + "/", Self.events))
            }
        }

        private static let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)

        /// Takes what was told. Returns whether the file was among it.
        package func take() -> Bool {
            var buffer = [UInt8](repeating: 0, count: 16_384)
            var isMeant = false
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { return isMeant }
                let name = Array((watched?.file ?? "").utf8)
                isMeant = isMeant || Self.names(in: buffer[..<count]).contains { $0.elementsEqual(name) }
            }
        }

        /// The names in a run of `inotify_event`: a head whose last word is the length of the name, filled up with zeros.
        private static func names(in events: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
            let headLength = MemoryLayout<inotify_event>.size
            var names: [ArraySlice<UInt8>] = []
            var rest = events
            while rest.count >= headLength {
                let head = rest.prefix(headLength)
                let length = head.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
                names.append(rest.dropFirst(headLength).prefix(length).prefix { $0 != 0 })
                rest = rest.dropFirst(headLength + length)
            }
            return names
        }

        private static func resolved(_ path: String) -> String? {
            guard let found = realpath(path, nil) else { return nil }
            defer { free(found) }
            return String(cString: found)
        }
    #else
        package init?() { return nil }
        package func follow(_ path: String?) {}
        package func take() -> Bool { false }
    #endif
}
