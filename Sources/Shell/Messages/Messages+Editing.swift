// What is said of text that was pasted or corrected.
extension Message {
    static func pastedBullets(_ count: Int) -> Message {
        count == 1
            ? Message(en: "1 bullet pasted", fr: "1 puce collée")
            : Message(
                en: "\(count) bullets pasted; :undo takes them all back",
                fr: "\(count) puces collées ; :undo les reprend toutes")
    }
    static func pastedLines(_ count: Int) -> Message {
        count == 1
            ? Message(en: "1 line pasted", fr: "1 ligne collée")
            : Message(
                en: "\(count) lines pasted; :undo takes them all back",
                fr: "\(count) lignes collées ; :undo les reprend toutes")
    }

    static func noAbbreviation(_ word: String) -> Message {
        Message(
            en: "no abbreviation “\(word)”; :abbr lists them", fr: "pas d'abréviation « \(word) » ; :abbr les liste")
    }
    static let noAbbreviations = Message(
        en: "no abbreviation yet; type one like :abbr sn souveraineté numérique",
        fr: "pas encore d'abréviation ; tapez par exemple :abbr sn souveraineté numérique")
    static func badAbbreviation(_ word: String) -> Message {
        Message(
            en: "“\(word)” cannot be an abbreviation: letters, digits, - _ & + only",
            fr: "« \(word) » ne peut être une abréviation : lettres, chiffres, - _ & + seulement")
    }
}
