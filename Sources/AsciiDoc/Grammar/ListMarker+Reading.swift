extension Line {
    /// The list marker that the line begins with; nil where it begins with none.
    var listMarker: ListMarker? {
        let marker = textStart
        guard marker < textEnd, let read = Self.markers[Int(bytes[marker])],
            let (kind, key, length) = read(self, marker)
        else { return descriptionMarker(from: marker) }
        var text = marker + length
        guard byte(text).isBlank else { return descriptionMarker(from: marker) }
        while byte(text).isBlank { text += 1 }
        return text < textEnd ? ListMarker(kind: kind, key: key, markerStart: marker, textStart: text) : nil
    }

    /// Kind, key and length of a marker.
    private typealias Marker = (kind: NodeKind, key: UInt32, length: Int)

    /// For every first byte, how its markers are read.
    private static let markers: [(@Sendable (Line, Int) -> Marker?)?] = {
        var table: [(@Sendable (Line, Int) -> Marker?)?] = Array(repeating: nil, count: 256)
        table[Int(UInt8(ascii: "*"))] = { $0.signs($1, .unorderedList) }
        table[Int(UInt8(ascii: "."))] = { $0.signs($1, .orderedList) }
        table[Int(UInt8(ascii: "-"))] = { line, _ in (.unorderedList, 0x2D00, 1) }
        table[Int(UInt8(ascii: "<"))] = { $0.callout($1) }
        table[0xE2] = { line, offset in line.hasPrefix("•", at: offset) ? (.unorderedList, 0xE200, 3) : nil }
        for byte in (0x30...0x39) { table[byte] = { $0.number($1) } }
        for byte in Array(0x41...0x5A) + Array(0x61...0x7A) { table[byte] = { $0.letters($1) } }
        return table
    }()

    /// `*` to `*****` and beyond, `.` to `.....`: the more, the deeper a level they name.
    private func signs(_ offset: Int, _ kind: NodeKind) -> Marker? {
        let length = run(of: bytes[offset], from: offset)
        return (kind, UInt32(bytes[offset]) << 8 | UInt32(min(length, 255)), length)
    }

    /// `<1>` or `<.>`, at the line's beginning.
    private func callout(_ offset: Int) -> Marker? {
        guard offset == start else { return nil }
        var end = offset + 1
        if byte(end) == UInt8(ascii: ".") { end += 1 } else { while byte(end).isDigit { end += 1 } }
        return end > offset + 1 && byte(end) == UInt8(ascii: ">") ? (.calloutList, 0x3C00, end + 1 - offset) : nil
    }

    /// `1.`
    private func number(_ offset: Int) -> Marker? {
        var end = offset
        while byte(end).isDigit { end += 1 }
        return byte(end) == UInt8(ascii: ".") ? (.orderedList, 0x3100, end + 1 - offset) : nil
    }

    /// `a.`, `A.`, and the Roman `i)`, `I)`.
    private func letters(_ offset: Int) -> Marker? {
        let isLower = bytes[offset] >= 0x61
        if byte(offset + 1) == UInt8(ascii: ".") { return (.orderedList, isLower ? 0x6100 : 0x4100, 2) }
        var end = offset
        while byte(end) & 0x20 == bytes[offset] & 0x20, Self.isRoman(byte(end)) { end += 1 }
        guard end > offset, byte(end) == UInt8(ascii: ")") else { return nil }
        return (.orderedList, isLower ? 0x6900 : 0x4900, end + 1 - offset)
    }

    private static func isRoman(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): true
        default: false
        }
    }

    /// `term:: text`: the marker is the term with its colons.
    private func descriptionMarker(from offset: Int) -> ListMarker? {
        guard mayDescribe else { return nil }
        var end = offset
        while end < textEnd {
            let sign = bytes[end]
            if sign == UInt8(ascii: ":") || sign == UInt8(ascii: ";") {
                let length = run(of: sign, from: end)
                let closes = end + length == textEnd || bytes[end + length].isBlank
                // More signs than the longest marker has belong to the term.
                let used = min(length, sign == UInt8(ascii: ":") ? 4 : 2)
                // A term is not empty: where nothing stands before the signs, the first of them is the term.
                let most = end == offset ? min(used, length - 1) : used
                if most > 1, closes { return description(from: offset, signs: end + length - most, length: most) }
                end += length
            } else {
                end += 1
            }
        }
        return nil
    }

    private func description(from offset: Int, signs: Int, length: Int) -> ListMarker? {
        if hasPrefix("//", at: offset) && bytes[offset + 2] != UInt8(ascii: "/") { return nil }
        var text = signs + length
        while text < textEnd, bytes[text].isBlank { text += 1 }
        let key = UInt32(bytes[signs]) << 8 | UInt32(length)
        return ListMarker(kind: .descriptionList, key: key, markerStart: offset, textStart: text)
    }
}
