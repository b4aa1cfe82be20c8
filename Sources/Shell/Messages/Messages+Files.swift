import Notebook

// What is said of days, files and the disk.
extension Message {
    /// What the store could not do. Where a line was concerned, it is kept, and that is said by who kept it.
    init(store error: StoreError) {
        let path = error.path
        self =
            switch error.code {
            case .notFound: Message(en: "\(path): no such file", fr: "\(path) : fichier introuvable")
            case .alreadyExists:
                Message(
                    en: "\(path) is there already; nothing was overwritten",
                    fr: "\(path) existe déjà ; rien n’a été écrasé")
            case .notAFile:
                Message(en: "\(path) is not a file", fr: "\(path) n’est pas un fichier")
            case .notAFolder:
                Message(
                    en: "\(path): a part of this path is a file, not a folder",
                    fr: "\(path) : une partie de ce chemin est un fichier, pas un dossier")
            case .nameTooLong:
                Message(en: "\(path): the name is too long", fr: "\(path) : le nom est trop long")
            case .permissionDenied:
                Message(en: "\(path): permission denied", fr: "\(path) : accès refusé")
            case .readOnlyFileSystem:
                Message(en: "\(path): the disk is read-only", fr: "\(path) : le disque est en lecture seule")
            case .diskFull:
                Message(
                    en: "\(path): the disk is full; free some space, or :save-to PATH writes the day elsewhere",
                    fr: "\(path) : disque plein ; libérez de la place, ou :save-to CHEMIN écrit la journée ailleurs")
            case .quotaExceeded:
                Message(en: "\(path): your disk quota is used up", fr: "\(path) : quota de disque épuisé")
            case .inputOutput:
                Message(
                    en: "\(path): the disk failed (\(error.operation))",
                    fr: "\(path) : erreur du disque (\(error.operation))")
            case .tooManyOpenFiles:
                Message(en: "\(path): too many open files", fr: "\(path) : trop de fichiers ouverts")
            case .unreachable:
                Message(
                    en: "\(path): the network's disk does not answer", fr: "\(path) : le disque réseau ne répond pas")
            case .changedOutside:
                Message(
                    en: "\(path) was changed by another program just now",
                    fr: "\(path) vient d’être modifié par un autre programme")
            case .deletedOutside:
                Message(
                    en: "\(path) was deleted by another program; it is made again",
                    fr: "\(path) a été supprimé par un autre programme ; il sera refait")
            case .locked(let holder): .locked(path, holder)
            case .tooLarge(let limit):
                Message(
                    en: "\(path) is larger than \(limit >> 20) MB", fr: "\(path) dépasse \(limit >> 20) Mo")
            case .notUTF8(let encoding):
                Message(
                    en: "\(path) is \(encoding), and lines added as UTF-8 would spoil it; not a byte is changed. "
                        + ":save-to PATH writes it as UTF-8, to be opened instead",
                    fr: "\(path) est en \(encoding), que des lignes ajoutées en UTF-8 abîmeraient ; pas un octet n’est "
                        + "changé. :save-to CHEMIN l’écrit en UTF-8, à ouvrir à la place")
            case .system(let number):
                Message(
                    en: "\(path): \(error.operation) failed (error \(number))",
                    fr: "\(path) : échec de \(error.operation) (erreur \(number))")
            }
    }

    static func locked(_ path: String, _ holder: StoreError.LockHolder) -> Message {
        let minutes = holder.duration / 60_000
        return Message(
            en: "\(path) is open in another shell (process \(holder.process) on \(holder.host), for \(minutes) min); "
                + "leave that one, and the next line is written here",
            fr: "\(path) est ouvert dans un autre shell (processus \(holder.process) sur \(holder.host), depuis "
                + "\(minutes) min) ; quittez-le, et la prochaine ligne s’écrira ici")
    }
    static func notice(_ notice: DaySession.Notice) -> Message {
        switch notice {
        case .changedOutside:
            Message(
                en: "another program changed the file: its lines are taken over",
                fr: "un autre programme a modifié le fichier : ses lignes sont reprises")
        case .displaced(let lines):
            Message(
                en:
                    "could not be placed where they were, now at the end of their slot: \(lines.joined(separator: " / "))",
                fr: "placées à la fin de leur créneau, faute d’endroit : \(lines.joined(separator: " / "))")
        case .fileLags(let error):
            Message(
                en: "kept in the journal, the file follows: \(Message(store: error).english)",
                fr: "conservé dans le journal, le fichier suivra : \(Message(store: error).french)")
        case .journalMoved(let journal): .journalElsewhere(journal)
        case .claimed:
            Message(
                en: "the other shell is gone: this one writes the day now",
                fr: "l’autre shell est parti : celui-ci écrit désormais la journée")
        case .recovered(let lines):
            .recovered(lines.count, last: lines.last ?? "")
        }
    }
    private static func recovered(_ count: Int, last: String) -> Message {
        Message(
            en: "recovered from the last run: \(counted(count, "line", "lines")), the last one “\(last)”",
            fr: "récupéré de la dernière session : \(compte(count, "ligne", "lignes")), la dernière « \(last) »")
    }
    /// Notes are taken all the same, and where their journal is must be known.
    static func journalElsewhere(_ journal: JournalElsewhere) -> Message {
        let folder = journal.folder
        switch journal.reason {
        case .noHome:
            return Message(
                en: "there is no home folder: this day's journal and history are in \(folder), with the notes",
                fr:
                    "pas de dossier personnel : le journal et l’historique de la journée sont dans \(folder), avec les notes"
            )
        case .unusable(let error):
            let why = Message(store: error)
            return Message(
                en: "the state folder cannot be used: \(why.english). This day's journal and history are in \(folder), "
                    + "with the notes",
                fr: "le dossier d’état est inutilisable : \(why.french). Le journal et l’historique de la journée sont "
                    + "dans \(folder), avec les notes")
        }
    }
    /// At the end of a session: its lines are safe, its file is not what it should be.
    static func leftInJournal(_ reason: Message) -> Message {
        Message(
            en: "every line is kept in the journal, and the next start writes them to the file: \(reason.english)",
            fr: "toutes les lignes sont dans le journal, le prochain démarrage les écrira dans le fichier : "
                + reason.french)
    }
    static let draftComesBack = Message(
        en: "the line that was not finished is back; Ctrl-C drops it",
        fr: "la ligne inachevée est revenue ; Ctrl-C l’abandonne")
    static func draftOfBlockComesBack(_ command: String) -> Message {
        Message(
            en: "the line that was not finished is back; it was being typed into “\(command)”",
            fr: "la ligne inachevée est revenue ; elle était tapée dans « \(command) »")
    }
    /// An error that no part of the program should let through to here.
    static func unexpected(_ kind: String) -> Message {
        Message(
            en: "something went wrong that Steno has no words for (\(kind)); every line that was taken is kept",
            fr: "un problème que Steno ne sait pas nommer est survenu (\(kind)) ; toutes les lignes prises sont gardées"
        )
    }
    /// What the disk refused is not lost.
    package static let lineStays = Message(
        en: "not saved: the line stays here; Enter tries again, Ctrl-C drops it",
        fr: "non enregistré : la ligne reste ici ; Entrée réessaie, Ctrl-C l’abandonne")
    static func opened(_ path: String, slots: Int) -> Message {
        Message(
            en: "\(path): \(counted(slots, "slot", "slots"))",
            fr: "\(path) : \(compte(slots, "créneau", "créneaux"))")
    }
    static func readOnly(_ reason: Message) -> Message {
        Message(en: "read-only: \(reason.english)", fr: "en lecture seule : \(reason.french)")
    }
    static func problems(_ count: Int, firstLine: Int) -> Message {
        let (problems, fautes) = (counted(count, "problem", "problems"), compte(count, "problème", "problèmes"))
        return Message(
            en: "\(problems) in the file, the first in line \(firstLine); :check shows them",
            fr: "\(fautes) dans le fichier, le premier ligne \(firstLine) ; :check les montre")
    }
    static func created(_ path: String) -> Message {
        Message(en: "new day: \(path)", fr: "nouvelle journée : \(path)")
    }
    static func notUTF8(_ path: String, line: Int) -> Message {
        Message(
            en: "\(path):\(line): not valid UTF-8; those bytes stay as they are, but Asciidoctor will refuse the file",
            fr: "\(path):\(line) : UTF-8 invalide ; ces octets restent tels quels, mais Asciidoctor refusera le fichier"
        )
    }
    static func badEventName(_ name: String) -> Message {
        Message(
            en: "“\(name)” gives no file name; an event's name needs a letter or a digit",
            fr: "« \(name) » ne donne pas de nom de fichier ; il faut une lettre ou un chiffre")
    }
    static func noSuchDate(_ word: String) -> Message {
        Message(
            en: "there is no day \(word); dates are typed 2026-11-25 or 25/11/2026",
            fr: "le \(word) n’existe pas ; une date se tape 2026-11-25 ou 25/11/2026")
    }
    static func severalDays(_ paths: [String]) -> Message {
        let list = paths.joined(separator: ", ")
        return Message(
            en: "several days fit: \(list); name one", fr: "plusieurs journées conviennent : \(list) ; nommez-en une")
    }
    static func unknownTemplate(_ name: String, _ known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(en: "no template “\(name)”; there is \(list)", fr: "pas de modèle « \(name) » ; il y a \(list)")
    }
    static func notAnImage(_ path: String) -> Message {
        Message(
            en: "\(path) is not an image (JPEG, PNG, GIF, WebP, AVIF, HEIC, TIFF, BMP or SVG); nothing was copied",
            fr: "\(path) n’est pas une image (JPEG, PNG, GIF, WebP, AVIF, HEIC, TIFF, BMP ou SVG) ; rien n’a été copié")
    }
    static func imageIsFolder(_ path: String) -> Message {
        Message(en: "\(path) is a folder; name one image", fr: "\(path) est un dossier ; nommez une image")
    }
    static func imageTooLarge(_ path: String, _ limit: Int) -> Message {
        Message(
            en: "\(path) is larger than \(limit >> 20) MB; nothing was copied",
            fr: "\(path) dépasse \(limit >> 20) Mo ; rien n’a été copié")
    }
    static func copyExists(_ path: String) -> Message {
        Message(
            en: "\(path) is there already; :save-to! writes over it", fr: "\(path) existe déjà ; :save-to! l’écrase")
    }
}
