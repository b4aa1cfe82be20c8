/// A line `name::target[attributes]`, whether the language knows the name or an extension has to.
public struct BlockMacro: Hashable, Sendable {
    /// The macro's name.
    public let name: String
    /// What stands between the colons and the brackets, as it is written: offsets into the document's source.
    public let target: Range<Int>
    /// What stands between the brackets.
    public let attributes: Range<Int>

    /// Whether it shows an image.
    public var isImage: Bool { name == Block.Macro.image.rawValue }
}

/// What the attributes of an image are about.
public enum ImageAttributes {
    /// Names of what is said of the place and size of an image, and not of what it shows.
    private static let ofLayout: Set<String> = [
        "width", "height", "scaledwidth", "pdfwidth", "align", "float", "role", "opts", "options", "frame", "format",
    ]

    /// Whether another image could have the same attributes: they name neither a text nor a title nor a link.
    ///
    /// - Parameter list: what stands between the brackets.
    public static func sayLayoutOnly(_ list: String) -> Bool {
        AttributeList(list).allSatisfy { field in field.name.map(ofLayout.contains) ?? (field.value == nil) }
    }
}

extension Document {
    /// Reads a line as a block macro; nil where it does not have that form.
    ///
    /// - Parameter line: offsets into ``source``, of a line with or without its end.
    public func blockMacro(in line: Range<Int>) -> BlockMacro? {
        let line = trimBlanks(line)
        let name = source[line].prefix { $0.isWord || $0 == UInt8(ascii: "-") }
        let rest = source[name.endIndex..<line.upperBound]
        guard name.first?.isWord == true, rest.starts(with: "::".utf8), rest.last == UInt8(ascii: "]"),
            let open = rest.firstIndex(of: UInt8(ascii: "["))
        else { return nil }
        return BlockMacro(
            name: String(decoding: name, as: UTF8.self), target: (name.endIndex + 2)..<open,
            attributes: (open + 1)..<(line.upperBound - 1))
    }
}
