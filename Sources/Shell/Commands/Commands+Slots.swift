import AsciiDoc
import Notebook

extension Command {
    static let slots = [new, title, track, end, by, abstract]

    private static let new = Command(
        "new", aliases: ["n"], in: .slots,
        Message(
            en: "begin a slot: a talk, a break, a part of the day; alone, what of the programme is on",
            fr: "commencer un créneau : exposé, pause, partie ; seul, ce qui est en cours au programme"),
        Parameter<String?>.optionalRest("START[-END] [TRACK] [: TITLE] | #N", completion: .session),
        examples: [
            Example(
                ":new 14h00 Souveraineté", en: "a talk of the track Souveraineté",
                fr: "un exposé du parcours Souveraineté"),
            Example(":new 9.30-10.15 Tech : Data Mesh", en: "with its end and title", fr: "avec sa fin et son titre"),
            Example(":new Demos", en: "a slot without a time", fr: "un créneau sans heure"),
            Example(
                ":new 14h00 souv", en: "with a programme, its talk at 14h00 that has such a word",
                fr: "avec un programme, son exposé de 14h00 qui a un tel mot"),
        ]
    ) { (session: Session, text: String?) in
        if let response = try session.newFromProgramme(text) { return response }
        guard let text else {
            throw UsageError.missing(ParameterInfo(name: "START[-END] [TRACK] [: TITLE]", arity: .rest))
        }
        return try session.beginSlot(text)
    }

    private static let title = Command(
        "title", in: .slots, Message(en: "set the slot's title", fr: "donner le titre du créneau"),
        Parameter<String>.rest("TITLE"),
        examples: [Example(":title Data Mesh en pratique", en: "after the track", fr: "après le parcours")]
    ) { (session: Session, text: String) in
        try session.setHeading { heading in
            let isPlain = heading.start == nil
            if isPlain { heading = SlotHeading(title: text) } else { heading.title = text }
        }
    }

    private static let track = Command(
        "track", in: .slots, Message(en: "set the slot's track", fr: "donner le parcours du créneau"),
        Parameter<String>.rest("TRACK", completion: .track),
        examples: [Example(":track Tech", en: "before the title", fr: "devant le titre")]
    ) { (session: Session, text: String) in
        guard try session.day().slot?.heading.start != nil else {
            throw Refusal(
                Message(en: "only a slot with a time has a track", fr: "seul un créneau avec une heure a un parcours"))
        }
        return try session.setHeading { $0.track = text }
    }

    private static let end = Command(
        "end", in: .slots, Message(en: "set when the slot ends", fr: "donner la fin du créneau"),
        Parameter<TimeOfDay>.time("TIME"),
        examples: [Example(":end 14h30", en: "14h00 -> 14h30", fr: "14h00 -> 14h30")]
    ) { (session: Session, time: TimeOfDay) in
        let response = try session.setHeading { $0.end = time }
        session.backUp(position: session.open?.place.slot)
        return Response(done: response.done + [session.keeps.text(session.language)])
    }

    private static let by = Command(
        "by", in: .slots, Message(en: "say who talks", fr: "dire qui parle"),
        Parameter<String>.rest("SPEAKER (COMPANY), …", completion: .speaker),
        examples: [
            Example(
                ":by Rayed Benbrahim (MongoDB)", en: "writes By Rayed Benbrahim (MongoDB)",
                fr: "écrit By Rayed Benbrahim (MongoDB)")
        ]
    ) { (session: Session, text: String) in
        var line = ""
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            line = try day.setSpeakers(text, of: place.slot)
            return .same
        }
        session.seen(Speaker.read(line: text) ?? Speaker.read(list: text))
        return Response(done: [line])
    }

    private static let abstract = Command(
        "abstract", in: .slots,
        Message(
            en: "the abstract of the programme: one line, or lines until a lone .",
            fr: "le résumé du programme : une ligne, ou des lignes jusqu’à un . seul"),
        Parameter<Bool>.bang, Parameter<String?>.optionalRest("TEXT"),
        examples: [
            Example(":abstract Devenir data-driven.", en: "a listing titled Abstract", fr: "un bloc titré Abstract"),
            Example(
                ":abstract", en: "then lines, or a paste, until .", fr: "puis des lignes, ou un collage, jusqu’à ."),
        ]
    ) { (session: Session, bang: Bool, text: String?) in
        if text == nil, !bang, let response = try session.fillAbstract() { return response }
        return try session.block(.abstract, name: "abstract", text: text, replaces: bang)
    }
}

extension Session {
    /// Changes the heading of the slot where the user is, and shows it.
    fileprivate func setHeading(_ set: (inout SlotHeading) -> Void) throws -> Response {
        var heading = ""
        try day().perform(typedLine) { (day, place) throws(DayError) in
            heading = try day.setHeading(of: place.slot, set)
            return .same
        }
        return Response(done: [heading])
    }

    /// What is to be kept of the slot, in one line; how to write it where there is nothing.
    fileprivate var keeps: Message {
        guard let open, let slot = open.day.slot(at: open.place.slot) else { return .keeps([]) }
        return .keeps(
            open.day.marks.filter { $0.kind == .keep && open.day.slot(at: $0.slot)?.number == slot.number }.map(\.text))
    }

    /// A slot of what was typed.
    fileprivate func beginSlot(_ text: String) throws -> Response {
        let typed = try SlotHeading.typed(text, now: services.clock.timeOfDay())
        let heading = typed.heading
        if let response = try goToSlot(endingAt: heading.end, like: { $0.slot(like: heading, near: $1) }) {
            return response
        }
        let done = try writeSlot(isTimed: typed.heading.start != nil) { (day, place, date) throws(DayError) in
            try day.addSlot(typed.heading, near: place, on: date)
        }
        let said = typed.remarks.map(Message.understood) + [takeProblem()].compactMap { $0 }
        return Response(lines: said.map { $0.text(language) }, done: done)
    }

    /// Goes to the slot that would be written a second time; nil: there is none.
    ///
    /// - Parameter end: what was typed of its end, which the slot gets.
    func goToSlot(endingAt end: TimeOfDay?, like find: (Day, Int?) -> Int?) throws -> Response? {
        let open = try day()
        try open.takeOverOutsideChange()
        guard duePart(in: open) == nil, let position = find(open.day, open.place.slot) else { return nil }
        let isHere = open.day.slot(at: open.place.slot)?.position == position
        if !isHere { open.go(to: position) }
        if let end, open.day.slot(at: position)?.heading.end != end { _ = try setHeading { $0.end = end } }
        return Response(lines: [Message.slotIsThere(open.day.heading(at: position), isHere: isHere).text(language)])
    }

    /// The part that the next slot begins.
    private func duePart(in open: DaySession) -> String? {
        open.hasGone ? nil : open.day.duePart(on: services.clock.today(), first: firstDay)
    }

    /// A slot where its time has it; in an event of several days, in the part of today, which is begun where it is due.
    ///
    /// - Parameter write: writes the slot near a place; with the date that the whole file is of.
    /// - Returns: what is said of where it is.
    func writeSlot(
        isTimed: Bool, _ write: (inout Day, Int?, CalendarDate?) throws(DayError) -> WrittenHeading
    ) throws -> [String] {
        let open = try day()
        try open.takeOverOutsideChange()
        let left = open.place.slot
        let part = duePart(in: open)
        // Of an event that is going on, today; else the day that the file is of.
        let date = open.day.part(around: open.place.slot) == nil ? firstDay : nil
        var written: WrittenHeading?
        try open.perform(typedLine) { (day, place) throws(DayError) in
            if let part, isTimed || !day.entries.isEmpty { place.slot = try day.addPart(part).position }
            let new = try write(&day, place.slot, date)
            (place.slot, written) = (new.position, new)
            return .at(1)
        }
        open.flush()
        if open.day.slot(at: left) != nil { backUp(position: left) }
        return [part.map { Message.partBegun($0) }, written.flatMap(Message.placed)].compactMap { $0?.text(language) }
    }

    /// The first day of the event that is open, by its file's name.
    var firstDay: CalendarDate? {
        open.flatMap { FileName.parts(ofDay: Notebook.lastComponent($0.store.path))?.date }
    }
}
