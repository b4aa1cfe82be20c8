// What is said of earlier states of the day.
extension Message {
    static let noHistory = Message(en: "nothing was written yet", fr: "rien n’a encore été écrit")
    static let anotherProgram = Message(en: "another program", fr: "un autre programme")
    static let undone = Message(en: "undone", fr: "annulé")
    static let fileUnchanged = Message(
        en: "the file is as it was left", fr: "le fichier est tel qu’il a été laissé")
    static let neverChangedOutside = Message(
        en: "no other program has changed the file", fr: "aucun autre programme n’a modifié le fichier")
    static let historyDoesNotFit = Message(
        en: "the history does not lead back that far", fr: "l’historique ne remonte pas jusque-là")
    static let trashIsEmpty = Message(en: "the trash is empty", fr: "la corbeille est vide")
    static func restored(_ path: String) -> Message {
        Message(en: "put back: \(path)", fr: "remis en place : \(path)")
    }
    static func savedTo(_ path: String) -> Message {
        Message(en: "saved to \(path)", fr: "enregistré dans \(path)")
    }
}
