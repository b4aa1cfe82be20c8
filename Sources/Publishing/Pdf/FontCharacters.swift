/// Which characters the fonts of a file have glyphs for, by their `cmap` tables.
///
/// Source: OpenType 1.9, "Font file", "cmap": formats 4, 6, 12 and 13 of the platforms Unicode and Windows. What a
/// damaged table says beyond its end is not read.
package struct FontCharacters {
    private let bytes: [UInt8]
    /// Where the subtables begin that map Unicode.
    private var tables: [Int] = []

    /// - Parameter bytes: a TrueType or OpenType file, or a collection of them.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let isCollection = bytes.starts(with: "ttcf".utf8)
        let fonts = isCollection ? (0..<min(long(8), 256)).map { long(12 + 4 * $0) } : [0]
        for font in fonts { readTables(of: font) }
    }

    /// Whether one of the fonts has a glyph for a character.
    package func has(_ character: Unicode.Scalar) -> Bool {
        tables.contains { glyph(of: Int(character.value), at: $0) != 0 }
    }

    private mutating func readTables(of font: Int) {
        for record in 0..<min(short(font + 4), 256) {
            let entry = font + 12 + 16 * record
            guard entry + 16 <= bytes.count, bytes[entry..<(entry + 4)].elementsEqual("cmap".utf8) else { continue }
            let start = long(entry + 8)
            for subtable in 0..<min(short(start + 2), 256) {
                let place = start + 4 + 8 * subtable
                let (platform, encoding) = (short(place), short(place + 2))
                let isUnicode = platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
                if isUnicode { tables.append(start + long(place + 4)) }
            }
        }
    }

    private func glyph(of code: Int, at table: Int) -> Int {
        switch short(table) {
        case 4: code < 0x10000 ? glyphBySegments(code, table) : 0
        case 6: glyphInRange(code, table)
        case 12, 13: glyphByGroups(code, table)
        default: 0
        }
    }

    /// Format 4.
    private func glyphBySegments(_ code: Int, _ table: Int) -> Int {
        let count = short(table + 6) / 2
        guard let segment = first(of: count, where: { short(table + 14 + 2 * $0) >= code }) else { return 0 }
        let starts = table + 16 + 2 * count
        let start = short(starts + 2 * segment)
        guard start <= code else { return 0 }
        let delta = short(starts + 2 * count + 2 * segment)
        let place = starts + 4 * count + 2 * segment
        let offset = short(place)
        if offset == 0 { return (code + delta) & 0xFFFF }
        let glyph = short(place + offset + 2 * (code - start))
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
    }

    /// Format 6.
    private func glyphInRange(_ code: Int, _ table: Int) -> Int {
        let (first, count) = (short(table + 6), short(table + 8))
        return code >= first && code < first + count ? short(table + 10 + 2 * (code - first)) : 0
    }

    /// Formats 12 and 13.
    private func glyphByGroups(_ code: Int, _ table: Int) -> Int {
        let count = min(long(table + 12), bytes.count / 12)
        guard let group = first(of: count, where: { long(table + 20 + 12 * $0) >= code }) else { return 0 }
        let place = table + 16 + 12 * group
        guard long(place) <= code else { return 0 }
        return short(table) == 13 ? long(place + 8) : long(place + 8) + code - long(place)
    }

    /// The first of ordered places that fits.
    private func first(of count: Int, where fits: (Int) -> Bool) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if fits(middle) { high = middle } else { low = middle + 1 }
        }
        return low < count ? low : nil
    }

    /// 0 after the end of the file.
    private func short(_ offset: Int) -> Int {
        offset >= 0 && offset + 2 <= bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : 0
    }

    private func long(_ offset: Int) -> Int { short(offset) << 16 | short(offset + 2) }
}
