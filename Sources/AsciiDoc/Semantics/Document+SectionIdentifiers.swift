extension Document {
    /// The identifiers by which references find sections, by the position of the section's node: those that are written,
    /// else those that titles give. A section without one is not in it.
    ///
    /// - Parameter attributes: set from outside.
    public func sectionIdentifiers(attributes: [String: String?] = [:]) -> [Int: String] {
        var known = DocumentAttributes(attributes)
        var taken: Set<String> = []
        var identifiers: [Int: String] = [:]
        for position in 1..<max(nodeCount, 1) {
            let node = node(position)
            if node.kind == .attributeEntry { known.read(entry: node.joinedEntry) }
            if let anchor = node.anchor { taken.insert(anchor.identifier) }
            guard node.kind == .section, let heading = node.children.first(where: { $0.kind == .heading }) else {
                continue
            }
            let name = writtenIdentifier(of: node) ?? derivedIdentifier(of: heading, known, unless: taken)
            guard let name else { continue }
            taken.insert(name)
            identifiers[position] = name
        }
        return identifiers
    }

    private func writtenIdentifier(of section: Node) -> String? {
        var metadata = BlockMetadata()
        for child in section.children.prefix(while: { $0.kind != .heading }) {
            if let anchor = child.anchor { return anchor.identifier }
            guard child.kind == .blockAttributes else { continue }
            let line = source[trimBlanks(child.range)].dropFirst().dropLast()
            metadata.read(attributes: String(decoding: line, as: UTF8.self))
        }
        return metadata.identifier
    }

    private func derivedIdentifier(
        of heading: Node, _ attributes: DocumentAttributes, unless taken: Set<String>
    ) -> String? {
        guard attributes["sectids"] != nil else { return nil }
        let title = attributes.resolved(heading.text)
        let bytes = Array(title.utf8)
        let inlines = parseInlines(bytes, in: 0..<bytes.count, attributes: attributes.values)
        let maker = SectionIdentifier(attributes)
        let name = maker.identifier(
            for: inlines.map { SectionIdentifier.plainText(of: $0, in: bytes) }.joined())
        guard taken.contains(name) else { return name }
        var count = 2
        while taken.contains(name + maker.separator + String(count)) { count += 1 }
        return name + maker.separator + String(count)
    }
}
