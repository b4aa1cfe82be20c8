/// What stands before a place of a document, as far as it matters to text that is put there.
public struct AppendState: Hashable, Sendable {
    /// How the document ends its lines.
    public enum LineEnding: Hashable, Sendable {
        case lineFeed
        case carriageReturnLineFeed

        /// The characters themselves.
        public var text: String { self == .lineFeed ? "\n" : "\r\n" }
    }

    /// Line ends as those of the document's first line.
    public var lineEnding: LineEnding
    /// Whether the place begins a line.
    public var endsWithNewline: Bool
    /// The delimiters of the blocks that nobody closed before the place, outermost first.
    public var openDelimiters: [[UInt8]]
    /// Whether the place is in the document's header, which only a blank line ends.
    public var isInHeader: Bool
}

extension Document {
    /// The state at the end of the document.
    public var appendState: AppendState { appendState(at: source.count) }

    /// The state at `offset`, the end of a block.
    ///
    /// Only blocks that reach the end of their container without a closing line count as open: at a place between the
    /// lines of a block that is closed further down, nothing has to be closed.
    public func appendState(at offset: Int) -> AppendState {
        AppendState(
            lineEnding: lineEnding,
            endsWithNewline: offset == 0 || source[offset - 1] == newline,
            openDelimiters: openDelimiters(at: offset),
            isInHeader: root.children.first { $0.kind == .header }.map { $0.range.upperBound == offset } ?? false)
    }

    var lineEnding: AppendState.LineEnding {
        guard let end = source.firstIndex(of: newline), end > 0 else { return .lineFeed }
        return source[end - 1] == UInt8(ascii: "\r") ? .carriageReturnLineFeed : .lineFeed
    }

    private func openDelimiters(at offset: Int) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var node = root
        while let child = node.children.last(where: { $0.range.lowerBound < offset }) {
            node = child
            if node.range.upperBound <= offset || node.range.contains(offset), !node.isTerminated,
                let delimiter = node.delimiter
            {
                found.append(Array(source[delimiter].prefix(node.fenceLength)))
            }
        }
        return found
    }
}

extension Node {
    /// Length of the line that closes the block: a fence's language is not repeated.
    fileprivate var fenceLength: Int { Int(document.tree[index].level) }
}
