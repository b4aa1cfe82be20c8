package import Notebook

extension Message {
    /// Why a programme was not taken: what happened, and what to do.
    package init(programme error: ProgrammeError) {
        self =
            switch error {
            case .empty: Message(en: "the file is empty", fr: "le fichier est vide")
            case .tooLarge(let limit):
                Message(
                    en: "larger than \(limit) MB: no programme is; nothing was taken",
                    fr: "plus de \(limit) Mo : aucun programme n’en fait autant ; rien n’a été pris")
            case .tooManySessions(let limit):
                Message(
                    en: "more than \(limit) sessions; nothing was taken",
                    fr: "plus de \(limit) sessions ; rien n’a été pris")
            case .webPage: .programmeIsWebPage
            case .unknownFormat: .programmeUnknownFormat
            case .truncated(let format):
                Message(
                    en: "the \(format) ends in the middle; nothing was taken: fetch the file again",
                    fr: "le \(format) s’arrête au milieu ; rien n’a été pris : récupérez de nouveau le fichier")
            case .malformed(let format, let line): .programmeMalformed(format, line)
            case .encoding(let line):
                Message(
                    en: "line \(line) is not UTF-8; nothing was taken: iconv -f latin1 -t utf-8 may convert it",
                    fr:
                        "la ligne \(line) n’est pas en UTF-8 ; rien n’a été pris : iconv -f latin1 -t utf-8 peut la convertir"
                )
            case .entities(let line):
                Message(
                    en: "line \(line) uses entities of its own, which are refused; nothing was taken",
                    fr: "la ligne \(line) emploie ses propres entités, ce qui est refusé ; rien n’a été pris")
            case .noSessions(let format):
                Message(
                    en: "\(format), but without a session that has a title and a time; nothing was taken",
                    fr: "\(format), mais sans session qui ait un titre et une heure ; rien n’a été pris")
            case .speakersOnly:
                Message(
                    en: "a list of speakers without sessions: ask for Sessionize's view All",
                    fr: "une liste d’intervenants sans sessions : demandez la vue All de Sessionize")
            case .noDates:
                Message(
                    en: "its times have no date; nothing was taken: add the day, :programme FILE 2026-11-25",
                    fr:
                        "ses heures n’ont pas de date ; rien n’a été pris : ajoutez le jour, :programme FICHIER 2026-11-25"
                )
            case .unknownZone(let name):
                Message(
                    en: "no time zone is called “\(name)”: a name is like Europe/Paris",
                    fr: "aucun fuseau ne s’appelle « \(name) » : un nom ressemble à Europe/Paris")
            case .noOffsets:
                Message(
                    en:
                        "its times do not say how far from UTC they are, so they cannot be converted: they stay as written",
                    fr:
                        "ses heures ne disent pas leur écart à UTC : on ne peut pas les convertir ; elles restent comme écrites"
                )
            case .store(let error): Message(store: error)
            case .notFetched(let address, let reason): .programmeNotFetched(address, reason)
            }
    }

    private static func programmeNotFetched(_ address: String, _ reason: String?) -> Message {
        guard let reason else {
            return Message(
                en: "there is no curl to fetch \(address): save the file, then type :programme FILE",
                fr: "pas de curl pour récupérer \(address) : enregistrez le fichier, puis tapez :programme FICHIER")
        }
        return Message(
            en: "\(address) could not be fetched (\(reason)); nothing was taken",
            fr: "\(address) n’a pas pu être récupéré (\(reason)) ; rien n’a été pris")
    }

    private static let programmeIsWebPage = Message(
        en: "a page of the web, not a programme's file: copy its text, then type :programme paste",
        fr: "une page web, pas le fichier d’un programme : copiez son texte, puis tapez :programme paste")

    private static let programmeUnknownFormat = Message(
        en:
            "no known programme: JSON, schedule.xml, iCalendar and CSV with named columns are read; or :programme paste",
        fr:
            "programme inconnu : JSON, schedule.xml, iCalendar et CSV aux colonnes nommées sont lus ; sinon :programme paste"
    )

    private static func programmeMalformed(_ format: String, _ line: Int) -> Message {
        line > 0
            ? Message(
                en: "no well-formed \(format): line \(line); nothing was taken",
                fr: "\(format) mal formé : ligne \(line) ; rien n’a été pris")
            : Message(en: "no well-formed \(format); nothing was taken", fr: "\(format) mal formé ; rien n’a été pris")
    }

    /// What an import understood, in one line: `pretalx: 75 talks, 2 days, 4 rooms, Europe/Paris; 3 without a speaker`.
    package static func programmeRead(_ programme: Programme) -> Message {
        let (talks, days, rooms) = (programme.talks.count, programme.days.count, programme.rooms.count)
        let silent = programme.talks.count { $0.speakers.isEmpty }
        let zone = programme.zone.isEmpty ? "" : ", \(programme.zone)"
        return Message(
            en: "\(programme.source): \(plural(talks, "talk")), \(plural(days, "day")), \(plural(rooms, "room"))\(zone)"
                + (silent == 0 ? "" : "; \(silent) without a speaker"),
            fr:
                "\(programme.source) : \(plural(talks, "session")), \(plural(days, "jour")), \(plural(rooms, "salle"))\(zone)"
                + (silent == 0 ? "" : " ; \(silent) sans intervenant"))
    }

    /// One line of what a reader noticed.
    package static func programmeNotice(_ notice: ProgrammeNotice) -> Message {
        switch notice {
        case .repeated(let count):
            Message(
                en: plural(count, "row repeats another one, taken once", "rows repeat others, taken once"),
                fr: plural(count, "ligne en double, prise une fois", "lignes en double, prises une fois"))
        case .mergedBreaks(let count):
            Message(
                en: plural(count, "break is listed for another room too", "breaks are listed for other rooms too")
                    + ", taken once",
                fr: plural(
                    count, "pause répétée pour une autre salle, prise", "pauses répétées pour d’autres salles, prises")
                    + " une fois")
        case .sharedIDs(let count):
            Message(
                en: plural(count, "id stands", "ids stand")
                    + " for several sessions: told apart by day, time, room and title",
                fr: plural(count, "identifiant commun", "identifiants communs")
                    + " à plusieurs sessions : le jour, l’heure, la salle et le titre les distinguent")
        case .noSlots(let kinds): .programmeNoSlots(kinds)
        case .zones(let names):
            Message(
                en: "several zones, times as written: \(names.joined(separator: ", "))",
                fr: "plusieurs fuseaux, heures telles quelles : \(names.joined(separator: ", "))")
        case .incomplete(let count):
            Message(
                en: plural(count, "entry", "entries") + " without a title or a time left out",
                fr: plural(
                    count, "entrée sans titre ou sans heure laissée", "entrées sans titre ou sans heure laissées")
                    + " de côté")
        case .decoded(let encoding):
            Message(en: "not UTF-8: read as \(encoding)", fr: "pas en UTF-8 : lu comme \(encoding)")
        }
    }

    private static func programmeNoSlots(_ kinds: [ProgrammeSession.Kind: Int]) -> Message {
        let breaks = kinds[.pause].map { (plural($0, "break"), plural($0, "pause")) }
        let others: [(ProgrammeSession.Kind, String, String)] = [
            (.allDay, "all-day", "sur la journée"), (.long, "over 6 hours", "de plus de 6 h"),
            (.outside, "far from the event's days", "loin des jours de l’événement"),
        ]
        let listed = others.compactMap { kind, english, french in
            kinds[kind].map { ("\($0) \(english)", "\($0) \(french)") }
        }
        let all = [breaks].compactMap { $0 } + listed
        return Message(
            en: "not offered as slots: " + all.map(\.0).joined(separator: ", "),
            fr: "non proposées comme créneaux : " + all.map(\.1).joined(separator: ", "))
    }

    /// `1 day`, `2 days`
    static func plural(_ count: Int, _ one: String, _ several: String? = nil) -> String {
        "\(count) " + (count == 1 ? one : several ?? one + "s")
    }

    /// What differs in a programme that was imported again.
    package static func programmeChange(_ change: ProgrammeChange) -> Message {
        switch change {
        case .moved(let before, let now):
            Message(
                en: "moved: \(now.title), \(place(before)) → \(place(now))",
                fr: "déplacée : \(now.title), \(place(before)) → \(place(now))")
        case .renamed(let before, let now):
            Message(en: "renamed: \(before.title) → \(now.title)", fr: "renommée : \(before.title) → \(now.title)")
        case .cancelled(let session):
            Message(
                en: "cancelled: \(session.title), \(place(session))",
                fr: "annulée : \(session.title), \(place(session))")
        case .new(let session):
            Message(
                en: "new: \(session.title), \(place(session))", fr: "nouvelle : \(session.title), \(place(session))")
        }
    }

    private static func place(_ session: ProgrammeSession) -> String {
        let time = "\(session.day.slashed) \(session.start.time.text(.h))"
        return session.room.isEmpty ? time : "\(time) \(session.room)"
    }
}
