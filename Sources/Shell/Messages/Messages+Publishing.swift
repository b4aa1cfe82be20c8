import Notebook

// What is said of exports, of what is published, and of backups.
extension Message {
    // MARK: Requests

    init(request refusal: ExportRequest.Refusal) {
        let formats = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        self =
            switch refusal {
            case .unknownWord(let word):
                Message(
                    en:
                        "“\(word)” is no form (\(formats)), no part (slot, part, day) and no path (which has a / or a .)",
                    fr: "« \(word) » n’est ni une forme (\(formats)), ni une partie (slot, part, day), ni un chemin "
                        + "(qui contient / ou .)")
            case .secondPath(let path):
                Message(
                    en: "one path at a time: “\(path)” is a second one", fr: "un seul chemin : « \(path) » est de trop")
            case .secondPart(let part):
                Message(
                    en: "one part at a time: “\(part)” is a second one",
                    fr: "une seule partie : « \(part) » est de trop")
            case .notASlot(let number):
                Message(
                    en: "“\(number)” is no number of a slot; :slots lists them",
                    fr: "« \(number) » n’est pas un numéro de créneau ; :slots les liste")
            case .otherFormat(let path, let format):
                Message(
                    en:
                        "\(path) is named like \(format.rawValue); name a folder (\(Self.folder(path))) for other forms",
                    fr: "\(path) a le nom d’un \(format.rawValue) ; pour d’autres formes, nommez un dossier "
                        + "(\(Self.folder(path)))")
            case .unknownFormat(let path):
                Message(
                    en: "\(path): no such form; there are \(formats), and \(path)/ is a folder of that name",
                    fr: "\(path) : forme inconnue ; il y a \(formats), et \(path)/ est un dossier de ce nom")
            case .notForClipboard:
                Message(
                    en: "the clipboard takes one form of text (adoc, md, html, docbook, txt), and no path",
                    fr: "le presse-papiers prend une seule forme de texte (adoc, md, html, docbook, txt), sans chemin")
            }
    }

    private static func folder(_ path: String) -> String {
        (path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path) + "/"
    }

    // MARK: Exports

    /// What came of an export, a line each.
    static func exported(_ report: ExportReport) -> [Message] {
        let images = report.imageCount
        let beside = Message(
            en: ", \(counted(images, "image", "images")) beside it",
            fr: ", \(compte(images, "image", "images")) à côté")
        var said = report.files.enumerated().map { index, path in
            let isLast = index == report.files.count - 1 && images > 0
            return Message(
                en: "exported: \(path)\(isLast ? beside.english : "")",
                fr: "exporté : \(path)\(isLast ? beside.french : "")")
        }
        if !report.missingImages.isEmpty { said.append(exportedWithout(report.missingImages)) }
        if !report.imagesElsewhere.isEmpty { said.append(imagesElsewhere(report.imagesElsewhere)) }
        said += losses(report.losses)
        said += unshown(report.unshown).map { [$0] } ?? []
        return said
    }

    private static func exportedWithout(_ missing: [String]) -> Message {
        let list = missing.joined(separator: ", ")
        return Message(en: "not found, so not exported: \(list)", fr: "introuvables, donc non exportées : \(list)")
    }

    private static func imagesElsewhere(_ paths: [String]) -> Message {
        let list = paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? "…" : "")
        return Message(
            en: "not in the day's folder, so not exported with it: \(list)",
            fr: "hors du dossier de la journée, donc non exportées avec elle : \(list)")
    }

    /// What Markdown has no form for, in one line.
    static func losses(_ losses: [MarkdownLoss]) -> [Message] {
        guard !losses.isEmpty else { return [] }
        let kinds = MarkdownLoss.Kind.allCases.compactMap { kind -> (Message, String)? in
            let lines = losses.filter { $0.kind == kind }.map(\.line)
            guard !lines.isEmpty else { return nil }
            let shown = lines.prefix(5).map(String.init).joined(separator: ", ") + (lines.count > 5 ? "…" : "")
            return (name(of: kind), shown)
        }
        let english = kinds.map { "\($0.0.english) (\($0.1))" }.joined(separator: "; ")
        let french = kinds.map { "\($0.0.french) (\($0.1))" }.joined(separator: " ; ")
        return [
            Message(
                en: "Markdown says otherwise, by line: \(english)",
                fr: "dit autrement en Markdown, par ligne : \(french)")
        ]
    }

    private static func name(of kind: MarkdownLoss.Kind) -> Message {
        switch kind {
        case .descriptionList: Message(en: "terms as bullets", fr: "termes en puces")
        case .frame: Message(en: "frames left out", fr: "cadres omis")
        case .formula: Message(en: "formulas as code", fr: "formules en code")
        case .rawMarkup: Message(en: "raw HTML as text", fr: "HTML brut en texte")
        case .spannedCell: Message(en: "wide cells split", fr: "cellules fusionnées séparées")
        case .blocksInCell: Message(en: "blocks in cells as lines", fr: "blocs de cellules en lignes")
        case .media: Message(en: "videos and sounds as links", fr: "vidéos et sons en liens")
        case .unsafeLink: Message(en: "links that run scripts as text", fr: "liens qui lancent un script en texte")
        case .role: Message(en: "roles left out", fr: "rôles omis")
        case .icon: Message(en: "icons as names", fr: "icônes en noms")
        case .pageBreak: Message(en: "page breaks left out", fr: "sauts de page omis")
        case .tableOfContents: Message(en: "table of contents left out", fr: "table des matières omise")
        case .listStyle: Message(en: "letters of lists as numbers", fr: "lettres de listes en numéros")
        case .nestedAlert:
            Message(en: "admonitions in blocks as quotations", fr: "avertissements imbriqués en citations")
        case .nesting: Message(en: "very deep lists flattened", fr: "listes très profondes aplaties")
        }
    }

    /// Characters that no font prints; nil where there are none.
    private static func unshown(_ characters: [UnshownCharacter]) -> Message? {
        guard !characters.isEmpty else { return nil }
        let list = characters.prefix(8).map { character in
            "\(character.character) U+\(String(character.character.value, radix: 16, uppercase: true)) (\(character.line))"
        }
        let shown = list.joined(separator: ", ") + (characters.count > 8 ? "…" : "")
        return Message(
            en: "no font here prints, by line: \(shown); apt install fonts-noto fonts-symbola, and export again",
            fr:
                "aucune police ici n’imprime, par ligne : \(shown) ; apt install fonts-noto fonts-symbola, puis réexportez"
        )
    }

    init(export error: ExportError) {
        self =
            switch error {
            case .noProgram(let name, let format, let install):
                Message(
                    en: "\(format.rawValue) needs \(name): \(install); nothing was written",
                    fr: "\(format.rawValue) demande \(name) : \(install) ; rien n’a été écrit")
            case .failed(let name, let status, let said):
                Message(
                    en: "\(name) failed (status \(status)), nothing was written: \(said)",
                    fr: "échec de \(name) (statut \(status)), rien n’a été écrit : \(said)")
            case .cancelled: Message(en: "cancelled; nothing was written", fr: "annulé ; rien n’a été écrit")
            case .exists(let path): .exportExists(path)
            case .isTheDay(let path):
                Message(
                    en: "\(path) is the day itself; name another file",
                    fr: "\(path) est la journée même ; nommez un autre fichier")
            case .busy:
                Message(
                    en: "another shell exports from this notebook now; try again in a moment",
                    fr: "un autre shell exporte ce carnet en ce moment ; réessayez dans un instant")
            case .store(let error): Message(store: error)
            }
    }

    static func copied(_ count: Int, to taker: String) -> Message {
        Message(en: "copied: \(count) bytes (\(taker))", fr: "copié : \(count) octets (\(taker))")
    }
    static var noClipboard: Message {
        Message(
            en: "no clipboard here: install wl-clipboard or xclip, or run steno in a terminal",
            fr: "pas de presse-papiers ici : installez wl-clipboard ou xclip, ou lancez steno dans un terminal")
    }

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
