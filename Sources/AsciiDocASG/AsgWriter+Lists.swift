import AsciiDoc

extension AsgWriter {
    mutating func beginList(_ block: SemanticBlock, _ node: Node?) {
        open[open.count - 1].array = "items"
        open[open.count - 1].isBibliography = node.map(isBibliography) ?? false
        guard let marker = node?.children.first(where: { $0.kind == .listItem })?.marker else { return }
        let text = document.text(marker)
        json.member("marker", block.context == .descriptionList ? Self.sign(of: text) : text)
    }

    /// The signs after a term.
    private static func sign(of marker: String) -> String {
        String(marker.reversed().prefix { $0 == marker.last }.prefix(marker.last == ":" ? 4 : 2))
    }

    mutating func writeItem(_ block: SemanticBlock, _ node: Node?) {
        let marker = node?.marker.map { document.text($0) }
        json.member("marker", marker ?? block.marker ?? "*")
        let text = MappedText(block.text ?? "", in: document.source, from: node?.textRegion ?? 0..<0)
        if open.dropLast().last?.isBibliography == true { return writeEntry(text) }
        parser.breaksLines = breaksLines(nil)
        defer { parser.breaksLines = false }
        writeInlines(text, as: "principal", .normal)
    }

    private func isBibliography(_ list: Node) -> Bool {
        guard list.kind == .unorderedList else { return false }
        let style = metadata(of: list).0.style
        if style != nil { return style == "bibliography" }
        return list.parent.map { $0.kind == .section && metadata(of: $0).0.style == "bibliography" } ?? false
    }

    /// A term of a description list, or what a row of terms means; several terms make one item.
    mutating func writePart(_ block: SemanticBlock) {
        let node = block.node.map { document.node($0) }
        let last = open.count - 1
        if let range = node?.blockRange, let outer = open[last].range {
            open[last].range = outer.lowerBound..<max(outer.upperBound, range.upperBound)
        }
        if block.context == .term {
            if !open[last].takesTerms { beginItem(node) }
            let text = block.text ?? ""
            json.beginArray()
            writeInlines(of: MappedText(text, at: node?.marker?.lowerBound), .normal)
            return json.endArray()
        }
        endTerms()
        guard let text = block.text else { return }
        writeInlines(MappedText(text, in: document.source, from: node?.textRegion ?? 0..<0), as: "principal", .normal)
    }

    private mutating func beginItem(_ node: Node?) {
        writeKind("dlistItem")
        let marker = node?.marker.map { document.text($0) } ?? "::"
        json.member("marker", Self.sign(of: marker))
        json.name("terms")
        json.beginArray()
        open[open.count - 1].takesTerms = true
    }

    /// Ends the row of terms of the innermost block, where it is one.
    mutating func endTerms() {
        guard let last = open.last, last.takesTerms else { return }
        json.endArray()
        open[open.count - 1].takesTerms = false
    }
}
