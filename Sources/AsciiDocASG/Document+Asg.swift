public import AsciiDoc

extension Document {
    /// The document as an Abstract Semantic Graph (ASG), the interchange form of the AsciiDoc language.
    ///
    /// The schema is asg/1-0-0/draft-01. Locations are lines and columns of this document, from 1, both ends included;
    /// columns count Unicode code points. Time is linear in the document's size, nesting costs no stack.
    ///
    /// - Parameters:
    ///   - attributes: set from outside; see ``semanticView(attributes:resolver:)``.
    ///   - resolver: gives the bytes of an included file; none is included by default.
    /// - Returns: JSON, in UTF-8, without spaces and without a line end.
    public func asg(
        attributes: [String: String?] = [:], resolver: ((_ target: String) -> [UInt8]?)? = nil
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        writeAsg(attributes: attributes, resolver: resolver) { bytes += $0 }
        return bytes
    }

    /// Writes the Abstract Semantic Graph piece by piece: that of a large document is many times as long as the document.
    ///
    /// - Parameters:
    ///   - attributes: set from outside; see ``semanticView(attributes:resolver:)``.
    ///   - resolver: gives the bytes of an included file; none is included by default.
    ///   - write: takes the next bytes of the JSON that ``asg(attributes:resolver:)`` returns.
    public func writeAsg(
        attributes: [String: String?] = [:], resolver: ((_ target: String) -> [UInt8]?)? = nil,
        to write: @escaping ([UInt8]) -> Void
    ) {
        let attributes = DocumentAttributes(attributes)
        var writer = AsgWriter(semanticView(with: attributes, resolver: resolver), attributes)
        writer.sink = write
        writer.write(upTo: endPlace)
        write(writer.json.takeBytes())
    }

    /// The whole document read as one text: a JSON array of the graph's inlines.
    ///
    /// - Parameter attributes: what references in the text stand for.
    public func inlineAsg(attributes: [String: String?] = [:]) -> [UInt8] {
        var writer = AsgWriter(semanticView(), DocumentAttributes(attributes))
        let text = String(decoding: source, as: UTF8.self)
        writer.json.beginArray()
        writer.writeInlines(of: MappedText(text, in: source, from: 0..<source.count), .normal)
        writer.json.endArray()
        return writer.json.bytes
    }

    /// After the last line end, a column of 0.
    private var endPlace: SourceMap.Place {
        let start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let row = source[start...].lastIndex(of: newline).map { $0 + 1 } ?? start
        let columns = source[row...].count { $0 & 0xC0 != 0x80 && $0 != UInt8(ascii: "\r") }
        return SourceMap.Place(line: line(at: source.count), column: columns)
    }
}
