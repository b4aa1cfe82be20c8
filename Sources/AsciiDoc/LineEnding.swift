/// How a document ends its lines.
public enum LineEnding: Hashable, Sendable {
    case lineFeed
    case carriageReturnLineFeed

    /// The characters themselves.
    public var text: String { self == .lineFeed ? "\n" : "\r\n" }
}

extension Document {
    /// How the document ends its lines: as the first one ends.
    public var lineEnding: LineEnding {
        guard let end = source.firstIndex(of: newline), end > 0 else { return .lineFeed }
        return source[end - 1] == UInt8(ascii: "\r") ? .carriageReturnLineFeed : .lineFeed
    }

    /// The line end's bytes.
    var lineEndBytes: [UInt8] { Array(lineEnding.text.utf8) }
}
