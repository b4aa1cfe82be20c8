/// Names of files made from what the user typed: an allow-list, so that no title can leave the notebook.
package enum FileName {
    /// Longest name part, in bytes: leaves room for date, number and extension within the usual 255.
    package static let longestPart = 80

    /// Lower-case ASCII letters and digits, everything else one `-`: `DataOps.Rocks` → `dataops-rocks`.
    ///
    /// - Returns: nil where nothing of the text can be in a name (`🍸`, `///`).
    package static func part(from text: some StringProtocol) -> String? {
        var result = ""
        for scalar in text.folded.unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if !result.hasSuffix("-"), !result.isEmpty, scalar != "'" {
                result += "-"
            }
            if result.utf8.count >= longestPart { break }
        }
        while result.hasSuffix("-") { result.removeLast() }
        return result.isEmpty ? nil : result
    }

    /// Name of the day file: `20220524_dataops-rocks.adoc`.
    package static func day(_ date: CalendarDate, event: EventName) -> String {
        "\(date.compact)_\(event.filePart).adoc"
    }

    /// The parts of a day file's name; nil where it does not begin with a date.
    package static func parts(ofDay name: some StringProtocol) -> (date: CalendarDate, event: String)? {
        let stem = name.hasSuffix(".adoc") ? String(name.dropLast(5)) : String(name)
        guard let date = CalendarDate(reading: stem.prefix(8)), stem.count >= 8 else { return nil }
        let rest = stem.dropFirst(8)
        return (date, String(rest.hasPrefix("_") ? rest.dropFirst() : rest))
    }
}
