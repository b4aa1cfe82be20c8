// Attribute entries of the header.
extension Document {
    /// Sets an attribute in the header; nil unsets it. An entry that is there is replaced whole, a new one comes at the
    /// header's end, or at the start of a document without a title.
    ///
    /// - Parameters:
    ///   - name: letters, digits, `_` and `-`, not beginning with `-`.
    ///   - value: text; line ends become spaces, references to other attributes stay such.
    /// - Throws: ``EditRefusal/badAttributeName(_:)``.
    public func setAttribute(_ name: String, to value: String?) throws(EditRefusal) -> Edits {
        guard name.isAttributeName else { throw .badAttributeName(name) }
        let written = value.map { escape($0, for: .attributeValue) }
        let text = written.map { $0.isEmpty ? ":\(name):" : ":\(name): \($0)" } ?? ":\(name)!:"
        let line = text + lineEnding.text
        let opening = root.children.prefix { $0.isOpening }
        let header = opening.last { $0.kind == .header }
        let entries = (opening.filter { $0.kind != .header } + (header.map { Array($0.children) } ?? []))
            .filter { $0.kind == .attributeEntry }
        if let old = entries.last(where: { isEntry($0, of: name) }) {
            return entry([Edit(range: old.range, replacement: Array(line.utf8))])
        }
        return entry([entry(line, header, entries)])
    }

    /// What stands in the place of an entry may stand in the header or before it, and is an entry.
    private func entry(_ edits: [Edit]) -> Edits {
        let parts = edits.map { edit in
            let end = edit.range.lowerBound + edit.replacement.count
            return Law.Part(old: edit.range, new: edit.range.lowerBound..<end, expected: .anything)
        }
        return Edits(self, edits, Law(parts: parts))
    }

    private func entry(_ line: String, _ header: Node?, _ entries: [Node]) -> Edit {
        var place = header?.range.upperBound ?? entries.last?.range.upperBound ?? startOfText
        var front = ""
        // A value that goes on in the next line would take the entry for that.
        if let last = entries.last, last.range.upperBound == place, isWrapped(last) {
            place = last.range.lowerBound
        } else if place > startOfText, source[place - 1] != newline {
            front = lineEnding.text
        }
        let isApart = header != nil || !entries.isEmpty || isBlankLine(at: place)
        return Edit(range: place..<place, replacement: Array((front + line + (isApart ? "" : lineEnding.text)).utf8))
    }

    /// After a byte order mark.
    private var startOfText: Int { source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    private func isWrapped(_ entry: Node) -> Bool { source[trimBlanks(entry.range)].last == UInt8(ascii: "\\") }

    private func isEntry(_ entry: Node, of name: String) -> Bool {
        let line = source[entry.range].dropFirst().prefix { $0 != UInt8(ascii: ":") }
        let written = String(decoding: line.filter { $0 != UInt8(ascii: "!") }, as: UTF8.self)
        return written.lowercased() == name.lowercased()
    }
}

extension Node {
    /// What may stand before a document's first block, the header included.
    fileprivate var isOpening: Bool {
        switch kind {
        case .header, .attributeEntry, .lineComment, .commentBlock, .blankLines, .directive: true
        default: false
        }
    }
}

extension String {
    fileprivate var isAttributeName: Bool {
        first != "-" && !isEmpty
            && unicodeScalars.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter || $0 == "_" || $0 == "-" }
    }
}
