/// A line that says who talks: a label, names, and what ends it. `Présenté par Ada Lovelace (ACME), Alan Turing.`
package struct SpeakerLine: Hashable, Sendable {
    /// What stands before the first name, its space included: `By `, `Speakers : `.
    package let label: String
    package let speakers: [Speaker]
    /// What stands after the last one: `.` or nothing.
    package let ending: String

    /// Reads a line by evidence: a known label *and* names after it. A sentence that begins with such a word is prose.
    ///
    /// - Parameters:
    ///   - line: as it is shown, without signs of markup; of several lines, the first one counts.
    ///   - label: one more label that is known from the layout.
    package static func read(_ line: some StringProtocol, label: String? = nil) -> SpeakerLine? {
        let line = line.prefix { !$0.isLineEnd }.trimmingSpaces
        guard let (label, isSure) = Self.label(of: line, layout: label) else { return nil }
        var names = line.dropFirst(label.count)
        let ending = names.hasSuffix(".") ? "." : ""
        names = names.dropLast(ending.count)
        let speakers = Speaker.read(list: names)
        let namesCompany =
            names.contains("(") || [" chez ", "@"].contains { !names.components(partedBy: $0).dropFirst().isEmpty }
        guard let first = speakers.first, namesCompany || !PersonName.isSentence(names),
            isSure ? PersonName.isPossible(first.name) : Self.isEvident(speakers, namesCompany: namesCompany)
        else { return nil }
        return SpeakerLine(label: label, speakers: speakers, ending: ending)
    }

    /// Labels that say by themselves that somebody talks; a colon may follow with or without a space before it.
    private static let sureLabels = [
        "presented by", "talk presented by", "talk by", "hosted by", "demo by", "intro by", "animated by",
        "presente par", "presentee par", "presentes par", "presentees par", "talk presente par", "anime par",
        "animee par", "demo par", "intro par", "conference de", "un talk de", "speaker", "speakers", "intervenant",
        "intervenante", "intervenants", "intervenantes", "orateur", "oratrice", "orateurs", "presenter", "presenters",
    ]

    /// Words that begin many other sentences, too.
    private static let prepositions = ["by", "par", "with", "avec"]

    /// Whether a title announces names, and has none: `Speakers`, `Orateurs :`, `Présenté par`.
    static func isLabel(_ text: some StringProtocol) -> Bool {
        let words = text.trimmingSpaces
        let label = words.hasSuffix(":") ? words.dropLast().trimmingSpaces : words
        return sureLabels.contains(label.replacing("(s)", with: "s").folded)
    }

    private static func label(of line: String, layout: String?) -> (text: String, isSure: Bool)? {
        if let layout, !layout.trimmingSpaces.isEmpty, line.hasPrefix(layout) { return (layout, true) }
        if let colon = line.firstIndex(of: ":"),
            (sureLabels + prepositions).contains(line[..<colon].trimmingSpaces.folded)
        {
            let spaces = line[line.index(after: colon)...].prefix { $0.isSpace }
            return (String(line[..<spaces.endIndex]), true)
        }
        for (labels, isSure) in [(sureLabels, true), (prepositions, false)] {
            for label in labels.sorted(by: { $0.count > $1.count }) {
                let head = line.prefix(label.count)
                let rest = line.dropFirst(label.count)
                guard head.folded == label, rest.first?.isSpace == true else { continue }
                // `Speaker` alone is a word like another.
                if isSure, !label.contains(" ") { continue }
                return (String(head + rest.prefix { $0.isSpace }), isSure)
            }
        }
        return nil
    }

    /// After a mere preposition: full names, or any where a company is named.
    private static func isEvident(_ speakers: [Speaker], namesCompany: Bool) -> Bool {
        guard let first = speakers.first, speakers.allSatisfy({ PersonName.isPossible($0.name) }) else { return false }
        return PersonName.isFull(first.name) || namesCompany || first.name.contains(" ") && speakers.count == 1
    }
}

extension Speaker {
    /// The speakers of a list: names separated by commas, `et`, `and`, `&`, with a company in brackets, after `chez`, `@`, a
    /// dash or a comma.
    package static func read(list: some StringProtocol) -> [Speaker] {
        var speakers: [Speaker] = []
        for part in SpeakerPart.all(in: list) {
            switch part {
            case .name(let text): add(text, to: &speakers)
            case .following(let text):
                guard let last = speakers.last, !begins(text, after: last) else {
                    add(text, to: &speakers)
                    continue
                }
                speakers[speakers.count - 1].add(text)
            case .bracket(let text):
                if speakers.isEmpty {
                    speakers.append(Speaker(name: text))
                } else {
                    speakers[speakers.count - 1].add(text)
                }
            }
        }
        return speakers
    }

    /// `Ada Lovelace chez ACME`, `Ada Lovelace @ ACME`, `Ada Lovelace - ACME`, `Ada Lovelace`
    private static func add(_ text: String, to speakers: inout [Speaker]) {
        for sign in [" chez ", " @ ", " @", " - ", " – ", " from ", " de chez "] {
            let parts = text.components(partedBy: sign)
            guard parts.count == 2, !parts[0].trimmingSpaces.isEmpty, !parts[1].trimmingSpaces.isEmpty else { continue }
            speakers.append(Speaker(name: parts[0].trimmingSpaces, affiliation: parts[1].trimmingSpaces))
            return
        }
        speakers.append(Speaker(name: text))
    }

    /// Whether what follows a comma is another name, and not what the last speaker does: a full name, or, after a name of
    /// one word, another one.
    private static func begins(_ text: String, after last: Speaker) -> Bool {
        let name = text.components(partedBy: " chez ")[0].components(partedBy: " @")[0]
        if PersonName.isFull(name) { return true }
        return !last.name.contains(" ") && last.affiliation == nil && PersonName.isPossible(name)
    }

    private mutating func add(_ affiliation: String) {
        self.affiliation = [self.affiliation, affiliation].compactMap { $0 }.joined(separator: ", ")
    }
}

/// A piece of a list of speakers.
private enum SpeakerPart {
    /// Begins the list, or comes after brackets, `et` or a semicolon: a name.
    case name(String)
    /// Comes after a comma: a name or what the one before does.
    case following(String)
    case bracket(String)

    static func all(in list: some StringProtocol) -> [SpeakerPart] {
        var parts: [SpeakerPart] = []
        var text = "", depth = 0, isFollowing = false
        func take() {
            let words = text.trimmingSpaces
            text = ""
            for (index, piece) in words.partedByAnd.enumerated() where !piece.isEmpty {
                parts.append(isFollowing && index == 0 ? .following(piece) : .name(piece))
            }
        }
        for character in list {
            switch character {
            case "(":
                if depth == 0 { take() } else { text.append(character) }
                depth += 1
            case ")" where depth > 0:
                depth -= 1
                guard depth == 0 else { text.append(character); continue }
                let inside = text.trimmingSpaces.trimmingCommas
                if !inside.isEmpty { parts.append(.bracket(inside)) }
                (text, isFollowing) = ("", false)
            case "," where depth == 0:
                // A comma right after brackets parts names.
                take()
                if case .bracket? = parts.last { isFollowing = false } else { isFollowing = true }
            case ";" where depth == 0:
                take()
                isFollowing = false
            default: text.append(character)
            }
        }
        take()
        return parts
    }
}

extension String {
    /// The pieces between `et`, `and` and `&`; an empty one where the text begins with such a word.
    fileprivate var partedByAnd: [String] {
        let words = split(separator: " ", omittingEmptySubsequences: true)
        return words.split(omittingEmptySubsequences: false) {
            ["et", "and", "&", "und", "y"].contains($0.lowercased())
        }
        .map { $0.joined(separator: " ") }
    }

    fileprivate var trimmingCommas: String {
        var text = self[...]
        while text.last == "," || text.last?.isSpace == true { text.removeLast() }
        return String(text)
    }
}
