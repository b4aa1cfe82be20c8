import Notebook

// What is said when a programme is read, and read again.
extension Message {
    static let pasteThePage = Message(
        en: "paste the text of the programme's page, then a . alone",
        fr: "collez le texte de la page du programme, puis un . seul")

    static let pageCanBeCorrected = Message(
        en: "kept; :programme 3 title … corrects a line (day, start, end, room, title, speakers, kind; delete)",
        fr: "gardé ; :programme 3 title … corrige une ligne (day, start, end, room, title, speakers, kind ; delete)")

    /// A page that was not taken is kept as a file.
    static func pageKept(_ count: Int, _ path: String) -> Message {
        Message(
            en: plural(count, "line") + " of the page kept in \(path); :programme \(path) reads it",
            fr: plural(count, "ligne") + " de la page dans \(path) ; :programme \(path) le lit")
    }

    static func pageLost(_ count: Int, _ problem: Message) -> Message {
        Message(
            en: plural(count, "line") + " of the page could not be kept: \(problem.english)",
            fr: "impossible de garder " + plural(count, "ligne") + " de la page : \(problem.french)")
    }

    /// Hardly any session of the old programme is in the new one.
    ///
    /// - Parameter trash: the number of the old one in the trash.
    static func anotherProgramme(_ common: Int, of count: Int, trash: Int?) -> Message {
        let restore = trash.map { ":trash \($0)" } ?? ":trash"
        return Message(
            en:
                "another event's? \(common) of its \(count) talks were in the programme before, which \(restore) puts back",
            fr:
                "un autre événement ? \(common) de ses \(count) sessions étaient dans le précédent, que \(restore) remet"
        )
    }

    /// The programme is of other days than the one that is open.
    static func programmeIsElsewhere(_ days: [CalendarDate], from day: CalendarDate) -> Message {
        let list = [days.first, days.count > 1 ? days.last : nil].compactMap { $0?.slashed }.joined(separator: " … ")
        return Message(
            en: "its days are \(list), the open day is \(day.slashed)",
            fr: "ses jours sont \(list), le jour ouvert est le \(day.slashed)")
    }

    static let alreadyConverted = Message(
        en: "the times were converted already; read the file again: :programme FILE --as-written",
        fr: "les heures ont déjà été converties ; relisez le fichier : :programme FICHIER --as-written")

    /// The first and the last time of each day, and what they are.
    static func times(of programme: Programme) -> [Message] {
        let days = programme.days.compactMap { day in
            programme.hours(of: day).map { "\(day.slashed) \($0.first.time.text(.h)) … \($0.last.time.text(.h))" }
        }
        guard !days.isEmpty else { return [] }
        let list = days.prefix(mostDays).joined(separator: ", ") + (days.count > mostDays ? ", …" : "")
        let isKnown = !["", "UTC", "GMT"].contains(programme.zone.uppercased())
        let zone = isKnown ? programme.zone : "Europe/Paris"
        switch programme.times {
        case .local, .asWritten:
            return [Message(en: "times as written: \(list)", fr: "heures telles quelles : \(list)")]
        case .converted(let zone):
            return [Message(en: "times converted to \(zone): \(list)", fr: "heures converties en \(zone) : \(list)")]
        case .doubtful:
            return [
                Message(
                    en:
                        "times as written, their zone is in doubt: \(list); :programme --as-written or --in \(zone)",
                    fr:
                        "heures telles quelles, leur fuseau est douteux : \(list) ; :programme --as-written ou --in \(zone)"
                )
            ]
        }
    }

    private static let mostDays = 8

    /// What differs from the version before, a line each.
    static func changes(_ changes: [ProgrammeChange]) -> [Message] {
        let rest = changes.count - mostChanges
        guard rest > 1 else { return changes.map(programmeChange) }
        return changes.prefix(mostChanges).map(programmeChange)
            + [Message(en: "and \(rest) more: :agenda", fr: "et \(rest) autres : :agenda")]
    }

    /// What fits a screen with what else an import says.
    private static let mostChanges = 12

    static func starsTaken(_ count: Int, of programme: Programme) -> Message {
        Message(
            en: "a calendar of talks of this programme: \(count) starred; the programme itself is as it was",
            fr: "un agenda de sessions de ce programme : \(plural(count, "étoile")) ; lui-même reste tel quel")
    }

    /// - Parameter trash: the number of the programme before in the trash.
    static func sessionDeleted(_ line: SessionLine, trash: Int?) -> Message {
        let restore = trash.map { ":trash \($0)" } ?? ":trash"
        return Message(
            en: "taken out: \(line.text(.english)); \(restore) puts it back",
            fr: "retirée : \(line.text(.french)) ; \(restore) la remet")
    }

    static func cannotCorrect(
        _ problem: ProgrammeTable.CorrectionProblem, _ column: String, _ value: String
    ) -> Message {
        switch problem {
        case .noColumn(let names): .unknownValue(column, names + ["delete"])
        case .notReadable:
            Message(
                en: "“\(value)” is no \(column); nothing was changed",
                fr: "« \(value) » ne va pas pour \(column) ; rien n’a changé")
        }
    }

    static func retimeOffered(_ number: Int, typed: String, _ line: SessionLine) -> Message {
        Message(
            en: "slot \(number) says \(typed), the programme \(line.text(.english)): :retime \(number)",
            fr: "le créneau \(number) dit \(typed), le programme \(line.text(.french)) : :retime \(number)")
    }

    static func retimed(_ number: Int, from before: String, to line: SessionLine) -> Message {
        Message(
            en: "slot \(number): \(before) → \(line.text(.english))",
            fr: "créneau \(number) : \(before) → \(line.text(.french))")
    }

    static let nothingToRetime = Message(
        en: "the slots say the programme's times", fr: "les créneaux disent les heures du programme")

    static func slotNotInProgramme(_ number: Int) -> Message {
        Message(
            en: "slot \(number) is none of the programme's", fr: "le créneau \(number) n’est pas du programme")
    }
}
