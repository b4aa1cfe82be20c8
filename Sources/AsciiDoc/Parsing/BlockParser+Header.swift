/// How far the document's header is read.
enum HeaderState: Sendable {
    /// Only comments, attribute entries and blank lines so far.
    case before
    /// After the title; `lines` counts the author and revision lines that came.
    case open(node: Int, lines: Int)
    case over

    var isOpen: Bool {
        if case .over = self { false } else { true }
    }
}

extension BlockParser {
    /// Takes a line of the header. Returns where the next one begins; nil where the line is none.
    mutating func takeHeaderLine(_ line: Line) -> Int? {
        switch state.header {
        case .before: takeLineBeforeTitle(line)
        case .open(let node, let lines): takeLineAfterTitle(line, node, lines)
        case .over: nil
        }
    }

    private mutating func takeLineBeforeTitle(_ line: Line) -> Int? {
        guard state.frames.count == 1 else { return nil }
        // A title above the document's makes that a section.
        if isTitle(line), state.pending.contains(where: { $0.kind == .blockTitle }) {
            state.header = .over
            return nil
        }
        if let underline = underline(of: line), underline.level == 0, !isDiscrete(line.bytes) {
            return addTitle(line.start..<underline.end)
        }
        switch line.shape {
        case .heading(level: 0) where !isDiscrete(line.bytes): return addTitle(line.start..<line.end)
        // These may stand before the title; they do not end the wait for it.
        case .lineComment, .attributeEntry, .blockAnchor, .blockAttributes, .blockTitle: break
        case .directive where !isPreprocessed: break
        case .delimiter(let delimiter) where delimiter.kind == .commentBlock: break
        default: state.header = .over
        }
        return nil
    }

    private func isTitle(_ line: Line) -> Bool {
        if case .heading(level: 0) = line.shape { return true }
        return underline(of: line)?.level == 0
    }

    private mutating func addTitle(_ lines: Range<Int>) -> Int {
        settleBlank()
        let node = add(.header, blockStart(lines.lowerBound)..<lines.upperBound)
        givePending(to: node)
        add(.documentTitle, lines, below: node)
        tree[node].next = UInt32(tree.count)
        state.header = .open(node: node, lines: 0)
        return lines.upperBound
    }

    /// The first text is the author line, the second the revision line: whatever it says.
    private mutating func takeLineAfterTitle(_ line: Line, _ node: Int, _ lines: Int) -> Int? {
        var end = line.end
        switch line.shape {
        case .lineComment: add(.lineComment, line.start..<line.end, below: node)
        case .directive where !isPreprocessed:
            add(.directive, line.start..<line.end, below: node)
            if line.directiveReachesBody { extend(.body) }
        case .delimiter(let delimiter) where delimiter.kind == .commentBlock:
            state.frames.append(
                OpenState.Frame(kind: .block(delimiter), node: add(.commentBlock, line.start..<line.end, below: node)))
            add(.delimiterLine, line.start..<line.end)
        case .attributeEntry:
            end = entryEnd(line)
            add(.attributeEntry, line.start..<end, below: node)
        default:
            guard lines < 2 else {
                endHeader(at: line.start)
                return nil
            }
            add(lines == 0 ? .authorLine : .revisionLine, line.start..<line.end, below: node)
            state.header = .open(node: node, lines: lines + 1)
        }
        tree[node].end = UInt32(end)
        tree[node].next = UInt32(tree.count)
        return end
    }

    /// A blank line ends the header; before the title, it does not.
    mutating func endHeader(at end: Int) {
        guard case .open(let node, _) = state.header else { return }
        tree[node].end = UInt32(end)
        tree[node].next = UInt32(tree.count)
        state.header = .over
    }
}

extension Line {
    /// Whether a directive of the header includes a file, or sets what headings are: `ifdef::x[:leveloffset: 1]`.
    fileprivate var directiveReachesBody: Bool {
        if directiveName == .include { return true }
        let text = String(decoding: bytes[start..<textEnd], as: UTF8.self)
        return text.contains("leveloffset") || text.contains("doctype")
    }
}
