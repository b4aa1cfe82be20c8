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
        guard let text = text?.trimmingBlanks else { return try newOfWhatIsOn(read.programme, here) }
        if text.first == "#", let number = Int(text.dropFirst()) {
            return try switchSlot(to: number, in: read.programme, here)
        }
        guard let heading = meant(by: text) else { return nil }
        let words = [heading.kind, heading.room, heading.track, heading.title].compactMap { $0 }.joined(separator: " ")
        let sessions = read.programme.matches(time: heading.start, words: words, here)
        guard !sessions.isEmpty else { return nil }
        return try begin(sessions[0], of: SessionOffer(sessions: sessions, typed: heading), in: read.programme)
    }

    /// `:new` alone: the best of what is on. Typed again while the slot is empty, the next best takes its place.
    private func newOfWhatIsOn(_ programme: Programme, _ here: Programme.Whereabouts) throws -> Response {
        let sessions = programme.on(here)
        guard let best = sessions.first else { throw Refusal(nothingIsOn(programme, here)) }
        let last = emptySlot
        let offer = SessionOffer(sessions: sessions).keepingNumbers(of: programmeState.offer)
        guard let last, sessions.contains(where: { programme.overlap($0, last.session) }) else {
            guard !here.taken.contains(best.identity) else {
                throw Refusal(.nothingElseIsOn(SessionLine(best, in: programme), next: following(programme, here)))
            }
            return try begin(best, of: offer, in: programme)
        }
        let others = sessions.filter { $0.identity != last.session.identity }
        let tried = Set(last.offer.written.keys.map { last.offer.sessions[$0].identity })
        guard let next = others.first(where: { !tried.contains($0.identity) }) ?? others.first else {
            return Response(lines: [line(of: offer, last.session, in: programme)])
        }
        let replaced = programme.overlap(next, last.session) ? last.offer : nil
        return try begin(next, of: offer, in: programme, replacing: replaced)
    }

    /// The slot where we are, where it is of an offer and nobody has typed there.
    private var emptySlot: (offer: SessionOffer, session: ProgrammeSession)? {
        guard let offer = programmeState.offer, let open, offer.slot == open.place.slot,
            let taken = offer.taken(by: open.day.source(ofSlot: offer.slot))
        else { return nil }
        return (offer, offer.sessions[taken])
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
        let offer = last ?? SessionOffer(sessions: programme.on(here)).keepingNumbers(of: programmeState.offer)
        guard offer.sessions.indices.contains(number - 1) else {
            throw Refusal(.noSuchOffer(number, of: offer.sessions.count))
        }
        let session = offer.sessions[number - 1]
        guard emptySlot?.session.identity != session.identity else {
            return Response(lines: [line(of: offer, session, in: programme)])
        }
        return try begin(session, of: offer, in: programme, replacing: emptySlot?.offer)
    }

    /// Writes the slot of one of the talks that are offered, and says which one it is.
    ///
    /// - Parameter last: the offer whose slot it takes the place of while that is empty; nil: it is a slot of its own.
    private func begin(
        _ talk: ProgrammeSession, of offer: SessionOffer, in programme: Programme, replacing last: SessionOffer? = nil
    ) throws -> Response {
        let session = try day()
        if let response = try goToSlot(
            endingAt: offer.typed?.end,
            like: { day, place in
                let position = day.slot(for: talk, typed: offer.typed, near: place)
                // The slot that this one comes in the place of says something else.
                return position == place && last?.taken(by: day.source(ofSlot: place)) != nil ? nil : position
            })
        {
            return response
        }
        let done = try writeSlot(isTimed: true) { (day, place, _) throws(DayError) in
            let isEmpty = last?.taken(by: day.source(ofSlot: place)) != nil
            let place = isEmpty ? try day.deleteSlot(at: place).place : place
            return try day.addSlot(for: talk, typed: offer.typed, near: place)
        }
        var offer = offer
        offer.slot = session.place.slot
        if last == nil { offer.written = [:] }
        if let index = offer.index(of: talk) { offer.written[index] = session.day.source(ofSlot: offer.slot) }
        programmeState.offer = offer
        seen(talk.speakers)
        let said = [line(of: offer, talk, in: programme)] + [takeProblem()?.text(language)].compactMap { $0 }
        return Response(lines: said, done: done)
    }

    private func line(of offer: SessionOffer, _ taken: ProgrammeSession, in programme: Programme) -> String {
        let others = offer.sessions.indices.filter { offer.sessions[$0].identity != taken.identity }
        return Message.taken(
            SessionLine(taken, in: programme),
            others: others.map { ($0 + 1, SessionLine(offer.sessions[$0], in: programme)) }
        ).text(language)
    }

    private func nothingIsOn(_ programme: Programme, _ here: Programme.Whereabouts) -> Message {
        .nothingIsOn(next: following(programme, here))
    }

    private func following(_ programme: Programme, _ here: Programme.Whereabouts) -> SessionLine? {
        programme.next(here).first.map { SessionLine($0, in: programme) }
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
