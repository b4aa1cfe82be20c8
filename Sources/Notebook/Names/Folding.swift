@_spi(_Unicode) import Swift

extension StringProtocol {
    /// The text for comparing: lower case, without accents, ligatures taken apart (`Œuvre` → `oeuvre`).
    ///
    /// Uses the standard library's own canonical decomposition: Foundation's folding would bring ICU to the prompt.
    package var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var result = String.UnicodeScalarView()
        for scalar in String(self).lowercased()._nfd where scalar.properties.canonicalCombiningClass == .notReordered {
            if let letters = ligatures[scalar] {
                result.append(contentsOf: letters.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

/// Letters that Unicode does not decompose.
private let ligatures: [Unicode.Scalar: String] = [
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'",
]
