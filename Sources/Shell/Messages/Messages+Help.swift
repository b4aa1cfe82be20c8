// The help that does not belong to one command.
extension Message {
    package static let grammar = Message(
        en: """
            text            a bullet at the current depth
            ** text         a bullet at that depth; spaces before the stars stay; - text at the current depth
            Tab, Shift-Tab  deeper, higher (at the start of the line); Enter on an empty line: higher
            + text          a line of its own inside the last bullet
            . text          a numbered item; .. text below it; 3. text where lists are numbered by hand
            @yann text      Yann : text
            :command        a command, or enough of its name; ::text writes text that starts with a colon
            """,
        fr: """
            texte           une puce au niveau courant
            ** texte        une puce à ce niveau ; les espaces devant restent ; - texte au niveau courant
            Tab, Maj-Tab    plus bas, plus haut (en début de ligne) ; Entrée sur une ligne vide : plus haut
            + texte         une ligne à part dans la dernière puce
            . texte         un élément numéroté ; .. texte dessous ; 3. texte là où l'on numérote à la main
            @yann texte     Yann : texte
            :commande       une commande, ou le début de son nom ; ::texte écrit un texte qui commence par deux-points
            """)

    static func group(_ group: Command.Group) -> Message {
        switch group {
        case .days: Message(en: "Days", fr: "Journées")
        case .slots: Message(en: "Slots", fr: "Créneaux")
        case .programme: Message(en: "Programme", fr: "Programme")
        case .notes: Message(en: "Notes", fr: "Notes")
        case .editing: Message(en: "Editing", fr: "Correction")
        case .history: Message(en: "History", fr: "Historique")
        case .publishing: Message(en: "Publishing", fr: "Publication")
        case .shell: Message(en: "Shell", fr: "Shell")
        }
    }

    package static let welcome = Message(
        en:
            "Type a line: it is a bullet, saved when you press Enter.\n:new 14h00 Keynote begins a slot, Tab goes deeper, :help lists the rest.\n:quit or Ctrl-D leaves.",
        fr:
            "Tapez une ligne : c’est une puce, enregistrée dès Entrée.\n:new 14h00 Keynote commence un créneau, Tab descend d’un niveau, :help liste le reste.\n:quit ou Ctrl-D pour quitter."
    )
    package static func comeBack(_ path: String) -> Message {
        Message(en: "saved in \(path); steno comes back to it", fr: "enregistré dans \(path) ; steno y reviendra")
    }
    package static let askEvent = Message(en: "event", fr: "événement")
    package static let askEventHelp = Message(
        en: "No day for today yet. Type the event's name: it makes the day's file (:day FILE opens one).",
        fr: "Pas de journée aujourd’hui. Tapez le nom de l’événement : il crée le fichier (:day FICHIER en ouvre un)."
    )
}
