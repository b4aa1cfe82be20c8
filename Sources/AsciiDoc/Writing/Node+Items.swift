// What a list item is written with.
extension Node {
    /// The marker of a list item, taken apart.
    var itemMarker: ItemMarker? {
        guard kind == .listItem, let marker else { return nil }
        return ItemMarker(reading: document.text(marker))
    }

    /// By how much an item of a list with the marker `-` stands further in than the sibling before it; nil where it does
    /// not.
    var indentBelowSibling: Int? {
        guard indent > 0, let above = previous(where: { $0.kind == .listItem }), above.indent < indent,
            let marker, document.source[marker].elementsEqual("-".utf8)
        else { return nil }
        return indent - above.indent
    }

    /// Spaces before the second line of an item's text, counted from its marker; nil where the text has one line.
    var continuationIndent: Int? {
        guard let text = children.first(where: { $0.kind == .text }) else { return nil }
        let lines = document.source[text.range]
        guard let end = lines.firstIndex(of: newline), end + 1 < lines.endIndex else { return nil }
        return max(0, lines[(end + 1)...].prefix { $0.isBlank }.count - indent)
    }
}
