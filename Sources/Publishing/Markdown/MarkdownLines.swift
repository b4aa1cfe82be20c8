/// Markdown as it grows, line by line: what stands before each line, and where blank lines part blocks.
struct MarkdownLines {
    private struct Prefix {
        /// Before the first line, as long as none was written: a list item's marker.
        let first: String
        /// Before the lines after it.
        let rest: String
        /// Whether a line was written with it.
        var hasBegun = false
    }

    private(set) var text = ""
    private var prefixes: [Prefix] = []
    /// Whether a blank line comes before the next block.
    private var isParted = false

    var depth: Int { prefixes.count }

    /// Begins a block that puts something before each of its lines.
    mutating func open(first: String, rest: String) { prefixes.append(Prefix(first: first, rest: rest)) }

    /// Ends it. An item without a line gets its marker.
    mutating func close() {
        if prefixes.last?.hasBegun == false { write([""]) }
        prefixes.removeLast()
    }

    /// The next block follows without a blank line.
    mutating func join() { isParted = false }

    /// Writes one block.
    mutating func write(_ lines: [some StringProtocol]) {
        if isParted, !text.isEmpty { writeBlankLine() }
        for line in lines { write(String(line)) }
        isParted = true
    }

    private mutating func write(_ line: String) {
        var start = ""
        for index in prefixes.indices {
            start += prefixes[index].hasBegun ? prefixes[index].rest : prefixes[index].first
            prefixes[index].hasBegun = true
        }
        text += (start + line).droppingBlanksAtEnd + "\n"
    }

    /// A blank line belongs to the blocks that have begun, not to those that are about to.
    private mutating func writeBlankLine() {
        let begun = prefixes.prefix(while: \.hasBegun)
        text += begun.map(\.rest).joined().droppingBlanksAtEnd + "\n"
    }
}

extension String {
    /// Without the spaces and tabs at its end.
    var droppingBlanksAtEnd: String {
        var bytes = self[...].utf8
        while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        return String(Substring(bytes))
    }
}
