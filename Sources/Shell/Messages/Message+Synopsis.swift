// What stands for an argument in a synopsis. Capitals are to be replaced by the user; all else is typed as it is.
extension Message {
    /// A synopsis as the command table declares it, in English, and the same in French.
    init(synopsis: String) {
        self.init(en: synopsis, fr: Self.inFrench(synopsis))
    }

    static let placeholders = [
        "ASCIIDOC": "ASCIIDOC", "ATTRIBUTE": "ATTRIBUT", "ATTRIBUTES": "ATTRIBUTS", "CAPTION": "LÉGENDE",
        "COMMAND": "COMMANDE", "COMPANY": "SOCIÉTÉ", "DATE": "DATE", "END": "FIN", "EVENT": "ÉVÉNEMENT",
        "FILE": "FICHIER", "KIND": "SORTE", "LANG": "LANGAGE", "M": "M", "N": "N", "NAME": "NOM", "NEW": "NOUVEAU",
        "OLD": "ANCIEN", "OPTIONS": "OPTIONS", "PART": "PARTIE", "PATH": "CHEMIN", "SECTION": "SECTION",
        "SLOT": "CRÉNEAU",
        "SPEAKER": "ORATEUR",
        "START": "DÉBUT", "TEXT": "TEXTE", "TIME": "HEURE", "TITLE": "TITRE", "TRACK": "PARCOURS", "VALUE": "VALEUR",
        "WORD": "MOT", "WORDS": "MOTS",
    ]

    private static func inFrench(_ synopsis: String) -> String {
        var (result, word) = ("", "")
        for character in synopsis + " " {
            if ("A"..."Z").contains(character) {
                word.append(character)
            } else {
                result += (placeholders[word] ?? word) + String(character)
                word = ""
            }
        }
        return String(result.dropLast())
    }
}
