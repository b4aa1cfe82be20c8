/// Which lines of a file an `include` directive takes, and how far they are indented.
///
/// Source: AsciiDoc language documentation, "Include content by tagged regions" and "by line ranges"; Asciidoctor 2.0
/// where regions overlap.
struct IncludedLines {
    private let ranges: [ClosedRange<Int>]?
    private let tags: [(name: String, isWanted: Bool)]?
    private let indent: String?

    /// Reads the attributes of a directive.
    init(_ attributes: BlockMetadata) {
        let named = attributes.named
        ranges = named["lines"].map { Self.parts(of: $0).compactMap(Self.range) }
        let selection = named["tag"].map { [$0[...]] } ?? named["tags"].map(Self.parts)
        tags = selection?.filter { !$0.isEmpty && $0 != "!" }.map { tag in
            tag.hasPrefix("!") ? (String(tag.dropFirst()), false) : (String(tag), true)
        }
        indent = named["indent"]
    }

    private static func parts(of list: String) -> [Substring] {
        list.split { $0 == ";" || $0 == "," }.map { String($0).trimmingBlanks[...] }
    }

    /// `3`, `3..5`, `3..` or `3..-1`.
    private static func range(_ text: Substring) -> ClosedRange<Int>? {
        guard let dots = text.firstRange(of: "..") else { return Int(written: text).map { $0...$0 } }
        guard let first = Int(written: text[..<dots]) else { return nil }
        let last = Int(written: text[dots...].dropFirst(2)) ?? -1
        return last < 0 ? first...Int.max : first <= last ? first...last : nil
    }

    /// The lines that are taken.
    func selected(from file: [UInt8]) -> [UInt8] {
        guard ranges != nil || tags != nil || indent != nil else { return file }
        var lines = file.split(separator: newline, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if lines.last == "" { lines.removeLast() }
        if let ranges {
            lines = lines.enumerated().filter { line in ranges.contains { $0.contains(line.offset + 1) } }.map(
                \.element)
        } else if let tags {
            var selector = TagSelector(tags)
            lines = lines.filter { selector.takes($0) }
        }
        lines = SemanticBuilder.indented(lines, by: indent)
        return Array(lines.joined(separator: "\n").utf8)
    }
}

/// Walks over the lines of a file and says which are in the regions that are wanted.
private struct TagSelector {
    private var wanted: [String: Bool]
    /// What is done with regions that are not named; nil: they are no regions.
    private var wildcard: Bool?
    /// What is done with lines outside of any region.
    private let outside: Bool
    private var isSelecting: Bool
    private var open: [(name: String, isSelecting: Bool)] = []

    init(_ tags: [(name: String, isWanted: Bool)]) {
        wanted = Dictionary(tags.map { ($0.name, $0.isWanted) }) { _, last in last }
        if let everything = wanted.removeValue(forKey: "**") {
            outside = everything
            wildcard = wanted.removeValue(forKey: "*")
            if wildcard == nil, !everything, tags.first(where: { $0.name != "**" })?.isWanted == false {
                wildcard = true
            }
        } else if let regions = wanted.removeValue(forKey: "*") {
            wildcard = regions
            outside = tags.first?.name == "*" ? !regions : false
        } else {
            outside = !wanted.values.contains(true)
        }
        isSelecting = outside
    }

    mutating func takes(_ line: String) -> Bool {
        guard let (tag, isEnd) = Self.directive(in: line) else { return isSelecting }
        if isEnd {
            end(tag)
        } else if let isWanted = wanted[tag] {
            begin(tag, isWanted)
        } else if let wildcard {
            begin(tag, !open.isEmpty && !isSelecting ? false : wildcard)
        }
        return false
    }

    private mutating func begin(_ tag: String, _ isWanted: Bool) {
        isSelecting = isWanted
        open.append((tag, isWanted))
    }

    /// An end that is not that of the innermost region closes the one that it names.
    private mutating func end(_ tag: String) {
        guard let last = open.lastIndex(where: { $0.name == tag }) else { return }
        open.remove(at: last)
        isSelecting = open.last?.isSelecting ?? outside
    }

    /// `tag::name[]` or `end::name[]`, as a word of its own.
    private static func directive(in line: String) -> (name: String, isEnd: Bool)? {
        guard let close = line[...].firstRange(of: "[]") else { return nil }
        let rest = line[close...].dropFirst(2)
        guard rest.isEmpty || rest.first == " " || rest.first == "\r" else { return nil }
        for (word, isEnd) in [("tag::", false), ("end::", true)] {
            guard let start = line[...].firstRange(of: word), start < close else { continue }
            let name = line[start..<close].dropFirst(word.count)
            let before = line[..<start].last
            guard !name.isEmpty, !name.contains(" "), before.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true
            else { continue }
            return (String(name), isEnd)
        }
        return nil
    }
}
