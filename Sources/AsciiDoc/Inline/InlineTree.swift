/// Puts the spans that the substitutions found into each other, with the text between them.
struct InlineTree {
    /// In the order in which they begin; the longer one first.
    private let spans: [InlineText.Span]
    /// Where the text begins in the source.
    private let offset: Int
    private var next = 0

    init(spans: [InlineText.Span], offset: Int) {
        self.spans = spans.count < 2 ? spans : Self.nested(spans.sorted { Self.isBefore($0.range, $1.range) })
        self.offset = offset
    }

    /// Of two formats of one kind that overlap, the first closing signs end the inner one: their tags are the same.
    private static func nested(_ spans: [InlineText.Span]) -> [InlineText.Span] {
        var (spans, open) = (spans, [Int]())
        for index in spans.indices where !spans[index].kind.isLeaf {
            while let last = open.last, spans[last].range.upperBound <= spans[index].range.lowerBound {
                open.removeLast()
            }
            if let last = open.last {
                let (outer, inner) = (spans[last], spans[index])
                let around = open.dropLast().last.map { spans[$0].content.upperBound } ?? .max
                if outer.range.upperBound < inner.range.upperBound, inner.range.upperBound <= around,
                    let pair = outer.exchangingEnds(with: inner)
                {
                    (spans[last], spans[index]) = pair
                }
            }
            open.append(index)
        }
        return spans
    }

    private static func isBefore(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        first.lowerBound == second.lowerBound
            ? first.upperBound > second.upperBound : first.lowerBound < second.lowerBound
    }

    /// The inlines that cover `range`. As deep as formats can stand in each other: no substitution nests in itself.
    mutating func inlines(in range: Range<Int>) -> [Inline] {
        var inlines: [Inline] = []
        var position = range.lowerBound
        while next < spans.count, spans[next].range.lowerBound < range.upperBound {
            let span = spans[next]
            next += 1
            // What overlaps what began before it is text; what begins between the signs of something is no part of it.
            guard span.range.lowerBound >= position, span.range.upperBound <= range.upperBound else { continue }
            addText(position..<span.range.lowerBound, to: &inlines)
            inlines.append(inline(span))
            position = span.range.upperBound
        }
        addText(position..<range.upperBound, to: &inlines)
        return inlines
    }

    private mutating func inline(_ span: InlineText.Span) -> Inline {
        Inline(
            kind: span.kind, range: moved(span.range), content: moved(span.content),
            attributes: span.attributes.map(moved), target: span.target.map(moved),
            children: isLeaf(span) ? [] : inlines(in: span.content))
    }

    /// Passthroughs have something in them where one encloses another, or names substitutions.
    private func isLeaf(_ span: InlineText.Span) -> Bool {
        guard span.kind == .passthrough else { return span.kind.isLeaf }
        return next == spans.count || spans[next].range.lowerBound >= span.content.upperBound
    }

    private func addText(_ range: Range<Int>, to inlines: inout [Inline]) {
        guard !range.isEmpty else { return }
        let range = moved(range)
        inlines.append(
            Inline(kind: .text, range: range, content: range, attributes: nil, target: nil, children: []))
    }

    private func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }
}

extension InlineText.Span {
    /// The span with the end of one that overlaps it, and that one with its end; nil where their tags differ.
    fileprivate func exchangingEnds(with other: Self) -> (outer: Self, inner: Self)? {
        guard kind == other.kind, kind.isFormat, attributes == nil, other.attributes == nil,
            other.range.lowerBound >= content.lowerBound, content.upperBound > other.content.lowerBound
        else { return nil }
        return (
            Self(
                kind: kind, range: range.lowerBound..<other.range.upperBound,
                content: content.lowerBound..<other.content.upperBound),
            Self(
                kind: kind, range: other.range.lowerBound..<range.upperBound,
                content: other.content.lowerBound..<content.upperBound)
        )
    }
}

extension Inline.Kind {
    /// Whether it is formatted text between signs.
    fileprivate var isFormat: Bool {
        switch self {
        case .strong, .emphasis, .monospace, .mark, .superscript, .subscript: true
        default: false
        }
    }

    /// Whether nothing inside is markup.
    var isLeaf: Bool {
        switch self {
        case .strong, .emphasis, .monospace, .mark, .superscript, .subscript, .doubleQuoted, .singleQuoted, .link,
            .mailto, .crossReference, .footnote, .indexTerm:
            false
        default: true
        }
    }
}
