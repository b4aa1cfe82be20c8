extension DiagnosticRule {
    /// Rules on lists.
    static let lists = [listIsText, skippedDepth, emptyItem]

    /// A list glued to the paragraph above it is text.
    private static let listIsText = DiagnosticRule("list-is-text", .warning) { context in
        context.nodes(.paragraph).flatMap { node -> [(Range<Int>, String, Edit?)] in
            let items = context.textLines(of: node).dropFirst().filter { line in
                guard case .listItem(let marker)? = context.shape(of: line) else { return false }
                return marker.kind == .unorderedList || marker.kind == .orderedList
            }
            guard let first = items.first else { return [] }
            return [
                (
                    first, "without a blank line before it, this list is text",
                    Edit(range: first.lowerBound..<first.lowerBound, replacement: [newline])
                )
            ]
        }
    }

    /// Depth is the order in which markers appear: a marker with two stars more is one level deeper, not two.
    private static let skippedDepth = DiagnosticRule("list-depth-skipped", .warning) { context in
        context.nodes(.listItem).compactMap { item in
            guard let marker = item.marker, let outer = item.parent?.parent, outer.kind == .listItem,
                let above = outer.marker,
                context.document.source[marker.lowerBound] == context.document.source[above.lowerBound],
                marker.count > above.count + 1
            else { return nil }
            return (
                marker,
                "this item is one level below the one above, as “\(context.text(above))\(context.text(above.lowerBound..<(above.lowerBound + 1)))” says",
                nil
            )
        }
    }

    private static let emptyItem = DiagnosticRule("item-without-text", .warning) { context in
        (context.nodes(.paragraph) + context.nodes(.listItem)).flatMap(context.textLines).compactMap { line in
            let content = context.document.trimBlanks(line)
            let isMarker = !content.isEmpty && context.document.source[content].allSatisfy { $0 == UInt8(ascii: "*") }
            guard isMarker, content.count <= 5, content.lowerBound == line.lowerBound,
                content.upperBound < line.upperBound
            else { return nil }
            let end = content.upperBound
            return (
                content, "a marker without text is text itself",
                Edit(range: end..<line.upperBound, replacement: Array(" {empty}".utf8))
            )
        }
    }
}
