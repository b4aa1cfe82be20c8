import Notebook

// Slots whose session the programme moved: nothing that was typed is touched unasked.
extension Session {
    /// A slot that says other times than the programme.
    struct Difference {
        let slot: Slot
        let session: ProgrammeSession
    }

    /// The slots of the open day that say other times than the programme.
    func differences() -> [Difference] {
        guard let open, programme() != nil else { return [] }
        return open.day.slots.compactMap { slot in
            guard slot.heading.start != nil, let session = programmeSession(of: slot),
                slot.heading.differs(from: session)
            else { return nil }
            return Difference(slot: slot, session: session)
        }
    }

    /// What is said of slots that say other times than the programme.
    ///
    /// - Parameter isWanted: which sessions to speak of; times that were typed otherwise on purpose are no news.
    func offersToRetime(_ isWanted: (ProgrammeSession) -> Bool = { _ in true }) -> [String] {
        guard let read = programme() else { return [] }
        return differences().filter { isWanted($0.session) }.map { difference in
            Message.retimeOffered(
                difference.slot.number, typed: difference.slot.heading.times,
                SessionLine(difference.session, in: read.programme)
            ).text(language)
        }
    }

    /// `:retime [SLOT]`: the programme's times in a slot's heading; alone, in this one or the only one that differs.
    func retime(_ query: String?) throws -> Response {
        let open = try day()
        try open.takeOverOutsideChange()
        let read = try requiredProgramme()
        let position: Int
        if let query {
            position = try open.day.find(query, near: open.place.slot)
        } else {
            let all = differences()
            if let here = all.first(where: { $0.slot.position == open.slot?.position }) {
                position = here.slot.position
            } else {
                guard let first = all.first else { return Response(lines: [Message.nothingToRetime.text(language)]) }
                guard all.count == 1 else { return Response(lines: offersToRetime()) }
                position = first.slot.position
            }
        }
        guard let slot = open.day.slot(at: position) else { throw DayError.noSlot }
        guard let session = programmeSession(of: slot) else { throw Refusal(.slotNotInProgramme(slot.number)) }
        let before = slot.heading
        guard before.differs(from: session) else { return Response(lines: [Message.nothingToRetime.text(language)]) }
        try open.perform(typedLine) { (day, _) throws(DayError) in
            try day.setHeading(of: position) { heading in
                let end = session.end?.time ?? heading.end
                heading.start = session.start.time
                heading.end = end.flatMap { session.start.time.canEnd(at: $0) ? $0 : nil }
                if heading.room != nil, !session.room.isEmpty { heading.room = session.room }
            }
            return .same
        }
        let line = SessionLine(session, in: read.programme)
        return Response(lines: [Message.retimed(slot.number, from: before.times, to: line).text(language)])
    }
}

extension SlotHeading {
    /// `14h00 -> 14h45`
    fileprivate var times: String { [start, end].compactMap { $0?.text(.h) }.joined(separator: " -> ") }

    /// An end counts only where both say one.
    fileprivate func differs(from session: ProgrammeSession) -> Bool {
        if start != session.start.time { return true }
        guard let end, let other = session.end?.time else { return false }
        return end != other
    }
}
