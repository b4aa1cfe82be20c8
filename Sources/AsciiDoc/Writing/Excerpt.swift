/// A part of a document as a document of its own: the header, the attribute entries and the headings above it, and the
/// part itself.
public struct Excerpt: Sendable {
    /// Its bytes.
    public private(set) var source: [UInt8] = []
    /// For each of its lines, the line of the document that it comes from, from 1.
    public private(set) var lines: [Int] = []

    /// - Parameter section: of any level.
    fileprivate init(of section: Node) {
        let document = section.document
        var pieces: [Range<Int>] = []
        if let header = document.root.children.first(where: { $0.kind == .header }) { pieces.append(header.range) }
        let outer = Array(sequence(first: section, next: \.parent)).dropFirst().filter { $0.kind == .section }
        pieces += outer.reversed().compactMap { section in
            section.children.first { $0.kind == .heading }.map { section.range.lowerBound..<$0.range.upperBound }
        }
        let headerEnd = pieces.first?.upperBound ?? 0
        let before = document.attributeEntries(in: 1..<max(section.position, 1))
        pieces += before.filter { $0.lowerBound >= headerEnd || pieces.isEmpty }
        pieces.append(section.range)
        self.init(document, pieces: pieces)
    }

    /// - Parameter sections: what is left out, but for the attribute entries in it; none stands inside another.
    fileprivate init(of document: Document, without sections: [Node]) {
        var pieces: [Range<Int>] = []
        var start = 0
        for section in sections.sorted(by: { $0.position < $1.position }) {
            pieces.append(start..<section.range.lowerBound)
            pieces += document.attributeEntries(in: section.position..<section.end)
            start = section.range.upperBound
        }
        pieces.append(start..<document.source.count)
        self.init(document, pieces: pieces.filter { !$0.isEmpty })
    }

    private init(_ document: Document, pieces: [Range<Int>]) {
        let index = LineIndex(document.source)
        var wasEntry = false
        for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let isEntry = document.source[piece].first == UInt8(ascii: ":")
            if !source.isEmpty, !(isEntry && wasEntry) {
                add([UInt8(ascii: "\n")], from: index.line(at: piece.lowerBound))
            }
            add(document.source[piece], from: index.line(at: piece.lowerBound))
            wasEntry = isEntry
        }
    }

    private mutating func add(_ bytes: some BidirectionalCollection<UInt8>, from line: Int) {
        var line = line + 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            source += part + [UInt8(ascii: "\n")]
            lines.append(line)
            line += 1
        }
        if let last = bytes.last, last != UInt8(ascii: "\n") {
            let start = bytes.reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed()
            source += start + [UInt8(ascii: "\n")]
            lines.append(line)
        }
    }
}

extension Document {
    /// A section as a document of its own.
    ///
    /// - Parameter section: of this document.
    public func excerpt(of section: Node) -> Excerpt { Excerpt(of: section) }

    /// The document without some of its sections.
    ///
    /// - Parameter sections: of this document, none inside another.
    public func excerpt(without sections: [Node]) -> Excerpt { Excerpt(of: self, without: sections) }

    /// Where the attribute entries stand among the nodes at some positions.
    fileprivate func attributeEntries(in positions: Range<Int>) -> [Range<Int>] {
        positions.filter { kind(at: $0) == .attributeEntry }.map { node($0).range }
    }
}
