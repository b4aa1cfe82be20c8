/// Somebody who talks in a slot.
package struct Speaker: Hashable, Sendable {
    /// As written: `Jérôme Trédan`.
    package var name: String
    /// Company or role, as written in brackets, or after `chez`, `@` or a comma: `Saagie, CEO`.
    package var affiliation: String?

    package init(name: String, affiliation: String? = nil) {
        self.name = name
        self.affiliation = affiliation
    }

    /// The name that `@name` writes: the first one.
    package var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }

    /// As the speaker line has it: `Rayed Benbrahim (MongoDB)`.
    package var shown: String { affiliation.map { "\(name) (\($0))" } ?? name }

    /// The speakers of a speaker line, `By Jérôme Trédan (Saagie, CEO), Yann Lechelle (Scaleway)`; nil for another line.
    package static func read(line: some StringProtocol) -> [Speaker]? { SpeakerLine.read(line)?.speakers }

    /// The participants that an abstract lists, one a line: `- Yann Lechelle - CEO de Scaleway`.
    package static func read(abstract: some StringProtocol) -> [Speaker] {
        abstract.split(whereSeparator: \.isLineEnd).compactMap { line in
            guard line.hasPrefix("- ") || line.hasPrefix("* ") else { return nil }
            let item = line.dropFirst(2)
            let name = item.prefix { $0 != "(" && $0 != "," && $0 != ":" && $0 != "–" }.trimmingBlanks
            let parts = name.components(partedBy: " - ")
            guard let person = parts.first, PersonName.isFull(person) else { return nil }
            return Speaker(name: person, affiliation: parts.count > 1 ? parts[1].trimmingBlanks : nil)
        }
    }
}

extension Collection<Speaker> {
    /// The name to write for what was typed after `@`: a speaker's first name when exactly one speaker is meant
    /// (accents and case do not matter), else what was typed with a capital letter.
    package func name(for typed: some StringProtocol) -> String {
        let query = typed.folded
        let sameFirstName = filter { $0.firstName.folded == query }
        let candidates = sameFirstName.isEmpty ? filter { $0.name.folded.hasPrefix(query) } : sameFirstName
        let names = Set(candidates.map(\.firstName))
        if let name = names.first, names.count == 1 { return name }
        return typed.prefix(1).uppercased() + typed.dropFirst()
    }
}

extension StringProtocol {
    /// The parts between the occurrences of `separator`.
    func components(partedBy separator: String) -> [String] {
        var parts: [String] = [""]
        var rest = self[...]
        while let next = rest.first {
            if rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
            } else {
                parts[parts.count - 1].append(next)
                rest = rest.dropFirst()
            }
        }
        return parts
    }
}
