import Notebook

// Slots that are begun from the programme.
extension Session {
    /// Begins the slot of the session that is meant.
    ///
    /// - Parameter text: what was typed at `:new`; nil: nothing.
    /// - Returns: nil where the programme has nothing of the kind: what was typed is then written as typed.
    func newFromProgramme(_ text: String?) throws -> Response? {
        // A line that another program changed must not be taken for what was there.
        try day().takeOverOutsideChange()
        guard let read = programme() else { return nil }
        let here = whereabouts(in: read)
        guard let text = text?.trimmingBlanks else {
            let sessions = read.programme.on(here)
            guard !sessions.isEmpty else { throw Refusal(nothingIsOn(read.programme, here)) }
            return try begin(0, of: SessionOffer(sessions: sessions), in: read.programme)
        }
        if text.first == "#", let number = Int(text.dropFirst()) {
            return try switchSlot(to: number, in: read.programme, here)
        }
        guard let heading = meant(by: text) else { return nil }
        let words = [heading.kind, heading.room, heading.track, heading.title].compactMap { $0 }.joined(separator: " ")
        let sessions = read.programme.matches(time: heading.start, words: words, here)
        guard !sessions.isEmpty else { return nil }
        return try begin(0, of: SessionOffer(sessions: sessions, typed: heading), in: read.programme)
    }

    /// The heading that was typed, if it can mean a talk; what is wrong with it is said by whoever writes it.
    private func meant(by text: String) -> SlotHeading? {
        // A colon in front says that what follows is the title, as it is.
        guard !text.hasPrefix(":") else { return nil }
        do throws(SlotHeading.Problem) {
            return try SlotHeading(typed: text, now: services.clock.timeOfDay())
        } catch {
            return nil
        }
    }

    /// `:new #2`: in the place of the slot that was just begun while that is empty, else in a slot of its own.
    private func switchSlot(
        to number: Int, in programme: Programme, _ here: Programme.Whereabouts
    ) throws -> Response {
        let last = programmeState.offer.flatMap { $0.slot == open?.place.slot ? $0 : nil }
        let offer = last ?? SessionOffer(sessions: programme.on(here))
        guard offer.sessions.indices.contains(number - 1) else {
            throw Refusal(.noSuchOffer(number, of: offer.sessions.count))
        }
        guard offer.taken(by: open?.day.source(ofSlot: offer.slot)) != number - 1 else {
            return Response(lines: [line(of: offer, number - 1, in: programme)])
        }
        return try begin(number - 1, of: offer, in: programme)
    }

    /// Writes the slot of one of the talks that are offered, and says which one it is.
    private func begin(_ index: Int, of offer: SessionOffer, in programme: Programme) throws -> Response {
        let (session, talk) = (try day(), offer.sessions[index])
        if let response = try goToSlot(
            endingAt: offer.typed?.end,
            like: { day, place in
                let position = day.slot(for: talk, typed: offer.typed, near: place)
                // The slot that this one comes in the place of says something else.
                return position == place && offer.taken(by: day.source(ofSlot: place)).map { $0 != index } == true
                    ? nil : position
            })
        {
            return response
        }
        let done = try writeSlot(isTimed: true) { (day, place, _) throws(DayError) in
            let isEmpty = offer.taken(by: day.source(ofSlot: place)) != nil
            let place = isEmpty ? try day.deleteSlot(at: place).place : place
            return try day.addSlot(for: talk, typed: offer.typed, near: place)
        }
        var offer = offer
        offer.slot = session.place.slot
        offer.written[index] = session.day.source(ofSlot: offer.slot)
        programmeState.offer = offer
        seen(talk.speakers)
        let said = [line(of: offer, index, in: programme)] + [takeProblem()?.text(language)].compactMap { $0 }
        return Response(lines: said, done: done)
    }

    private func line(of offer: SessionOffer, _ taken: Int, in programme: Programme) -> String {
        let others = offer.sessions.indices.filter { $0 != taken }
        return Message.taken(
            SessionLine(offer.sessions[taken], in: programme),
            others: others.map { ($0 + 1, SessionLine(offer.sessions[$0], in: programme)) }
        ).text(language)
    }

    private func nothingIsOn(_ programme: Programme, _ here: Programme.Whereabouts) -> Message {
        .nothingIsOn(next: programme.next(here).first.map { SessionLine($0, in: programme) })
    }

    /// `:abstract` alone: the programme's, where the slot is a talk of it that has one, and none is written.
    func fillAbstract() throws -> Response? {
        let open = try day()
        try open.takeOverOutsideChange()
        guard let slot = open.slot, slot.abstract == nil, let talk = programmeSession(of: slot), !talk.abstract.isEmpty
        else { return nil }
        try open.perform(typedLine) { (day, place) throws(DayError) in
            try day.appendAbstract(of: talk, to: place.slot)
            return .same
        }
        return Response(lines: [Message.abstractTaken(talk.title).text(language)])
    }
}
