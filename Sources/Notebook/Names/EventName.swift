/// The name of an event as the user types it: `DataOps.Rocks by Saagie`.
package struct EventName: Hashable, Sendable {
    /// The whole name, as it stands in the day's title.
    package let text: String
    /// What stands for it in file names, without who organises it; empty where the name has no letter.
    package let filePart: String

    /// Nil where there is nothing but spaces and punctuation.
    package init?(_ text: some StringProtocol) {
        let trimmed = text.trimmingBlanks
        guard trimmed.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol }) else { return nil }
        self.text = trimmed
        filePart = FileName.part(from: Self.withoutOrganiser(trimmed)) ?? ""
    }

    /// Whether a day's title names another event that gives the same file name: `C++` and `C#`, `Meetup by A` and
    /// `Meetup by B`. A title that the writer changed names none.
    package func isOther(than title: String) -> Bool {
        var name = title.trimmingBlanks
        if let space = name.lastIndex(of: " "), CalendarDate(reading: name[space...].dropFirst()) != nil {
            name = name[..<space].trimmingBlanks
        }
        guard let other = EventName(name), other.filePart == filePart, other.text.folded != text.folded else {
            return false
        }
        // Who leaves the organiser out means the event that is there.
        return Self.withoutOrganiser(other.text).folded != text.folded
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
    /// The text without spaces and tabs at either end.
    package var trimmingBlanks: String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        guard let start = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[start...last])
    }
}
