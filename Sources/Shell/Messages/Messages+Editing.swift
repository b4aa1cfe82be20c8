// What is said of text that was pasted or corrected.
extension Message {
    /// - Parameter problem: what of the step could not be taken back.
    static func undone(_ label: String, lacking problem: Message?) -> Message {
        Message(en: "undone: \(label)", fr: "annulé : \(label)").joined(with: problem)
    }

    /// - Parameter problem: what of the step could not be brought back.
    static func redone(_ label: String, lacking problem: Message?) -> Message {
        Message(en: "redone: \(label)", fr: "rétabli : \(label)").joined(with: problem)
    }

    /// - Parameters:
    ///   - count: of all bullets.
    ///   - numbered: how many of them are numbered.
    ///   - rows: how many of them were rows of a table.
    static func pasted(_ count: Int, numbered: Int, rows: Int) -> Message {
        var (english, french) = (count == 1 ? "1 bullet" : "\(count) bullets", count == 1 ? "1 puce" : "\(count) puces")
        if numbered > 0 {
            english += ", \(numbered) numbered"
            french += ", dont \(numbered) numérotées"
        }
        if rows > 0 {
            english += rows == 1 ? ", 1 row of a table" : ", \(rows) rows of a table"
            french += rows == 1 ? ", 1 ligne de tableau" : ", \(rows) lignes de tableau"
        }
        guard count > 1 else { return Message(en: english + " pasted", fr: french + " collée") }
        return Message(
            en: english + " pasted; :undo takes them all back", fr: french + " collées ; :undo les reprend toutes")
    }
    /// Several notes of one paste, as the history has them.
    static func pastedNotes(_ count: Int, _ first: String) -> Message {
        Message(en: "\(count) notes: \(first) …", fr: "\(count) notes : \(first) …")
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
            en: "no abbreviation “\(word)”; :abbr lists them", fr: "pas d’abréviation « \(word) » ; :abbr les liste")
    }
    static let noAbbreviations = Message(
        en: "no abbreviation yet; type one like :abbr sn souveraineté numérique",
        fr: "pas encore d’abréviation ; tapez par exemple :abbr sn souveraineté numérique")
    static func badAbbreviation(_ word: String) -> Message {
        Message(
            en: "“\(word)” cannot be an abbreviation: letters, digits, - _ & + only",
            fr: "« \(word) » ne peut être une abréviation : lettres, chiffres, - _ & + seulement")
    }
}
