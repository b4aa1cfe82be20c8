import Notebook

// What is said of the programme's sessions while notes are taken.
extension Message {
    static let noProgramme = Message(
        en: "this event has no programme; :programme FILE reads one, :programme paste the text of its web page",
        fr:
            "cet événement n’a pas de programme ; :programme FICHIER en lit un, :programme paste le texte de sa page web"
    )

    /// After every time that may be hours off.
    static let asWritten = Message(
        en: "[times as written, zone in doubt]", fr: "[heures telles quelles, fuseau douteux]")

    static func programmeUnreadable(_ path: String, _ problem: Message) -> Message {
        Message(
            en: "\(path) cannot be used: \(problem.english)", fr: "\(path) est inutilisable : \(problem.french)")
    }

    static func programmeLinesUnread(_ numbers: [Int]) -> Message {
        let list = numbers.prefix(8).map(String.init).joined(separator: ", ") + (numbers.count > 8 ? ", …" : "")
        return Message(
            en: "lines of the programme that were not understood, and are kept: \(list)",
            fr: "lignes du programme qui n’ont pas été comprises, et sont gardées : \(list)")
    }

    /// What `:new` took, and what else there is.
    static func taken(_ line: SessionLine, others: [(number: Int, line: SessionLine)]) -> Message {
        let shown = others.prefix(5).map { "#\($0.number) \($0.line.short(unless: line.session.start))" }
            .joined(separator: ", ")
        let rest = others.count - min(others.count, 5)
        guard !shown.isEmpty else {
            return Message(
                en: "taken: \(line.text(.english))", fr: "pris : \(line.text(.french))")
        }
        return Message(
            en: "taken: \(line.text(.english)); also: \(shown)" + (rest > 0 ? ", \(rest) more (:agenda)" : ""),
            fr: "pris : \(line.text(.french)) ; aussi : \(shown)" + (rest > 0 ? ", \(rest) de plus (:agenda)" : ""))
    }

    static func nothingIsOn(next: SessionLine?) -> Message {
        guard let next else {
            return Message(
                en: "nothing of the programme is on; type :new and a time or title",
                fr: "rien du programme n’est en cours ; tapez :new et une heure ou un titre")
        }
        return Message(
            en: "nothing of the programme is on; next: \(next.text(.english)); type :new and a time or title",
            fr:
                "rien du programme n’est en cours ; ensuite : \(next.text(.french)) ; tapez :new et une heure ou un titre"
        )
    }

    /// What is on has its slots already.
    static func nothingElseIsOn(_ line: SessionLine, next: SessionLine?) -> Message {
        Message(
            en: "has a slot already: \(line.text(.english))" + (next.map { "; next: \($0.text(.english))" } ?? "")
                + "; type :new and a time or title",
            fr: "a déjà son créneau : \(line.text(.french))" + (next.map { " ; ensuite : \($0.text(.french))" } ?? "")
                + " ; tapez :new et une heure ou un titre")
    }

    static func noSuchOffer(_ number: Int, of count: Int) -> Message {
        Message(
            en: "there is no #\(number): :new offers \(count) now; a number of :agenda has no #: :star \(number)",
            fr: "pas de #\(number) : :new en propose \(count) ; un numéro de :agenda n’a pas de # : :star \(number)"
        )
    }

    static let starredSessionIsGone = Message(
        en: "the programme has no such session any more: no star was changed",
        fr: "le programme n’a plus cette session : aucune étoile n’a changé")

    /// Talks of a day that are not shown.
    static func moreTalks(_ count: Int, earlier: Int) -> Message {
        Message(
            en: "and \(count) more" + (earlier > 0 ? ", \(earlier) of them earlier" : "")
                + ": :agenda 9h00, or words of room, track, title or names",
            fr: "et \(plural(count, "autre"))" + (earlier > 0 ? ", dont \(earlier) avant" : "")
                + " : :agenda 9h00, ou des mots de la salle, du thème, du titre ou des noms")
    }

    static func noTalksWith(_ text: String) -> Message {
        Message(
            en: "no talk of that day with “\(text)” in its room, track, title or speakers",
            fr: "ce jour-là, pas de session avec « \(text) » dans la salle, le thème, le titre ou les noms")
    }

    static func abstractTaken(_ title: String) -> Message {
        Message(en: "the programme's abstract of \(title)", fr: "le résumé du programme pour \(title)")
    }

    /// Beside somebody's name.
    static func seenAt(_ events: [String]) -> Message {
        let list = events.prefix(3).joined(separator: ", ")
        return Message(en: "seen at \(list)", fr: "vu à \(list)")
    }

    static func nextHere(_ room: String, _ line: SessionLine) -> Message {
        Message(en: "here, \(room): \(line.text(.english))", fr: "ici, \(room) : \(line.text(.french))")
    }

    static let nothingFollows = Message(en: "nothing follows today", fr: "plus rien aujourd’hui")

    static func noTalksOn(_ day: CalendarDate, days: [CalendarDate]) -> Message {
        let list = days.map(\.slashed).joined(separator: ", ")
        return Message(
            en: "the programme has no talk on \(day.slashed); its days: \(list)",
            fr: "le programme n’a pas de session le \(day.slashed) ; ses jours : \(list)")
    }

    static func noSuchDay(_ text: String, days: [CalendarDate]) -> Message {
        let list = days.map(\.slashed).joined(separator: ", ")
        return Message(
            en: "“\(text)” is no day of the programme: \(list)",
            fr: "« \(text) » n’est pas un jour du programme : \(list)")
    }

    static func nothingStarred(_ gap: Agenda.Gap) -> Message {
        let times = "\(gap.start.text(.h)) -> \(gap.end.text(.h))"
        return Message(en: "\(times) nothing starred", fr: "\(times) rien d’étoilé")
    }

    static func starred(_ line: SessionLine, is isStarred: Bool) -> Message {
        isStarred
            ? Message(en: "starred: \(line.text(.english))", fr: "étoilée : \(line.text(.french))")
            : Message(en: "no star any more: \(line.text(.english))", fr: "sans étoile : \(line.text(.french))")
    }

    static func noSession(_ text: String) -> Message {
        Message(
            en: "no session “\(text)”; :agenda lists them with their numbers",
            fr: "pas de session « \(text) » ; :agenda les liste avec leurs numéros")
    }

    static let noSessionHere = Message(
        en: "this slot is none of the programme's; type some words of the title, or the number that :agenda shows",
        fr: "ce créneau n’est pas du programme ; tapez des mots du titre, ou le numéro que montre :agenda")

    static func severalSessions(_ text: String, _ lines: [(number: Int, line: SessionLine)]) -> Message {
        func list(_ language: Language) -> String {
            lines.prefix(6).map { "\($0.number) \($0.line.session.day.slashed) \($0.line.text(language))" }.joined(
                separator: "; ")
                + (lines.count > 6 ? "; …" : "")
        }
        return Message(
            en: "“\(text)” fits several; type a number: \(list(.english))",
            fr: "« \(text) » en désigne plusieurs ; tapez un numéro : \(list(.french))")
    }
}
