/// The name of an event as the user types it: `DataOps.Rocks by Saagie`.
package struct EventName: Hashable, Sendable {
    /// The whole name, as it stands in the day's title.
    package let text: String
    /// What stands for it in file names: without who organises it, nor the year that the date tells already.
    package let filePart: String

    /// Nil where nothing in the name can be part of a file's name.
    package init?(_ text: some StringProtocol) {
        let trimmed = text.trimmingBlanks
        guard let part = FileName.part(from: Self.withoutOrganiser(trimmed)) else { return nil }
        self.text = trimmed
        filePart = part
    }

    private static func withoutOrganiser(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard
            let preposition = words.dropFirst().firstIndex(where: {
                ["by", "par", "chez", "@"].contains($0.lowercased())
            })
        else { return name }
        return words[..<preposition].joined(separator: " ")
    }

    /// The day's title: the name and the date, `DataOps.Rocks by Saagie 2022/05/24`.
    package func dayTitle(on date: CalendarDate) -> String { "\(text) \(date.slashed)" }
}

extension Character {
    /// Whether it ends a line of a file. NEL, VT, FF and U+2028 do not, whatever Unicode says: AsciiDoc's lines end in LF.
    package var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}

extension StringProtocol {
    /// The text without blanks and tabs at either end.
    package var trimmingBlanks: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        guard let start = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[start...last])
    }
}
