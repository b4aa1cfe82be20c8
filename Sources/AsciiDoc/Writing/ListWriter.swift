/// Writes lists with what lies below their items.
struct ListWriter {
    var writer: BlockWriter
    /// The markers of the items around, outermost first: a list below them has one of its own.
    var markers: [ItemMarker] = []
    /// Spaces before the markers.
    var indent = ""
    /// The first item's marker; nil: as the style says.
    var first: ItemMarker?
    /// What stands between the first items' markers and their texts.
    var gap = " "

    private var style: Style { writer.style }

    func lines(_ kind: Block.List, _ items: [Block.Item]) -> [String] {
        var inner = self
        if kind == .description { inner.writer.isInDescription = true }
        var marker = first ?? chosen(by: items.first, kind) ?? ItemMarker.first(of: kind, below: markers, style)
        return items.flatMap { item in
            defer { marker = marker.successor ?? marker }
            return inner.lines(item, marker)
        }
    }

    /// The marker that somebody chose for a list's first item, where the lists around leave it free.
    private func chosen(by item: Block.Item?, _ kind: Block.List) -> ItemMarker? {
        let ordinal = style.numbersByHand ? item?.ordinal : nil
        if kind == .ordered, let number = item?.number ?? ordinal, style.numbersByHand || number > 1 {
            return ItemMarker(kind, ".", ItemMarker.Counter(form: .arabic, number: number))
        }
        guard kind == .unordered, style.bullet == "*", let depth = item?.depth,
            !markers.contains(where: { $0.kind == .unordered })
        else { return nil }
        return ItemMarker(kind, String(repeating: "*", count: max(1, depth)))
    }

    /// The lines of an item, with its marker and what lies below it.
    func lines(_ item: Block.Item, _ marker: ItemMarker) -> [String] {
        if let indent = item.indent, indent != self.indent {
            var inner = self
            inner.indent = indent
            return inner.lines(item, marker)
        }
        let attached = item.attached.flatMap { attachedLines($0) }
        guard !item.items.isEmpty else { return head(item, marker) + attached }
        var inner = self
        inner.markers.append(marker)
        inner.indent += style.indent
        (inner.first, inner.gap) = (nil, " ")
        if item.list == .description,
            inner.markers.count(where: { $0.kind == .description }) >= ItemMarker.descriptions.count
        {
            // There is no marker left: the list begins again in a block of its own.
            return head(item, marker) + attached + attachedLines(.list(item.list, item.items))
        }
        // Right below a paragraph, the first item would be a line of it.
        let gap = item.attached.isEmpty ? [] : [""]
        return head(item, marker) + attached + gap + inner.lines(item.list, item.items)
    }

    private func attachedLines(_ block: Block) -> [String] {
        var inner = writer
        (inner.takesSections, inner.isInList) = (false, true)
        let lines = inner.lines(block.isList ? .compound(.open, [block]) : block)
        if case .comment = block { return lines }
        return lines.isEmpty ? [] : ["+"] + lines
    }

    /// The item's own lines.
    private func head(_ item: Block.Item, _ marker: ItemMarker) -> [String] {
        guard marker.kind == .description else {
            let box =
                marker.kind == .unordered ? item.isChecked.map { ($0 ? TaskBox.ticked : .open).rawValue } ?? "" : ""
            return text(item.text ?? "", after: indent + marker.text + gap + box)
        }
        let terms = (item.terms.isEmpty ? [""] : item.terms).map { indent + $0.asTerm + marker.text }
        // A term without text would take what is attached to it for its text.
        guard let text = item.text ?? (item.attached.isEmpty ? nil : "") else { return terms }
        return terms.dropLast() + self.text(text, after: terms[terms.count - 1] + gap)
    }

    private func text(_ text: String, after front: String) -> [String] {
        if !writer.isInDescription, text.isPlainText { return [front + text] }
        let indent = self.indent + String(repeating: " ", count: style.continuationIndent)
        var written: [String] = []
        for line in text.lines {
            written.append(
                written.isEmpty
                    ? front + escape(writer.isInDescription ? writer.defused(line) : line, for: .listItem)
                    : indent + escape(line, for: .listItemContinuation, after: written.last))
        }
        // Asciidoctor takes a nested item that ends like a term for one without text, and gives it the next block.
        if ["::", ";;"].contains(where: text.trimmingBlanks.hasSuffix) { written[written.count - 1] += "{empty}" }
        return written
    }
}

extension String {
    /// The text in front of `::`.
    var asTerm: String {
        var written = escape(trimmingBlanks, for: .paragraph)
        // With a text that ends in a bracket, the line would be one of attributes.
        if written.hasPrefix("[") { written = "{empty}" + written }
        return written.hasSuffix(":") || written.hasSuffix(";") ? written + "{empty}" : written
    }
}
