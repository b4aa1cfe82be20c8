package import AsciiDocLint

/// What the rules of `steno check` say, in French; in English, they say it themselves.
extension Message {
    package init(_ found: Diagnostic) {
        let french = Self.rules[found.rule].map { DiagnosticRule.filled($0.message, found.arguments) }
        self.init(en: found.message, fr: french ?? found.message)
    }

    /// What a rule finds.
    package init(_ rule: DiagnosticRule) {
        self.init(en: rule.summary, fr: Self.rules[rule.name]?.summary ?? rule.summary)
    }

    /// How bad something is.
    package init(_ severity: Diagnostic.Severity) {
        self.init(en: severity.rawValue, fr: Self.severities[severity] ?? severity.rawValue)
    }

    /// The words of a language for findings.
    package static func wording(in language: Language) -> DiagnosticWording {
        DiagnosticWording(
            message: { Message($0).text(language) }, severity: { Message($0).text(language) },
            summary: { Message($0).text(language) })
    }

    /// What a rule says, in French, with `%1` and `%2` for what it names.
    static func french(_ rule: String) -> String? { rules[rule]?.message }

    private static let severities: [Diagnostic.Severity: String] = [
        .note: "remarque", .warning: "avertissement", .error: "erreur",
    ]

    private static let rules: [String: (summary: String, message: String)] = [
        "not-utf8": (
            "des octets qui ne sont pas de l’UTF-8", "UTF-8 invalide (lignes : %1) : Asciidoctor refuse le fichier"
        ),
        "missing-include": ("un fichier à inclure qui n’existe pas", "pas de fichier « %1 » à inclure"),
        "condition-unmatched": ("un endif sans sa condition", "aucune condition ouverte n’a « %1 » pour cible"),
        "condition-not-closed": (
            "une condition sans son endif", "aucun endif ne ferme cette condition : elle va jusqu’à la fin du fichier"
        ),
        "directive-malformed": (
            "une directive du préprocesseur qui ne dit rien", "cette directive ne dit rien : « %1 » en serait une"
        ),
        "conflict-marker": (
            "des marques qu’une fusion a laissées",
            "une fusion a laissé un conflit, jusqu’à la ligne %1 : gardez l’une des deux versions et effacez les marques"
        ),
        "unused-suppression": (
            "un commentaire qui fait taire ce qui n’est pas dit", "la règle « %1 » ne dit rien ici"
        ),
        "unterminated-block": (
            "un bloc délimité sans sa ligne de fin", "rien ne ferme ce bloc : il manque « %1 »"
        ),
        "heading-is-text": (
            "un titre sans ligne vide au-dessus", "sans ligne vide au-dessus, ce titre n’est que du texte"
        ),
        "heading-in-block": (
            "un titre dans un bloc ou une puce",
            "dans un bloc, ce titre n’est que du texte ; « [discrete] » au-dessus en fait un titre"
        ),
        "title-without-block": ("un titre de bloc sans rien dessous", "aucun bloc sous ce titre"),
        "attributes-without-block": (
            "des attributs de bloc sans rien dessous",
            "aucun bloc ne prend ces attributs ; dans une puce, un « + » seul au-dessus rattache le bloc"
        ),
        "unknown-style": (
            "un style de bloc que le langage ne connaît pas",
            "« %1 » n’est pas un style de ce bloc ; sans extension, il n’a pas d’effet"
        ),
        "unknown-macro": (
            "une macro de bloc que le langage ne connaît pas",
            "aucune macro de bloc ne s’appelle « %1 » ; sans extension, cette ligne est du texte"
        ),
        "shorthand-empty": (
            "un « # », « . » ou « % » sans rien derrière dans des attributs de bloc", "il n’y a rien derrière « %1 »"
        ),
        "several-identifiers": ("plusieurs identifiants pour un bloc", "un bloc n’a qu’un identifiant : « %1 »"),
        "section-level-skipped": (
            "une section qui saute un niveau", "cette section saute un niveau : « %1 » est le suivant"
        ),
        "section-level-zero": (
            "un second titre, hors d’un livre",
            "un seul « = » est pour le titre du document ; les parties sont pour « :doctype: book »"
        ),
        "section-not-allowed": (
            "une section dans une autre qui n’en prend pas", "une section « %1 » ne prend pas de sections"
        ),
        "part-without-section": ("une partie de livre sans section", "une partie de livre a des sections"),
        "list-is-text": ("une liste sans ligne vide au-dessus", "sans ligne vide au-dessus, cette liste est du texte"),
        "list-depth-skipped": (
            "une puce dont la marque saute une profondeur",
            "cette puce est un niveau sous celle du dessus, comme « %1 »"
        ),
        "item-without-text": ("une marque de liste sans texte", "une marque sans texte est elle-même du texte"),
        "item-number": ("une puce numérotée dans le désordre", "cette puce s’affiche « %1 », non « %2 »"),
        "callout-number": ("une légende de code dans le désordre", "cette légende est « <%1> », non « <%2> »"),
        "callout-without-mark": (
            "une légende à laquelle aucun code ne renvoie", "aucun « <%1> » dans le code au-dessus"
        ),
        "table-row-incomplete": (
            "une dernière ligne de tableau sans toutes ses cellules : elle disparaît",
            "la dernière ligne remplit %1 colonnes sur %2 : elle disparaît"
        ),
        "table-cell-dropped": (
            "une cellule plus large que ce qui reste de la ligne : elle disparaît",
            "aucune ligne n’a de place pour cette cellule : elle disparaît"
        ),
        "signs-vanish": (
            "des signes qui forment une paire sans qu’on le veuille : ils ne s’affichent pas",
            "« %1 » forme ici une paire et ne s’affiche pas ; avec « \\ » devant, les deux restent"
        ),
        "duplicate-anchor": ("un identifiant qui existe deux fois", "l’ancre « %1 » existe déjà"),
        "unknown-reference": ("un renvoi vers rien", "rien n’a « %1 » pour ancre ou pour titre"),
        "unknown-attribute": ("une référence à un attribut non défini", "aucun attribut « %1 » n’est défini ici"),
        "missing-image": ("une image qui n’existe pas", "pas d’image « %1 »"),
        "unknown-footnote": ("un renvoi à une note qui n’existe pas", "aucune note « %1 » plus haut"),
        "footnoteref": (
            "la macro footnoteref:[]", "« footnoteref:[id,texte] » est devenu « footnote:id[texte] »"
        ),
    ]

    // MARK: The program

    /// What `--fix` did to a file.
    package static func fixed(_ file: String, _ lines: [(line: Int, rule: String)]) -> Message {
        let places = lines.map { "\($0.line) [\($0.rule)]" }.joined(separator: ", ")
        return Message(
            en: "\(file): \(lines.count) put right, in line \(places)",
            fr: "\(file) : \(compte(lines.count, "correction", "corrections")), ligne \(places)")
    }
    static func unknownCheckOption(_ word: String) -> Message {
        Message(
            en: "“\(word)” is no option of :check; there are --fix, --level note|warning|error, "
                + "--format text|github|sarif, -a NAME=VALUE",
            fr: "« \(word) » n’est pas une option de :check ; il y a --fix, --level note|warning|error, "
                + "--format text|github|sarif, -a NOM=VALEUR")
    }
    package static func noFiles(_ folder: String) -> Message {
        Message(en: "\(folder): no AsciiDoc files in it", fr: "\(folder) : aucun fichier AsciiDoc dedans")
    }
    package static let cannotFixInput = Message(
        en: "standard input cannot be put right: name a file", fr: "l’entrée ne peut être corrigée : nommez un fichier")
}
