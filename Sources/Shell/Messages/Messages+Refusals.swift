import AsciiDoc

extension Message {
    /// Why AsciiDoc has no way to write something at its place.
    init(refusal: EditRefusal) {
        self =
            switch refusal {
            case .stale: .stale
            case .empty: .emptyText
            case .readsOtherwise, .waitsForBlock, .partsNeighbours:
                Message(
                    en:
                        "AsciiDoc would read this otherwise here, so nothing was written; :para or :new begins beside it",
                    fr: "AsciiDoc lirait ceci autrement ici, rien n’est donc écrit ; :para ou :new commence à côté")
            case .closesBlockAround(let line):
                Message(
                    en: "the line “\(line)” would end the block around it; nothing was written",
                    fr: "la ligne « \(line) » fermerait le bloc qui l’entoure ; rien n’est écrit")
            case .lacksTerm, .isPart, .notAnItem, .noText, .noHeading, .holdsNoBlocks:
                Message(
                    en: "this part of the day cannot be changed by a line; :edit slot opens it in your editor",
                    fr: "cette partie ne se change pas par une ligne ; :edit slot l’ouvre dans votre éditeur")
            case .lastMarker:
                Message(
                    en:
                        "the list's markers end here: there is none after the last one; :para or :new goes on beside it",
                    fr: "la liste n’a plus de marque après la dernière ; :para ou :new continue à côté")
            case .otherKindOfList:
                Message(
                    en: "the two lists are of different kinds; nothing was changed",
                    fr: "les deux listes sont de sortes différentes ; rien n’est changé")
            case .nothingAbove(let depth):
                Message(
                    en: "there is no bullet above to stand below at depth \(depth)",
                    fr: "aucune puce au-dessus pour la profondeur \(depth)")
            case .nothingToContinue: .nothingToContinue
            case .levelOutOfRange(let level):
                Message(en: "there is no heading of level \(level)", fr: "il n’y a pas de titre de niveau \(level)")
            case .sectionInBlock, .blockAfterSection, .beforeTitle, .intoItself, .notNeighbours:
                Message(
                    en: "it cannot stand there; nothing was changed",
                    fr: "cela ne peut pas aller là ; rien n’est changé")
            case .badAttributeName(let name):
                Message(
                    en: "“\(name)” is no name of an attribute", fr: "« \(name) » n’est pas un nom d’attribut")
            }
    }

    static func imagesElsewhere(_ place: String) -> Message {
        Message(
            en: "the document looks for its images at “\(place)”, where no file can be put; nothing was copied. "
                + "Change :imagesdir: with :edit day",
            fr: "le document cherche ses images à « \(place) », où aucun fichier ne peut aller ; rien n’est copié. "
                + "Changez :imagesdir: avec :edit day")
    }
}
