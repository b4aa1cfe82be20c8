@_spi(_Unicode) import Swift

/// Names of files made from what the user typed: an allow-list, so that no title can leave the notebook.
package enum FileName {
    /// Longest name part, in bytes: leaves room for date, number and extension within the usual 255.
    package static let longestPart = 80

    /// Small letters and digits, of Latin without accents, everything else one `-`: `DataOps.Rocks` → `dataops-rocks`.
    ///
    /// - Returns: nil where nothing of the text can be in a name (`🍸`, `///`).
    package static func part(from text: some StringProtocol) -> String? {
        var result = ""
        for character in text.lowercased() {
            let letters = letters(of: character)
            if !letters.isEmpty {
                guard result.utf8.count + letters.utf8.count <= longestPart else { break }
                result += letters
            } else if !result.hasSuffix("-"), !result.isEmpty, character != "'", character != "’" {
                result += "-"
            }
        }
        while result.hasSuffix("-") { result.removeLast() }
        return result.isEmpty ? nil : result
    }

    /// What stands for a character; empty: it is neither letter nor digit.
    private static func letters(of character: Character) -> String {
        let plain = String(character).folded
        if plain.utf8.allSatisfy(isPlain) { return plain }
        guard character.isLetter || character.isNumber else { return "" }
        return String(String.UnicodeScalarView(String(character)._nfc.filter(isPart)))
    }

    private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }

    /// Letters, digits, and the marks that some scripts write vowels with; not what makes an emoji of a digit.
    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark: !(0xFE00...0xFE0F).contains(scalar.value)
        case .spacingMark, .decimalNumber, .letterNumber, .otherNumber: true
        default: scalar.properties.isAlphabetic
        }
    }

    /// Name of the day file: `20220524_dataops-rocks.adoc`; of an event without a letter in its name the date alone.
    ///
    /// - Parameter number: from 1; the second event of the day with such a name gets `-2`.
    package static func day(_ date: CalendarDate, event: EventName, number: Int = 1) -> String {
        let part = event.filePart.isEmpty ? "" : "_" + event.filePart
        return date.compact + part + (number == 1 ? "" : "-\(number)") + ".adoc"
    }

    /// The parts of a day file's name; nil where it does not begin with a date.
    package static func parts(ofDay name: some StringProtocol) -> (date: CalendarDate, event: String)? {
        let stem = name.hasSuffix(".adoc") ? String(name.dropLast(5)) : String(name)
        guard let date = CalendarDate(reading: stem.prefix(8)), stem.count >= 8 else { return nil }
        let rest = stem.dropFirst(8)
        return (date, String(rest.hasPrefix("_") ? rest.dropFirst() : rest))
    }
}
