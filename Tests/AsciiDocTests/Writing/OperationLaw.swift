@testable import AsciiDoc

/// One operation at one node, and what the document must be then.
struct OperationLaw {
    let name: String
    let edits: Edits
    /// What the blocks must be; nil: only their texts are compared.
    var expected: [TreeDump.Entry]?
    /// What must be kept where `expected` is nil.
    var kept: [TreeDump.Entry] = []

    /// What is wrong with the outcome; nil: nothing.
    func problem(in document: Document) -> String? {
        var edited = document
        let changes: Changes
        // What AsciiDoc would read otherwise is refused: nothing is wrong with that.
        do throws(EditRefusal) { changes = try edited.apply(edits) } catch { return nil }
        if edited.tree != Document(parsing: edited.source).tree { return "the tree is not that of a full parse" }
        let found = TreeDump(edited).entries
        if let expected, Self.settled(found) != Self.settled(expected) { return Self.difference(found, expected) }
        if expected == nil {
            let (texts, wanted) = (Self.texts(found), Self.texts(kept))
            if texts != wanted { return Self.difference(texts, wanted) }
        }
        for change in changes.all.reversed() { edited.apply(change.inverse) }
        return edited.source == document.source ? nil : "the inverse does not restore the bytes"
    }

    /// Whether a title stands above or below attributes is a matter of style, and where a listing's language stands.
    private static func settled(_ entries: [TreeDump.Entry]) -> [TreeDump.Entry] {
        var entries = entries.filter { $0.kind != .blockAttributes || $0.text != "[source,swift]" }
        for index in entries.indices.dropFirst()
        where entries[index].kind == .blockTitle && entries[index - 1].kind == .blockAttributes {
            entries.swapAt(index, index - 1)
        }
        return entries
    }

    /// Without lists and depths.
    private static func texts(_ entries: [TreeDump.Entry]) -> [TreeDump.Entry] {
        entries.filter { !$0.kind.isList }.map { entry in
            var entry = entry
            entry.depth = 0
            return entry
        }
    }

    private static func difference(_ found: [TreeDump.Entry], _ expected: [TreeDump.Entry]) -> String {
        found.difference(from: expected).map { change in
            switch change {
            case .remove(_, let entry, _): "- \(entry)"
            case .insert(_, let entry, _): "+ \(entry)"
            }
        }.prefix(12).joined(separator: "\n")
    }
}
