/// How far the document's header is read.
enum HeaderState: Sendable {
    /// Only comments, attribute entries and blank lines so far.
    case before
    /// Behind the title; `lines` counts the author and revision lines that came.
    case open(node: Int, lines: Int)
    case over

    var isOpen: Bool {
        if case .over = self { false } else { true }
    }
}

extension BlockParser {
    /// Takes a line of the header. Returns false where the line is none.
    mutating func takeHeaderLine(_ line: Line) -> Bool {
        switch header {
        case .before: takeLineBeforeTitle(line)
        case .open(let node, let lines): takeLineBehindTitle(line, node, lines)
        case .over: false
        }
    }

    private mutating func takeLineBeforeTitle(_ line: Line) -> Bool {
        switch line.shape {
        case .heading(level: 0):
            settleBlank()
            let node = add(.header, line.start..<line.end)
            add(.documentTitle, line.start..<line.end, below: node)
            header = .open(node: node, lines: 0)
            return true
        // These may stand before the title; they do not end the wait for it.
        case .lineComment, .attributeEntry, .directive:
            return false
        default:
            header = .over
            return false
        }
    }

    /// The first text is the author line, the second the revision line: whatever it says.
    private mutating func takeLineBehindTitle(_ line: Line, _ node: Int, _ lines: Int) -> Bool {
        switch line.shape {
        case .lineComment: add(.lineComment, line.start..<line.end, below: node)
        case .directive: add(.directive, line.start..<line.end, below: node)
        case .attributeEntry: add(.attributeEntry, line.start..<line.end, below: node)
        default:
            guard lines < 2 else {
                endHeader(at: line.start)
                return false
            }
            add(lines == 0 ? .authorLine : .revisionLine, line.start..<line.end, below: node)
            header = .open(node: node, lines: lines + 1)
        }
        tree[node].end = UInt32(line.end)
        tree[node].next = UInt32(tree.count)
        return true
    }

    /// A blank line ends the header; before the title, it does not.
    mutating func endHeader(at end: Int) {
        guard case .open(let node, _) = header else { return }
        tree[node].end = UInt32(end)
        tree[node].next = UInt32(tree.count)
        header = .over
    }
}
