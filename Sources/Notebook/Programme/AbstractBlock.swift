/// A part of an abstract: plain words without markup, so that every layout can write it in its own way.
package enum AbstractBlock: Hashable, Sendable {
    /// One or more lines.
    case paragraph(String)
    /// An item of a list; depth 0 is the outermost.
    case item(String, depth: Int, isNumbered: Bool)
    /// Lines that are kept as they are: program text.
    case code([String])

    /// The text without structure, to be searched and counted.
    package var text: String {
        switch self {
        case .paragraph(let text), .item(let text, _, _): text
        case .code(let lines): lines.joined(separator: "\n")
        }
    }
}

extension [AbstractBlock] {
    /// The blocks as text that `init(text:)` reads back: paragraphs separated by empty lines, items after `- ` or `1. `,
    /// two spaces for each depth, program text between lines of three backticks.
    package var text: String {
        var result = ""
        for (index, block) in enumerated() {
            if index > 0 { result += block.isItem && self[index - 1].isItem ? "\n" : "\n\n" }
            switch block {
            case .paragraph(let text): result += Self.guarded(text, from: 0, indent: "")
            case .item(let text, let depth, let isNumbered):
                let indent = String(repeating: "  ", count: depth)
                result += indent + (isNumbered ? "1. " : "- ") + Self.guarded(text, from: 1, indent: indent + "  ")
            case .code(let lines):
                // The lines between the fences cannot hold a fence: the first one would end them.
                let safe = lines.map { AbstractLine.isGuardedFence($0) ? "\\" + $0 : $0 }
                result += (["```"] + safe + ["```"]).joined(separator: "\n")
            }
        }
        return result
    }

    /// The text with a backslash before each line that would be read as something else. After an item's marker, its first
    /// line is text in any case.
    private static func guarded(_ text: String, from first: Int, indent: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        return lines.enumerated().map { index, line in
            let isStructure = index >= first && (line.hasPrefix("\\") || AbstractLine(line).isStructure)
            return (index > 0 ? indent : "") + (isStructure ? "\\" : "") + line
        }.joined(separator: "\n")
    }

    /// Reads the text form: `text`, and what people type.
    ///
    /// - Parameter text: Lines; those that belong to one paragraph stand without an empty line between them.
    package init(text: String) {
        var reader = AbstractReader()
        // By bytes: "\r\n" is one Character, and counting those would be most of the time of a large import.
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) { reader.take(Substring(line)) }
        self = reader.finish()
    }
}

extension AbstractBlock {
    fileprivate var isItem: Bool {
        if case .item = self { return true }
        return false
    }
}
