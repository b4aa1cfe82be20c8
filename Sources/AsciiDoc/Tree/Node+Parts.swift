extension Node {
    /// What the node says, without the signs that make it what it is.
    ///
    /// A heading's title, a list item's own text (all its lines, from after the marker), the lines between a block's
    /// delimiters, a block title's text after the `.`; the whole range of other nodes.
    public var contentRange: Range<Int> {
        switch kind {
        case .heading, .documentTitle: headingText
        case .blockTitle: (range.lowerBound + 1)..<document.lineContentEnd(range)
        case .listItem, .paragraph, .literalParagraph: textLines ?? range
        default: marker == nil ? betweenDelimiters ?? range : range
        }
    }

    /// What the node says, as text: see ``contentRange``.
    public var text: String { document.text(contentRange) }

    /// The marker of a list item (`**`, `1.`) or heading (`==`); nil for other nodes.
    public var marker: Range<Int>? {
        switch kind {
        case .listItem: children.first { $0.kind == .marker }.map { document.trimBlanks($0.range) }
        case .heading, .documentTitle: headingMarker
        default: nil
        }
    }

    /// How many spaces stand before a list item's marker; 0 for other nodes.
    public var indent: Int {
        guard kind == .listItem, let marker else { return 0 }
        return marker.lowerBound - document.lineStart(at: marker.lowerBound)
    }

    /// The text of the block's title line, `Abstract` of `.Abstract`; nil where it has none.
    public var title: Range<Int>? { children.first { $0.kind == .blockTitle }?.contentRange }

    /// What stands between the brackets of the block's last attribute line; nil where it has none.
    public var attributes: Range<Int>? {
        guard let line = children.last(where: { $0.kind == .blockAttributes }) else { return nil }
        let content = document.trimBlanks(line.range)
        return (content.lowerBound + 1)..<(content.upperBound - 1)
    }

    /// The line that opens a delimited block, without spaces and line end; nil for other blocks.
    public var delimiter: Range<Int>? {
        guard kind.hasDelimiters else { return nil }
        if isLoneComment { return document.trimBlanks(range.lowerBound..<document.lineContentEnd(range)) }
        return children.first { $0.kind == .delimiterLine }.map { document.trimBlanks($0.range) }
    }

    /// Whether a delimited block has its closing line.
    public var isTerminated: Bool {
        guard kind.hasDelimiters, let delimiter else { return true }
        guard !isLoneComment else {
            let end = document.trimBlanks(range).upperBound
            let last = document.trimBlanks(document.lineStart(at: end)..<end)
            return last.lowerBound > delimiter.lowerBound
                && document.source[last].elementsEqual(document.source[delimiter])
        }
        return children.reduce(0) { $0 + ($1.kind == .delimiterLine ? 1 : 0) } == 2
    }

    /// Whether it is a comment among the lines about a block, which is one leaf.
    private var isLoneComment: Bool { kind == .commentBlock && children.first == nil }

    /// The node's heading: its own line, or that of a section, the header or the document.
    public var heading: Node? {
        switch kind {
        case .heading, .documentTitle: self
        case .section: children.first { $0.kind == .heading }
        case .header: children.first { $0.kind == .documentTitle }
        case .document: children.first { $0.kind == .header || $0.kind == .section || $0.kind.isBlock }?.titleOfHeader
        default: nil
        }
    }

    private var titleOfHeader: Node? { kind == .header ? heading : nil }

    private var headingMarker: Range<Int>? {
        let content = document.trimBlanks(headingLine)
        let sign = document.source[content.lowerBound]
        guard sign == UInt8(ascii: "=") || sign == UInt8(ascii: "#") else { return nil }
        let length = document.source[content].prefix { $0 == sign }.count
        // After other text, an underlined title goes on.
        guard length < content.count, document.source[content.lowerBound + length].isBlank else { return nil }
        return content.lowerBound..<(content.lowerBound + length)
    }

    /// A heading without the lines about it.
    private var headingLine: Range<Int> { children.last { $0.kind == .text }?.range ?? range }

    private var headingText: Range<Int> {
        let line = headingLine.lowerBound..<document.lineContentEnd(headingLine)
        guard let marker = headingMarker else {
            // The spaces before an underlined title are its.
            return line.lowerBound..<max(line.lowerBound, document.trimBlanks(line).upperBound)
        }
        return document.trimBlanks(marker.upperBound..<line.upperBound)
    }

    /// The text leaves right below the node, up to the first that is something else.
    private var textLines: Range<Int>? {
        var lines: Range<Int>?
        for child in children {
            if child.kind == .text {
                lines = (lines?.lowerBound ?? child.range.lowerBound)..<child.range.upperBound
            } else if lines != nil, child.kind != .lineComment, child.kind != .directive {
                break
            }
        }
        return lines
    }

    /// Where the block itself begins, after the lines about it.
    var contentStart: Int { children.first { !$0.kind.isAboutBlock }?.range.lowerBound ?? range.lowerBound }

    private var betweenDelimiters: Range<Int>? {
        var lines = children.lazy.filter { $0.kind == .delimiterLine }.map(\.range).makeIterator()
        guard let first = lines.next() else { return nil }
        return first.upperBound..<(lines.next()?.lowerBound ?? range.upperBound)
    }
}
