import AsciiDoc
import Notebook

extension Command {
    static let slots = [new, title, track, end, by, abstract, list, go]

    private static let new = Command(
        "new", aliases: ["n"], in: .slots,
        Message(
            en: "begin a slot: a talk, a break, a part of the day", fr: "commencer un créneau : exposé, pause, partie"),
        Parameter<String>.rest("START[-END] [TRACK] [: TITLE]", completion: .track),
        examples: [
            Example(
                ":new 14h00 Souveraineté", en: "a talk of the track Souveraineté",
                fr: "un exposé du parcours Souveraineté"),
            Example(":new 9.30-10.15 Tech : Data Mesh", en: "with its end and title", fr: "avec sa fin et son titre"),
            Example(":new Demos", en: "a slot without a time", fr: "un créneau sans heure"),
        ]
    ) { (session: Session, text: String) in
        let typed = try SlotHeading.typed(text, now: session.services.clock.timeOfDay())
        let day = try session.day()
        try day.perform(session.typedLine) { (day, place) throws(DayError) in
            place.slot = try day.appendSlot(typed.heading)
            return .at(1)
        }
        day.flush()
        return Response(lines: typed.remarks.map { Message.understood($0).text(session.language) })
    }

    private static let title = Command(
        "title", in: .slots, Message(en: "set the slot's title", fr: "donner le titre du créneau"),
        Parameter<String>.rest("TITLE"),
        examples: [Example(":title Data Mesh en pratique", en: "behind the track", fr: "derrière le parcours")]
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
        try session.setHeading { $0.end = time }
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
        try session.day().perform(session.typedLine) { (day, place) throws(DayError) in
            try day.setSpeakers(text, of: place.slot)
            return .same
        }
        // The line is written: a notebook that cannot remember who it was is no reason to refuse it.
        do throws(StoreError) {
            try session.remember(Speaker.read(line: text) ?? Speaker.read(list: text))
        } catch {
            return Response(lines: [Message(error).text(session.language)])
        }
        return .silent
    }

    private static let abstract = Command(
        "abstract", in: .slots,
        Message(
            en: "the abstract of the programme: one line, or lines until a lone .",
            fr: "le résumé du programme : une ligne, ou des lignes jusqu'à un . seul"),
        Parameter<Bool>.bang, Parameter<String?>.optionalRest("TEXT"),
        examples: [
            Example(":abstract Devenir data-driven.", en: "a listing titled Abstract", fr: "un bloc titré Abstract"),
            Example(
                ":abstract", en: "then lines, or a paste, until .", fr: "puis des lignes, ou un collage, jusqu'à ."),
        ]
    ) { (session: Session, bang: Bool, text: String?) in
        try session.block(.abstract, name: "abstract", text: text, replaces: bang)
    }

    private static let list = Command(
        "slots", in: .slots, Message(en: "list the day's slots", fr: "lister les créneaux de la journée"),
        examples: [
            Example(
                ":slots", en: "number, heading, notes; › marks yours", fr: "numéro, titre, notes ; › marque le vôtre")
        ]
    ) { (session: Session) in
        let open = try session.day()
        let width = String(open.day.slotCount).count
        return Response(
            lines: open.day.slots.map { slot in
                let number = String(slot.position + 1)
                let mark = slot.position == open.place.slot ? "›" : " "
                let pad = String(repeating: " ", count: width - number.count)
                let count = slot.notes.count
                return "\(mark) \(pad)\(number)  \(slot.sectionTitle)\(count == 0 ? "" : "  (\(count))")"
            })
    }

    private static let go = Command(
        "go", aliases: ["g"], in: .slots,
        Message(
            en: "go on in another slot: its number, time or text; #N, where :find found something",
            fr: "continuer dans un autre créneau : numéro, heure ou texte ; #N, là où :find a trouvé"),
        Parameter<String>.rest("SLOT | #N", completion: .slot),
        examples: [Example(":go 14h00", en: "the slot that begins then", fr: "le créneau qui commence alors")]
    ) { (session: Session, query: String) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        if let (place, line) = try session.place(found: query) {
            open.move(to: place)
            return Response(
                lines: [open.slot?.sectionTitle ?? open.day.title ?? ""] + (line.map { ["    " + $0] } ?? []))
        }
        let position = try open.day.findSlot(query)
        open.move(to: Place(slot: position, depth: 1))
        return Response(lines: [open.day.slot(at: position)?.sectionTitle ?? ""])
    }
}

extension Session {
    /// Changes the heading of the slot where the user is, and shows it.
    fileprivate func setHeading(_ set: (inout SlotHeading) -> Void) throws -> Response {
        try day().perform(typedLine) { (day, place) throws(DayError) in
            try day.setHeading(of: place.slot, set)
            return .same
        }
        return .silent
    }
}
