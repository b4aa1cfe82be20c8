import Notebook

// What is said of what is gathered and published, and of backups.
extension Message {
    // MARK: Synthesis

    /// What is to be kept of a slot that ended.
    static func keeps(_ texts: [String]) -> Message {
        guard !texts.isEmpty else {
            return Message(
                en: "nothing to keep from this slot yet; :keep TEXT", fr: "rien à retenir de ce créneau ; :keep TEXTE")
        }
        let list = texts.joined(separator: " · ")
        return Message(en: "to keep: \(list)", fr: "à retenir : \(list)")
    }
    static func gathered(_ files: [String]) -> Message {
        let list = files.joined(separator: ", ")
        return Message(en: "gathered from \(list)", fr: "réuni à partir de \(list)")
    }
    static var nothingToGather: Message {
        Message(
            en: "nothing is marked yet, and nobody named; :keep TEXT, :idea TEXT, :question TEXT, :todo TEXT",
            fr: "rien n’est marqué et personne n’est nommé ; :keep TEXTE, :idea TEXTE, :question TEXTE, :todo TEXTE")
    }

    // MARK: Publishing

    static var publishesNothing: Message {
        Message(en: "this shell publishes nothing", fr: "ce shell ne publie rien")
    }

    /// What would run, before it ever ran here.
    static func wouldRun(_ command: PublishCommand) -> [Message] {
        let text = String(validating: command.contents, as: UTF8.self)
        let shown = text.map { Array($0.lines.prefix(12)) } ?? ["(\(command.contents.count) bytes)"]
        return [Message(en: "would run \(command.path):", fr: "lancerait \(command.path) :")]
            + shown.map { Message(en: "    " + $0, fr: "    " + $0) }
            + [
                Message(
                    en: "nothing ran yet; type :publish again to run it on this slot, from now on without asking",
                    fr: "rien n’a été lancé ; retapez :publish pour le lancer sur ce créneau, désormais sans demander")
            ]
    }
    static func published(_ path: String) -> Message { Message(en: "published by \(path)", fr: "publié par \(path)") }

    init(publish error: PublishError) {
        self =
            switch error {
            case .noCommand(let path):
                Message(
                    en: "write \(path), any program that publishes the files it is given, and make it executable",
                    fr: "écrivez \(path), un programme qui publie les fichiers qu’on lui donne, et rendez-le exécutable"
                )
            case .notExecutable(let path):
                Message(
                    en: "\(path) is not yours or not executable; read it, then chmod +x \(path)",
                    fr: "\(path) n’est pas à vous ou pas exécutable ; lisez-le, puis chmod +x \(path)")
            case .failed(let path, let status, let said):
                Message(
                    en: "\(path) failed (status \(status)): \(said)",
                    fr: "échec de \(path) (statut \(status)) : \(said)")
            case .cancelled: Message(en: "cancelled", fr: "annulé")
            case .store(let error): Message(store: error)
            }
    }

    // MARK: Backup

    static func backup(_ problem: BackupProblem) -> Message {
        switch problem {
        case .notWantedHere(let mode):
            Message(
                en: "no backup: this notebook's settings have “backup = \(mode)”, which nobody typed on this machine; "
                    + ":set backup \(mode) does, :set backup off ends this message",
                fr:
                    "pas de sauvegarde : les réglages du carnet ont « backup = \(mode) », que personne n’a tapé sur cette "
                    + "machine ; :set backup \(mode) l’active ici, :set backup off arrête ce message")
        case .recovered(let locks):
            Message(
                en: "a backup had been killed; the lock that it left in git is removed, and the day is kept: \(locks)",
                fr: "une sauvegarde avait été tuée ; le verrou laissé dans git est retiré, et la journée gardée : "
                    + locks)
        case .noGit: Message(en: "no backup: git is not installed", fr: "pas de sauvegarde : git n’est pas installé")
        case .noRepository(let folder):
            Message(
                en: "no backup: \(folder) is in no git repository; git init there",
                fr: "pas de sauvegarde : \(folder) n’est dans aucun dépôt git ; lancez-y git init")
        case .failed(let said):
            Message(en: "the backup failed: \(said)", fr: "échec de la sauvegarde : \(said)")
        }
    }
}

extension Synthesis.Words {
    /// Of a language of the interface.
    static func `in`(_ language: Language) -> Synthesis.Words {
        func say(_ english: String, _ french: String) -> String { Message(en: english, fr: french).text(language) }
        return Synthesis.Words(
            title: say("Synthesis:", "Synthèse :"),
            introduction: say(
                "A draft, gathered from the notes; it is yours to go on with.",
                "Brouillon réuni à partir des notes ; à vous de le reprendre."),
            marks: [
                .keep: say("To keep", "À retenir"), .idea: say("Ideas", "Idées"),
                .question: say("Open questions", "Questions ouvertes"), .todo: say("To check", "À vérifier"),
            ],
            mark: Dictionary(
                uniqueKeysWithValues: Mark.Kind.allCases.map { kind in
                    let word = Message(mark: kind).text(language)
                    return (kind, word.prefix(1).uppercased() + word.dropFirst())
                }),
            people: say("People met", "Personnes rencontrées"), links: say("Links", "Liens"),
            slots: say("By slot", "Par créneau"), separator: say(": ", " : "))
    }
}
