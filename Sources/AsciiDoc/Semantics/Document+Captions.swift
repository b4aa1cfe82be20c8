extension Document {
    /// An image that stands as a block of its own.
    public struct ImageBlock: Hashable, Sendable {
        /// The file, as it is written.
        public let target: String
        /// Offsets of its line into ``Document/source``.
        public let range: Range<Int>
    }

    /// The images that no title stands above, in order.
    public func uncaptionedImages() -> [ImageBlock] {
        (1..<max(nodeCount, 1)).compactMap { position in
            guard kind(at: position) == .blockMacro else { return nil }
            let node = node(position)
            guard node.title == nil, let line = node.children.first(where: { $0.kind == .text })?.range,
                let image = blockMacro(in: line), image.name == "image"
            else { return nil }
            let isNamed = BlockMetadata.names(title: text(image.attributes))
            let target = text(image.target)
            return isNamed ? nil : ImageBlock(target: target, range: line)
        }
    }
}

extension BlockMetadata {
    /// Whether attributes in brackets give a title.
    fileprivate static func names(title attributes: String) -> Bool {
        var metadata = BlockMetadata()
        metadata.read(attributes: attributes)
        return metadata.named["title"] != nil
    }
}
