// What is said while a line is typed.
extension Message {
    /// Stands before what is searched for in the history.
    package static let searchFails = Message(en: "failing", fr: "introuvable")
    package static func notInHistory(_ text: String) -> Message {
        Message(
            en: "no line of the history has “\(text)”; nothing was written",
            fr: "aucune ligne de l’historique ne contient « \(text) » ; rien n’a été écrit")
    }
    package static func pasteStalls(_ bytes: Int) -> Message {
        Message(
            en: "… paste: \(bytes) bytes came, waiting for the rest (Ctrl-C gives up)",
            fr: "… collage : \(bytes) octets reçus, la suite est attendue (Ctrl-C abandonne)")
    }
    package static let pasteCut = Message(
        en: "the paste was given up: Ctrl-Y brings back what had come",
        fr: "collage abandonné : Ctrl-Y reprend ce qui était arrivé")

    /// `note 2: old → new`, long texts cut.
    static func corrected(_ number: Int, _ old: String, _ new: String) -> Message {
        let (old, new) = (shortened(old), shortened(new))
        return Message(en: "note \(number): \(old) → \(new)", fr: "note \(number) : \(old) → \(new)")
    }
    private static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(59) + "…" : text
    }
}
