extension TimeOfDay {
    /// What reading a word as a time gives.
    package enum Reading: Hashable, Sendable {
        case time(TimeOfDay)
        /// Written like a time, but there is no such time: `25h99`.
        case impossible
        case notATime
    }

    /// Reads a text that is nothing but a time, in any form of ``TimeTable``: `14h00`, `14 h`, `1400`, `9.30`, `2:30 p.m.`
    package static func read(_ text: some StringProtocol) -> Reading {
        let characters = Array(text)
        guard let match = TimeTable.match(in: characters, at: 0), match.range.upperBound == characters.count else {
            return looksLikeATime(characters) ? .impossible : .notATime
        }
        return match.time.map(Reading.time) ?? .impossible
    }

    /// `9h5`, `9:5`: a time with a digit missing.
    private static func looksLikeATime(_ text: [Character]) -> Bool {
        let hours = text.prefix { $0.isDigit }
        guard (1...2).contains(hours.count), let sign = text.dropFirst(hours.count).first, "hH:".contains(sign) else {
            return false
        }
        let rest = text.dropFirst(hours.count + 1)
        return rest.count == 1 && rest.allSatisfy(\.isDigit)
    }
}
