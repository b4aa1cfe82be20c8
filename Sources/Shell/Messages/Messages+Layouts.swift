import Notebook

// What is said of the layout that a file shows.
extension Message {
    static func learned(_ template: String) -> Message {
        Message(
            en: "template \(template) written; :set template \(template) uses it",
            fr: "modèle \(template) écrit ; :set template \(template) l’utilise")
    }

    static let authorIsYours = Message(
        en: "author: {{author}}, you (:set author NAME); the file's is not kept",
        fr: "auteur : {{author}}, vous (:set author NOM) ; celui du fichier n’est pas gardé")
    static let titleWithoutDate = Message(
        en: "title: no date in it; the name of the file has the day's",
        fr: "titre : sans date ; le nom du fichier porte celle de la journée")

    /// Nil where there is nothing to say: what was not found is said in one line.
    init?(finding: Layout.Lesson.Finding) {
        switch finding {
        case .slots(.document, _):
            self.init(en: "slots: the file is one talk", fr: "créneaux : le fichier est un exposé")
        case .slots(.sections(let level), let count):
            self.init(en: "slots: \(count), at level \(level)", fr: "créneaux : \(count), au niveau \(level)")
        case .parts(let form, let count):
            self.init(
                en: "parts: \(count), \(form.heading.syntax)", fr: "parties : \(count), \(form.heading.syntax)")
        case .heading(let pattern, let count, let exceptions):
            let others = exceptions.first.map { (en: "; not “\($0)”", fr: " ; pas « \($0) »") } ?? (en: "", fr: "")
            self.init(
                en: "headings: \(pattern.syntax) (\(count))\(others.en)",
                fr: "titres : \(pattern.syntax) (\(count))\(others.fr)")
        case .speakers(let form, let count):
            var place = Message(en: "", fr: "")
            if case .titled(let title, let isList) = form.place {
                place = Message(
                    en: " below “\(title)”\(isList ? ", one an item" : "")",
                    fr: " sous « \(title) »\(isList ? ", un par puce" : "")")
            }
            self.init(
                en: "speakers: \(form.pattern.syntax)\(place.english) (\(count))",
                fr: "orateurs : \(form.pattern.syntax)\(place.french) (\(count))")
        case .abstract(let form, let count): self.init(abstract: form, count: count)
        case .notesSection(let title, let count):
            self.init(en: "notes: below “\(title)” (\(count))", fr: "notes : sous « \(title) » (\(count))")
        case .images(let form, let count):
            let inside = form.attributes.isEmpty ? "" : " [\(form.attributes)]"
            self.init(
                en: "images: \(count), \(form.isBlock ? "as blocks" : "in lines")\(inside)",
                fr: "images : \(count), \(form.isBlock ? "en blocs" : "dans les lignes")\(inside)")
        case .admonitions(let form, let count):
            self.init(
                en: "admonitions: \(count), \(form == .line ? "one line each" : "blocks")",
                fr: "encadrés : \(count), \(form == .line ? "d’une ligne" : "en blocs")")
        case .bullets(let form, let count): self.init(bullets: form, count: count)
        case .unknown: return nil
        }
    }

    private init(abstract form: Layout.AbstractForm, count: Int) {
        let (title, body) =
            switch form {
            case .block(let body, let title): (title ?? "", body)
            case .section(let title, let body): (title, body)
            }
        let isSection = if case .section = form { true } else { false }
        self.init(
            en: "abstracts: \(count), “\(title)” \(isSection ? "as a heading, " : "over ")\(body.words.en)",
            fr: "résumés : \(count), « \(title) » \(isSection ? "en titre, " : "sur ")\(body.words.fr)")
    }

    private init(bullets form: Layout.BulletForm, count: Int) {
        let step = form.step == "\t" ? (en: "by a tab", fr: "d’une tabulation") : Self.spaces(form.step.count)
        self.init(en: "bullets: \(count), indented \(step.en)", fr: "puces : \(count), décalées \(step.fr)")
    }

    private static func spaces(_ count: Int) -> (en: String, fr: String) {
        count == 0 ? ("by nothing", "de rien") : ("by \(count) spaces", "de \(count) espaces")
    }

    /// One line about all that a file does not show.
    static func unknown(in lesson: Layout.Lesson) -> [Message] {
        let aspects = lesson.findings.compactMap { finding in
            guard case .unknown(let aspect) = finding else { return Layout.Lesson.Aspect?.none }
            return aspect
        }
        guard !aspects.isEmpty else { return [] }
        let (en, fr) = (aspects.map(\.words.en), aspects.map(\.words.fr))
        return [
            Message(
                en: "not in the file, written as in “conference”: \(en.joined(separator: ", "))",
                fr: "pas dans le fichier, écrit comme dans « conference » : \(fr.joined(separator: ", "))")
        ]
    }
}

extension Layout.BodyForm {
    fileprivate var words: (en: String, fr: String) {
        switch self {
        case .paragraph: ("a paragraph", "un paragraphe")
        case .listing: ("a listing", "un bloc de code")
        case .open: ("an open block", "un bloc ouvert")
        case .example: ("an example block", "un bloc d’exemple")
        case .quote: ("a quotation", "une citation")
        case .sidebar: ("a sidebar", "un encart")
        case .literal: ("a literal block", "un bloc littéral")
        }
    }
}

extension Layout.Lesson.Aspect {
    fileprivate var words: (en: String, fr: String) {
        switch self {
        case .times: ("times", "heures")
        case .speakers: ("speakers", "orateurs")
        case .abstract: ("abstracts", "résumés")
        case .images: ("images", "images")
        case .admonitions: ("admonitions", "encadrés")
        case .bullets: ("bullets", "puces")
        }
    }
}
