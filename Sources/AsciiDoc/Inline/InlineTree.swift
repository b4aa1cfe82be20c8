/// Puts the spans that the substitutions found into each other, with the text between them.
struct InlineTree {
    /// In the order in which they begin; the longer one first.
    private let spans: [InlineText.Span]

    init(spans: [InlineText.Span]) {
        self.spans = spans.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }

    /// A span whose children are being read.
    private struct Level {
        let span: InlineText.Span?
        /// Up to where children and text may reach.
        let end: Int
        /// Up to where the children cover it.
        var position: Int
        var children: [Inline] = []

        mutating func addText(upTo end: Int) {
            guard position < end else { return }
            children.append(
                Inline(
                    kind: .text, range: position..<end, content: position..<end, attributes: nil, target: nil,
                    children: []))
            position = end
        }
    }

    /// The inlines that cover `range`.
    func inlines(in range: Range<Int>) -> [Inline] {
        var levels = [Level(span: nil, end: range.upperBound, position: range.lowerBound)]
        for span in spans {
            while let level = levels.last, level.span != nil, span.range.lowerBound >= level.end { Self.close(&levels) }
            guard var level = levels.popLast() else { break }
            // What overlaps what began before it is cut there; what begins between its signs is no part of it.
            guard span.range.lowerBound >= level.position, span.range.upperBound <= level.end else {
                levels.append(level)
                continue
            }
            level.addText(upTo: span.range.lowerBound)
            levels.append(level)
            levels.append(Level(span: span, end: span.content.upperBound, position: span.content.lowerBound))
        }
        while levels.count > 1 { Self.close(&levels) }
        levels[0].addText(upTo: range.upperBound)
        return levels[0].children
    }

    /// Makes an inline of the innermost level.
    private static func close(_ levels: inout [Level]) {
        guard levels.count > 1, var level = levels.popLast(), let span = level.span else { return }
        let isLeaf = span.kind.isLeaf
        if !isLeaf { level.addText(upTo: level.end) }
        levels[levels.count - 1].children.append(
            Inline(
                kind: span.kind, range: span.range, content: span.content, attributes: span.attributes,
                target: span.target, children: isLeaf ? [] : level.children))
        levels[levels.count - 1].position = span.range.upperBound
    }
}
