// Images that belong to what is there: a line of a note, another picture under a caption.
extension Document {
    /// Puts an image on a line of its own into the item or paragraph that ends a section.
    ///
    /// - Parameter attributes: what stands between its brackets, as it is to be written.
    /// - Throws: ``EditRefusal/nothingToContinue``.
    public func continueText(
        atEndOf node: Node, withImage target: String, attributes: String = ""
    ) throws(EditRefusal) -> Edits {
        let end = try TextEnd(of: try own(node))
        return end.edits(Self.inlineImage(target, attributes), break: " +")
    }

    /// Puts an image right below the captioned image that ends a section: both are shown under the caption.
    ///
    /// - Returns: nil where no captioned image ends it.
    public func append(image target: String, attributes: String = "", underCaptionAtEndOf node: Node)
        throws(EditRefusal) -> Edits?
    {
        let node = try own(node)
        guard let last = node.lastContent else { return nil }
        if last.isInlineImage, last.title != nil {
            return try TextEnd(of: node).edits(Self.inlineImage(target, attributes), break: "")
        }
        guard last.isImageBlock, last.title != nil || last.isImageBelow else { return nil }
        let line = Array(("image::" + target.asMacroTarget + "[" + attributes + "]").utf8)
        let (start, isOpen) = (last.range.upperBound, source.last != newline)
        let place = start..<start
        let front = start == source.count && isOpen ? lineEndBytes : []
        let written = (start + front.count)..<(start + front.count + line.count + lineEndBytes.count)
        let law = Law(parts: [Law.Part(old: place, new: written, expected: .anything)])
        return Edits(
            self, [Edit(range: place, replacement: front + line + lineEndBytes)], law, written: written)
    }

    private static func inlineImage(_ target: String, _ attributes: String) -> String {
        "image:" + target.asMacroTarget + "[" + attributes + "]"
    }
}

extension Node {
    /// Whether it stands right below another image, whose caption it shares.
    fileprivate var isImageBelow: Bool {
        guard isImageBlock, title == nil, let before = previous, before.isImageBlock else { return false }
        return before.title != nil || before.isImageBelow
    }
}
