// Lists, their items, terms and what those mean.
extension SemanticBuilder {
    mutating func addList(_ node: Node, _ depth: Int) -> Bool {
        let style = metadata(of: node).style
        add(Self.contexts[node.kind] ?? .unorderedList, node, depth)
        if node.kind == .calloutList { edit { $0.style = "arabic" } }
        if node.kind == .unorderedList, style == nil, let section = node.parent, section.kind == .section,
            metadata(of: section).style == "bibliography"
        {
            edit { $0.style = "bibliography" }
        }
        if node.kind == .orderedList, style == nil {
            let style = impliedStyle(of: node)
            edit { $0.style = style }
        }
        return true
    }

    private func impliedStyle(of list: Node) -> String {
        let marker = list.children.first { $0.kind == .listItem }?.marker.map(string) ?? "."
        if marker.hasPrefix(".") {
            let styles = ["arabic", "loweralpha", "lowerroman", "upperalpha", "upperroman"]
            return marker.count <= styles.count ? styles[marker.count - 1] : "arabic"
        }
        guard let first = marker.first else { return "arabic" }
        if marker.hasSuffix(")") { return first.isLowercase ? "lowerroman" : "upperroman" }
        return first.isNumber ? "arabic" : first.isLowercase ? "loweralpha" : "upperalpha"
    }

    mutating func addItem(_ node: Node, _ depth: Int) -> Bool {
        let marker = node.marker.map(string) ?? ""
        if node.parent?.kind != .descriptionList, let text = plainItemText(of: node) {
            add(.item, node, depth)
            edit { ($0.marker, $0.text) = (Self.canonical(marker), text) }
            return true
        }
        var lines = itemLines(of: node)
        if node.parent?.kind == .descriptionList { return addDescription(node, depth, marker, lines) }
        add(.item, node, depth)
        if node.parent?.kind == .unorderedList, let first = lines.first, let box = TaskBox(startOf: first.utf8) {
            lines[0] = String(first.dropFirst(box.rawValue.count))
        }
        edit {
            $0.marker = Self.canonical(marker)
            $0.text = lines.joined(separator: "\n")
        }
        return true
    }

    private static func canonical(_ marker: String) -> String {
        guard let first = marker.first, first != ".", first != "*", first != "-" else { return marker }
        if marker.hasPrefix("<") { return "<1>" }
        if marker.hasSuffix(")") { return first.isLowercase ? "i)" : "I)" }
        return first.isNumber ? "1." : first.isLowercase ? "a." : first.isLetter ? "A." : marker
    }

    private mutating func addDescription(_ node: Node, _ depth: Int, _ marker: String, _ lines: [String]) -> Bool {
        add(.term, node, depth)
        let sign = marker.last ?? ":"
        let signs = marker.reversed().prefix { $0 == sign }.count
        edit { $0.text = String(marker.dropLast(min(signs, sign == ":" ? 4 : 2))) }
        let inside = node.children.contains { !$0.kind.isAboutBlock && $0.kind != .marker }
        guard !lines.isEmpty || inside, let end = node.children.first(where: { $0.kind == .marker })?.range.upperBound
        else { return false }
        let startsLine = end > 0 && document.source[end - 1] == newline
        let lines = startsLine ? Self.withoutIndent(itemLines(of: node, withIndent: true)) : lines
        var item = SemanticBlock(.item, depth: depth, line: number(at: end, in: node))
        if startsLine, let content = contentAfterBlank(in: node) {
            // The blank line between a term and what it means is dropped before lines are counted.
            numberings[node.index] = .counted(item.line - row(at: content.offset) + drops.count + content.drops)
        }
        item.node = node.index
        item.text = lines.isEmpty ? nil : lines.joined(separator: "\n")
        blocks.append(item)
        return true
    }
}

extension SemanticBuilder {
    /// Where the text begins that stands after blank lines below a term, and how many of those are dropped.
    private func contentAfterBlank(in node: Node) -> (offset: Int, drops: Int)? {
        var blanks: Node?
        for child in node.children where child.kind != .marker {
            if child.kind != .blankLines {
                guard let blanks, child.kind != .continuation else { return nil }
                return (child.contentStart, blanks.lineEndCount - 1)
            }
            blanks = child
        }
        return nil
    }
}
