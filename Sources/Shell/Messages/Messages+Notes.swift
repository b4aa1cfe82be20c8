import Notebook

// What is said of slots and notes.
extension Message {
    static let noDay = Message(
        en: "no day is open; type :day and the event's name",
        fr: "aucune journée ouverte ; tapez :day et le nom de l’événement")
    static let noSlot = Message(
        en: "no slot here yet; type :new and its time or title, as in :new 14h00 Keynote",
        fr: "pas encore de créneau ici ; tapez :new et son heure ou son titre, par exemple :new 14h00 Keynote")
    static let wholeDay = Message(
        en: "this file is one talk; :section begins a part of it, :day another file",
        fr: "ce fichier est un seul exposé ; :section en commence une partie, :day un autre fichier")
    static let nowhereToGoBack = Message(
        en: "there is no place before this one; :slots lists them",
        fr: "pas d’endroit avant celui-ci ; :slots les liste")
    init(mark kind: Mark.Kind) {
        switch kind {
        case .todo: self.init(en: "to check", fr: "à vérifier")
        case .idea: self.init(en: "idea", fr: "idée")
        case .question: self.init(en: "question", fr: "question")
        case .keep: self.init(en: "to keep", fr: "à retenir")
        }
    }
    /// A note with its mark: `idea (note 3): show it to the team`.
    static func marked(_ mark: Mark) -> Message {
        let (kind, done) = (Message(mark: mark.kind), mark.isDone ? " ✓" : "")
        return Message(
            en: "\(kind.english)\(done) (note \(mark.number)): \(mark.text)",
            fr: "\(kind.french)\(done) (note \(mark.number)) : \(mark.text)")
    }
    static func slotIsThere(_ heading: String, isHere: Bool) -> Message {
        isHere
            ? Message(en: "it is there, you are in it: \(heading)", fr: "il existe, vous y êtes : \(heading)")
            : Message(
                en: "it is there, you go on in it: \(heading) (:go - returns)",
                fr: "il existe, vous y continuez : \(heading) (:go - revient)")
    }
    static func underCaption(_ caption: String) -> Message {
        Message(
            en: "under the title of the image before, “\(caption)”; Enter on an empty line first keeps it apart",
            fr: "sous le titre de l’image d’avant, « \(caption) » ; Entrée sur une ligne vide l’en sépare")
    }
    static let partNeedsTitle = Message(
        en: "this day has no parts that say which title comes next; type it, as in :part Day 2",
        fr: "cette journée n’a pas de parties qui disent le titre suivant ; tapez-le, comme dans :part Jour 2")
    static func partDue(_ title: String) -> Message {
        Message(en: "the next :new begins: \(title)", fr: "le prochain :new commence : \(title)")
    }
    static func renamed(_ path: String) -> Message {
        Message(en: "now \(path)", fr: "désormais \(path)")
    }
    static func partBegun(_ title: String) -> Message {
        Message(en: "begun: \(title); :undo takes it back", fr: "commencé : \(title) ; :undo l’annule")
    }
    /// Where a slot went; nil where it is the day's last, as one expects.
    static func placed(_ heading: WrittenHeading) -> Message? {
        switch (heading.part, heading.before) {
        case (nil, nil): nil
        case (let part?, nil): Message(en: "in \(part)", fr: "dans \(part)")
        case (nil, let before?): Message(en: "before \(before)", fr: "avant \(before)")
        case (let part?, let before?):
            Message(en: "in \(part), before \(before)", fr: "dans \(part), avant \(before)")
        }
    }
    static func resumed(_ part: String) -> Message {
        Message(en: "today: \(part)", fr: "aujourd’hui : \(part)")
    }
    static func deleted(_ what: String) -> Message {
        Message(en: "deleted: \(what); :undo brings it back", fr: "supprimé : \(what) ; :undo le rend")
    }
    static func deletedSlot(_ heading: String, notes: Int) -> Message {
        Message(
            en: "deleted: \(heading) (\(counted(notes, "note", "notes"))); :undo brings it back",
            fr: "supprimé : \(heading) (\(compte(notes, "note", "notes"))) ; :undo le rend")
    }
    static let dayWithoutTitle = Message(
        en: "this day has no title line; nothing was changed in it",
        fr: "cette journée n’a pas de ligne de titre ; rien n’y a changé")
    static let askAuthor = Message(
        en: "who takes these notes? :set author NAME writes it into this day, and into later ones",
        fr: "qui prend ces notes ? :set author NOM l’écrit dans cette journée et dans les suivantes")
    static let emptyText = Message(
        en: "nothing to write: the text is missing", fr: "rien à écrire : le texte manque")
    static let emptyHeading = Message(
        en: "a slot needs a time or a title, as in :new 14h00 Keynote",
        fr: "il faut une heure ou un titre, par exemple :new 14h00 Keynote")
    static let endWithoutStart = Message(
        en: "this slot has no start, so it takes no end; nothing was changed",
        fr: "ce créneau n’a pas de début, donc pas de fin ; rien n’a changé")
    static let nothingToContinue = Message(
        en: "no bullet or paragraph to continue here; type the text without +",
        fr: "pas de puce ni de paragraphe à continuer ici ; tapez le texte sans +")
    static let abstractExists = Message(
        en: "this slot has an abstract already; :abstract! writes over it",
        fr: "ce créneau a déjà un résumé ; :abstract! le remplace")
    static let noNotes = Message(en: "no note in this slot yet", fr: "pas encore de note dans ce créneau")
    static let notOneLine = Message(
        en: "this note is not one line of text; :edit without text opens it in your editor",
        fr: "cette note n’est pas une ligne de texte ; :edit sans texte l’ouvre dans votre éditeur")
    static func moved(_ text: String, to target: String?) -> Message {
        let place = target.map { " " + $0 } ?? ""
        return Message(en: "moved\(place): \(text)", fr: "déplacé\(place) : \(text)")
    }
    static let noBlock = Message(
        en: "the last note is a bullet, which has no title; a title stands above an image, a box, a quotation",
        fr: "la dernière note est une puce, sans titre ; un titre se place sur une image, un encadré, une citation")
    static func noMark(_ word: String) -> Message {
        Message(
            en: "no kind of mark “\(word)”; there are todo, idea, question and keep",
            fr: "pas de marque « \(word) » ; il y a todo, idea, question et keep")
    }
    static let nothingFound = Message(en: "nothing found", fr: "rien trouvé")
    static let nothingWrong = Message(en: "nothing to report", fr: "rien à signaler")
    static let nothingToUndo = Message(en: "nothing to undo", fr: "rien à annuler")
    static let nothingToRedo = Message(en: "nothing to redo", fr: "rien à rétablir")
    static let stale = Message(
        en: "the day changed meanwhile; nothing was done, type the line again",
        fr: "la journée a changé entre-temps ; rien n’a été fait, retapez la ligne")

    static func noSectionAbove(_ depth: Int) -> Message {
        let stars = depth == 2 ? "" : String(repeating: "*", count: depth - 1) + " "
        return Message(
            en: "no sub-section above to stand below; :section \(stars)TITLE comes first",
            fr: "aucune section au-dessus de celle-ci ; d’abord :section \(stars)TITRE")
    }
    static func depthJump(from: Int, to: Int) -> Message {
        from == 0
            ? Message(
                en: "no bullet above to nest depth \(to) under; type * first",
                fr: "pas de puce au-dessus pour le niveau \(to) ; commencez par *")
            : Message(
                en: "depth \(to) under depth \(from) skips a level; use \(stars(from + 1))",
                fr: "du niveau \(from) au niveau \(to), un niveau est sauté ; utilisez \(stars(from + 1))")
    }
    static func depthTooDeep(_ limit: Int) -> Message {
        Message(en: "bullets go \(limit) levels deep at most", fr: "les puces ont \(limit) niveaux au plus")
    }
    static func slotNotFound(_ query: String) -> Message {
        Message(en: "no slot “\(query)”; :slots lists them", fr: "aucun créneau « \(query) » ; :slots les liste")
    }
    static func slotAmbiguous(_ query: String, _ numbers: [Int]) -> Message {
        let numbers = numbers.map(String.init).joined(separator: ", ")
        return Message(
            en: "“\(query)” fits several slots: \(numbers); type :go and a number",
            fr: "« \(query) » désigne plusieurs créneaux : \(numbers) ; tapez :go et un numéro")
    }
    static func textNotFound(_ text: String) -> Message {
        Message(
            en: "no note of this slot has “\(text)”; :show shows them",
            fr: "aucune note de ce créneau ne contient « \(text) » ; :show les montre")
    }
    static func noteNotFound(_ number: Int) -> Message {
        Message(
            en: "no note \(number) in this slot; :show numbers them",
            fr: "pas de note \(number) ici ; :show les numérote")
    }
    package static let invalidInput = Message(
        en: "the terminal sent bytes that are not UTF-8: each shows as \u{FFFD}; correct them before Enter",
        fr: "le terminal a envoyé des octets qui ne sont pas de l’UTF-8 : chacun apparaît comme \u{FFFD} ; "
            + "corrigez-les avant Entrée")
    static func done(_ text: String) -> Message { Message(en: "checked: \(text)", fr: "vérifié : \(text)") }
    static func overwrittenOutside(_ label: String) -> Message {
        Message(
            en: "cannot undo “\(label)”: another program changed those lines; nothing was changed, :undo goes on "
                + "with the line before",
            fr: "impossible d’annuler « \(label) » : un autre programme a modifié ces lignes ; rien n’a changé, :undo "
                + "continue avec la ligne d’avant")
    }
    static func changedMeanwhile(_ path: String) -> Message {
        Message(
            en: "the note changed while you edited it; your text is kept in \(path)",
            fr: "la note a changé pendant l’édition ; votre texte est conservé dans \(path)")
    }
    static func impossibleTime(_ word: String) -> Message {
        Message(
            en: "“\(word)” is no time of day; type it like 14h30, 14:30 or 2pm",
            fr: "« \(word) » n’est pas une heure ; tapez par exemple 14h30, 14:30 ou 2pm")
    }
    static func notATime(_ word: String) -> Message {
        Message(
            en: "“\(word)” is not a time; type it like 14h30, 14:30 or 2pm",
            fr: "« \(word) » n’est pas une heure ; tapez par exemple 14h30, 14:30 ou 2pm")
    }
    static func understood(_ remark: SlotHeading.Typed.Remark) -> Message {
        switch remark {
        case .time(let text, let time):
            Message(en: "“\(text)” is read as \(time.text(.h))", fr: "« \(text) » est lu \(time.text(.h))")
        case .titleNumber(let number):
            Message(
                en: "“\(number)” is read as the title's, not as a time",
                fr: "« \(number) » est lu comme partie du titre, pas comme une heure")
        }
    }
    static func endsBeforeStart(_ start: String, _ end: String) -> Message {
        Message(
            en: "the slot begins at \(start), it cannot end at \(end); nothing was changed",
            fr: "le créneau commence à \(start), il ne peut finir à \(end) ; rien n’a changé")
    }

    private static func stars(_ count: Int) -> String { String(repeating: "*", count: count) }
}
