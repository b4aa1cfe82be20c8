/// The name before a paragraph that makes it an admonition: `NOTE: `.
struct AdmonitionLabel {
    let kind: Block.Admonition
    /// How many bytes it takes, the space or tab after the colon included.
    var length: Int { kind.rawValue.utf8.count + 2 }

    /// The label that a text begins with; nil where it begins with none.
    init?(startOf text: some Collection<UInt8>) {
        let named = Block.Admonition.allCases.first { kind in
            let label = text.prefix(kind.rawValue.utf8.count + 2)
            return label.starts(with: kind.rawValue.utf8)
                && Self.ends.contains { $0.utf8.elementsEqual(label.dropFirst(kind.rawValue.utf8.count)) }
        }
        guard let named else { return nil }
        kind = named
    }

    /// What stands between the name and the text.
    private static let ends = [": ", ":\t"]
}

extension Block.Admonition {
    /// The names of all of them, as styles and labels have them.
    public static let names = Set(allCases.map(\.rawValue))
}

extension SemanticBlock {
    /// The name of an admonition, as its style says it; that of a note where it has no style.
    public var admonitionName: String { style ?? Block.Admonition.note.rawValue }
}
