import CExpat
import Notebook

/// Reads XML from start to end, by expat; entities that a file declares are refused.
final class XMLEvents {
    enum Event {
        case start(String, [String: String])
        case end(String)
        case text(UnsafeBufferPointer<UInt8>)
    }

    /// Whether to go on.
    private let take: (Event) -> Bool
    private var declaresEntities = false
    private var isStopped = false
    private var parser: XML_Parser?

    private init(_ take: @escaping (Event) -> Bool) { self.take = take }

    /// - Parameters:
    ///   - encoding: Of the bytes, whatever the file says; nil: as it says.
    ///   - take: Called with each event; reading ends where it returns false.
    /// - Throws: `ProgrammeError.entities`, `.encoding`, `.truncated`, `.malformed`.
    static func read(
        _ bytes: [UInt8], encoding: String?, _ take: @escaping (Event) -> Bool
    ) throws(ProgrammeError) {
        guard let parser = XML_ParserCreate(encoding) else { throw .malformed(format: "XML", line: 0) }
        defer { XML_ParserFree(parser) }
        let reader = XMLEvents(take)
        reader.parser = parser
        try withExtendedLifetime(reader) { () throws(ProgrammeError) in try reader.parse(bytes, parser) }
    }

    private func parse(_ bytes: [UInt8], _ parser: XML_Parser) throws(ProgrammeError) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, Self.startElement, Self.endElement)
        XML_SetCharacterDataHandler(parser, Self.characters)
        XML_SetEntityDeclHandler(parser, Self.entity)
        let status = bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return XML_Parse(parser, start, Int32(clamping: buffer.count), 1)
        }
        guard status != XML_STATUS_OK, !isStopped else { return }
        let line = Int(clamping: XML_GetCurrentLineNumber(parser))
        if declaresEntities { throw .entities(line: line) }
        switch XML_GetErrorCode(parser) {
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION, XML_ERROR_PARTIAL_CHAR:
            throw .truncated(format: "XML")
        case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING: throw .encoding(line: line)
        case XML_ERROR_INVALID_TOKEN where Encoding.invalidLine(bytes) != nil:
            throw .encoding(line: Encoding.invalidLine(bytes) ?? line)
        case XML_ERROR_UNDEFINED_ENTITY: throw .entities(line: line)
        default: throw .malformed(format: "XML", line: line)
        }
    }

    private func send(_ event: Event) {
        guard !isStopped, !take(event) else { return }
        isStopped = true
        XML_StopParser(parser, XML_Bool(0))
    }

    private static func reader(_ data: UnsafeMutableRawPointer?) -> XMLEvents? {
        data.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let startElement: XML_StartElementHandler = { data, name, attributes in
        guard let reader = reader(data), let name else { return }
        var values: [String: String] = [:]
        var pointer = attributes
        while let key = pointer?.pointee, let value = pointer?.advanced(by: 1).pointee {
            values[String(cString: key)] = String(cString: value)
            pointer = pointer?.advanced(by: 2)
        }
        reader.send(.start(String(cString: name), values))
    }

    private static let endElement: XML_EndElementHandler = { data, name in
        guard let reader = reader(data), let name else { return }
        reader.send(.end(String(cString: name)))
    }

    private static let characters: XML_CharacterDataHandler = { data, text, count in
        guard let reader = reader(data), let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            reader.send(.text(UnsafeBufferPointer(start: $0, count: Int(count))))
        }
    }

    private static let entity: XML_EntityDeclHandler = { data, _, _, _, _, _, _, _, _ in
        guard let reader = reader(data) else { return }
        reader.declaresEntities = true
        XML_StopParser(reader.parser, XML_Bool(0))
    }
}
