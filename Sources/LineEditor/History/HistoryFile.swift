import CEditline

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lines on disk, for the user alone (0600). Each is appended with one `write`, so that two shells can share the file and
/// a killed one loses nothing. A backslash stands for itself doubled, a line end is `\n`.
final class HistoryFile {
    private let descriptor: Int32
    /// How many of the last lines a session starts with.
    static let mostLines = 5000
    private static let mostBytes = 4 << 20

    init(path: String) throws(LineEditorError) {
        descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .noHistory(path: path, errno: errno) }
    }

    deinit { _ = cel_close(descriptor) }

    /// A line that the disk refuses is missing from later sessions, which is no reason to stop taking notes.
    func append(_ line: String) {
        let bytes = Array((Self.escape(line) + "\n").utf8)
        _ = bytes.withUnsafeBytes { cel_write(descriptor, $0.baseAddress, $0.count) }
    }

    /// The last lines, oldest first. A half line at the end (power lost) is none.
    func load() -> [String] {
        let size = lseek(descriptor, 0, SEEK_END)
        let start = max(0, Int(size) - Self.mostBytes)
        var bytes = [UInt8](repeating: 0, count: max(0, Int(size) - start))
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(start)) }
        guard count > 0, let end = bytes[..<count].lastIndex(of: 0x0A) else { return [] }
        // After a half line the next one would begin in the middle of it.
        if end != count - 1 { _ = "\n".utf8CString.withUnsafeBytes { cel_write(descriptor, $0.baseAddress, 1) } }
        return bytes[..<end].split(separator: 0x0A).dropFirst(start > 0 ? 1 : 0).suffix(Self.mostLines)
            .compactMap { String(validating: $0, as: UTF8.self) }.map(Self.unescape)
    }

    static func escape(_ line: String) -> String {
        String(line.unicodeScalars.flatMap { $0 == "\\" ? ["\\", "\\"] : $0 == "\n" ? ["\\", "n"] : [$0] })
    }

    static func unescape(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                scalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
