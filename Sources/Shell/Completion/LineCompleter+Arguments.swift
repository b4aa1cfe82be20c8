import AsciiDoc
import Notebook

// What can stand as an argument of a command.
extension LineCompleter {
    func argumentCandidates(_ line: CommandLine) -> [Candidate] {
        switch line.parameter?.completion {
        case .slot: slots(line)
        case .track: tracks(line)
        case .session: sessions(line)
        case .speaker: speakers(line)
        case .command: offer(session.table.commands.map { ($0.name, $0.summary.text(session.language)) }, line)
        case .file: paths(line, folder: nil) { _ in true }
        case .day: paths(line, folder: session.notebook.folder) { $0.name.hasSuffix(".adoc") }
        case .template: offer(session.services.templates.names().map { ($0, "") }, line)
        case .setting: settings(line)
        case .language: offer(Self.codeLanguages.map { ($0, "") }, line)
        case .note: notes(line)
        case .followUp: followUps(line)
        case .mark: offer(Mark.Kind.allCases.map { ($0.rawValue, "") }, line)
        case .time, .some(.none), nil: line.parameter == nil ? [] : wordCandidates(line.typed, at: line)
        }
    }

    private static let codeLanguages = [
        "bash", "c", "cpp", "css", "go", "html", "java", "javascript", "json", "kotlin", "python", "ruby", "rust",
        "sql", "swift", "typescript", "xml", "yaml",
    ]

    private func offer(_ values: [(text: String, about: String)], _ line: CommandLine) -> [Candidate] {
        let typed = line.typed.folded
        return values.filter { $0.text.folded.hasPrefix(typed) }
            .map { line.candidate($0.text, replacing: line.typed, $0.about) }
    }

    private func wordCandidates(_ typed: String, at line: CommandLine) -> [Candidate] {
        wordCandidates(typed).map { candidate in
            let count = candidate.range.count
            return Candidate(candidate.text, line.end - count..<line.end)
        }
    }

    /// By number where the heading is not the only one of its kind: times repeat.
    private func slots(_ line: CommandLine) -> [Candidate] {
        let slots = session.open?.day.slots ?? []
        let counts = Dictionary(grouping: slots, by: \.sectionTitle).mapValues(\.count)
        let typed = line.typed.folded
        return slots.filter { typed.isEmpty || $0.sectionTitle.folded.contains(typed) }.map { slot in
            let number = "\(slot.number)"
            return counts[slot.sectionTitle] == 1
                ? line.candidate(slot.sectionTitle, replacing: line.typed, number)
                : line.candidate(number, replacing: line.typed, slot.sectionTitle)
        }
    }

    /// `:new` has the times in front.
    private func tracks(_ line: CommandLine) -> [Candidate] {
        let times = line.typed.first?.isNumber == true ? line.typed.prefix { $0 != " " }.count + 1 : 0
        guard times <= line.typed.count || times == 0 else { return [] }
        let typed = String(line.typed.dropFirst(times))
        var seen: Set<String> = []
        let tracks = (session.open?.day.slots ?? []).compactMap(\.heading.track).filter { seen.insert($0).inserted }
        return tracks.filter { $0.folded.hasPrefix(typed.folded) }.map { line.candidate($0, replacing: typed) }
    }

    /// The name after the last comma.
    private func speakers(_ line: CommandLine) -> [Candidate] {
        let typed = String(line.typed.split(separator: ",", omittingEmptySubsequences: false).last ?? "").trimmingBlanks
        return people(beginning: typed).map { person in
            let seen = person.seenAt.isEmpty ? "" : Message.seenAt(person.seenAt).text(session.language)
            return line.candidate(person.speaker.shown, replacing: typed, seen)
        }
    }

    /// The programme's talks, after a time those of that time, and the day's tracks.
    private func sessions(_ line: CommandLine) -> [Candidate] {
        let word = line.typed.prefix { $0 != " " }
        var (time, typed) = (TimeOfDay?.none, line.typed)
        if case .time(let read) = TimeOfDay.read(word), word.count < typed.count {
            (time, typed) = (read, String(typed.dropFirst(word.count + 1)))
        }
        let read = session.programme()
        let talks =
            read.flatMap { read in
                session.programmeWords()?.talks(on: read.day, at: time, beginning: typed).map { talk in
                    line.candidate(talk.title, replacing: typed, SessionLine(talk, in: read.programme).place)
                }
            } ?? []
        // Reading the headings of all slots takes longer than a key may: only where the programme has nothing.
        return talks.isEmpty ? tracks(line) : talks
    }

    private func settings(_ line: CommandLine) -> [Candidate] {
        guard line.typed.hasPrefix("template ") else { return offer(Session.settingNames.map { ($0 + " ", "") }, line) }
        let typed = String(line.typed.dropFirst("template ".count))
        return session.services.templates.names().filter { $0.hasPrefix(typed) }
            .map { line.candidate($0, replacing: typed) }
    }

    /// What is still to be checked, the newest first.
    private func followUps(_ line: CommandLine) -> [Candidate] {
        let typed = line.typed.folded
        return (session.open?.day.followUps ?? []).reversed().filter { $0.text.folded.contains(typed) }
            .map { line.candidate($0.text, replacing: line.typed) }
    }

    /// The notes by number, the newest first.
    private func notes(_ line: CommandLine) -> [Candidate] {
        let digits = line.typed.drop { $0 == "#" }
        guard let open = session.open, digits.allSatisfy(\.isNumber) else {
            return wordCandidates(line.typed, at: line)
        }
        let notes = open.slot?.notes ?? []
        return notes.indices.reversed().filter { "\($0 + 1)".hasPrefix(digits) }.map { index in
            let text = open.day.text(notes[index].node.contentRange).lines.first ?? ""
            return line.candidate("#\(index + 1) ", replacing: line.typed, text.trimmingBlanks)
        }
    }

    /// Files by name, the newest first, escaped as commands read them.
    private func paths(_ line: CommandLine, folder: String?, where isWanted: (ListedFile) -> Bool) -> [Candidate] {
        let typed = TypedPath.unfinished(line.typed)
        let start = typed.lastIndex(of: "/").map { typed[...$0] } ?? ""
        let name = typed.dropFirst(start.count)
        let key = String(name).asFileName.folded
        let searched =
            start.isEmpty
            ? folder ?? "." : start.hasPrefix("~/") ? session.services.home + start.dropFirst() : String(start)
        return files(searched)
            .filter { $0.name.asFileName.folded.hasPrefix(key) && (name.hasPrefix(".") || !$0.name.hasPrefix(".")) }
            .filter { $0.isFolder || isWanted($0) }
            .sorted { ($1.modified, $0.name) < ($0.modified, $1.name) }
            .map { file in
                line.candidate(TypedPath.escaped(start + file.name) + (file.isFolder ? "/" : ""), replacing: line.typed)
            }
    }
}
