/// One property of an iCalendar file (RFC 5545): `DTSTART;TZID=Europe/Paris:20230818T090000`.
struct CalendarProperty: Equatable {
    let name: String
    let parameters: [String: String]
    /// As it stands in the file; `text` decodes it.
    let value: String

    /// Nil for a line without a colon.
    init?(_ line: some Collection<UInt8>) {
        let bytes = Array(line)
        var isQuoted = false, cuts: [Int] = [], colon: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x3B { cuts.append(index) }
            if byte == 0x3A {
                colon = index
                break
            }
        }
        guard let colon else { return nil }
        let ends = cuts.dropFirst() + [colon]
        name = String(decoding: bytes[..<(cuts.first ?? colon)], as: UTF8.self).uppercased()
        var parameters: [String: String] = [:]
        for (start, end) in zip(cuts, ends) {
            let parts = bytes[start + 1..<end].split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let texts = parts.map { String(decoding: $0, as: UTF8.self) }
            if texts.count == 2 { parameters[texts[0].uppercased()] = texts[1].filter { $0 != "\"" } }
        }
        self.parameters = parameters
        value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    }

    /// The value with `\n`, `\,`, `\;` and `\\` decoded.
    var text: String {
        guard value.utf8.contains(0x5C) else { return value }
        var result: [UInt8] = [], isEscaped = false
        for byte in value.utf8 {
            if isEscaped {
                result.append(byte | 0x20 == 0x6E ? 0x0A : byte)
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// The lines of an iCalendar file, unfolded.
struct CalendarFile {
    /// The properties of a component: `VEVENT`.
    struct Component {
        var name: String
        var properties: [CalendarProperty] = []

        func property(_ name: String) -> CalendarProperty? { properties.first { $0.name == name } }
        func text(_ name: String) -> String { property(name)?.text ?? "" }
    }

    /// The calendar's own properties.
    private(set) var calendar: [CalendarProperty] = []
    private(set) var events: [Component] = []
    /// Whether the file ends inside a component.
    private(set) var isTruncated = false

    init(_ bytes: [UInt8], limit: Int = .max) {
        var open: [Component] = []
        Self.unfolded(bytes) { line in
            guard events.count <= limit, let property = CalendarProperty(line) else { return }
            switch property.name {
            case "BEGIN": open.append(Component(name: property.value.trimmed))
            case "END": close(property.value.trimmed, &open)
            default:
                if open.count == 1 {
                    calendar.append(property)
                } else if !open.isEmpty {
                    open[open.count - 1].properties.append(property)
                }
            }
        }
        isTruncated = !open.isEmpty
    }

    private mutating func close(_ name: String, _ open: inout [Component]) {
        guard let place = open.lastIndex(where: { $0.name == name }) else { return }
        if name == "VEVENT" { events.append(open[place]) }
        open.removeSubrange(place...)
    }

    /// Calls `body` with each line; one that begins with a space or a tab goes on with the line before.
    private static func unfolded(_ bytes: [UInt8], _ body: ([UInt8]) -> Void) {
        var line: [UInt8] = []
        for part in bytes.split(separator: 0x0A) {
            let part = part.last == 0x0D ? part.dropLast() : part
            if let first = part.first, first == 0x20 || first == 0x09 {
                line += part.dropFirst()
                continue
            }
            if !line.isEmpty { body(line) }
            line = Array(part)
        }
        if !line.isEmpty { body(line) }
    }
}

extension String {
    fileprivate var trimmed: String { spaced.uppercased() }
}
