extension Document {
    /// The document's attributes as they are at a place: those that are set before it, with later values, references,
    /// conditions and included files taken into account, and what Asciidoctor sets by itself.
    ///
    ///     document.attributes(at: image.range.lowerBound)["imagesdir"]
    ///
    /// - Parameters:
    ///   - offset: of a byte of ``source``; the line in which it stands does not count.
    ///   - attributes: set from outside; the document changes only those whose name or value ends with `@`. Nil unsets.
    ///   - resolver: gives the bytes of an included file, nil where there is none.
    /// - Returns: values by name, in lower case.
    public func attributes(
        at offset: Int, attributes: [String: String?] = [:], resolver: ((_ target: String) -> [UInt8]?)? = nil
    ) -> [String: String] {
        var preprocessor = Preprocessor(attributes: DocumentAttributes(attributes), resolver: resolver)
        preprocessor.read(Array(source[..<lineStart(at: min(offset, source.count))]))
        return preprocessor.output.attributes.values
    }
}

extension Document {
    /// The attribute that names the folder of a document's images.
    public static let imagesDirectoryName = "imagesdir"
}
