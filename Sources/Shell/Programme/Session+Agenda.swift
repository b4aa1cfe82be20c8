import Notebook

// What is on, and what follows.
extension Session {
    /// `:next`: what follows in this room, and where else to go.
    func nextSessions() throws -> Response {
        let read = try requiredProgramme()
        let (programme, here) = (read.programme, whereabouts(in: read))
        let local = here.room.isEmpty ? nil : programme.next(here, room: here.room).first
        let others = programme.next(here).filter { $0.identity != local?.identity }
        // With a star somewhere, that is where to go; else the best few.
        let starred = others.filter(\.isStarred)
        let numbers = numbers(of: programme)
        func numbered(_ session: ProgrammeSession, _ text: String) -> String {
            "\(numbers[session.identity] ?? 0)  \(text)"
        }
        var lines = [local].compactMap { $0 }.map { session in
            numbered(session, Message.nextHere(session.room, SessionLine(session, in: programme)).text(language))
        }
        let shown = starred.isEmpty ? others.prefix(Self.mostShown)[...] : starred.prefix(Self.mostShown)[...]
        lines += shown.map { numbered($0, SessionLine($0, in: programme).text(language)) }
        return Response(lines: lines.isEmpty ? [Message.nothingFollows.text(language)] : lines)
    }

    private static let mostShown = 3

    /// Talks that are shown at once, about a screen.
    private static let mostTalks = 40

    /// `:agenda [DAY] [TIME | WORDS]`: the day's talks with their numbers, what is on, stars, conflicts and gaps.
    func agenda(_ text: String?) throws -> Response {
        let read = try requiredProgramme()
        let programme = read.programme
        let asked = try AgendaRequest(text?.trimmingBlanks ?? "", of: programme, on: read.day)
        guard programme.days.contains(asked.day) else { throw Refusal(.noTalksOn(asked.day, days: programme.days)) }
        var agenda = programme.agenda(of: asked.day, now: whereabouts(in: read))
        if !asked.words.isEmpty {
            agenda = agenda.with(asked.words)
            guard !agenda.entries.isEmpty else { throw Refusal(.noTalksWith(asked.words)) }
        }
        let now = whereabouts(in: read).minutes - DayNumber(asked.day).value * 1440
        let shown = agenda.part(from: asked.time?.minutes ?? now, most: Self.mostTalks)
        var lines = lines(of: shown, numbers: numbers(of: programme), in: programme)
        let rest = agenda.entries.count - shown.entries.count
        if rest > 0 {
            let first = shown.entries.first?.session.identity
            let earlier = agenda.entries.firstIndex { $0.session.identity == first } ?? 0
            lines.append(Message.moreTalks(rest, earlier: earlier).text(language))
        }
        return Response(lines: lines)
    }

    private func lines(
        of agenda: Agenda, numbers: [ProgrammeSession.Identity: Int], in programme: Programme
    ) -> [String] {
        let width = agenda.entries.map { String(numbers[$0.session.identity] ?? 0).count }.max() ?? 1
        var lines: [(minute: Int, text: String)] = agenda.entries.map { entry in
            let number = String(numbers[entry.session.identity] ?? 0)
            let pad = String(repeating: " ", count: width - number.count)
            let marks = (entry.isOn ? "›" : " ") + (entry.isInConflict ? "!" : " ")
            return (
                entry.session.minute,
                "\(marks) \(pad)\(number)  \(SessionLine(entry.session, in: programme).text(language))"
            )
        }
        let indent = String(repeating: " ", count: width + 5)
        for gap in agenda.gaps {
            let text = indent + Message.nothingStarred(gap).text(language)
            let place = lines.firstIndex { $0.minute >= gap.minute } ?? lines.endIndex
            lines.insert((gap.minute, text), at: place)
        }
        return lines.map(\.text)
    }

    /// The numbers that sessions are called by: their places in the programme, from 1.
    func numbers(of programme: Programme) -> [ProgrammeSession.Identity: Int] {
        Dictionary(
            programme.sessions.enumerated().map { ($1.identity, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }
}
