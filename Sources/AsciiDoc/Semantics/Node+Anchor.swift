/// What an anchor line says: `[[id,text]]`.
public struct BlockAnchor: Hashable, Sendable {
    /// The identifier.
    public let identifier: String
    /// What a reference to it shows; nil where it does not say.
    public let referenceText: String?
}

extension Node {
    /// What a block anchor says; nil for other nodes.
    public var anchor: BlockAnchor? {
        guard kind == .blockAnchor else { return nil }
        let line = document.source[document.trimBlanks(range)].dropFirst(2).dropLast(2)
        let parts = String(decoding: line, as: UTF8.self).split(separator: ",", maxSplits: 1)
        return BlockAnchor(
            identifier: parts.first.map { String($0).trimmingBlanks } ?? "",
            referenceText: parts.count == 2 ? String(parts[1]).trimmingBlanks : nil)
    }
}
