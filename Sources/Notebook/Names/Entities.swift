/// The character references of HTML, as far as programmes and pasted pages use them.
package enum Entities {
    /// The text with its references decoded, those that were encoded twice, too.
    package static func decoded(_ text: String) -> String {
        var text = text
        // Three times is what has been seen: HTML, in XML, in a text that had been escaped before.
        for _ in 0..<3 where text.utf8.contains(UInt8(ascii: "&")) {
            let next = decodedOnce(text)
            if next == text { break }
            text = next
        }
        return text
    }

    private static func decodedOnce(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "&"), let (character, length) = reference(bytes[index...]) else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result.append(contentsOf: character.utf8)
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func reference(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
        guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
        let length = end - bytes.startIndex + 1
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHex = digits.first == "x" || digits.first == "X"
            guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), code >= 0x20 || code == 10,
                let scalar = Unicode.Scalar(code)
            else { return nil }
            return (String(Character(scalar)), length)
        }
        return named[name].map { ($0, length) }
    }

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
        "bull": "•", "middot": "·", "euro": "€", "copy": "©", "reg": "®", "trade": "™", "deg": "°",
        "times": "×", "shy": "", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à",
        "acirc": "â", "aacute": "á", "auml": "ä", "ccedil": "ç", "icirc": "î", "iuml": "ï", "iacute": "í",
        "ocirc": "ô", "ouml": "ö", "oacute": "ó", "ugrave": "ù", "ucirc": "û", "uuml": "ü", "uacute": "ú",
        "ntilde": "ñ", "szlig": "ß", "oelig": "œ", "OElig": "Œ", "aelig": "æ", "oslash": "ø", "aring": "å",
        "Eacute": "É", "Egrave": "È", "Agrave": "À", "Ccedil": "Ç", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü",
        "rarr": "→", "larr": "←", "ge": "≥", "le": "≤", "frac12": "½", "minus": "−", "zwnj": "", "ensp": " ",
        "emsp": " ", "thinsp": " ",
    ]
}
