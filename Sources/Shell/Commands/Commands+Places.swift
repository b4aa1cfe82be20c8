import AsciiDoc
import Notebook

extension Command {
    static let places = [list, go, part, section]

    private static let list = Command(
        "slots", in: .slots,
        Message(en: "list the day's slots, below its parts", fr: "lister les créneaux de la journée, sous ses parties"),
        examples: [
            Example(
                ":slots", en: "number, heading, notes; › marks yours", fr: "numéro, titre, notes ; › marque le vôtre")
        ]
    ) { (session: Session) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        return Response(lines: SlotList(open).lines)
    }

    private static let go = Command(
        "go", aliases: ["g"], in: .slots,
        Message(
            en: "go on in another slot, part or sub-section: its number, time or text; “-”: where you were before; "
                + "#N: where :find found it",
            fr: "continuer dans un autre créneau, partie ou section : numéro, heure ou texte ; « - » : là où vous "
                + "étiez ; #N : là où :find l’a trouvé"),
        Parameter<String>.rest("SLOT | PART | SECTION | #N | -", completion: .slot),
        examples: [
            Example(":go 14h00", en: "the slot that begins then", fr: "le créneau qui commence alors"),
            Example(":go -", en: "back to the place before", fr: "retour à l’endroit d’avant"),
        ]
    ) { (session: Session, query: String) in
        let open = try session.day()
        try open.takeOverOutsideChange()
        if let (place, line) = try session.place(found: query) {
            open.go(to: place)
            return Response(lines: [open.day.heading(at: open.place.slot)] + (line.map { ["    " + $0] } ?? []))
        }
        if query.trimmingBlanks == "-" {
            guard open.goBack() else { return Response(lines: [Message.nowhereToGoBack.text(session.language)]) }
        } else {
            open.go(to: try open.day.find(query, near: open.place.slot))
        }
        return Response(lines: [open.day.heading(at: open.place.slot)])
    }

    private static let part = Command(
        "part", in: .slots,
        Message(
            en: "begin a part of the event, a day or a track, for the slots that follow; alone, the next day",
            fr: "commencer une partie de l’événement, jour ou parcours, pour la suite ; seul, le jour suivant"),
        Parameter<String?>.optionalRest("TITLE"),
        examples: [
            Example(
                ":part JOUR 2 : JEUDI 18/04", en: "a heading above the slots", fr: "un titre au-dessus des créneaux")
        ]
    ) { (session: Session, title: String?) in
        let open = try session.day()
        guard let title = title ?? open.day.nextPart(on: session.services.clock.today(), first: session.firstDay) else {
            throw Refusal(.partNeedsTitle)
        }
        return try session.begin(title) { (day, _) throws(DayError) in try day.addPart(title) }
    }

    private static let section = Command(
        "section", in: .slots,
        Message(
            en: "a sub-heading of the slot's notes; stars before it say how deep; the next :new leaves it",
            fr: "un sous-titre des notes du créneau ; des étoiles en disent la profondeur ; le prochain :new en sort"),
        Parameter<String>.rest("[**] TITLE"),
        examples: [Example(":section Questions", en: ":go questions comes back", fr: ":go questions y revient")]
    ) { (session: Session, title: String) in
        // Stars before it say how deep it stands, as they do before a bullet.
        guard case .bullet(let depth?, _, let words) = InputLine(title) else {
            return try session.begin(title) { (day, place) throws(DayError) in try day.addSection(title, at: place) }
        }
        return try session.begin(words) { (day, place) throws(DayError) in
            try day.addSection(words, depth: depth, at: place)
        }
    }
}

extension Session {
    /// Writes a heading and goes below it.
    fileprivate func begin(
        _ title: String, _ write: (inout Day, Int?) throws(DayError) -> WrittenHeading
    ) throws -> Response {
        let open = try day()
        try open.perform(typedLine) { (day, place) throws(DayError) in
            place.slot = try write(&day, place.slot).position
            return .at(1)
        }
        return .silent
    }
}

/// The day's parts and slots as a tree.
private struct SlotList {
    private let open: DaySession
    private let slots: [Int: Slot]
    private let width: Int
    /// Levels above the slots.
    private let top: Int

    init(_ open: DaySession) {
        self.open = open
        let all = open.day.slots
        slots = Dictionary(uniqueKeysWithValues: all.map { ($0.position, $0) })
        width = String(all.count).count
        top = open.day.entries.filter { $0.kind == .part }.map(\.level).min() ?? 0
    }

    var lines: [String] {
        var depth = 0
        return open.day.entries.indices.compactMap { position -> String? in
            let entry = open.day.entries[position]
            switch entry.kind {
            case .section: return nil
            case .part:
                depth = entry.level - top + 1
                return mark(position) + indent(depth - 1) + "▾ " + entry.title
            case .slot: return slots[position].map { line($0, depth) }
            }
        }
    }

    private func line(_ slot: Slot, _ depth: Int) -> String {
        let number = String(slot.number)
        let pad = String(repeating: " ", count: width - number.count)
        let count = slot.notes.count
        return mark(slot.position) + indent(depth) + pad + number + "  " + slot.sectionTitle
            + (count == 0 ? "" : "  (\(count))")
    }

    private func mark(_ position: Int) -> String { position == here ? "› " : "  " }

    private var here: Int? { open.slot?.position ?? open.place.slot }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
