import AsciiDoc

/// The header of a template that is made from a file: the signs are the file's own; what it says of that day and of who wrote
/// it are fields, or nothing.
struct TemplateHeader {
    let document: Document
    let layout: Layout

    /// Everything before the first text that somebody noted.
    var text: String {
        var end = 0
        for child in document.root.children {
            guard isOfHeader(child) else { break }
            if child.kind != .blankLines { end = child.range.upperBound }
        }
        var text = "", written = 0
        for node in document.root.children.flatMap({ $0.kind == .header ? Array($0.children) : [$0] })
        where node.range.upperBound <= end {
            guard let (range, syntax) = replacement(in: node) else { continue }
            text += document.text(written..<range.lowerBound) + syntax
            written = range.upperBound
        }
        return (text + document.text(written..<end)).withOneLineEnd
    }

    /// What a line of the header says of this day or of who wrote it, and what stands there in a template. A new day is
    /// its own writer's.
    private func replacement(in node: Node) -> (Range<Int>, String)? {
        switch node.kind {
        case .documentTitle: return (node.contentRange, titleSyntax(node.contentRange))
        case .authorLine: return (node.range, Self.author + lineEnd(of: node))
        case .revisionLine: return isSetElsewhere(node) ? nil : (node.range, "")
        case .attributeEntry:
            let name = String(document.text(node.range).dropFirst().prefix { $0 != ":" })
            if name == "author" || name == "authors" {
                return (node.range, ":\(name): " + Self.author + lineEnd(of: node))
            }
            return Self.personal.contains(where: name.hasPrefix) && !isSetElsewhere(node) ? (node.range, "") : nil
        default: return nil
        }
    }

    private func lineEnd(of node: Node) -> String { String(document.text(node.range).suffix(1).filter(\.isNewline)) }

    private static let author = "{{" + Field.author.rawValue + "}}"

    /// Whether a line names an attribute in place of a value: `{docdate}` is right in every day.
    private func isSetElsewhere(_ node: Node) -> Bool { document.text(node.range).contains("{") }

    /// Attributes of an author or a revision: `author_2`, `revdate`.
    private static let personal = [
        "author_", "authorinitials", "email", "firstname", "middlename", "lastname", "revdate", "revnumber",
        "revremark",
    ]

    private func isOfHeader(_ node: Node) -> Bool {
        switch node.kind {
        // A condition may hold notes: none begins a new day.
        case .header, .blankLines, .attributeEntry, .lineComment, .commentBlock: true
        case .blockMacro: contents.contains { $0.line == node.line }
        default: false
        }
    }

    /// Tables of contents.
    private var contents: [SemanticBlock] { document.semanticView().blocks.filter { $0.context == .toc } }

    /// The title with fields for the event and the date, wherever they stand.
    private func titleSyntax(_ range: Range<Int>) -> String {
        if layout.slots == .document { return layout.heading.syntax }
        return Pattern.daySyntax(of: document.text(range))
    }
}

extension String {
    /// The lines with one line feed at their end, none where there are no lines.
    var withOneLineEnd: String {
        var text = self[...]
        while let last = text.last, last.isNewline { text.removeLast() }
        return text.isEmpty ? "" : text + "\n"
    }
}
