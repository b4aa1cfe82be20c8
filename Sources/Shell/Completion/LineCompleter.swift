import AsciiDoc
import Notebook

/// What a line that is being typed could become, from the command table, the day, its folder, and the words typed.
package final class LineCompleter {
    let session: Session
    /// The files of a folder; empty where there is none.
    let files: (String) -> [ListedFile]
    /// Made when it is first asked: no prompt waits for it.
    private var words: WordIndex?
    /// What of the day's text is not read yet, from the end back: a long day is read in parts, while nothing is typed.
    private var unread: ArraySlice<UInt8> = []
    /// The day whose words the index has.
    private weak var day: DaySession?

    package init(_ session: Session, files: @escaping (String) -> [ListedFile]) {
        self.session = session
        self.files = files
    }

    /// Takes in what was written since; to be called before each line, so that no key has to wait for it.
    package func update() {
        if session.open !== day {
            (words, day) = (nil, session.open)
            unread = day.map { Self.body(of: $0.day) } ?? []
            _ = day?.takeWritten()
        }
        let written = day?.takeWritten() ?? []
        guard !written.isEmpty else { return }
        makeWords()
        for text in written { words?.add(text) }
    }

    private func makeWords() { words = words ?? WordIndex() }

    /// Bytes that are read while a key waits.
    private static let part = 1024
    /// Bytes that are read before a menu is shown.
    private static let menuPart = 1 << 20

    /// Reads some of what is not read yet, the newest first.
    ///
    package func readOn(_ bytes: Int = 1 << 13) {
        makeWords()
        guard !unread.isEmpty else { return }
        let start = max(unread.startIndex, unread.endIndex - bytes)
        let line = unread[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
        let cut = start == unread.startIndex || line == unread.endIndex ? start : line
        words?.addOlder(unread[cut...])
        unread = unread[..<cut]
    }

    package var hasMoreToRead: Bool { !unread.isEmpty }

    /// What could stand at the end of `line`, the text before the cursor; the best first.
    package func candidates(for line: String) -> [Candidate] {
        guard session.captureName == nil else { return wordCandidates(line) }
        if line.hasPrefix(":"), !line.hasPrefix("::") {
            return CommandLine(line, session.table).map(argumentCandidates) ?? commandCandidates(line)
        }
        if line.hasPrefix("@"), !line.contains(" ") { return personCandidates(line) }
        return wordCandidates(line)
    }

    /// The best candidate's rest, and what a command expects.
    package func hint(for line: String) -> Hint {
        guard session.captureName == nil, line.hasPrefix(":"), !line.hasPrefix("::") else {
            let word = lastWord(of: line)
            guard word.utf8.count > 2 else { return Hint() }
            readOn(Self.part)
            let before = wordBefore(word, in: line)
            guard let best = words?.likely(from: word, after: before) else { return Hint() }
            return Hint(typed: Self.rest(of: best, after: word))
        }
        if let command = CommandLine(line, session.table) {
            let expected = command.isAtArgument ? command.expected.text(session.language) : ""
            return expected.isEmpty
                ? Hint(typed: rest(of: argumentCandidates(command).first, in: line))
                : Hint(shown: expected)
        }
        guard line.count > 1, let best = commandCandidates(line).first else { return Hint() }
        let typed = rest(of: best, in: line)
        return Hint(typed: typed, shown: best.description)
    }

    /// What is left of a word after its beginning; empty where that has other letters: `œ` typed without a ligature.
    private static func rest(of best: String, after word: String) -> String {
        // Both in ASCII up to there, the usual case, need no characters to be found.
        if word.utf8.allSatisfy({ $0 < 0x80 }), best.utf8.starts(with: word.utf8) {
            return String(decoding: best.utf8.dropFirst(word.utf8.count), as: UTF8.self)
        }
        return best.prefix(word.count).folded == word.folded ? String(best.dropFirst(word.count)) : ""
    }

    private func rest(of candidate: Candidate?, in line: String) -> String {
        guard let candidate else { return "" }
        let typed = String(line.unicodeScalars.suffix(candidate.range.count).map(Character.init))
        guard candidate.text.folded.hasPrefix(typed.folded), candidate.text.count > typed.count else { return "" }
        return String(candidate.text.dropFirst(typed.count))
    }

    private func commandCandidates(_ line: String) -> [Candidate] {
        let typed = line.dropFirst().lowercased()
        return session.table.commands.filter { $0.name.hasPrefix(typed) }.sorted { $0.name.count < $1.name.count }
            .map { Candidate(":\($0.name) ", 0..<line.unicodeScalars.count, $0.summary.text(session.language)) }
    }

    private func personCandidates(_ line: String) -> [Candidate] {
        let typed = line.dropFirst().folded
        return people(beginning: typed).map(\.speaker).filter { $0.firstName.folded.hasPrefix(typed) }.map { person in
            Candidate("@\(person.firstName) ", 0..<line.unicodeScalars.count, person.shown)
        }
    }

    func wordCandidates(_ line: String) -> [Candidate] {
        let typed = lastWord(of: line)
        guard typed.count >= 2 else { return [] }
        let end = line.unicodeScalars.count
        readOn(Self.menuPart)
        return (words?.words(from: typed) ?? []).prefix(50).map {
            Candidate($0, end - typed.unicodeScalars.count..<end)
        }
    }

    /// The slots: nobody types the words of a document's header.
    private static func body(of day: Day) -> ArraySlice<UInt8> {
        day.document.source[day.range(at: nil).upperBound...]
    }

    private func lastWord(of line: String) -> String { Self.lastWord(of: line.unicodeScalars[...]) }

    /// The word before the last one; empty: there is none.
    private func wordBefore(_ word: String, in line: String) -> String {
        var scalars = line.unicodeScalars.dropLast(word.unicodeScalars.count)
        while let last = scalars.last, !last.isInWord { scalars.removeLast() }
        return Self.lastWord(of: scalars)
    }

    private static func lastWord(of scalars: Substring.UnicodeScalarView) -> String {
        var start = scalars.endIndex
        while start > scalars.startIndex, scalars[scalars.index(before: start)].isInWord {
            start = scalars.index(before: start)
        }
        return String(scalars[start...])
    }

    /// The slot's speakers first, then those of the other slots, of the programme, and those that the notebook remembers.
    ///
    /// - Parameter typed: what a word of their name begins with.
    func people(beginning typed: String) -> [KnownPerson] {
        guard let open = session.open else { return [] }
        let key = typed.folded
        var seen: Set<String> = []
        let day = open.speakers + open.day.slots.flatMap(\.speakers)
        let listed = session.programmeWords()?.speakers(beginning: typed) ?? []
        let others = (day + listed).map { KnownPerson($0) } + session.people
        return others.filter { person in
            let name = person.speaker.name.folded
            guard name.hasPrefix(key) || name.split(separator: " ").contains(where: { $0.hasPrefix(key) }) else {
                return false
            }
            return seen.insert(person.speaker.shown).inserted
        }
    }
}

extension Unicode.Scalar {
    /// As `Character.isWordCharacter`, at the price that each key can pay.
    fileprivate var isInWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: value >= 0x80 && (properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered)
        }
    }
}
