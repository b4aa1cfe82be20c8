extension String {
    /// A typed line, or one of a script, without what no keyboard types and no reader sees: control characters are
    /// left out; those that part words (vertical tab, form feed, NEL, U+2028, a return) become spaces.
    var withoutControls: String {
        guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if !scalar.isControl {
                result.append(scalar)
            } else if scalar.partsWords {
                result.append(" ")
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch value {
        case 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }

    fileprivate var partsWords: Bool { [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029].contains(value) }
}
