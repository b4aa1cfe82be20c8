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
        var lines = local.map { [Message.nextHere($0.room, SessionLine($0, in: programme)).text(language)] } ?? []
        let shown = starred.isEmpty ? others.prefix(Self.mostShown)[...] : starred.prefix(Self.mostShown)[...]
        lines += shown.map { SessionLine($0, in: programme).text(language) }
        return Response(lines: lines.isEmpty ? [Message.nothingFollows.text(language)] : lines)
    }

    private static let mostShown = 3

    /// `:agenda [DAY]`: the day's talks with their numbers, what is on, stars, conflicts and gaps.
    func agenda(_ text: String?) throws -> Response {
        let read = try requiredProgramme()
        let programme = read.programme
        let day = try text.map { try self.day($0, of: programme) } ?? read.day
        guard programme.days.contains(day) else { throw Refusal(.noTalksOn(day, days: programme.days)) }
        let agenda = programme.agenda(of: day, now: whereabouts(in: read))
        let numbers = numbers(of: programme)
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
        return Response(lines: lines.map(\.text))
    }

    /// A date, or the number of a day of the event.
    private func day(_ text: String, of programme: Programme) throws -> CalendarDate {
        let text = text.trimmingBlanks
        if let date = CalendarDate(reading: text) { return date }
        if let number = Int(text) {
            if programme.days.indices.contains(number - 1) { return programme.days[number - 1] }
            if let date = programme.days.first(where: { $0.day == number }) { return date }
        }
        if let match = DayOfYear.match(in: Array(text), at: 0), match.end == text.count,
            let date = programme.days.first(where: { $0.day == match.day.day && $0.month == match.day.month })
        {
            return date
        }
        throw Refusal(.noSuchDay(text, days: programme.days))
    }

    /// The numbers that sessions are called by: their places in the programme, from 1.
    func numbers(of programme: Programme) -> [ProgrammeSession.Identity: Int] {
        Dictionary(
            programme.sessions.enumerated().map { ($1.identity, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }
}
