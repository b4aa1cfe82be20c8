import Notebook

// What is said of exports.
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

    /// What Markdown has no form for, in one line: what became of it, how often, and where.
    static func losses(_ losses: [MarkdownLoss]) -> [Message] {
        guard !losses.isEmpty else { return [] }
        let kinds = MarkdownLoss.Kind.allCases.compactMap { kind -> Message? in
            let lines = losses.filter { $0.kind == kind }.map(\.line)
            guard !lines.isEmpty else { return nil }
            let shown = lines.prefix(5).map(String.init).joined(separator: ", ") + (lines.count > 5 ? "…" : "")
            let (line, ligne) = lines.count > 1 ? ("lines", "lignes") : ("line", "ligne")
            let name = name(of: kind)
            return Message(
                en: "\(lines.count) × \(name.english) (\(line) \(shown))",
                fr: "\(lines.count) × \(name.french) (\(ligne) \(shown))")
        }
        let english = kinds.map(\.english).joined(separator: "; ")
        let french = kinds.map(\.french).joined(separator: " ; ")
        return [
            Message(
                en: "Markdown has no form for all of it: \(english)",
                fr: "Markdown n’a pas de forme pour tout : \(french)")
        ]
    }

    private static func name(of kind: MarkdownLoss.Kind) -> Message {
        switch kind {
        case .descriptionList: Message(en: "list of terms, now bullets", fr: "liste de termes, devenue puces")
        case .frame: Message(en: "frame left out", fr: "cadre omis")
        case .formula: Message(en: "formula, now code", fr: "formule, devenue code")
        case .rawMarkup: Message(en: "raw HTML, now text", fr: "HTML brut, devenu texte")
        case .spannedCell: Message(en: "merged cell, now split", fr: "cellule fusionnée, devenue simple")
        case .blocksInCell: Message(en: "blocks in a cell, now lines", fr: "blocs d’une cellule, devenus lignes")
        case .media: Message(en: "video or sound, now a link", fr: "vidéo ou son, devenu lien")
        case .unsafeLink: Message(en: "link that runs a script, now text", fr: "lien qui lance un script, devenu texte")
        case .role: Message(en: "style by role left out", fr: "style par rôle omis")
        case .icon: Message(en: "icon, now its name", fr: "icône, devenue son nom")
        case .imageSize: Message(en: "size of a picture left out", fr: "taille d’image omise")
        case .pageBreak: Message(en: "page break left out", fr: "saut de page omis")
        case .tableOfContents: Message(en: "table of contents left out", fr: "table des matières omise")
        case .listStyle: Message(en: "list by letters, now by numbers", fr: "liste à lettres, devenue numérotée")
        case .nestedAlert:
            Message(en: "admonition in a block, now a quotation", fr: "avertissement imbriqué, devenu citation")
        case .nesting: Message(en: "very deep list flattened", fr: "liste très profonde aplatie")
        }
    }

    /// Characters that no font prints; nil where there are none.
    private static func unshown(_ characters: [UnshownCharacter]) -> Message? {
        guard !characters.isEmpty else { return nil }
        let shown = list(characters)
        return Message(
            en: "the PDF lacks what no font here has, by line: \(shown)",
            fr: "il manque au PDF ce qu’aucune police n’a ici, par ligne : \(shown)")
    }

    /// Why a PDF was not made, and what to type.
    private static func wouldBeBoxes(_ characters: [UnshownCharacter]) -> Message {
        let shown = list(characters)
        return Message(
            en:
                "no font here prints, by line: \(shown); nothing was written; sudo apt install fonts-noto fonts-symbola "
                + "and export again, or add --incomplete for a PDF without them",
            fr: "aucune police ici n’imprime, par ligne : \(shown) ; rien n’a été écrit ; sudo apt install fonts-noto "
                + "fonts-symbola et réexportez, ou ajoutez --incomplete pour un PDF sans eux")
    }

    private static func list(_ characters: [UnshownCharacter]) -> String {
        let list = characters.prefix(8).map { character in
            "\(character.character) U+\(String(character.character.value, radix: 16, uppercase: true)) (\(character.line))"
        }
        return list.joined(separator: ", ") + (characters.count > 8 ? "…" : "")
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
            case .stopped(let name):
                Message(
                    en: "\(name) did not come to an end and was stopped; nothing was written",
                    fr: "\(name) n’en finissait pas et a été arrêté ; rien n’a été écrit")
            case .exists(let paths): .exportExists(paths, toOverwrite: "--overwrite")
            case .unshown(let characters): .wouldBeBoxes(characters)
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

    static var noPart: Message {
        Message(
            en: "no part of the day stands around this place; :export day, or :export slot",
            fr: "aucune partie de la journée n’entoure cet endroit ; :export day ou :export slot")
    }

    /// - Parameter toOverwrite: what to type.
    static func exportExists(_ paths: [String], toOverwrite: String) -> Message {
        let list = paths.joined(separator: ", ")
        let (are, sont) = paths.count > 1 ? ("are", "existent") : ("is", "existe")
        return Message(
            en:
                "nothing was written: \(list) \(are) there already; \(toOverwrite) writes over what is there, and keeps "
                + "the old in the trash",
            fr: "rien n’a été écrit : \(list) \(sont) déjà ; \(toOverwrite) remplace ce qui s’y trouve, et garde "
                + "l’ancien dans la corbeille")
    }

    static func copied(_ count: Int, to taker: String) -> Message {
        Message(en: "copied: \(count) bytes (\(taker))", fr: "copié : \(count) octets (\(taker))")
    }
    static var noClipboard: Message {
        Message(
            en: "no clipboard here: install wl-clipboard or xclip, or run steno in a terminal",
            fr: "pas de presse-papiers ici : installez wl-clipboard ou xclip, ou lancez steno dans un terminal")
    }
}
