// What a list item is written with.
extension Node {
    /// The marker of a list item, taken apart.
    var itemMarker: ItemMarker? {
        guard kind == .listItem, let marker else { return nil }
        return ItemMarker(reading: document.text(marker))
    }

    /// What stands before an item of a list with the marker `-` besides what stands before the sibling above it; nil where it
    /// stands no further in.
    var indentBelowSibling: String? {
        guard indent > 0, let above = previous(where: { $0.kind == .listItem }), above.indent < indent,
            let marker, document.source[marker].elementsEqual("-".utf8)
        else { return nil }
        let (own, outer) = (indentText, above.indentText)
        return own.hasPrefix(outer)
            ? String(own.dropFirst(outer.count)) : String(repeating: " ", count: indent - above.indent)
    }

    /// Spaces before the second line of an item's text, counted from its marker; nil where the text has one line.
    var continuationIndent: Int? {
        guard let text = children.first(where: { $0.kind == .text }) else { return nil }
        let lines = document.source[text.range]
        guard let end = lines.firstIndex(of: newline), end + 1 < lines.endIndex else { return nil }
        return max(0, lines[(end + 1)...].prefix { $0.isBlank }.count - indent)
    }
}
