// What a table's reader asks of texts.
extension String {
    var trimmingBlanksAndLines: Substring {
        // Scalars: a joiner after a space is one character with it.
        let start = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = start.lastIndex { !$0.properties.isWhitespace }
        return end.map { Substring(start[...$0]) } ?? ""
    }
}

extension TableCell {
    /// Whether spaces before its first line say something: it holds a document, or what is shown as it is written.
    var keepsIndent: Bool { style == "a" || style == "l" }
}

extension String {
    /// The text from its first line that is not blank on, with the spaces before it; nil where it begins the text.
    var indentedText: String? {
        let start = unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? endIndex
        guard let line = self[..<start].lastIndex(of: "\n"), index(after: line) < start else { return nil }
        let end = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
        return end.map { String(self[index(after: line)...$0]) }
    }
}

extension Substring {
    /// What follows a sign; a joiner after it is one character with it, and stays.
    func after(_ sign: String, at place: Index) -> Substring {
        self[(utf8.index(place, offsetBy: sign.utf8.count, limitedBy: endIndex) ?? endIndex)...]
    }

    func firstRange(of needle: String) -> Index? {
        guard needle.utf8.count > 1, let first = needle.first else {
            return needle.utf8.first.flatMap { byte in utf8.firstIndex(of: byte) }
        }
        return indices.first { self[$0] == first && self[$0...].hasPrefix(needle) }
    }

    var withoutDoubledQuotes: String {
        var result = ""
        var rest = self
        while let sign = rest.first {
            let isPair = rest.hasPrefix("\"\"")
            if !isPair { result.append(sign) }
            rest = rest.dropFirst(isPair ? 2 : 1)
        }
        return result
    }
}
