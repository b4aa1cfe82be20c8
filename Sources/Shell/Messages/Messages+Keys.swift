// What the keys of the prompt do, by the name of the command that the editor's table of keys has.
extension Message {
    package static func keyGroup(_ name: String) -> Message { keyGroups[name] ?? Message(en: name, fr: name) }

    /// Nil: the catalogue has no words for it, which a test forbids.
    package static func key(_ command: String) -> Message? { keys[command] }

    private static let keyGroups: [String: Message] = [
        "moving": Message(en: "Moving", fr: "Se déplacer"),
        "deleting": Message(en: "Deleting", fr: "Effacer"),
        "back": Message(en: "Bringing back", fr: "Reprendre"),
        "changing": Message(en: "Changing", fr: "Modifier"),
        "history": Message(en: "History", fr: "Historique"),
        "notes": Message(
            en: "At the start of the line, or on an empty one", fr: "En début de ligne, ou sur une ligne vide"),
        "line": Message(en: "The line", fr: "La ligne"),
    ]

    private static let keys: [String: Message] = moving.merging(changing) { $1 }.merging(others) { $1 }

    private static let moving: [String: Message] = [
        "character-left": Message(en: "a character to the left", fr: "un caractère vers la gauche"),
        "character-right": Message(
            en: "a character to the right; at the end, takes the hint",
            fr: "un caractère vers la droite ; à la fin, prend la suggestion"),
        "word-left": Message(en: "a word to the left", fr: "un mot vers la gauche"),
        "word-right": Message(
            en: "a word to the right; at the end, takes a word of the hint",
            fr: "un mot vers la droite ; à la fin, prend un mot de la suggestion"),
        "line-start": Message(en: "to the start", fr: "au début"),
        "line-end": Message(en: "to the end; there, takes the hint", fr: "à la fin ; là, prend la suggestion"),
        "find-right": Message(
            en: "to the next place of the character typed after it", fr: "au prochain caractère tapé ensuite"),
        "find-left": Message(
            en: "to the last place of the character typed after it", fr: "au précédent caractère tapé ensuite"),
        "set-mark": Message(en: "sets the mark", fr: "pose la marque"),
        "exchange-mark": Message(en: "to the mark, and the mark here", fr: "à la marque, et la marque ici"),
        "delete-left": Message(en: "deletes the character to the left", fr: "efface le caractère à gauche"),
        "delete-right": Message(en: "deletes the character here", fr: "efface le caractère ici"),
        "kill-spaced-word-left": Message(
            en: "takes away the word to the left, up to a space", fr: "coupe le mot à gauche, jusqu’à l’espace"),
        "kill-word-left": Message(en: "takes away the word to the left", fr: "coupe le mot à gauche"),
        "kill-word-right": Message(en: "takes away the word to the right", fr: "coupe le mot à droite"),
        "kill-to-end": Message(en: "takes away the rest of the line", fr: "coupe la fin de la ligne"),
        "kill-to-start": Message(en: "takes away what is before the cursor", fr: "coupe ce qui précède le curseur"),
        "kill-line": Message(en: "takes away the whole line", fr: "coupe toute la ligne"),
        "kill-region": Message(en: "takes away what is up to the mark", fr: "coupe jusqu’à la marque"),
        "copy-region": Message(en: "copies what is up to the mark", fr: "copie jusqu’à la marque"),
        "delete-spaces": Message(en: "deletes the spaces around", fr: "efface les espaces autour"),
        "one-space": Message(en: "leaves one space of those around", fr: "ne laisse qu’une espace"),
    ]

    private static let changing: [String: Message] = [
        "undo": Message(en: "undoes in the line, step by step", fr: "annule dans la ligne, pas à pas"),
        "redo": Message(en: "does again what was undone", fr: "refait ce qui a été annulé"),
        "revert": Message(en: "undoes all of it", fr: "annule tout"),
        "yank": Message(
            en: "brings back what was taken away last, Ctrl-C's line too",
            fr: "remet ce qui a été coupé en dernier, la ligne de Ctrl-C aussi"),
        "yank-older": Message(
            en: "after Ctrl-Y: what was taken away before that", fr: "après Ctrl-Y : ce qui a été coupé avant"),
        "last-word": Message(
            en: "the last word of the line before; again: of the one before that",
            fr: "le dernier mot de la ligne précédente ; encore : de celle d’avant"),
        "transpose-characters": Message(en: "exchanges two characters", fr: "échange deux caractères"),
        "transpose-words": Message(en: "exchanges two words", fr: "échange deux mots"),
        "upper-case": Message(en: "the word in capitals", fr: "le mot en majuscules"),
        "lower-case": Message(en: "the word in small letters", fr: "le mot en minuscules"),
        "capitalize": Message(en: "the word with a capital", fr: "une majuscule au mot"),
        "quoted-insert": Message(
            en: "the next character stands for itself: a tab, an abbreviation's space",
            fr: "le caractère suivant vaut pour lui-même : une tabulation, l’espace d’une abréviation"),
        "count": Message(en: "how often the next key counts", fr: "combien de fois vaut la touche suivante"),
        "complete": Message(en: "completes; again: through the menu", fr: "complète ; encore : parcourt le menu"),
        "complete-back": Message(en: "back through the menu", fr: "remonte dans le menu"),
        "editor": Message(
            en: "opens the last note, or the one that is on the line, in $EDITOR",
            fr: "ouvre la dernière note, ou celle qui est reprise, dans $EDITOR"),
    ]

    private static let others: [String: Message] = [
        "older": Message(
            en: "on an empty line the last note, to be corrected; else the line before that begins so",
            fr: "sur une ligne vide, la dernière note à corriger ; sinon la ligne précédente qui commence ainsi"),
        "newer": Message(en: "the other way", fr: "dans l’autre sens"),
        "oldest": Message(en: "the first line of the history", fr: "la première ligne de l’historique"),
        "newest": Message(en: "back to what was being typed", fr: "retour à ce qui était tapé"),
        "search-older": Message(
            en: "searches the notes and commands typed before", fr: "cherche dans les notes et commandes tapées"),
        "search-newer": Message(en: "the other way", fr: "dans l’autre sens"),
        "deeper": Message(en: "one level deeper", fr: "un niveau plus bas"),
        "higher": Message(en: "one level higher", fr: "un niveau plus haut"),
        "move-up": Message(
            en: "moves the last bullet up; again: further", fr: "monte la dernière puce ; encore : plus haut"),
        "move-down": Message(en: "the other way", fr: "dans l’autre sens"),
        "accept": Message(en: "takes the line", fr: "prend la ligne"),
        "cancel": Message(en: "drops the line", fr: "abandonne la ligne"),
        "delete-right-or-end": Message(
            en: "deletes the character here; on an empty line, leaves",
            fr: "efface le caractère ici ; sur une ligne vide, quitte"),
        "abort": Message(
            en: "closes a menu, a search, a recalled note", fr: "ferme un menu, une recherche, une note reprise"),
        "clear": Message(en: "clears the screen", fr: "efface l’écran"),
        "suspend": Message(en: "suspends the program; fg brings it back", fr: "suspend le programme ; fg le reprend"),
    ]
}
