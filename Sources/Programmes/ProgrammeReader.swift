package import Notebook

/// Reads a programme of whatever format, known by its content, never by its name.
package enum ProgrammeReader {
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - context: The day for times without a date, and languages by preference.
    /// - Throws: `ProgrammeError`; then nothing was read.
    package static func read(
        _ bytes: [UInt8], _ context: ReadingContext = ReadingContext(), limits: ReadingLimits = .standard
    ) throws(ProgrammeError) -> ProgrammeReading {
        guard bytes.count <= limits.megabytes << 20 else { throw .tooLarge(limitInMegabytes: limits.megabytes) }
        let first = bytes.first { !isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        guard first != nil else { throw .empty }
        if first == UInt8(ascii: "<") {
            if isWebPage(bytes) || SessionizeEmbed.recognises(bytes) {
                guard SessionizeEmbed.recognises(bytes) else { throw .webPage }
                return try ProgrammeBuilder.read(try SessionizeEmbed.read(bytes, limits), context)
            }
            // expat knows the encodings that XML declares.
            return try ProgrammeBuilder.read(try PentabarfReader.read(bytes, limits), context)
        }
        if let table = try windowsTable(bytes, context, limits) { return table }
        let bytes = try Encoding.utf8(bytes)
        if isWebPage(bytes) { throw .webPage }
        if let stored = try stored(bytes) { return stored }
        return try ProgrammeBuilder.read(try source(bytes, context, limits), context)
    }

    /// Reads a page of the web as the clipboard gives its text.
    ///
    /// - Throws: `ProgrammeError.noSessions` where no line has a time and a title; `.noDates`.
    package static func read(
        pasted text: String, _ context: ReadingContext = ReadingContext(), limits: ReadingLimits = .standard
    ) throws(ProgrammeError) -> ProgrammeReading {
        guard text.utf8.count <= limits.textMegabytes << 20 else {
            throw .tooLarge(limitInMegabytes: limits.textMegabytes)
        }
        let source = PastedPage.read(text, context, limit: limits.sessions)
        guard source.entries.count <= limits.sessions else { throw .tooManySessions(limit: limits.sessions) }
        return try ProgrammeBuilder.read(source, context)
    }

    private static func source(
        _ bytes: [UInt8], _ context: ReadingContext, _ limits: ReadingLimits
    ) throws(ProgrammeError) -> Source {
        switch bytes.first(where: { !isSpace($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try JSONFile.read(bytes, context, limits)
        // What the file says of its encoding was true of its bytes, not of these.
        case UInt8(ascii: "<"): return try PentabarfReader.read(bytes, limits, encoding: "UTF-8")
        default: break
        }
        let head = String(decoding: bytes.prefix(64), as: UTF8.self).uppercased()
        if head.spaced.hasPrefix("BEGIN:VCALENDAR") { return try CalendarReader.read(bytes, limits) }
        if TableReader.recognises(bytes) { return try TableReader.read(bytes, limits) }
        if let source = try yaml(bytes, context, limits) { return source }
        return try page(bytes, context, limits)
    }

    /// A list in Markdown is YAML, too: what has no sessions as YAML may be a page.
    private static func yaml(
        _ bytes: [UInt8], _ context: ReadingContext, _ limits: ReadingLimits
    ) throws(ProgrammeError) -> Source? {
        guard bytes.count <= limits.textMegabytes << 20,
            let json = YAMLFile.json(String(decoding: bytes, as: UTF8.self))
        else { return nil }
        do throws(ProgrammeError) {
            return try JSONFile.read(Array(json.utf8), context, limits, format: "YAML")
        } catch {
            switch error {
            case .unknownFormat, .noSessions: return nil
            default: throw error
            }
        }
    }

    /// A table that is not in UTF-8: spreadsheets save them so, and a table cannot say it. Nil for anything else.
    private static func windowsTable(
        _ bytes: [UInt8], _ context: ReadingContext, _ limits: ReadingLimits
    ) throws(ProgrammeError) -> ProgrammeReading? {
        let first = bytes.first { !isSpace($0) }
        guard first != UInt8(ascii: "{"), first != UInt8(ascii: "["), first.map({ $0 < 0xFE }) ?? false,
            Encoding.invalidLine(bytes) != nil, let text = Encoding.windows1252(bytes), TableReader.recognises(text)
        else { return nil }
        var reading = try ProgrammeBuilder.read(try TableReader.read(text, limits), context)
        reading.notices.append(.decoded("Windows-1252"))
        return reading
    }

    /// A text that is none of the formats may be a page that was saved as text; a few lines with times are chance.
    private static func page(
        _ bytes: [UInt8], _ context: ReadingContext, _ limits: ReadingLimits
    ) throws(ProgrammeError) -> Source {
        guard bytes.count <= limits.textMegabytes << 20 else { throw .unknownFormat }
        let source = PastedPage.read(String(decoding: bytes, as: UTF8.self), context, limit: limits.sessions)
        guard source.entries.count >= 4 else { throw .unknownFormat }
        guard source.entries.count <= limits.sessions else { throw .tooManySessions(limit: limits.sessions) }
        return source
    }

    private static func stored(_ bytes: [UInt8]) throws(ProgrammeError) -> ProgrammeReading? {
        guard ProgrammeTable.recognises(String(decoding: bytes.prefix(32), as: UTF8.self)) else { return nil }
        let table = try ProgrammeTable(reading: String(decoding: bytes, as: UTF8.self))
        return ProgrammeReading(
            programme: table.programme, notices: table.unread.isEmpty ? [] : [.incomplete(table.unread.count)],
            listed: table.programme.sessions.count)
    }

    private static func isWebPage(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        return head.contains("<!doctype html") || head.contains("<html")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
