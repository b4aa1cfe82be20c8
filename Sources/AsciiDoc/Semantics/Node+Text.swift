extension Node {
    /// A heading's or document title's text as it is written, without the signs at its end and the anchor there.
    public var headingTitle: String {
        var title = document.text(contentRange)
        if let marker, title.hasSuffix(" " + document.text(marker)) {
            title = String(title.dropLast(marker.count + 1)).trimmingBlanks
        }
        if title.hasSuffix("]]"), let anchor = title.lastRange(of: " [["),
            isAnchor(title[anchor...].dropFirst(3).dropLast(2))
        {
            title = String(title[..<anchor])
        }
        return title
    }

    /// Whether a text between double brackets at a heading's end names it.
    private func isAnchor(_ text: Substring) -> Bool {
        let identifier = text.prefix { $0 != "," }
        guard let first = identifier.first, first.isLetter || first == "_" || first == ":" else { return false }
        return identifier.allSatisfy { $0.isLetter || $0.isNumber || "_-:.".contains($0) } && text.last != ","
    }

    /// An attribute entry's lines as one: `:name: value`.
    public var joinedEntry: String {
        var entry: AttributeEntryLines?
        for line in document.source[document.trimBlanks(range)].split(separator: newline) {
            let text = String(decoding: line, as: UTF8.self).trimmingBlanks
            if entry == nil { entry = AttributeEntryLines(text) } else { entry?.add(text) }
        }
        return entry?.text ?? ""
    }
}

extension String {
    fileprivate func lastRange(of needle: String) -> Index? {
        var found: Index?
        for index in indices where self[index...].hasPrefix(needle) { found = index }
        return found
    }
}
