extension Node {
    /// A heading's or document title's text as it is written, without the signs at its end and the anchor there.
    public var headingTitle: String {
        var title = String(decoding: document.source[contentRange], as: UTF8.self)
        if let marker, title.hasSuffix(" " + String(decoding: document.source[marker], as: UTF8.self)) {
            title = String(title.dropLast(marker.count + 1)).trimmingBlanks
        }
        if title.hasSuffix("]]"), let anchor = title.lastRange(of: " [["), !title.hasSuffix(" \\[[") {
            title = String(title[..<anchor])
        }
        return title
    }

    /// An attribute entry's lines as one: `:name: value`.
    public var joinedEntry: String {
        let lines = document.source[document.trimBlanks(range)].split(separator: newline)
        return lines.map { line in
            let text = String(decoding: line, as: UTF8.self).trimmingBlanks
            return text.hasSuffix(" \\") ? String(text.dropLast(2)) : text
        }.joined(separator: " ")
    }
}

extension String {
    fileprivate func lastRange(of needle: String) -> Index? {
        var found: Index?
        for index in indices where self[index...].hasPrefix(needle) { found = index }
        return found
    }
}
