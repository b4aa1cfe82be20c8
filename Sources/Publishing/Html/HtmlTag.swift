/// A tag, as browsers read it.
///
/// Source: HTML Living Standard, 13.2.5 (tag open state and those after it); what it calls a parse error is no tag here.
struct HtmlTag {
    struct Attribute {
        /// In lower case.
        let name: String
        /// As it is written, references in it included.
        let value: String
    }

    /// In lower case.
    let name: String
    let isEnd: Bool
    private(set) var attributes: [Attribute] = []
    let range: Range<Int>
    /// What follows it.
    var end: Int { range.upperBound }

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Reads the tag that a text begins with; nil: it begins with none.
    init?(_ text: ArraySlice<UInt8>) {
        var reader = Reader(bytes: text, index: text.startIndex + 1)
        isEnd = reader.take(UInt8(ascii: "/"))
        let name = reader.word { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        guard let first = name.first, first.isLetter else { return nil }
        self.name = String(decoding: name, as: UTF8.self).lowercased()
        while true {
            let isParted = reader.skipSpace()
            if reader.take(UInt8(ascii: ">")) { break }
            if reader.take(UInt8(ascii: "/")) { continue }
            guard isParted || !attributes.isEmpty, let attribute = reader.attribute() else { return nil }
            // The first of two counts.
            if !attributes.contains(where: { $0.name == attribute.name }) { attributes.append(attribute) }
        }
        range = text.startIndex..<reader.index
    }

    private struct Reader {
        let bytes: ArraySlice<UInt8>
        var index: Int

        var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

        mutating func take(_ byte: UInt8) -> Bool {
            guard next == byte else { return false }
            index += 1
            return true
        }

        /// Returns whether there was some.
        mutating func skipSpace() -> Bool { !word { $0.isSpace }.isEmpty }

        mutating func word(_ belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
            let start = index
            while let next, belongs(next) { index += 1 }
            return bytes[start..<index]
        }

        mutating func attribute() -> Attribute? {
            let name = word { !$0.isSpace && !"=/>\"'<".utf8.contains($0) && $0 != 0 }
            guard !name.isEmpty else { return nil }
            let text = String(decoding: name, as: UTF8.self).lowercased()
            _ = skipSpace()
            guard take(UInt8(ascii: "=")) else { return Attribute(name: text, value: "") }
            _ = skipSpace()
            for quote in "\"'".utf8 where take(quote) {
                let value = word { $0 != quote }
                guard take(quote) else { return nil }
                return Attribute(name: text, value: String(decoding: value, as: UTF8.self))
            }
            let value = word { !$0.isSpace && !">\"'=<`".utf8.contains($0) }
            guard !value.isEmpty else { return nil }
            return Attribute(name: text, value: String(decoding: value, as: UTF8.self))
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) && self != 0x0B }
}

/// RFC 4648, section 4.
package enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let group = Array(rest.prefix(3))
            rest = rest.dropFirst(3)
            let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = digits[Int(value >> UInt32(18 - 6 * place) & 0x3F)]
                result.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return result
    }
}
