/// A document of sections and bullets, to be written whole: what is gathered from other documents.
public struct OutlineDocument: Hashable, Sendable {
    /// A place in another document.
    public struct Reference: Hashable, Sendable {
        /// The document, from the folder of this one.
        public let path: String
        /// A section's identifier; nil: the document as a whole.
        public let identifier: String?
        /// What is shown; markup in it stays markup.
        public let text: String

        /// Puts the parts together.
        public init(path: String, identifier: String?, text: String) {
            (self.path, self.identifier, self.text) = (path, identifier, text)
        }
    }

    /// A bullet, and those below it.
    public struct Item: Hashable, Sendable {
        /// Its text; markup in it stays markup.
        public let text: String
        /// Where it comes from, shown after the text.
        public let references: [Reference]
        /// The bullets below it.
        public let items: [Item]

        /// Puts the parts together.
        public init(_ text: String, references: [Reference] = [], items: [Item] = []) {
            (self.text, self.references, self.items) = (text, references, items)
        }
    }

    /// A section with its bullets.
    public struct Section: Hashable, Sendable {
        /// Its heading.
        public let title: String
        /// Its bullets.
        public let items: [Item]

        /// Puts the parts together.
        public init(_ title: String, _ items: [Item]) { (self.title, self.items) = (title, items) }
    }

    /// The document's title.
    public let title: String
    /// A paragraph before the first section.
    public let introduction: String
    /// Its sections, in order.
    public let sections: [Section]

    /// Puts the parts together.
    public init(title: String, introduction: String, sections: [Section]) {
        (self.title, self.introduction, self.sections) = (title, introduction, sections)
    }

    /// The document.
    public var source: [UInt8] {
        var lines = ["= " + escape(title, for: .sectionTitle), "", escape(introduction, for: .paragraph)]
        for section in sections {
            lines += ["", "== " + escape(section.title, for: .sectionTitle), ""]
            for item in section.items { Self.write(item, depth: 1, to: &lines) }
        }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// Deeper bullets are written at this depth.
    private static let deepest = 5

    private static func write(_ item: Item, depth: Int, to lines: inout [String]) {
        let references = item.references.map(written).joined(separator: ", ")
        let text = item.text.isEmpty ? references : escape(item.text, for: .listItem)
        let after = item.text.isEmpty || references.isEmpty ? "" : " (\(references))"
        lines.append(String(repeating: "*", count: min(depth, deepest)) + " " + text + after)
        for inner in item.items { write(inner, depth: depth + 1, to: &lines) }
    }

    /// An equals sign would make attributes of the text, a bracket would end it.
    private static func written(_ reference: Reference) -> String {
        let text = reference.text.replacing("=", with: "&#61;").replacing("]", with: "\\]")
        return "xref:\(reference.path)#\(reference.identifier ?? "")[\(text)]"
    }
}
