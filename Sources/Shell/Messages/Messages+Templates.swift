import Notebook

// What is said of templates.
extension Message {
    static func noTemplateAction(_ word: String, isTemplate: Bool) -> Message {
        isTemplate
            ? Message(
                en: "new days are made of it with :set template \(word)",
                fr: "les nouvelles journées en sont faites avec :set template \(word)")
            : Message(
                en: "no template “\(word)”; :template lists them, :template learn FILE \(word) makes it of a day",
                fr: "pas de modèle « \(word) » ; :template les liste, :template learn FICHIER \(word) le crée")
    }
    static func unknownField(_ name: String, _ template: String, line: Int) -> Message {
        Message(
            en: "template \(template), line \(line): unknown placeholder {{\(name)}}; no day was made",
            fr: "modèle \(template), ligne \(line) : champ inconnu {{\(name)}} ; aucune journée n’a été créée")
    }
    static func malformedTemplate(_ template: String, line: Int, _ problem: Pattern.Problem) -> Message {
        let reason = Message(pattern: problem)
        return Message(
            en: "template \(template), line \(line): \(reason.text(.english)); no day was made",
            fr: "modèle \(template), ligne \(line) : \(reason.text(.french)) ; aucune journée n’a été créée")
    }
    private init(pattern problem: Pattern.Problem) {
        self =
            switch problem {
            case .unknownField(let name): Message(en: "unknown field {{\(name)}}", fr: "champ inconnu {{\(name)}}")
            case .fieldTwice(let field):
                Message(en: "{{\(field.rawValue)}} is there twice", fr: "{{\(field.rawValue)}} y est deux fois")
            case .noField: Message(en: "it has no field", fr: "elle n’a aucun champ")
            case .inseparable(let one, let other):
                Message(
                    en: "nothing parts {{\(one.rawValue)}} from {{\(other.rawValue)}}",
                    fr: "rien ne sépare {{\(one.rawValue)}} de {{\(other.rawValue)}}")
            case .badExample(let text, let field):
                Message(
                    en: "“\(text)” is no example of {{\(field.rawValue)}}",
                    fr: "« \(text) » n’est pas un exemple de {{\(field.rawValue)}}")
            case .unclosedBraces: Message(en: "{{ without }}", fr: "{{ sans }}")
            }
    }
}
