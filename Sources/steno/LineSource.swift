import Files
import Notebook
import Shell

/// The lines of a file or of standard input, one after the other, as they come.
struct LineSource {
    /// A line without its end.
    struct Line {
        /// Nil where the bytes are not valid UTF-8 or too many.
        let text: String?
        /// Why there is no text.
        let problem: Message
    }

    /// Nil: standard input.
    let path: String?

    /// Calls `body` with every line until it returns false.
    func forEach(_ body: (Line) -> Bool) throws(StoreError) {
        let disk = Disk()
        let file: OpenFile
        if let path { file = try disk.open(path, .stream) } else { file = disk.standardInput }
        var pending: [UInt8] = []
        var length = 0
        var isFirst = true
        while true {
            let bytes = try file.readNext()
            if bytes.isEmpty { break }
            for piece in bytes[...].splitKeepingEnds {
                length += piece.count
                // A line without end (a binary file) is dropped as it comes, not gathered.
                if length <= Session.longestLine + 1 { pending.append(contentsOf: piece) }
                guard piece.last == UInt8(ascii: "\n") else { continue }
                guard body(Self.line(pending, length: length, isFirst: isFirst)) else { return }
                (pending, length, isFirst) = ([], 0, false)
            }
        }
        if length > 0 { _ = body(Self.line(pending, length: length, isFirst: isFirst)) }
    }

    /// - Parameter isFirst: whether a byte order mark before it is none of its text.
    private static func line(_ bytes: [UInt8], length: Int, isFirst: Bool) -> Line {
        guard length <= Session.longestLine else { return Line(text: nil, problem: .lineTooLong(Session.longestLine)) }
        var content = bytes[...]
        if isFirst, content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
        if content.last == UInt8(ascii: "\n") { content.removeLast() }
        if content.last == UInt8(ascii: "\r") { content.removeLast() }
        return Line(text: String(validating: content, as: UTF8.self), problem: .notTextual)
    }
}

extension ArraySlice<UInt8> {
    /// The slice cut after every line feed.
    fileprivate var splitKeepingEnds: [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = startIndex
        while start < endIndex {
            let end = self[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? endIndex
            pieces.append(self[start..<end])
            start = end
        }
        return pieces
    }
}
