import Testing

@testable import AsciiDoc

extension Document {
    init(text: String) { self.init(parsing: Array(text.utf8)) }

    /// The first block or heading that holds no other and whose text begins with `text`.
    func first(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> Node {
        try #require(
            nodes { node in
                (node.kind.isBlock || node.kind == .heading) && !node.children.contains { $0.kind.isBlock }
                    && source[node.contentRange].starts(with: text.utf8)
            }.first, sourceLocation: location)
    }

    func first(_ kind: NodeKind) throws -> Node { try #require(nodes { $0.kind == kind }.first) }

    /// The text after the edits; the tree must be that of a full parse.
    func text(after edits: Edits?) -> String? {
        var document = self
        guard let edits, (try? document.apply(edits)) != nil else { return nil }
        #expect(document.tree == Document(parsing: document.source).tree)
        return String(decoding: document.source, as: UTF8.self)
    }
}
