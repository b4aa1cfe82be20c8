import Notebook

// Sessions that are called by number, offer or words, and their stars.
extension Session {
    /// Gives a session a star, or takes it away: a step of the day's history.
    func setStar(_ isStarred: Bool, _ text: String?) throws -> Response {
        let read = try requiredProgramme()
        let index = try sessionIndex(text, in: read)
        var table = read.stored.table
        if table.programme.sessions[index].isStarred != isStarred {
            let step = StarStep(table.programme.sessions[index], is: isStarred)
            try day().perform(step.label) { (_, _) throws(DayError) in .same }
            table.programme.sessions[index].isStarred = isStarred
            try keep(table)
        }
        let line = SessionLine(table.programme.sessions[index], in: table.programme)
        return Response(lines: [Message.starred(line, is: isStarred).text(language)])
    }

    /// Brings the programme's star along with a step of the history that was undone or redone.
    ///
    /// - Returns: why that was not possible; nil: it was, or the step is no star.
    func follow(_ label: String, isUndone: Bool) -> Message? {
        guard let step = StarStep(label: label) else { return nil }
        guard let read = programme(), let index = step.index(in: read.programme) else { return .starredSessionIsGone }
        var table = read.stored.table
        table.programme.sessions[index].isStarred = step.isStarred != isUndone
        do {
            try keep(table)
            return nil
        } catch {
            return Message(error)
        }
    }

    /// The place in the programme of the session that is meant: `12`, `#2`, `14h00 souv`, `souv`; alone, the slot's.
    private func sessionIndex(_ text: String?, in read: ReadProgramme) throws -> Int {
        let programme = read.programme
        guard let text = text?.trimmingBlanks else {
            guard let session = programmeSession(of: try day().slot) else { throw Refusal(.noSessionHere) }
            return try place(of: session, in: programme, text: session.title)
        }
        if let number = Int(text) {
            guard programme.sessions.indices.contains(number - 1) else { throw Refusal(.noSession(text)) }
            return number - 1
        }
        if text.first == "#", let number = Int(text.dropFirst()) {
            let offer = programmeState.offer ?? SessionOffer(sessions: programme.on(whereabouts(in: read)))
            programmeState.offer = offer
            guard offer.sessions.indices.contains(number - 1) else {
                throw Refusal(.noSuchOffer(number, of: offer.sessions.count))
            }
            return try place(of: offer.sessions[number - 1], in: programme, text: text)
        }
        let found = sessions(text, in: programme, whereabouts(in: read))
        guard let first = found.first else { throw Refusal(.noSession(text)) }
        guard found.count == 1 else {
            let numbers = numbers(of: programme)
            let lines = found.map { (numbers[$0.identity] ?? 0, SessionLine($0, in: programme)) }
            throw Refusal(.severalSessions(text, lines))
        }
        return try place(of: first, in: programme, text: text)
    }

    private func place(of session: ProgrammeSession, in programme: Programme, text: String) throws -> Int {
        guard let index = programme.sessions.firstIndex(where: { $0.identity == session.identity }) else {
            throw Refusal(.noSession(text))
        }
        return index
    }

    private func sessions(_ text: String, in programme: Programme, _ here: Programme.Whereabouts) -> [ProgrammeSession]
    {
        do throws(SlotHeading.Problem) {
            let heading = try SlotHeading(typed: text, now: here.time)
            guard let start = heading.start else { return programme.talks(with: text) }
            let words = [heading.kind, heading.room, heading.track, heading.title].compactMap { $0 }
            return programme.matches(time: start, words: words.joined(separator: " "), here)
        } catch {
            return programme.talks(with: text)
        }
    }
}
